"""Places in a text: spans in code points; lines, columns, UTF-16 and UTF-8 units only here."""

from __future__ import annotations

import re
from bisect import bisect_right
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


class Position(NamedTuple):
    """A 1-based line and column; the column counts code points."""

    line: int
    column: int


class LineIndex:
    """Turns offsets of one text into lines and columns, in code points, UTF-16 or UTF-8 units.

    Lines end at LF, CRLF or CR, as an editor counts them.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    @property
    def lines(self) -> int:
        """How many lines the text has; a text that ends in a line end has an empty last one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset) - 1
        return Position(line + 1, offset - self._starts[line] + 1)

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line, without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def offset(self, line: int, column: int) -> int:
        """The offset of a 1-based line and column, held inside the line."""
        span = self.line_span(min(max(line, 1), len(self._starts)))
        return min(span.start + max(column, 1) - 1, span.end)

    def utf16_column(self, offset: int) -> int:
        """Zero-based UTF-16 units from the start of the line (LSP's default)."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        return len(self.text[start:offset].encode("utf-16-le", "surrogatepass")) // 2

    def utf8_column(self, offset: int) -> int:
        """Zero-based UTF-8 bytes from the start of the line (rdjson counts these from 1)."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        return len(self.text[start:offset].encode("utf-8", "surrogatepass"))
