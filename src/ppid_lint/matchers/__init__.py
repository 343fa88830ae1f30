"""The kinds of rule: what stands under `match.kind`, and the dataclass that finds it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import Any

from ppid_lint.matchers.pattern import Pattern
from ppid_lint.matchers.phrase import Phrase

BUILT_IN: Mapping[str, type[Any]] = {
    "pattern": Pattern,
    "phrase": Phrase,
}


def kinds() -> dict[str, type[Any]]:
    """All kinds: the built-in ones, and those that other packages offer as `ppid_lint.kinds`."""
    return dict(BUILT_IN) | {point.name: point.load() for point in entry_points(group="ppid_lint.kinds")}
