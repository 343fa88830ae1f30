"""The findings of a report as JSON text: what those of a rule share is laid out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from json.encoder import encode_basestring as quoted

from ppid_lint.finding import Finding, Related
from ppid_lint.report import Report
from ppid_lint.reporters.layout import Laid, laid_out
from ppid_lint.text import Span

BLANK = Laid("\0")
"""What is filled in later; JSON escapes the character, so that it stands nowhere else."""

_DIFFERING = ("message", "start", "end", "location", "excerpt", "related", "fixes", "fingerprint")
# What findings of one rule differ in, in the order of their shape.


def findings_text(report: Report, margin: str) -> Iterator[str]:
    """What `laid_out` gives of a report's findings, in pieces: all of it may be a hundred megabytes."""
    if not report.findings:
        yield "[]"
        return
    writer = _Writer(report, f"{margin}  ")
    before = f"[{margin}  "
    for finding in report.findings:
        yield before
        yield from writer.pieces(finding)
        before = f",{margin}  "
    yield f"{margin}]"


class _Writer:
    """Writes the findings of one report, each in the form of those like it."""

    def __init__(self, report: Report, margin: str) -> None:
        self._report = report
        self._margin = margin
        self._inner = f"{margin}  "
        self._forms: dict[tuple[object, ...], list[str]] = {}

    def pieces(self, finding: Finding) -> Iterator[str]:
        """The form of a finding, what it alone has in the blanks."""
        alike = (finding.rule, finding.severity, finding.confidence, finding.evidence, finding.suggestion)
        form = self._forms.get(alike)
        if form is None:
            form = self._forms[alike] = self._form(finding)
        for text, own in zip(form, self._own(finding), strict=False):
            yield text
            yield own
        yield form[-1]

    def _form(self, finding: Finding) -> list[str]:
        blanks = dict.fromkeys(_DIFFERING, BLANK)
        return laid_out({**self._report.told(finding), **blanks}, self._margin).split(BLANK)

    def _own(self, finding: Finding) -> tuple[str, ...]:
        start, end = finding.span
        return (
            quoted(finding.message),
            self._point(start, self._inner),
            self._point(end, self._inner),
            self._location(finding.location),
            quoted(finding.excerpt.text),
            self._related(finding.related),
            laid_out(self._report.fixes_of(finding), self._inner),
            quoted(finding.fingerprint),
        )

    def _point(self, offset: int, margin: str) -> str:
        inner = f"{margin}  "
        if not self._report.has_lines:
            return f'{{{inner}"offset": {offset},{inner}"line": null,{inner}"column": null{margin}}}'
        line, column = self._report.lines.position(offset)
        return f'{{{inner}"offset": {offset},{inner}"line": {line},{inner}"column": {column}{margin}}}'

    def _location(self, location: Mapping[str, int | str] | None) -> str:
        return "null" if location is None else laid_out(location, self._inner)

    def _related(self, related: tuple[Related, ...]) -> str:
        if not related:
            return "[]"
        inner = f"{self._inner}  "
        parts = f",{inner}".join(self._relation(item.role, item.span, inner) for item in related)
        return f"[{inner}{parts}{self._inner}]"

    def _relation(self, role: str, span: Span, margin: str) -> str:
        inner = f"{margin}  "
        start, end = self._point(span.start, inner), self._point(span.end, inner)
        return f'{{{inner}"role": {quoted(role)},{inner}"start": {start},{inner}"end": {end}{margin}}}'
