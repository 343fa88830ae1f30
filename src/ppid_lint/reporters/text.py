"""The text output: findings for a person at a terminal, gravest first, the place under a caret."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ppid_lint.finding import Finding, Severity
from ppid_lint.place import place_words
from ppid_lint.report import Report
from ppid_lint.reporters.json_v1 import summary
from ppid_lint.rule import Language
from ppid_lint.speaker import ROUTINE

Paint = Callable[[str, str], str]  # a text and the name of its style

_WORDS: dict[Language, dict[str, str]] = {
    "id": {
        "error": "galat",
        "warning": "peringatan",
        "info": "saran",
        "suppressed": "diizinkan",
        "basis": "dasar",
        "advice": "saran",
        "note": "catatan",
        "broken": "tidak terbaca",
        "clean": "bersih",
        "file": "naskah",
        "files": "naskah",
        "more": "saran lain, tampilkan dengan --verbose",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "info": "info",
        "suppressed": "allowed",
        "basis": "basis",
        "advice": "advice",
        "note": "note",
        "broken": "unreadable",
        "clean": "clean",
        "file": "draft",
        "files": "drafts",
        "more": "more infos, shown with --verbose",
    },
}


def plain(text: str, style: str) -> str:
    """Paints nothing."""
    return text


def render(
    reports: Sequence[Report], *, verbose: bool = False, language: Language = "id", paint: Paint = plain
) -> str:
    """All reports, then one line of totals."""
    parts = [part for report in reports for part in file_lines(report, verbose, language, paint)]
    return "\n".join([*parts, totals(reports, language)])


def file_lines(report: Report, verbose: bool, language: Language, paint: Paint) -> Iterator[str]:
    """The lines about one draft; none where there is nothing to say."""
    words = _WORDS[language]
    shown = [item for item in report.findings if verbose or item.severity is not Severity.INFO]
    hidden = Counter(item.rule for item in report.findings if not verbose and item.severity is Severity.INFO)
    for problem in report.errors:
        place = [str(part) for part in (report.path, problem.line, problem.column) if part is not None]
        what = words["broken" if problem.unread else "error"]
        yield f"{':'.join(place)}: {paint(what, 'error')}: {problem.message}"
    told = [note for note in report.notes if verbose or shown or hidden or note not in ROUTINE]
    if not (shown or hidden or told):
        return
    yield paint(report.path or "-", "path") + (f"  ({report.kind})" if report.kind else "")
    explained: set[str] = set()
    for finding in sorted(shown, key=lambda item: (item.severity.rank, item.span)):
        yield from _finding_lines(report, finding, language, paint)
        if finding.severity is not Severity.INFO and finding.rule not in explained:
            yield from _advice_lines(report, finding, words)
        explained.add(finding.rule)
    if hidden:
        counts = ", ".join(f"{rule} {count}" for rule, count in sorted(hidden.items()))
        yield f"  + {hidden.total()} {words['more']}: {counts}"
    for note in told:
        yield f"  {words['note']}: {note}"
    yield ""


def _finding_lines(report: Report, finding: Finding, language: Language, paint: Paint) -> Iterator[str]:
    words = _WORDS[language]
    level = paint(words[finding.severity.value], finding.severity.value)
    yield f"  {place(report, finding, language)}  {level}  {finding.rule}  {finding.message}"
    if finding.excerpt.text:
        before = finding.excerpt.text[: finding.excerpt.start]
        inside = finding.excerpt.text[finding.excerpt.start : finding.excerpt.end]
        yield f"      | {finding.excerpt.text}"
        yield f"      | {' ' * width(before)}{paint('^' * max(width(inside), 1), finding.severity.value)}"


def place(report: Report, finding: Finding, language: Language) -> str:
    """Where the finding stands: line and column, or a place in a document without lines."""
    if finding.location is not None:
        return place_words(finding.location, language)
    line, column = report.lines.position(finding.span.start)
    return f"{line}:{column}"


def _advice_lines(report: Report, finding: Finding, words: dict[str, str]) -> Iterator[str]:
    """Advice and basis, given with the first finding of a rule only."""
    if finding.suggestion:
        yield f"      {words['advice']}: {finding.suggestion}"
    if finding.basis:
        cited = "; ".join(report.bases[name].citation for name in finding.basis)
        yield f"      {words['basis']}: {cited}"


def totals(reports: Sequence[Report], language: Language) -> str:
    """One line: how many drafts, and findings by severity."""
    words = _WORDS[language]
    counts = summary(reports)
    broken = sum(any(problem.unread for problem in report.errors) for report in reports)
    parts = [
        f"{counts[key]} {words[word]}"
        for key, word in (
            ("errors", "error"),
            ("warnings", "warning"),
            ("infos", "info"),
            ("suppressed", "suppressed"),
        )
        if counts[key]
    ]
    parts += [f"{broken} {words['broken']}"] if broken else []
    files = words["file" if counts["files"] == 1 else "files"]
    return f"{counts['files']} {files}: {', '.join(parts) or words['clean']}"


def width(text: str) -> int:
    """Columns that a terminal needs for the text."""
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
