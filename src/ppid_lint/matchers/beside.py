"""What stands around a place of a draft: the lines beside it, the cell to its left, what leads in to it."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.scan import is_whole, lowered
from ppid_lint.text import Span

_LISTED = frozenset({Role.ITEM, Role.CELL})
_LEADS_BACK = 40  # list items or cells between a lead-in and the last place it speaks for


def left_text(draft: Draft, index: int) -> str:
    """The nearest cell to the left in the same row that holds a word; '' where none does."""
    cell = draft.blocks[index].cell
    for at in range(index - 1, -1, -1):
        block = draft.blocks[at]
        if cell is None or block.cell is None or (block.cell.table, block.cell.row) != (cell.table, cell.row):
            return ""
        if any(char.isalpha() for char in block.text):
            return block.text
    return ""


def lead_in(draft: Draft, index: int) -> int | None:
    """The paragraph or heading that a list item or a table cell belongs to."""
    if draft.blocks[index].role not in _LISTED:
        return None
    for at in range(index - 1, max(index - _LEADS_BACK, 0) - 1, -1):
        if draft.blocks[at].role not in _LISTED | {Role.HIDDEN, Role.ATTRIBUTE}:
            return at
    return None


def neighbours(draft: Draft, index: int, line: Span) -> Iterator[str]:
    """The lines next to a line of a block, in its block or the blocks beside it."""
    block = draft.blocks[index]
    if line.start > 0:
        above = block.line(line.start - 1)
        yield block.text[above.start : above.end]
    elif index > 0:
        other = draft.blocks[index - 1]
        last = other.line(len(other.text))
        yield other.text[last.start : last.end]
    if line.end < len(block.text):
        below = block.line(line.end + 1)
        yield block.text[below.start : below.end]
    elif index + 1 < len(draft.blocks):
        other = draft.blocks[index + 1]
        first = other.line(0)
        yield other.text[first.start : first.end]


def told_of(draft: Draft, index: int, span: Span, talk: Lexicon) -> bool:
    """Whether a place only speaks of a kind of information: quoted law, a list of categories, a form.

    The words that tell it stand in the sentence, in the heading above, at the head of the column or
    in what leads in to the list or table.
    """
    if any(span.start <= hit.start < span.end for hit in draft.phrases_in(index, talk)):
        return True
    if draft.header_has(index, talk) or in_text(draft.blocks[index].section, talk):
        return True
    lead = lead_in(draft, index)
    if lead is not None and draft.phrases_in(lead, talk):
        return True
    cell = draft.blocks[index].cell
    return cell is not None and any(draft.phrases_in(at, talk) for at in row(draft, index))


def row(draft: Draft, index: int) -> Iterator[int]:
    """The other cells of a cell's row."""
    own = draft.blocks[index].cell
    for step in (-1, 1):
        at = index + step
        while own is not None and 0 <= at < len(draft.blocks):
            cell = draft.blocks[at].cell
            if cell is None or (cell.table, cell.row) != (own.table, own.row):
                break
            yield at
            at += step


def in_text(text: str, words: Lexicon) -> bool:
    """Whether a text that is no block of its own holds an entry of the word list, as a whole word."""
    lower = lowered(text)
    for entry in words.entries if lower else ():
        at = lower.find(entry.text)
        if at >= 0 and (entry.inflect or is_whole(lower, at, at + len(entry.text))):
            return True
    return False
