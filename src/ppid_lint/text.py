"""Places in a text: spans in code points; lines, columns, UTF-16 and UTF-8 units only here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


def holding(spans: Sequence[Span], offset: int) -> Span | None:
    """Of spans in order that do not overlap, the one that holds the offset."""
    if len(spans) == 1:
        return spans[0] if spans[0].start <= offset < spans[0].end else None
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and offset < spans[at].end else None


class Position(NamedTuple):
    """A 1-based line and column; the column counts code points."""

    line: int
    column: int


class LineIndex:
    """Turns offsets of one text into lines and columns. It keeps where lines begin, never the text.

    Lines end at LF, CRLF or CR, as an editor counts them.
    """

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        if "\r" in text:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        else:
            self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]
        self._length = len(text)

    @property
    def lines(self) -> int:
        """How many lines the text has; a text that ends in a line end has an empty last one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset) - 1
        return Position(line + 1, offset - self._starts[line] + 1)

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line, its line end included."""
        end = self._starts[line] if line < len(self._starts) else self._length
        return Span(self._starts[line - 1], end)


def utf16_units(text: str) -> int:
    """The length of a text in UTF-16 units (LSP's default, SARIF's other)."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_units(text: str) -> int:
    """The length of a text in UTF-8 bytes (rdjson counts these)."""
    return len(text.encode("utf-8", "surrogatepass"))
