"""The other cells of a table's row, in which a channel's office may be named."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_lint.document import Block


def row_texts(blocks: Sequence[Block], index: int) -> list[str]:
    """The texts of the other cells of a block's table row, in order."""
    cell = blocks[index].cell
    if cell is None:
        return []
    start, end = index, index + 1
    while start > 0 and _same_row(blocks[start - 1], blocks[index]):
        start -= 1
    while end < len(blocks) and _same_row(blocks[end], blocks[index]):
        end += 1
    return [blocks[at].text for at in range(start, end) if at != index]


def _same_row(one: Block, other: Block) -> bool:
    if one.cell is None or other.cell is None:
        return False
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
