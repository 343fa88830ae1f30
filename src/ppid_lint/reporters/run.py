"""What a reporter knows: the reports of a run, the rules that ran, and how to read a draft again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ppid_lint.report import Report
from ppid_lint.rule import Basis, Language, Rule


def _no_source(report: Report) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the linter. `source` gives a draft's decoded text, '' where there is none to be had."""

    reports: Sequence[Report]
    version: str
    rules_digest: str = ""
    rules: Mapping[str, Rule] = field(default_factory=dict)
    bases: Mapping[str, Basis] = field(default_factory=dict)
    language: Language = "id"  # of messages
    source: Callable[[Report], str] = _no_source
