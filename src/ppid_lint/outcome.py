"""What linting a draft came to, before any words: spans, rule ids, numbers, and no text of the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ppid_lint.report import Problem
from ppid_lint.ruling import Ruling
from ppid_lint.suppress import Directive


@dataclass(frozen=True, slots=True)
class Outcome:
    """Made once per draft; a Linter makes a Report of it, given the draft's source again."""

    path: str
    kind: str = ""
    language: str = ""
    rulings: tuple[Ruling, ...] = ()
    directives: tuple[Directive, ...] = ()
    metrics: Mapping[str, Any] | None = None
    notes: tuple[str, ...] = ()
    errors: tuple[Problem, ...] = ()
    has_lines: bool = True
