"""Which word lists occur in a table at all: asked before its rows are walked cell by cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class _Lists:
    """The names of the word lists that have an entry in the cells of a table, and in its heads."""

    cells: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)


def rows_hold(draft: Draft, index: int, lexicon: Lexicon) -> bool:
    """Whether some cell of a cell's table holds an entry of the word list; heads count as cells of theirs."""
    cell = draft.blocks[index].cell
    return cell is not None and lexicon.name in _lists(draft)[cell.table].cells


def heads_hold(draft: Draft, index: int, lexicon: Lexicon) -> bool:
    """Whether some column of a cell's table has an entry of the word list in its head."""
    cell = draft.blocks[index].cell
    return cell is not None and lexicon.name in _lists(draft)[cell.table].heads


def _lists(draft: Draft) -> Mapping[int, _Lists]:
    return draft.once(_lists, lambda: _collected(draft))


def _collected(draft: Draft) -> Mapping[int, _Lists]:
    found: dict[int, _Lists] = defaultdict(_Lists)
    heads: dict[tuple[int, str], int] = {}
    for index, block in enumerate(draft.blocks):
        if block.cell is not None:
            found[block.cell.table].cells.update(draft.lists_in(index))
            heads.setdefault((block.cell.table, block.cell.header), index)
    for (table, _), index in heads.items():
        found[table].heads.update(draft.lists_at_head(index))
    return found
