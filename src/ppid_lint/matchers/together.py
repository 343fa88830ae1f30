"""Values that stand together: in one column of a table, or in blocks that follow each other."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_lint.draft import Draft
from ppid_lint.matchers.evidence import Value

_NEXT = 2  # blocks from one value of a list to the next


def together(draft: Draft, values: Iterable[Value]) -> list[list[Value]]:
    """Values, given in their order, by the column or the run of blocks that they stand in."""
    groups: dict[tuple[int, int], list[Value]] = {}
    run, last = 0, -_NEXT - 1
    for value in values:
        cell = draft.blocks[value.block].cell
        if cell is None:
            run += value.block > last + _NEXT
            last = value.block
        groups.setdefault((cell.table, cell.column) if cell else (0, run), []).append(value)
    return list(groups.values())
