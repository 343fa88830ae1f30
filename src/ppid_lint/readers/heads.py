"""Which rows of a sheet name its columns: titles may stand above them, blank rows part its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ppid_lint.document import Cell
from ppid_lint.readers.fields import is_field

_SEARCHED = 15  # rows of a region that may be titles above its head
_WORDS = 10  # of a column's name
_DIGITS = 4  # digits that a column's name may hold: a year


class Entry(NamedTuple):
    """A cell that is not blank: row and column from 1."""

    row: int
    column: int
    text: str
    number: bool = False


class Heads(NamedTuple):
    """The names of a table's columns, and the first and last row in which they stand (0 without any)."""

    table: int
    first: int
    last: int
    names: Mapping[int, str]


def placed(rows: Sequence[Sequence[Entry]], spanning: frozenset[int] = frozenset()) -> Iterator[Cell]:
    """The cells of a sheet in order of its entries, row by row, heads filled in.

    `spanning` are the rows in which a merged cell begins that reaches into the next row.
    """
    heads = Heads(1, 0, 0, {})
    for region in _regions(rows):
        found = _head(region, spanning)
        if found is not None:
            heads = _heads(region, found, spanning, heads)
        for row in region:
            yield from _row(row, heads)


def _regions(rows: Sequence[Sequence[Entry]]) -> Iterator[list[Sequence[Entry]]]:
    """Rows without a blank one between."""
    region: list[Sequence[Entry]] = []
    for row in rows:
        if region and row[0].row > region[-1][0].row + 1:
            yield region
            region = []
        region.append(row)
    if region:
        yield region


def _head(region: Sequence[Sequence[Entry]], spanning: frozenset[int]) -> int | None:
    """The index of the row that names the columns: short words over rows of about the same width."""
    widest = max(len(row) for row in region[: _SEARCHED + 5])
    for index, row in enumerate(region[:_SEARCHED]):
        below = region[index + 1 : index + 6]
        if len(row) < 2 or not below or len(row) * 2 < widest:
            continue
        return index if _names(row, below, row[0].row in spanning) else None
    return None


def _names(row: Sequence[Entry], below: Sequence[Sequence[Entry]], spans: bool) -> bool:
    """Whether a row of short words, without figures, names columns: more than a label and its value."""
    texts = [entry.text for entry in row]
    short = all(len(text.split()) <= _WORDS and not text.endswith(":") for text in texts)
    figures = any(entry.number or sum(map(str.isdigit, entry.text)) > _DIGITS for entry in row)
    if not short or figures or sum(text.strip(" .()").isdigit() for text in texts) * 2 > len(texts):
        return False
    first = [entry for line in below for entry in line if entry.column == row[0].column]
    numbered = bool(first) and all(entry.text.rstrip(".)").isdigit() for entry in first)
    named = all(text.isupper() for text in texts) or is_field(texts[-1])
    return len(row) > 2 or spans or numbered or named or _alike(row, below)


def _alike(row: Sequence[Entry], below: Sequence[Sequence[Entry]]) -> bool:
    """Whether one number of digits, as of identifiers, fills the last column: a form's values differ."""
    texts = [entry.text for line in below for entry in line if entry.column == row[-1].column]
    digits = {sum(map(str.isdigit, text)) for text in texts}
    return len(texts) > 1 and len(digits) == 1 and digits.pop() > _DIGITS


def _heads(region: Sequence[Sequence[Entry]], index: int, spanning: frozenset[int], before: Heads) -> Heads:
    names = {entry.column: entry.text for entry in region[index]}
    last = region[index][0].row
    for row in region[index + 1 :]:
        if last not in spanning:
            break
        names |= {entry.column: entry.text for entry in row}
        last = row[0].row
    return Heads(before.table + bool(before.last), region[index][0].row, last, names)


def _row(row: Sequence[Entry], heads: Heads) -> Iterator[Cell]:
    """The cells of one row; without column names its first text is a label for the rest."""
    label = "" if row[0].number else row[0].text.rstrip(" :")
    for number, entry in enumerate(row):
        under = entry.row > heads.last
        is_head = 0 < heads.first <= entry.row <= heads.last
        header = heads.names.get(entry.column, "") if heads.last and under else ""
        if not header and number and not heads.last:
            header = label
        yield Cell(heads.table, entry.row, entry.column, header, is_head)
