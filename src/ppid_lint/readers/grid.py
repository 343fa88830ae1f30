"""A table in the reading: which row and column a cell stands in, and what heads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ppid_lint.document import Cell
from ppid_lint.readers.fields import is_field

_WIDEST = 100  # columns that spans may fill; a page that says more is no table


class _Place(NamedTuple):
    row: int
    column: int
    width: int
    head: bool


class Grid:
    """Counts rows and columns as a browser does, spans included."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.places: list[_Place] = []
        self._row = 0
        self._column = 0
        self._taken: dict[int, int] = {}  # column -> last row that a cell from above reaches into

    def start_row(self) -> None:
        self._row += 1
        self._column = 0

    def start_cell(self, *, width: int = 1, height: int = 1, head: bool = False, column: int = 0) -> int:
        """Puts the next cell in the row (or one in a known column); gives its index among `places`."""
        if not self._row:
            self.start_row()
        column = column or self._column + 1
        while column <= _WIDEST and self._taken.get(column, 0) >= self._row:
            column += 1
        width = min(max(width, 1), _WIDEST)
        if height != 1:
            last = self._row + height - 1 if height else 1 << 30
            self._taken.update((taken, last) for taken in range(column, column + width))
        self._column = column + width - 1
        self.places.append(_Place(self._row, column, width, head))
        return len(self.places) - 1

    def cells(self, texts: Mapping[int, str]) -> list[Cell]:
        """The cells in order of `places`, heads filled in; `texts` gives the text of each that has one."""
        head_rows = self._head_rows(texts)
        columns: dict[int, str] = {}
        labels: dict[int, str] = {}
        cells = []
        for index, (row, column, width, head) in enumerate(self.places):
            text = texts.get(index, "")
            if row in head_rows:
                columns.update(dict.fromkeys(range(column, column + width), text) if text else {})
                cells.append(Cell(self.number, row, column, "", True))
                continue
            header = columns.get(column, "") or ("" if head else labels.get(row, ""))
            if text and (head or (row not in labels and not columns)):
                labels[row] = text.rstrip(" :")
            cells.append(Cell(self.number, row, column, header, head))
        return cells

    def _head_rows(self, texts: Mapping[int, str]) -> set[int]:
        """The leading rows that are all heads; without any, a first row that reads like one."""
        plain = {place.row for place in self.places if not place.head}
        rows = sorted({place.row for place in self.places})
        heads = set()
        for row in rows:
            if row in plain:
                break
            heads.add(row)
        if heads or len(rows) < 2 or any(place.head for place in self.places):
            return heads
        first = [texts.get(i, "") for i, place in enumerate(self.places) if place.row == rows[0]]
        body = [
            texts.get(i, "")
            for i, place in enumerate(self.places)
            if place.row != rows[0] and place.column == 1
        ]
        return {rows[0]} if _reads_as_head(first, body) else set()


def _reads_as_head(first: list[str], below: Iterable[str]) -> bool:
    """Whether a first row without head cells names its columns: short words and no figures."""
    short = all(text and len(text.split()) <= 6 and not text.endswith(":") for text in first)
    if len(first) < 2 or not short or any(character.isdigit() for text in first for character in text):
        return False
    numbered = all(text.rstrip(".)").isdigit() for text in below if text)
    return len(first) > 2 or numbered or all(text.isupper() for text in first) or is_field(first[-1])
