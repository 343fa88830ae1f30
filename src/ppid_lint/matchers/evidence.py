"""What the words around a value say it is: labels beside it, above it or at the head of its column."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.scan import PhraseHit

REACH = 80  # code points between a label and the value it names
AFTER = 14  # as far as a label in brackets may follow its value
_STOPS = frozenset(".;!?")


class Place(IntEnum):
    """Where a label stands to its value; the nearer the stronger."""

    NONE = 0
    ABOVE = 1
    AFTER = 2
    ROW = 3
    HEADER = 4
    BEFORE = 5


@dataclass(frozen=True, slots=True)
class Label:
    """The label that names a value: where it stands, and how far off."""

    place: Place
    distance: int = 0


NO_LABEL = Label(Place.NONE, REACH + 1)


def nearest_label(draft: Draft, index: int, start: int, end: int, lexicon: Lexicon) -> Label:
    """The nearest entry of the word list that names the value at this place of a block."""
    if not lexicon:
        return NO_LABEL
    found = [
        _beside(draft, index, start, end, lexicon),
        Label(Place.HEADER) if draft.header_has(index, lexicon) else NO_LABEL,
        _in_row(draft, index, lexicon),
        _above(draft, index, start, lexicon),
    ]
    return min(found, key=lambda label: (label.place is Place.NONE, label.distance, -label.place))


def _beside(draft: Draft, index: int, start: int, end: int, lexicon: Lexicon) -> Label:
    text = draft.blocks[index].text
    best = NO_LABEL
    for hit in draft.phrases_in(index, lexicon):
        if hit.end <= start and start - hit.end <= REACH and _joined(text[hit.end : start]):
            best = min(best, Label(Place.BEFORE, start - hit.end), key=lambda label: label.distance)
        elif hit.start >= end and hit.start - end <= AFTER and _bracketed(text[end : hit.start]):
            best = min(best, Label(Place.AFTER, hit.start - end), key=lambda label: label.distance)
    return best


def _joined(between: str) -> bool:
    """Whether a label reaches over this text: no sentence ends in it."""
    return not any(
        char in _STOPS and (at + 1 == len(between) or between[at + 1].isspace())
        for at, char in enumerate(between)
        if not _abbreviates(between, at)
    )


def _abbreviates(between: str, at: int) -> bool:
    """Whether the full stop at this place ends a short word such as `No.` or `an.`."""
    word = between[:at].rsplit(None, 1)[-1:] or [""]
    return between[at] == "." and len(word[0]) <= 3


def _bracketed(between: str) -> bool:
    return between.strip() in {"(", "[", "/", "-", "sebagai", "adalah"}


def _in_row(draft: Draft, index: int, lexicon: Lexicon) -> Label:
    """A label in the cell to the left, of a table of labels and values."""
    cell = draft.blocks[index].cell
    if cell is None or cell.column < 2 or cell.header or index == 0:
        return NO_LABEL
    left = draft.blocks[index - 1]
    same_row = left.cell is not None and (left.cell.table, left.cell.row) == (cell.table, cell.row)
    return Label(Place.ROW, 1) if same_row and draft.phrases_in(index - 1, lexicon) else NO_LABEL


def _above(draft: Draft, index: int, start: int, lexicon: Lexicon) -> Label:
    """A label that is all of the block above, where the value begins its own block."""
    block = draft.blocks[index]
    if index == 0 or block.cell is not None or start > 3:
        return NO_LABEL
    above = draft.blocks[index - 1]
    hits = draft.phrases_in(index - 1, lexicon)
    if above.role is Role.HIDDEN or not hits or not _is_label(above.text, hits):
        return NO_LABEL
    return Label(Place.ABOVE, 2)


def _is_label(text: str, hits: list[PhraseHit]) -> bool:
    longest = max(hit.end - hit.start for hit in hits)
    return len(text.rstrip(" :")) <= longest + 24
