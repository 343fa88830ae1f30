"""Records of one person: the row of a table, or lines of *label: value* under a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

from ppid_lint.document import Block
from ppid_lint.document import Role as Part
from ppid_lint.draft import Draft
from ppid_lint.matchers.card import around, column, in_card, label_of, row_label
from ppid_lint.matchers.cast import Cast
from ppid_lint.matchers.tie import Tied
from ppid_lint.people.lines import is_blank, labelled, lines, person_label, trimmed
from ppid_lint.people.mention import Mention, Role
from ppid_lint.people.vocabulary import Vocabulary
from ppid_lint.text import Span

_ABOVE, _BELOW = 14, 3  # blocks of a record above and below a line
_PROSE = 200  # a block this long without a label is no line of a record
_LONGEST_NAME = 60
_NO_NAME = frozenset({"word", "place"})  # notes of words that no name begins with
_IN_NAMES = frozenset({"bin", "binti", "alias", "van", "de", "al", "dr.", "drs."})


def person_of(cast: Cast, index: int, offset: int) -> Tied | None:
    """Whose record a place belongs to: the name in its row, or the *Nama* line of the blocks around."""
    if cast.draft.blocks[index].cell is not None:
        return _of_row(cast, index) or _of_filled(cast, index)
    return _of_lines(cast, index, offset)


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


def with_row(draft: Draft, index: int) -> Iterator[int]:
    """A block; of a cell all of its row."""
    yield index
    if draft.blocks[index].cell is not None:
        yield from row(draft, index)


def _of_row(cast: Cast, index: int) -> Tied | None:
    cell = cast.draft.blocks[index].cell
    assert cell is not None
    named = cast.draft.once((named_cell, cast.vocabulary, cell.table, cell.row), lambda: _named(cast, index))
    others = [one for one in named if one[0] != index]
    if others:
        before = bisect_left(others, (index,))
        return Tied(*others[max(before - 1, 0)], "same row")
    for at in _card(cast.draft, index):
        found = named_cell(cast.draft, at, cast.vocabulary)
        if found is not None:
            return Tied(at, found, "same table of one person")
    return _of_column(cast, index) or _of_number(cast, index)


def _of_column(cast: Cast, index: int) -> Tied | None:
    """The person whose column it is, in a table whose first column holds the labels."""
    own = cast.draft.blocks[index].cell
    if own is None or own.column == 1:
        return None
    for at in column(cast.draft, index):
        text = cast.draft.blocks[at].text
        role = person_label(row_label(cast.draft, at), cast.vocabulary)
        found = name_in(text, Span(0, len(text)), role, cast.vocabulary) if role else None
        if found is not None:
            return Tied(at, found, "same column")
    return None


def _of_filled(cast: Cast, index: int) -> Tied | None:
    """The person of a form that is written down one column of a sheet, label and value in each cell."""
    blocks = cast.draft.blocks
    if labelled(blocks[index].text, Span(0, len(blocks[index].text))) is None:
        return None
    cells = [at for at in column(cast.draft, index) if index - _ABOVE <= at <= index + _BELOW]
    for at in sorted(cells, key=lambda at: (at > index, abs(at - index))):
        named = cast.draft.once((_named_lines, at), partial(_named_lines, blocks, at, cast.vocabulary))
        if named:
            return Tied(at, named[0], "same record")
    return None


def _of_number(cast: Cast, index: int) -> Tied | None:
    """Somebody whom a number of their own in the row or the card stands for."""
    for at in (*row(cast.draft, index), *_card(cast.draft, index)):
        block = cast.draft.blocks[at]
        if at != index and _is_number(label_of(cast.draft, at), block.text, cast.vocabulary):
            return Tied(at, _numbered(Span(0, len(block.text))), "same row")
    return None


def _named(cast: Cast, index: int) -> tuple[tuple[int, Mention], ...]:
    """The people that the cells of a row name, by cell, in order."""
    found = ((at, named_cell(cast.draft, at, cast.vocabulary)) for at in sorted(row(cast.draft, index)))
    return tuple((at, person) for at, person in found if person is not None)


def named_cell(draft: Draft, at: int, vocabulary: Vocabulary) -> Mention | None:
    """The person that a cell names, where its column head or label asks for one."""
    role = _asked(draft, label_of(draft, at), vocabulary)
    text = draft.blocks[at].text
    return name_in(text, Span(0, len(text)), role, vocabulary) if role else None


def _asked(draft: Draft, label: str, vocabulary: Vocabulary) -> Role | None:
    """The part of the person that a label or head asks for."""
    return draft.once((_asked, vocabulary, label), lambda: person_label(label, vocabulary))


def _card(draft: Draft, index: int) -> Iterator[int]:
    """Cells of a table whose rows are labels and values of one thing."""
    if in_card(draft, index):
        yield from (at for at in around(draft, index) if in_card(draft, at))


def _of_lines(cast: Cast, index: int, offset: int) -> Tied | None:
    blocks = cast.draft.blocks
    own = blocks[index]
    for at in (index, *_around(cast.draft, index)):
        if own.role is Part.ITEM and blocks[at].role is Part.ITEM and blocks[at].level < own.level:
            return _of_item(cast, at)
        named = cast.draft.once((_named_lines, at), partial(_named_lines, blocks, at, cast.vocabulary))
        if named:
            beside = named[-1] if at < index else named[0]
            return Tied(at, _next_to(named, offset) if at == index else beside, "same record")
    for at in (index, *_around(cast.draft, index)):
        number = cast.draft.once((_number_line, at), partial(_number_line, blocks[at], cast.vocabulary))
        if number is not None:
            return Tied(at, _numbered(number), "same record")
    return None


def _next_to(named: Sequence[Mention], offset: int) -> Mention:
    """The last of the people named before an offset, else the first after it."""
    before = bisect_right(named, offset, key=lambda mention: mention.start)
    return named[max(before - 1, 0)]


def _of_item(cast: Cast, at: int) -> Tied | None:
    """The person that the list item above its nested items names."""
    found = next((mention for mention in cast.everybody(at) if mention.role is not Role.COMPANY), None)
    return Tied(at, found, "item above") if found is not None else None


def _named_lines(blocks: Sequence[Block], at: int, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """The people that lines of a block name under a label, in order; the whole block under its label."""
    block = blocks[at]
    found = [_named_line(block.text, span, vocabulary) for span in lines(block.text, block.breaks)]
    if at and len(block.text) < _LONGEST_NAME and _is_term(blocks[at - 1], block):
        role = person_label(blocks[at - 1].text.rstrip(" :"), vocabulary)
        found.append(name_in(block.text, Span(0, len(block.text)), role, vocabulary) if role else None)
    return tuple(mention for mention in found if mention is not None)


def _is_term(one: Block, other: Block) -> bool:
    """Whether a block may be the label of the one below it: two lines alike, the first short and open."""
    alike = one.role is other.role and one.level == other.level and one.cell is None and other.cell is None
    return alike and len(one.text) < _LONGEST_NAME and ":" not in one.text.rstrip(" :")


def _around(draft: Draft, index: int) -> Iterator[int]:
    """Blocks of the same record: above as far as headings and prose allow, then a few below."""
    for step, reach in ((-1, _ABOVE), (1, _BELOW)):
        for at in range(index + step, index + step * (reach + 1), step):
            if not 0 <= at < len(draft.blocks):
                break
            block = draft.blocks[at]
            if (block.role is Part.HEADING and not _names_field(block.text)) or block.cell is not None:
                break
            if len(block.text) > _PROSE and ":" not in block.text[:64]:
                break
            yield at


def _names_field(text: str) -> bool:
    """Whether a line set as a heading is a field of a form: one or two words in capitals, *NIK*, *NO KK*."""
    return text.isupper() and len(text.split()) <= 2


def _number_line(block: Block, vocabulary: Vocabulary) -> Span | None:
    """The value of a line that holds a person's own number: *NIK: …*."""
    for span in lines(block.text, block.breaks):
        line = labelled(block.text, span)
        if line is not None:
            label, value = (block.text[part.start : part.end] for part in line)
            if _is_number(label, value, vocabulary):
                return line.value
    return None


def _is_number(label: str, value: str, vocabulary: Vocabulary) -> bool:
    """Whether a label asks for a number that only a person has, and the value holds one."""
    words = label.lower().replace(".", " ").split()
    return value[-1:].isdigit() and any(vocabulary.notes.get(word) == "number" for word in words)


def _numbered(span: Span) -> Mention:
    """Somebody whom only a number tells of."""
    return Mention(*span, *span, Role.PRIVATE, True, "identifier")


def _named_line(text: str, span: Span, vocabulary: Vocabulary) -> Mention | None:
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
    head = _capitals(value)
    words = [word.strip(".").lower() for word in head.split()]
    notes = {vocabulary.note(word) for word in words[:2]}
    if not words or is_blank(value) or len(head) > _LONGEST_NAME or vocabulary.note(words[0]) in _NO_NAME:
        return None
    if notes & {"company", "body", "place", "office"} and not any(map(vocabulary.is_name, words)):
        company = notes == {"company"} or vocabulary.note(words[0]) == "company"
        role = Role.COMPANY if company else Role.OFFICIAL
    if all(len(word) < 3 for word in words) or len(words) > 6:
        return None
    end = span.start + len(head)
    return Mention(span.start, end, span.start, end, role, True, "label")


def _capitals(value: str) -> str:
    """The words with a capital that a value begins with, up to a comma or a bracket."""
    words = []
    for word in value.split(",")[0].split("(")[0].split():
        if not word[0].isupper() and word not in _IN_NAMES:
            break
        words.append(word)
    return " ".join(words)
