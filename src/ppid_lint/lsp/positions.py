"""Positions as the protocol counts them: lines from 0, characters in the units agreed with the editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lsprotocol import types

from ppid_lint.text import LineIndex, Span, utf8_units, utf16_units

Units = Callable[[str], int]

UNITS: Mapping[str, Units] = {"utf-8": utf8_units, "utf-16": utf16_units, "utf-32": len}


class Places:
    """Turns code points of one text into positions and back."""

    def __init__(self, text: str, units: Units) -> None:
        self._text = text
        self.units = units
        self._lines = LineIndex(text)

    def position(self, offset: int) -> types.Position:
        line, column = self._lines.position(offset)
        return types.Position(line - 1, self.units(self._text[offset - column + 1 : offset]))

    def range(self, span: Span) -> types.Range:
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The code point at a position; past the end of its line or the text, that end."""
        if position.line >= self._lines.lines:
            return len(self._text)
        start, end = self._lines.line_span(position.line + 1)
        line = self._text[start:end].rstrip("\r\n")
        if line.isascii():
            return start + min(position.character, len(line))
        return start + _points(line, position.character, self.units)

    def span(self, range_: types.Range) -> Span:
        start = self.offset(range_.start)
        return Span(start, max(start, self.offset(range_.end)))


def _points(line: str, character: int, units: Units) -> int:
    """How many code points the first units of a line hold; half a character counts as none."""
    counted = 0
    for index, char in enumerate(line):
        counted += units(char)
        if counted > character:
            return index
    return len(line)
