"""Records of one person: the row of a table, or lines of *label: value* under a name."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_lint.document import Block
from ppid_lint.document import Role as Part
from ppid_lint.draft import Draft
from ppid_lint.matchers.tie import Tied, people_in
from ppid_lint.people.lines import is_blank, labelled, lines, person_label, trimmed
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.people.vocabulary import Vocabulary
from ppid_lint.text import Span

_ABOVE, _BELOW = 14, 3  # blocks of a record above and below a line
_CELLS = 60  # cells of one table around a cell
_PROSE = 200  # a block this long without a label is no line of a record
_LONGEST_NAME = 60


def person_of(draft: Draft, index: int, offset: int, vocabulary: Vocabulary) -> Tied | None:
    """Whose record a place belongs to: the name in its row, or the *Nama* line of its block or of those around."""
    if draft.blocks[index].cell is not None:
        return _of_row(draft, index, vocabulary)
    return _of_lines(draft, index, offset, vocabulary)


def row(draft: Draft, index: int) -> Iterator[int]:
    """The cells of a cell's row, itself too."""
    own = draft.blocks[index].cell
    assert own is not None
    for step in (-1, 1):
        at = index if step < 0 else index + 1
        while 0 <= at < len(draft.blocks):
            cell = draft.blocks[at].cell
            if cell is None or (cell.table, cell.row) != (own.table, own.row):
                break
            yield at
            at += step


def _of_row(draft: Draft, index: int, vocabulary: Vocabulary) -> Tied | None:
    for at in row(draft, index):
        found = _named_cell(draft, at, vocabulary)
        if found is not None and at != index:
            return Tied(at, found, "same row")
    for at in _card(draft, index):
        found = _named_cell(draft, at, vocabulary)
        if found is not None:
            return Tied(at, found, "same table of one person")
    return None


def _named_cell(draft: Draft, at: int, vocabulary: Vocabulary) -> Mention | None:
    cell = draft.blocks[at].cell
    if cell is None or cell.is_header or not cell.header:
        return None
    role = person_label(cell.header, vocabulary)
    return (
        name_in(draft.blocks[at].text, Span(0, len(draft.blocks[at].text)), role, vocabulary) if role else None
    )


def _card(draft: Draft, index: int) -> Iterator[int]:
    """Cells of a table whose rows are labels and values of one thing."""
    if not in_card(draft, index):
        return
    own = draft.blocks[index].cell
    for at in range(max(index - _CELLS, 0), min(index + _CELLS, len(draft.blocks))):
        cell = draft.blocks[at].cell
        if cell is not None and own is not None and cell.table == own.table and in_card(draft, at):
            yield at


def in_card(draft: Draft, index: int) -> bool:
    """Whether a cell is the value to the label on its left."""
    block = draft.blocks[index]
    if block.cell is None or block.cell.column != 2 or index == 0:
        return False
    left = draft.blocks[index - 1]
    return left.cell is not None and left.cell.row == block.cell.row and left.text == block.cell.header


def _of_lines(draft: Draft, index: int, offset: int, vocabulary: Vocabulary) -> Tied | None:
    own = draft.blocks[index]
    for at in (index, *_around(draft, index)):
        if own.role is Part.ITEM and draft.blocks[at].role is Part.ITEM and draft.blocks[at].level < own.level:
            return _of_item(draft, at, vocabulary)
        named = [
            found
            for span in _lines_of(draft.blocks[at])
            if (found := _named_line(draft, at, span, vocabulary))
        ]
        if named:
            before = [mention for mention in named if mention.start <= offset] if at == index else named
            return Tied(at, (before or named)[-1 if before else 0], "same record")
    return None


def _of_item(draft: Draft, at: int, vocabulary: Vocabulary) -> Tied | None:
    """The person that the list item above its nested items names."""
    people = people_in(draft, at, Span(0, len(draft.blocks[at].text)), vocabulary)
    found = next((mention for mention in people if mention.role is not Role.COMPANY), None)
    return Tied(at, found, "item above") if found is not None else None


def _lines_of(block: Block) -> list[Span]:
    return list(lines(block.text, block.breaks))


def _around(draft: Draft, index: int) -> Iterator[int]:
    """Blocks of the same record: above as far as headings and prose allow, then a few below."""
    for step, reach in ((-1, _ABOVE), (1, _BELOW)):
        for at in range(index + step, index + step * (reach + 1), step):
            if not 0 <= at < len(draft.blocks):
                break
            block = draft.blocks[at]
            if block.role is Part.HEADING or block.cell is not None:
                break
            if len(block.text) > _PROSE and ":" not in block.text[:64]:
                break
            yield at


def _named_line(draft: Draft, at: int, span: Span, vocabulary: Vocabulary) -> Mention | None:
    text = draft.blocks[at].text
    line = labelled(text, span)
    if line is None:
        return None
    label = text[line.label.start : line.label.end].strip(" *_•-0123456789.)")
    role = person_label(label, vocabulary)
    return name_in(text, line.value, role, vocabulary) if role else None


def name_in(text: str, span: Span, role: Role, vocabulary: Vocabulary) -> Mention | None:
    """The name that a labelled value gives; None for offices, firms, initials and open fields."""
    span = trimmed(text, span)
    value = text[span.start : span.end]
    head = value.split(",")[0].split("(")[0].strip()
    words = [word.strip(".").lower() for word in head.split()]
    notes = {vocabulary.note(word) for word in words[:2]}
    if not words or is_blank(value) or len(head) > _LONGEST_NAME or not head[0].isupper():
        return None
    if notes & {"company", "body", "place", "office"} and not any(map(vocabulary.is_name, words)):
        company = notes == {"company"} or vocabulary.note(words[0]) == "company"
        role = Role.COMPANY if company else Role.OFFICIAL
    if all(len(word) < 3 for word in words) or len(words) > 6:
        return None
    end = span.start + len(head)
    return Mention(span.start, end, span.start, end, role, True, "label")


def somebody_above(draft: Draft, index: int, vocabulary: Vocabulary, reach: int = 3) -> Tied | None:
    """The private person last named in the few blocks above."""
    for at in range(index - 1, max(index - reach, 0) - 1, -1):
        block = draft.blocks[at]
        if block.role is Part.HEADING or block.cell is not None:
            return None
        people = people_in(draft, at, Span(0, len(block.text)), vocabulary)
        found = [mention for mention in people if mention.sure and mention.role is not Role.COMPANY]
        if found:
            return Tied(at, found[-1], "named above") if found[-1].role in NATURAL else None
    return None
