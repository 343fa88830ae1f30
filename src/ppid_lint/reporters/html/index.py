"""The page of all drafts of a run: totals, a chart, and a link to each draft's own page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from ppid_lint.finding import Finding, Severity
from ppid_lint.report import Report
from ppid_lint.reporters.html.parts import category_name, counts, frame
from ppid_lint.reporters.html.words import WORDS
from ppid_lint.reporters.run import Run

_ROW, _BAR, _LEFT, _WIDTH = 34, 20, 130, 640  # user units of the chart


def index(run: Run, names: Sequence[str]) -> str:
    """The page; `names` are the addresses of the drafts' pages, in the order of the reports."""
    words = WORDS[run.language]
    return frame(words["report"], run.language, _body(run, names, words))


def _body(run: Run, names: Sequence[str], words: Mapping[str, str]) -> Iterator[str]:
    found = [finding for report in run.reports for finding in report.findings]
    yield f"<header><p>{words['nature']}</p><h1>{words['report']}</h1></header><main>"
    yield f'<section aria-labelledby="summary"><h2 id="summary">{words["summary"]}</h2>'
    if found:
        yield chart(found, words)
        yield counts(found, words)
    else:
        yield f"<p>{words['clean']}</p>"
    yield f'</section><section aria-labelledby="drafts"><h2 id="drafts">{words["drafts"]}</h2>'
    yield _table(run.reports, names, words)
    yield f"</section></main><footer><p>ppid-lint {escape(run.version)}. {words['decides']}</p></footer>"


def _table(reports: Sequence[Report], names: Sequence[str], words: Mapping[str, str]) -> str:
    heads = [words["file"], *(words[level.value] for level in Severity)]
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    order = sorted(zip(reports, names, strict=True), key=lambda pair: _weight(pair[0]))
    rows = "".join(_row(report, name, words) for report, name in order)
    return (
        '<div class="scroll"><table class="counts">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _weight(report: Report) -> tuple[object, ...]:
    return (not report.errors, *(-report.count(level) for level in Severity), report.path)


def _row(report: Report, name: str, words: Mapping[str, str]) -> str:
    link = f'<th scope="row"><a href="{escape(name)}">{escape(report.path or "-")}</a></th>'
    if report.errors and not report.findings:
        said = escape(report.errors[0].message)
        return f'<tr>{link}<td colspan="3" class="broken">{words["broken"]}: {said}</td></tr>'
    return f"<tr>{link}{''.join(f'<td>{report.count(level)}</td>' for level in Severity)}</tr>"


def chart(findings: Sequence[Finding], words: Mapping[str, str]) -> str:
    """A bar for each category, in parts by severity; the numbers stand in the table beside it too."""
    categories = sorted({item.category for item in findings})
    most = max(sum(item.category == name for item in findings) for name in categories)
    scale = (_WIDTH - _LEFT - 60) / most
    bars = "".join(
        _bar(at, category_name(name, words), [item for item in findings if item.category == name], scale)
        for at, name in enumerate(categories)
    )
    keys = "".join(
        f'<g transform="translate({_LEFT + at * 140} {len(categories) * _ROW + 8})">'
        f'<rect class="{level.value}" width="14" height="14"/>'
        f'<text x="20" y="12">{words[level.value]}</text></g>'
        for at, level in enumerate(Severity)
    )
    height = len(categories) * _ROW + 30
    return (
        f'<figure><svg role="img" aria-labelledby="chart-title" viewBox="0 0 {_WIDTH} {height}">'
        f'<title id="chart-title">{words["chart"]}</title>{bars}{keys}</svg>'
        f"<figcaption>{words['chart']}</figcaption></figure>"
    )


def _bar(at: int, name: str, findings: Sequence[Finding], scale: float) -> str:
    top = at * _ROW + 6
    x = float(_LEFT)
    parts = [f'<text x="{_LEFT - 10}" y="{top + 15}" text-anchor="end">{name}</text>']
    for level in Severity:
        width = sum(item.severity is level for item in findings) * scale
        if width:
            parts.append(
                f'<rect class="{level.value}" x="{x:.1f}" y="{top}" width="{width:.1f}" height="{_BAR}"/>'
            )
        x += width
    return "".join([*parts, f'<text x="{x + 8:.1f}" y="{top + 15}">{len(findings)}</text>'])
