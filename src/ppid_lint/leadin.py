"""Which block introduces which: the line above a value, the lead-in of a list, the caption of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ppid_lint.document import Block, Role

_READ = 80  # code points of a line that tell whether it is figures
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_UNSEEN = frozenset({Role.HIDDEN, Role.ATTRIBUTE})


def lead_ins(blocks: Sequence[Block]) -> tuple[int | None, ...]:
    """For each block the index of the one that leads to it; `None` where nothing does.

    All items of a list share its lead-in, all cells of a table the block before the table, and lines
    that are little but figures the line above the first of them; a value under its term has the term.
    """
    found: list[int | None] = []
    items: dict[int, int | None] = {}  # lead-in of the list at hand, by level
    last: int | None = None
    for index, block in enumerate(blocks):
        if block.role in _UNSEEN:
            found.append(None)
            continue
        lead = None if last is None else _lead(blocks, found, items, last, index)
        if block.role is Role.ITEM and (last is None or _opens_list(blocks[last], block)):
            items[block.level] = lead
        found.append(lead)
        last = index
    return tuple(found)


def _opens_list(before: Block, here: Block) -> bool:
    return before.role is not Role.ITEM or before.level < here.level


def _lead(
    blocks: Sequence[Block],
    found: Sequence[int | None],
    items: dict[int, int | None],
    last: int,
    index: int,
) -> int | None:
    """The lead-in that the block has in common with the one before it, else that block itself."""
    before, here = blocks[last], blocks[index]
    if here.role is Role.ITEM and not _opens_list(before, here):
        named = _is_figures(here.text) and not _is_figures(before.text)  # a term and its value
        return last if named else items.get(here.level, last)
    if here.cell and before.cell and here.cell.table == before.cell.table:
        return found[last]
    if here.role is before.role and _is_figures(before.text):
        return found[last]
    return last


def _is_figures(text: str) -> bool:
    """Whether a line is little but digits and their separators."""
    if _DIGIT.search(text) is None:
        return False
    start = text[:_READ]
    return len(_LETTERS.sub("", start)) * 3 > len(start) * 2
