"""Tables of one thing a row or a column: labels on the left, values beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ppid_lint.draft import Draft

_LONGEST_ROW = 24  # cells looked at to the left
_CELLS = 60  # cells of one table around a cell
_PLAIN_HEAD = re.compile(
    r"(?:isi|isian|nilai|keterangan|uraian|rincian|data|detail|jawaban|value)?:?", re.IGNORECASE
)


def label_of(draft: Draft, index: int) -> str:
    """What a cell is under: its column's head, or the cell on its left where that head says nothing."""
    cell = draft.blocks[index].cell
    if cell is None or cell.is_header:
        return ""
    return row_label(draft, index) if is_plain(cell.header) else cell.header


def in_card(draft: Draft, index: int) -> bool:
    """Whether a cell is the value to the label on its left."""
    cell = draft.blocks[index].cell
    if cell is None or cell.is_header or cell.column == 1:
        return False
    label = row_label(draft, index)
    return bool(label) and (is_plain(cell.header) or (cell.column == 2 and label == cell.header))


@lru_cache(maxsize=1024)
def is_plain(head: str) -> bool:
    """Whether a column's head only says that values stand under it: *Isi*, *Keterangan*."""
    return _PLAIN_HEAD.fullmatch(head) is not None


def row_label(draft: Draft, index: int) -> str:
    """The first words in the row of a cell, left of it; '' where none stand there."""
    return next((draft.blocks[at].text for at in _left(draft, index) if _is_worded(draft, at)), "")


def _is_worded(draft: Draft, at: int) -> bool:
    return any(map(str.isalpha, draft.blocks[at].text))


def _left(draft: Draft, index: int) -> Iterator[int]:
    """The cells of the row left of a cell, the first of the row first."""
    own = draft.blocks[index].cell
    first = index
    while own is not None and first > 0 and index - first < _CELLS:
        before = draft.blocks[first - 1].cell
        if before is None or before[:2] != own[:2]:
            break
        first -= 1
    return iter(range(first, index))


def column(draft: Draft, index: int) -> Iterator[int]:
    """The other cells of a cell's column within reach, its head too."""
    own = draft.blocks[index].cell
    for at in around(draft, index):
        cell = draft.blocks[at].cell
        if at != index and own is not None and cell is not None and cell.column == own.column:
            yield at


def around(draft: Draft, index: int) -> Iterator[int]:
    """The cells of a cell's table within reach."""
    own = draft.blocks[index].cell
    for at in range(max(index - _CELLS, 0), min(index + _CELLS, len(draft.blocks))):
        cell = draft.blocks[at].cell
        if own is not None and cell is not None and cell.table == own.table:
            yield at


def left_cells(draft: Draft, index: int) -> Iterator[int]:
    """The cells of the same row to the left, the nearest first."""
    cell = draft.blocks[index].cell
    if cell is None:
        return
    for left in range(index - 1, max(index - 1 - _LONGEST_ROW, -1), -1):
        other = draft.blocks[left].cell
        if other is None or (other.table, other.row) != (cell.table, cell.row):
            return
        yield left


def opens_row(draft: Draft, at: int) -> bool:
    """Whether a cell is the first of its row, in a table without heads."""
    cell = draft.blocks[at].cell
    return cell is not None and cell.column == 1 and not cell.header and not cell.is_header
