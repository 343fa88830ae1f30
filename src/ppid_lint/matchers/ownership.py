"""Whose channel it is by the words around it: a private person's, or one offered to readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.sightings import Sighting
from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon

NOBODY = Lexicon("")
_REACH = 160  # code points back from a channel that its owner may stand
_ANYBODY = frozenset({"hp", "handphone", "ponsel", "seluler", "telepon genggam", "mobile", "nomor kontak"})


@dataclass(frozen=True, slots=True)
class Owners:
    """The words that tell owners apart: private people, offices and their contact words, heads of names."""

    people: Lexicon
    offices: Lexicon
    names: Lexicon  # heads of columns that hold names of people

    def __bool__(self) -> bool:
        return bool(self.people or self.offices)

    def private(self, draft: Draft, sighting: Sighting) -> bool:
        """Whether a private person is named nearest before the channel, or its table lists such people."""
        index, start = place(sighting)
        person = _last_before(draft, index, start, self.people)
        office = _last_before(draft, index, start, self.offices)
        if person is not None:
            return office is None or person > office
        return office is None and self._among_people(draft, index)

    def offered(self, draft: Draft, sighting: Sighting) -> bool:
        """Whether something says that readers may use it: its form, a label, a contact word before it."""
        channel = sighting.channel
        if channel.kind is not Kind.MOBILE or (channel.label and channel.label not in _ANYBODY):
            return True
        index, start = place(sighting)
        return (
            _last_before(draft, index, start, self.offices) is not None
            or any(draft.header_has(cell, self.offices) for cell in _row(draft, index))
            or bool(_above(draft, index, self.offices))
        )

    def _among_people(self, draft: Draft, index: int) -> bool:
        """Whether a table's heads, or the heading over it, say that it lists private people."""
        row = list(_row(draft, index))
        if any(draft.header_has(cell, self.offices) for cell in row):
            return False
        if any(draft.header_has(cell, words) for cell in row for words in (self.people, self.names)):
            return True
        return bool(row) and _above(draft, index, self.people) and not _above(draft, index, self.offices)


def place(sighting: Sighting) -> tuple[int, int]:
    """Where readers meet the channel: at the text of its link, if it is a target."""
    if sighting.opener is not None:
        return sighting.opener.block, sighting.opener.span.start
    return sighting.block, sighting.channel.span.start


def _last_before(draft: Draft, index: int, start: int, words: Lexicon) -> int | None:
    """Where the last entry of a word list ends before an offset of a block, within reach."""
    ends = (hit.end for hit in draft.phrases_in(index, words))
    return max((end for end in ends if start - _REACH <= end <= start), default=None)


def _above(draft: Draft, index: int, words: Lexicon) -> bool:
    """Whether the nearest heading above holds an entry of a word list."""
    section = draft.blocks[index].section
    heads = (at for at in range(index - 1, -1, -1) if draft.blocks[at].role is Role.HEADING)
    nearest = next(heads, None) if section else None
    return nearest is not None and bool(draft.phrases_in(nearest, words))


def _row(draft: Draft, index: int) -> Iterator[int]:
    """The cells of a cell's row, itself among them."""
    cell = draft.blocks[index].cell
    if cell is None:
        return
    for step in (-1, 1):
        at = index if step > 0 else index - 1
        while 0 <= at < len(draft.blocks):
            other = draft.blocks[at].cell
            if other is None or (other.table, other.row) != (cell.table, cell.row):
                break
            yield at
            at += step
