"""What facts that stand cover of a draft, so that nothing is told of it twice."""

from __future__ import annotations

import re
from bisect import bisect_left, insort

from ppid_lint.draft import Draft
from ppid_lint.people.lines import trimmed
from ppid_lint.text import Span

_AND = re.compile(r",? (?:dan|serta|juga|and)(?: juga)? ")


class Taken:
    """Ranges by block, none of which overlaps another."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._spans: dict[int, list[Span]] = {}
        self._filled: set[int] = set()

    def take(self, index: int, span: Span) -> None:
        """Covers a range of a block."""
        insort(self._spans.setdefault(index, []), span)
        text = self._draft.blocks[index].text
        if span.covers(trimmed(text, Span(0, len(text)))):
            self._filled.add(index)

    def overlaps(self, index: int, span: Span) -> bool:
        """Whether a range of a block overlaps one that is covered."""
        claimed = self._spans.get(index)
        if not claimed:
            return False
        at = bisect_left(claimed, span)
        return any(other.overlaps(span) for other in claimed[max(at - 1, 0) : at + 1])

    def rest(self, index: int, span: Span) -> Span:
        """What of a range goes on behind a covered one: *keturunan Tionghoa dan simpatisan partai*."""
        text = self._draft.blocks[index].text
        for other in self._spans.get(index, ()):
            behind = _AND.match(text, other.end) if span.start < other.end < span.end else None
            if behind is not None and behind.end() < span.end:
                return Span(behind.end(), span.end)
        return span

    def has_room(self, index: int) -> bool:
        """Whether a block holds more than one range that is covered: a cheap test before it is read again."""
        return index not in self._filled
