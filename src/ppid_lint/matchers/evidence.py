"""What the words around a value say it is: labels beside it, at the head of its column or row, above it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import partial
from typing import NamedTuple

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.card import left_cells
from ppid_lint.matchers.listing import column_head
from ppid_lint.matchers.spoken import (
    LONG_REACH,
    MANY_DIGITS,
    REACH,
    digits,
    is_for_second,
    is_second_of_two,
    names_outright,
    reaches,
    shared,
    window,
)
from ppid_lint.matchers.table import rows_hold
from ppid_lint.matchers.turns import in_turn
from ppid_lint.phrases import PhraseHit

AFTER = 20  # as far as a label may follow its value
_LONGEST_LABEL = 48
_LEAD = 160  # code points of a lead-in that are read, from its end

_LISTED = re.compile(
    r"\W{0,3}(?:,|;|/|&|\b(?:dan|serta|atau|ke|menjadi|hingga|sampai|and|or|to)\b)\W{0,3}", re.IGNORECASE
)
_NAMES_BACK = re.compile(
    r"\s*(?:[(\[/]|\b(?:sebagai|adalah|merupakan|di|pada|dari)\b)\s*(?:nomor |no\. )?", re.IGNORECASE
)
_PLAIN_HEAD = re.compile(r"(?:no|nomor|nomer|number|nilai|isi|keterangan|data)?[.:]?", re.IGNORECASE)


class Place(IntEnum):
    """Where a label stands to its value; the last the strongest."""

    LEAD = 1
    AFTER = 2
    ROW = 3
    HEADER = 4
    BEFORE = 5


# What a place counts as in code points, so that the nearest label wins across places.
_OFFSETS = {Place.AFTER: 2, Place.HEADER: 6, Place.ROW: 8, Place.LEAD: 30}


class Value(NamedTuple):
    """A range of a block's text that may be an identifier."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a value: where it stands, how far off, and whether it names the value outright."""

    place: Place
    distance: int
    direct: bool = True


@dataclass(frozen=True, slots=True)
class Naming:
    """The nearest label of a value's own kind and the nearest of something else."""

    own: Label | None = None
    rival: Label | None = None

    @property
    def beaten(self) -> bool:
        """Whether something else is named, nearer than the value's own kind; without one, outright."""
        if self.rival is None or self.own is None:
            return self.rival is not None and self.rival.direct
        return self.rival.distance < self.own.distance


Hits = Sequence[PhraseHit]


def naming(draft: Draft, value: Value, own: Lexicon, rivals: Lexicon) -> Naming:
    """The nearest labels for and against a value.

    A label inside a longer one of the other side is not heard: *rekening* in *rekening kas negara*.
    """
    head = column_head(draft.blocks[value.block], value.start)
    found = list(_listed(draft, head, own, rivals) if head else _around(draft, value, own, rivals))
    return Naming(
        _nearest(label for label, side in found if side == own.name),
        _nearest(label for label, side in found if side == rivals.name),
    )


def _around(draft: Draft, value: Value, own: Lexicon, rivals: Lexicon) -> Iterator[tuple[Label, str]]:
    found = [*_beside(draft, value, own, rivals), *_header(draft, value, own, rivals)]
    yield from found
    if all(label.distance >= _OFFSETS[Place.ROW] for label, _ in found):  # else nothing stands nearer
        yield from _row(draft, value, own, rivals)
        yield from _lead(draft, value, own, rivals)


def handed_on(draft: Draft, before: Value, label: Label, value: Value) -> Label | None:
    """The label of a value that is listed right behind a labelled one: *NIK 1…, 2… dan 3…*."""
    if before.block != value.block or before.end > value.start:
        return None
    between = draft.blocks[value.block].text[before.end : value.start]
    return Label(label.place, label.distance, label.direct) if _LISTED.fullmatch(between) else None


def _nearest(labels: Iterator[Label]) -> Label | None:
    return min(labels, key=lambda label: (label.distance, -label.place), default=None)


def _heard(hits: Callable[[Lexicon], Hits], own: Lexicon, rivals: Lexicon) -> Iterator[tuple[PhraseHit, str]]:
    """The hits of both sides that are heard, each with the name of its side."""
    ours, theirs = hits(own), hits(rivals)
    if not theirs:
        yield from ((hit, own.name) for hit in ours)
        return
    for hit in ours:
        if not any(_inside(hit, other) and hit[:2] != other[:2] for other in theirs):
            yield hit, own.name
    for hit in theirs:
        if not any(_inside(hit, other) for other in ours):
            yield hit, rivals.name


def _inside(hit: PhraseHit, other: PhraseHit) -> bool:
    return other.start <= hit.start and hit.end <= other.end


def _window(hits: Hits, low: int, high: int) -> Hits:
    """The hits, sorted by their ends, that end in a range."""
    if not hits:
        return ()
    return hits[bisect_left(hits, low, key=_end_of) : bisect_left(hits, high, key=_end_of)]


def _end_of(hit: PhraseHit) -> int:
    return hit.end


def _beside(draft: Draft, value: Value, own: Lexicon, rivals: Lexicon) -> Iterator[tuple[Label, str]]:
    text = draft.blocks[value.block].text
    low, high = value.start - LONG_REACH, value.end + AFTER + _LONGEST_LABEL

    def near(lexicon: Lexicon) -> Hits:
        return _window(draft.phrases_in(value.block, lexicon), low, high)

    heard = list(_heard(near, own, rivals))
    turn = in_turn(text, heard, value.start)
    if turn is not None:
        yield from ((Label(Place.BEFORE, 1), name) for _, name in turn)
        return
    low = window(text, value.start) if heard else 0
    for hit, name in heard:
        if hit.end < low:
            continue
        label = _to(text, hit, value, short=4 if name == rivals.name else MANY_DIGITS)
        if label and name == own.name:
            label = replace(label, distance=label.distance - shared(text, hit, heard))
        if label:
            yield label, name


def _to(text: str, hit: PhraseHit, value: Value, short: int) -> Label | None:
    """The label that a hit in the value's own block is to it, if it reaches the value."""
    if hit.end <= value.start:
        if is_second_of_two(text, hit, value.start):
            return Label(Place.BEFORE, 1)
        if is_for_second(text, hit, value.end):
            return None
        if not reaches(text, hit.end, value.start, digits(text[value.start : value.end]), short=short):
            return None
        return Label(Place.BEFORE, value.start - hit.end, names_outright(text, hit.end, value.start))
    if hit.start >= value.end and hit.start - value.end <= AFTER:
        between = text[value.end : hit.start]
        if _NAMES_BACK.fullmatch(between):
            return Label(Place.AFTER, len(between) + _OFFSETS[Place.AFTER])
    return None


def _header(draft: Draft, value: Value, own: Lexicon, rivals: Lexicon) -> Sequence[tuple[Label, str]]:
    cell = draft.blocks[value.block].cell
    if cell is None or cell.is_header or _PLAIN_HEAD.fullmatch(cell.header):
        return ()
    head = cell.header
    return draft.once((_header, head, own.name, rivals.name), lambda: [*_listed(draft, head, own, rivals)])


def _listed(draft: Draft, head: str, own: Lexicon, rivals: Lexicon) -> Iterator[tuple[Label, str]]:
    """The head of a column, or of one in a listing: that outdoes what stands before a value in its line."""
    for _, name in _heard(partial(draft.phrases_of, head.replace("_", " ")), own, rivals):
        yield Label(Place.HEADER, _OFFSETS[Place.HEADER]), name


def _row(draft: Draft, value: Value, own: Lexicon, rivals: Lexicon) -> Iterator[tuple[Label, str]]:
    """The nearest label in a cell to the left, of a table of labels and values."""
    if not (rows_hold(draft, value.block, own) or rows_hold(draft, value.block, rivals)):
        return
    for steps, index in enumerate(left_cells(draft, value.block)):
        text = draft.blocks[index].text
        heard = _heard(partial(draft.phrases_in, index), own, rivals)
        names = {name for hit, name in heard if _is_label(text, hit)}
        for name in names:
            yield Label(Place.ROW, _OFFSETS[Place.ROW] + steps), name
        if names:
            return


def _is_label(text: str, hit: PhraseHit) -> bool:
    """Whether the hit is most of what the text says."""
    return len(text) <= hit.end - hit.start + 24


def _lead(draft: Draft, value: Value, own: Lexicon, rivals: Lexicon) -> Iterator[tuple[Label, str]]:
    """A label in the block that leads to the value's: the line above, a list's lead-in, a table's caption."""
    lead, block = draft.lead_in(value.block), draft.blocks[value.block]
    if lead is None or (block.cell and not _PLAIN_HEAD.fullmatch(block.cell.header)):
        return
    text = draft.blocks[lead].text
    shared = block.role in (Role.ITEM, Role.CELL) or draft.blocks[lead].role is Role.HEADING
    if not shared and value.start > 3:
        return
    direct = (value.end - value.start) * 5 >= len(block.text) * 3

    def last(lexicon: Lexicon) -> Hits:
        return _window(draft.phrases_in(lead, lexicon), len(text) - _LEAD, len(text) + 1)

    for hit, name in _heard(last, own, rivals):
        if shared or text.rstrip().endswith(":") or _is_label(text, hit):
            far = min(len(text) - hit.end, REACH) // 4
            yield Label(Place.LEAD, _OFFSETS[Place.LEAD] + far, direct), name
