"""What an editor shows over a finding: why, don't and do, the basis, how to allow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ppid_lint.finding import Finding
from ppid_lint.lsp.diagnostics import Page
from ppid_lint.report import Report
from ppid_lint.rule import Example, Language, Rule

_SHOWN = 2  # examples of each side
_HEADS: Mapping[Language, Mapping[str, str]] = {
    "id": {
        "why": "Mengapa",
        "dont": "Jangan",
        "do": "Lakukan",
        "basis": "Dasar",
        "advice": "Saran",
        "page": "Halaman aturan",
    },
    "en": {
        "why": "Why",
        "dont": "Don't",
        "do": "Do",
        "basis": "Basis",
        "advice": "Advice",
        "page": "Page of the rule",
    },
}
_MARKUP = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|"})


def hover_text(finding: Finding, rule: Rule | None, report: Report, page: Page) -> str:
    """The Markdown about one finding; values are masked as in its message."""
    return "\n\n".join(_parts(finding, rule, report, page))


def _parts(finding: Finding, rule: Rule | None, report: Report, page: Page) -> Iterator[str]:
    language = report.message_language
    heads = _HEADS[language]
    title = f"**{_plain(rule.title.within(language))}** " if rule else ""
    yield f"{title}`{finding.rule}`"
    yield _plain(finding.message)
    if finding.suggestion:
        yield f"**{heads['advice']}**: {_plain(finding.suggestion)}"
    if rule:
        yield f"**{heads['why']}**: {_plain(rule.why.within(language))}"
        yield from (_examples(rule.examples, side, heads[side]) for side in ("dont", "do"))
    if finding.basis:
        yield f"**{heads['basis']}**\n" + "\n".join(_basis(name, report) for name in finding.basis)
    href = page(finding.rule)
    if href:
        yield f"[{heads['page']}]({href})"


def _examples(examples: tuple[Example, ...], side: str, head: str) -> str:
    texts = [text for example in examples if (text := getattr(example, side)) is not None]
    lines = (f"- {_marked(' / '.join(text.strip().splitlines()))}" for text in texts[:_SHOWN])
    return "\n".join([f"**{head}**", *lines])


def _marked(text: str) -> str:
    """An example with its marked place in bold."""
    return _plain(text).replace("\\[\\[", "**").replace("\\]\\]", "**")


def _basis(name: str, report: Report) -> str:
    basis = report.bases[name]
    return f"- {_plain(basis.citation)}: {_plain(basis.summary.within(report.message_language))}"


def _plain(text: str) -> str:
    return text.translate(_MARKUP)
