"""The kinds of rule: what stands under `match.kind`, and the dataclass that finds it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import Any

from ppid_lint.matchers.assignment import Assignment
from ppid_lint.matchers.bulk import Bulk
from ppid_lint.matchers.metric import Metric
from ppid_lint.matchers.pattern import Pattern
from ppid_lint.matchers.phrase import Phrase
from ppid_lint.matchers.repetition import Repetition
from ppid_lint.matchers.tokens import Tokens

BUILT_IN: Mapping[str, type[Any]] = {
    "assignment": Assignment,
    "bulk": Bulk,
    "metric": Metric,
    "pattern": Pattern,
    "phrase": Phrase,
    "repetition": Repetition,
    "tokens": Tokens,
}


def kinds() -> dict[str, type[Any]]:
    """All kinds: the built-in ones, and those that other packages offer as `ppid_lint.kinds`."""
    return dict(BUILT_IN) | {point.name: point.load() for point in entry_points(group="ppid_lint.kinds")}
