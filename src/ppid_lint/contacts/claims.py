"""Ranges of a text that are spoken for, asked in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from ppid_lint.text import Span


class Claims:
    """Ranges, of which none overlaps another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = [span.end for span in ordered]

    def hold(self, offset: int) -> bool:
        """Whether an offset lies in one of them."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]

    def touch(self, span: Span) -> bool:
        """Whether a range overlaps one of them."""
        index = bisect_right(self._ends, span.start)
        return index < bisect_left(self._starts, span.end)
