"""Text put together from runs of the source, each remembering where it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ppid_lint.text import Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text and its runs: run i starts at `starts[i]` in the text and at `sources[i]` in the source."""

    text: str
    starts: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)

    def source(self, offset: int) -> int:
        """The source offset of a character of the text."""
        run = bisect_right(self.starts, offset) - 1 if len(self.starts) > 1 else 0
        return self.sources[run] + offset - self.starts[run]

    def span(self, start: int, end: int) -> Span:
        """The smallest source span that holds a range of the text."""
        if start >= end:
            return Span(self.source(start), self.source(start))
        return Span(self.source(start), self.source(end - 1) + 1)

    def cut(self, start: int, end: int) -> Iterable[tuple[int, int, int]]:
        """The range in pieces that lie in one run each: (start, end, source start)."""
        if len(self.starts) == 1:
            return ((start, end, self.sources[0] + start - self.starts[0]),) if start < end else ()
        pieces = []
        run = bisect_right(self.starts, start) - 1
        while start < end:
            stop = self.starts[run + 1] if run + 1 < len(self.starts) else end
            stop = min(stop, end)
            pieces.append((start, stop, self.sources[run] + start - self.starts[run]))
            start, run = stop, run + 1
        return pieces

    def part(self, start: int, end: int) -> Excerpt:
        """A range of the text as an excerpt of its own."""
        runs = [(max(at - start, 0), source) for at, _, source in self.cut(start, end)]
        if not runs:
            return Excerpt("", (0,), (self.source(start),))
        return Excerpt(self.text[start:end], tuple(at for at, _ in runs), tuple(source for _, source in runs))
