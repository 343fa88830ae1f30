"""Which word lists occur in a table at all: asked before its rows are walked cell by cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class _Table:
    """The cells of a table, and for each head of a column one cell under it."""

    cells: list[int] = field(default_factory=list)
    heads: dict[str, int] = field(default_factory=dict)


def rows_hold(draft: Draft, index: int, lexicon: Lexicon) -> bool:
    """Whether some cell of a cell's table may hold an entry of the word list."""
    cell = draft.blocks[index].cell
    if cell is None:
        return False
    cells = _tables(draft)[cell.table].cells
    return bool(draft.bit(lexicon) & draft.once((rows_hold, cell.table), lambda: draft.bits_in(cells)))


def heads_hold(draft: Draft, index: int, lexicon: Lexicon) -> bool:
    """Whether some column of a cell's table has an entry of the word list in its head."""
    cell = draft.blocks[index].cell
    if cell is None:
        return False
    heads = _tables(draft)[cell.table].heads.values()
    key = (heads_hold, cell.table, lexicon.name)
    return draft.once(key, lambda: any(draft.header_has(at, lexicon) for at in heads))


def _tables(draft: Draft) -> Mapping[int, _Table]:
    return draft.once(_tables, lambda: _gathered(draft))


def _gathered(draft: Draft) -> Mapping[int, _Table]:
    found: dict[int, _Table] = defaultdict(_Table)
    for index, block in enumerate(draft.blocks):
        if block.cell is not None:
            table = found[block.cell.table]
            table.cells.append(index)
            if not block.cell.is_header:
                table.heads.setdefault(block.cell.header, index)
    return found
