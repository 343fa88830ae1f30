"""Applies fixes to a source: in order, none that overlaps another, everything else untouched."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_lint.finding import Applicability, Finding, Fix


def chosen_fixes(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Fix]:
    """The first fix of each finding that may be applied: safe ones, with `unsafe` all."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    fixes = (next((fix for fix in item.fixes if fix.applicability in allowed), None) for item in findings)
    return [fix for fix in fixes if fix]


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes in order, those that overlap an earlier one left out."""
    kept: list[Fix] = []
    at = 0
    for fix in sorted(fixes, key=lambda fix: min(fix.edits).span):
        if min(fix.edits).span.start >= at:
            kept.append(fix)
            at = max(edit.span.end for edit in fix.edits)
    return kept


def apply_fixes(source: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """The source with the fixes applied, and how many were; one that overlaps an earlier one is left out."""
    parts: list[str] = []
    at = 0
    kept = compatible(fixes)
    for edit in sorted(edit for fix in kept for edit in fix.edits):
        parts += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, source[at:]]), len(kept)
