"""Applies fixes to a source: in order, none that overlaps another, everything else untouched."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_lint.finding import Applicability, Finding, Fix


def chosen_fixes(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Fix]:
    """The first fix of each finding that may be applied: safe ones, with `unsafe` all."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    fixes = (next((fix for fix in item.fixes if fix.applicability in allowed), None) for item in findings)
    return [fix for fix in fixes if fix]


def apply_fixes(source: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """The source with the fixes applied, and how many were; one that overlaps an earlier one is left out."""
    parts: list[str] = []
    at = 0
    chosen = disjoint(fixes)
    for edit in (edit for fix in chosen for edit in sorted(fix.edits)):
        parts += [source[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, source[at:]]), len(chosen)


def disjoint(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes in order of their places, without those that overlap an earlier one."""
    chosen: list[Fix] = []
    at = 0
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span):
        if min(fix.edits).span.start >= at:
            chosen.append(fix)
            at = max(edit.span.end for edit in fix.edits)
    return chosen
