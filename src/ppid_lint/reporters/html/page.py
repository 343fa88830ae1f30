"""The page of one draft: counts, the draft with findings in place, the findings, the rules behind them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ppid_lint.finding import Finding, Severity, Suppressed
from ppid_lint.place import place_words
from ppid_lint.report import Report
from ppid_lint.reporters.html.draft import Drawing
from ppid_lint.reporters.html.parts import badge, category_name, counts, frame, listing
from ppid_lint.reporters.html.words import WORDS
from ppid_lint.reporters.run import Run
from ppid_lint.rule import Example, Rule


def page(report: Report, run: Run, *, index: str = "") -> str:
    """The page of a draft; `index` is the address of the page of all drafts, if there is one."""
    title = f"{report.path or '-'} – ppid-lint"
    return frame(title, run.language, _Page(report, run).body(index), script=bool(report.findings))


class _Page:
    def __init__(self, report: Report, run: Run) -> None:
        self._report = report
        self._run = run
        self._words = WORDS[run.language]
        document = run.document(report)
        self._drawing = Drawing(report, document, self._words) if document else None

    def body(self, index: str) -> Iterator[str]:
        words = self._words
        if self._report.findings:
            yield f'<a class="skip" href="#findings">{words["skip"]}</a>'
        back = f'<nav><a href="{escape(index)}">← {words["back"]}</a></nav>' if index else ""
        yield f"<header>{back}<p>{words['nature']}</p><h1>{escape(self._report.path or '-')}</h1></header>"
        yield "<main>"
        yield from self._summary()
        yield '<div class="columns">'
        yield from self._draft()
        yield from self._findings()
        yield "</div>"
        yield from self._allowed()
        yield from self._rules()
        yield "</main>"
        yield f"<footer><p>ppid-lint {escape(self._run.version)}. {words['decides']}</p></footer>"

    def _summary(self) -> Iterator[str]:
        report, words = self._report, self._words
        yield f'<section aria-labelledby="summary"><h2 id="summary">{words["summary"]}</h2>'
        for problem in report.errors:
            place = "".join(f":{part}" for part in (problem.line, problem.column) if part is not None)
            what = words["broken" if problem.unread else "error"]
            yield f'<p class="broken">{what}{place}: {escape(problem.message)}</p>'
        yield '<div class="facts">'
        yield counts(report.findings, words) if report.findings else self._clean()
        yield f"{listing(self._measures())}</div>"
        if report.notes:
            yield f"<h3>{words['notes']}</h3><ul>"
            yield from (f"<li>{escape(note)}</li>" for note in report.notes)
            yield "</ul>"
        yield "</section>"

    def _clean(self) -> str:
        return "" if self._report.errors else f"<p>{self._words['clean']}</p>"

    def _measures(self) -> Iterator[tuple[str, str]]:
        metrics, words = self._report.metrics or {}, self._words
        yield words["kind"], escape(self._report.kind)
        yield words["words"], str(metrics.get("words", ""))
        yield words["sentences"], str(metrics.get("sentences", ""))
        if metrics.get("words") and metrics.get("readability") is not None:
            band = words.get(f"band-{metrics.get('band')}", "")
            yield (
                words["readability"],
                escape(f"{metrics['readability']} {f'({band})' if band else ''}".strip()),
            )

    def _draft(self) -> Iterator[str]:
        words, drawing = self._words, self._drawing
        if drawing is None:
            return
        style = "paper" if self._report.has_lines else "paper located"
        yield f'<section class="{style}" aria-labelledby="draft"><h2 id="draft">{words["draft"]}</h2>'
        yield from drawing.shown()
        unseen = list(drawing.unseen())
        if unseen:
            yield f'<h3>{words["unseen"]}</h3><dl class="unseen-parts">{"".join(unseen)}</dl>'
        yield "</section>"

    def _findings(self) -> Iterator[str]:
        if not self._report.findings:
            return
        words = self._words
        yield '<section class="list" aria-labelledby="findings">'
        yield f'<h2 id="findings" tabindex="-1">{words["findings"]}</h2>'
        yield self._filter()
        order = sorted(enumerate(self._report.findings, 1), key=lambda pair: (pair[1].severity.rank, pair[0]))
        yield from (self._finding(number, finding) for number, finding in order)
        yield "</section>"

    def _filter(self) -> str:
        words = self._words
        categories = sorted({item.category for item in self._report.findings})
        levels = [(level.value, words[level.value]) for level in Severity]
        return (
            f'<form id="filter" hidden><fieldset><legend>{words["filter"]}</legend>'
            + _select("severity", words["severity"], [("", words["all"]), *levels])
            + _select(
                "category",
                words["category"],
                [("", words["all"]), *((c, category_name(c, words)) for c in categories)],
            )
            + f'<p role="status"><span id="shown"></span> {words["shown"]}</p></fieldset></form>'
        )

    def _finding(self, number: int, finding: Finding) -> str:
        words = self._words
        rule = self._run.rules.get(finding.rule)
        title = rule.title.within(self._run.language) if rule else finding.rule
        cited = "; ".join(escape(self._report.bases[name].citation) for name in finding.basis)
        rows = [
            (words["place"], self._place(number, finding)),
            (words["excerpt"], _excerpt(finding)),
            (words["advice"], escape(finding.suggestion)),
            (words["fix"], "; ".join(escape(fix.message) for fix in finding.fixes)),
            (words["basis"], cited),
        ]
        return (
            f'<article id="t{number}" data-severity="{finding.severity.value}"'
            f' data-category="{finding.category}">'
            f"<h3>{number}. {escape(title)} {badge(finding.severity, words)}</h3>"
            f"<p>{escape(finding.message)}</p>{listing(rows)}"
            f'<p class="rule">{self._rule_link(finding.rule, rule)}</p></article>'
        )

    def _rule_link(self, name: str, rule: Rule | None) -> str:
        return f'<a href="#{_anchor(name)}"><code>{name}</code></a>' if rule else f"<code>{name}</code>"

    def _place(self, number: int, finding: Finding) -> str:
        line, column = self._report.lines.position(finding.span.start)
        text = f"{self._words['line']} {line}, {self._words['column']} {column}"
        if finding.location:
            place = place_words(finding.location, self._run.language)
            text = f"{place} ({text})" if self._report.has_lines else place
        drawn = self._drawing is not None and number - 1 in self._drawing.drawn
        return f'<a href="#m{number}">{escape(text)}</a>' if drawn else escape(text)

    def _allowed(self) -> Iterator[str]:
        if self._report.suppressed:
            words = self._words
            yield f'<section aria-labelledby="allowed"><h2 id="allowed">{words["allowed"]}</h2><ul>'
            yield from (self._permit(item) for item in self._report.suppressed)
            yield "</ul></section>"

    def _permit(self, item: Suppressed) -> str:
        words = self._words
        terms = [
            f"{words[key]} {escape(value)}"
            for key, value in (("until", item.until), ("by", item.by))
            if value
        ]
        said = "; ".join([escape(item.reason), *terms])
        return f"<li><code>{item.rule}</code>: {said}</li>"

    def _rules(self) -> Iterator[str]:
        names = sorted({item.rule for item in self._report.findings} & self._run.rules.keys())
        if names:
            words = self._words
            yield f'<section aria-labelledby="rules"><h2 id="rules">{words["rules"]}</h2>'
            yield from (self._rule(self._run.rules[name]) for name in names)
            yield "</section>"

    def _rule(self, rule: Rule) -> str:
        words, language = self._words, self._run.language
        cited = "".join(
            f"<li><cite>{escape(basis.citation)}</cite>: {escape(basis.summary.within(language))}</li>"
            for basis in (self._run.bases[name] for name in rule.basis)
        )
        permit = f'<!-- ppid-lint: allow {rule.id} reason="…" until="2027-12-31" by="PPID" -->'
        rows = [
            (words["why"], escape(rule.why.within(language))),
            (words["dont"], _examples(rule.examples, "dont")),
            (words["do"], _examples(rule.examples, "do")),
            (words["basis"], f"<ul>{cited}</ul>" if cited else ""),
            (words["allow"], f"<code>{escape(permit)}</code>"),
        ]
        head = (
            f'<h3 id="{_anchor(rule.id)}">{escape(rule.title.within(language))} <code>{rule.id}</code></h3>'
        )
        return f'<article class="rule">{head}{listing(rows)}</article>'


_SHOWN_EXAMPLES = 2


def _examples(examples: tuple[Example, ...], side: str) -> str:
    texts = [text for example in examples if (text := getattr(example, side)) is not None]
    items = (f"<li>{_marked(text)}</li>" for text in texts[:_SHOWN_EXAMPLES])
    return f'<ul class="{side}">{"".join(items)}</ul>' if texts else ""


def _marked(text: str) -> str:
    """An example with its marked places as HTML marks."""
    return escape(" ".join(text.split())).replace("[[", "<mark>").replace("]]", "</mark>")


def _excerpt(finding: Finding) -> str:
    text, start, end = finding.excerpt
    if not text:
        return ""
    inside = f'<mark class="{finding.severity.value}">{escape(text[start:end])}</mark>'
    return escape(text[:start]) + inside + escape(text[end:])


def _select(name: str, label: str, options: list[tuple[str, str]]) -> str:
    choices = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options)
    field = f'<select id="f-{name}" data-filter="{name}">{choices}</select>'
    return f'<span class="choice"><label for="f-{name}">{label}</label> {field}</span>'


def _anchor(rule_id: str) -> str:
    return "r-" + rule_id.replace("/", "-")
