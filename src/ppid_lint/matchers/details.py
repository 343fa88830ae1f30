"""Where the details of a statement begin: figures, names, dates."""

from __future__ import annotations

from bisect import bisect_left

from ppid_lint.draft import Draft
from ppid_lint.text import Span


class Details:
    """Where the details of a statement begin, looked for in a block when it is asked for."""

    def __init__(self, draft: Draft, expressions: tuple[str, ...]) -> None:
        self._draft = draft
        self._expressions = expressions
        self._starts: dict[int, list[int]] = {}

    def starts(self, index: int) -> list[int]:
        """Where they begin in a block, in order."""
        if index not in self._starts:
            hits = (hit for expression in self._expressions for hit in self._draft.hits_in(index, expression))
            self._starts[index] = sorted(hit.start for hit in hits)
        return self._starts[index]

    def within(self, index: int, span: Span | None = None, own: int | None = None) -> bool:
        """Whether a block holds one; where it is the statement's own, whether the span does."""
        starts = self.starts(index)
        if span is None or index != own:
            return bool(starts)
        first = bisect_left(starts, span.start)
        return first < len(starts) and starts[first] < span.end
