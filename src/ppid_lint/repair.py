"""Fixes applied to a whole draft, until none is left to apply."""

from __future__ import annotations

from dataclasses import dataclass

from ppid_lint.finding import Fix
from ppid_lint.fix import chosen_fixes, compatible
from ppid_lint.linter import Linter
from ppid_lint.report import Report
from ppid_lint.rule import RESTRICTED
from ppid_lint.writers import rewrite

ROUNDS = 8  # a fix may make way for another that overlapped it


@dataclass(frozen=True, slots=True)
class Repair:
    """A draft's bytes after its fixes, how many were applied, and the reports before and after."""

    data: bytes
    applied: int
    before: Report
    after: Report


def repair(
    data: bytes, linter: Linter, *, name: str, kind: str | None = None, unsafe: bool = False
) -> Repair:
    """Applies safe fixes, with `unsafe` all; never one of a restricted value, whose place is `redact`.

    Encoding, byte order mark and line ends stay. Raises UnicodeEncodeError where a fix has no room in the
    draft's encoding, UsageError for a format that is not written back.
    """
    before = report = linter.check_bytes(data, name=name, kind=kind)
    applied = 0
    for _ in range(ROUNDS):
        fixes = applicable(report, unsafe=unsafe)
        if not fixes:
            break
        applied += len(fixes)
        data = rewrite(data, sorted(edit for fix in fixes for edit in fix.edits), name)
        report = linter.check_bytes(data, name=name, kind=kind)
    return Repair(data, applied, before, report)


def applicable(report: Report, *, unsafe: bool = False) -> list[Fix]:
    """The fixes of a report that may be applied together."""
    findings = (finding for finding in report.findings if finding.category != RESTRICTED)
    return compatible(chosen_fixes(findings, unsafe=unsafe))
