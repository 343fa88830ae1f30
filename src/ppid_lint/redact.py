"""Black bars over restricted values (Perki 1/2021 Pasal 50 ayat (2)), and which papers are refused whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ppid_lint import mask
from ppid_lint.finding import Edit, Finding
from ppid_lint.linter import Linter
from ppid_lint.mask import BAR
from ppid_lint.report import Report
from ppid_lint.rule import RESTRICTED
from ppid_lint.ruling import names_somebody
from ppid_lint.text import Span
from ppid_lint.writers import rewrite

ROUNDS = 4  # bars may lay open a value that another one had hidden


@dataclass(frozen=True, slots=True)
class Redaction:
    """A copy with bars, how many values of each rule were barred, and the report of the copy."""

    data: bytes
    barred: dict[str, int]
    before: Report
    after: Report

    @property
    def refusals(self) -> tuple[Finding, ...]:
        """Findings that make the whole paper internal: it needs a consequence test, not bars."""
        return tuple(finding for finding in self.before.findings if finding.internal)

    @property
    def left(self) -> tuple[Finding, ...]:
        """Restricted findings that no bar removes: the mark of a paper, facts told in its sentences."""
        return tuple(finding for finding in self.after.findings if finding.category == RESTRICTED)


def redact(data: bytes, linter: Linter, *, name: str, kind: str | None = None) -> Redaction:
    """Bars every restricted value that nobody allowed, until a further check finds none."""
    before = report = linter.check_bytes(data, name=name, kind=kind)
    barred: Counter[str] = Counter()
    for _ in range(ROUNDS):
        found = [finding for finding in report.findings if _barrable(finding)]
        if not found:
            break
        barred.update(finding.rule for finding in found)
        edits = bars(found)
        allowed = (item.span for item in report.suppressed)
        again = echoes(linter.source(data, name), found, [*(edit.span for edit in edits), *allowed])
        data = rewrite(data, [*edits, *again], name)
        report = linter.check_bytes(data, name=name, kind=kind)
    return Redaction(data, dict(barred), before, report)


def bars(findings: Iterable[Finding]) -> list[Edit]:
    """The bars of findings, in order, each character barred once."""
    edits: list[Edit] = []
    for edit in sorted(edit for finding in findings for edit in finding.fixes[0].edits):
        if edits and edit.span.start < edits[-1].span.end:
            edits[-1] = _joined(edits[-1], edit)
        else:
            edits.append(edit)
    return edits


def echoes(source: str, findings: Iterable[Finding], apart: Iterable[Span]) -> list[Edit]:
    """Bars over further places of what is barred: names told as somebody's identity, mailboxes, numbers.

    None touches the spans `apart`: those that are barred already, and what somebody allowed.
    """
    names = [source[item.span.start : item.span.end] for item in findings if names_somebody(item.evidence)]
    values = ("".join(source[slice(*edit.span)] for edit in item.fixes[0].edits) for item in findings)
    taken = {at for span in apart for at in range(*span)}
    found: list[Edit] = []
    for span in sorted([*mask.echoes(source, names), *mask.repeats(source, values)]):
        if taken.isdisjoint(range(*span)):
            taken.update(range(*span))
            found.append(Edit(span, BAR * (span.end - span.start)))
    return found


def _joined(one: Edit, other: Edit) -> Edit:
    span = Span(one.span.start, max(one.span.end, other.span.end))
    return Edit(span, BAR * (span.end - span.start))


def _barrable(finding: Finding) -> bool:
    return finding.category == RESTRICTED and bool(finding.fixes) and not finding.internal
