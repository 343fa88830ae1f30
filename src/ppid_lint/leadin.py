"""Which block introduces which: the line above a value, the lead-in of a list, the caption of a table."""

from __future__ import annotations

from collections.abc import Sequence

from ppid_lint.document import Block, Role

_UNSEEN = frozenset({Role.HIDDEN, Role.ATTRIBUTE})


def lead_ins(blocks: Sequence[Block]) -> tuple[int | None, ...]:
    """For each block the index of the one that leads to it; `None` where nothing does.

    All items of a list share its lead-in, all cells of a table the block before the table, and lines
    that are little but figures the line above the first of them.
    """
    found: list[int | None] = []
    items: dict[int, int | None] = {}  # lead-in by level, while inside a list
    last: int | None = None
    for index, block in enumerate(blocks):
        if block.role in _UNSEEN:
            found.append(None)
            continue
        lead = last
        if last is not None:
            lead = _shared(blocks, found, items, last, index)
        if block.role is Role.ITEM:
            items[block.level] = lead
        else:
            items.clear()
        found.append(lead)
        last = index
    return tuple(found)


def _shared(
    blocks: Sequence[Block],
    found: Sequence[int | None],
    items: dict[int, int | None],
    last: int,
    index: int,
) -> int | None:
    """The lead-in that the block has in common with the one before it, else that block itself."""
    before, here = blocks[last], blocks[index]
    if here.role is Role.ITEM and before.role is Role.ITEM:
        return items.get(here.level, last) if before.level >= here.level else last
    if here.cell and before.cell and here.cell.table == before.cell.table:
        return found[last]
    if here.role is before.role and _is_figures(before.text):
        return found[last]
    return last


def _is_figures(text: str) -> bool:
    """Whether a line is little but digits and their separators."""
    letters = sum(char.isalpha() for char in text[:80])
    return letters * 3 < len(text[:80]) and any(char.isdigit() for char in text[:80])
