"""A claim that won, placed, numbered and marked; it becomes a finding when it is put into words.

A ruling holds spans, numbers, and words of rules and directories: whoever words it slices the source
again. So caches and worker processes keep rulings, never findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ppid_lint.finding import Edit, Related, Severity
from ppid_lint.text import Span


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is known of a finding before its words. Spans are of the source."""

    rule: str
    severity: Severity
    confidence: float
    span: Span
    number: int  # which distinct value of its rule it is, from 1
    fingerprint: str
    evidence: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)  # fills of the message
    related: tuple[Related, ...] = ()
    runs: tuple[tuple[Span, int], ...] = ()  # of a value to bar: source spans, and the characters they gave
    replacement: str | None = None  # what a reader is told it is; '' where the edits say more
    edits: tuple[Edit, ...] = ()  # of the replacement, its own place first
    safe: bool = False
    internal: bool = False
    of_file: bool = False
    location: Mapping[str, int | str] | None = None


def names_somebody(evidence: Iterable[str]) -> bool:
    """Whether a finding's evidence says that its span is the name of somebody."""
    return any(reason.startswith("name") for reason in evidence)
