"""Which unit of the directory a channel in a draft belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import re2

from ppid_lint.contacts.bodies import (
    Body,
    bodies_in,
    body_after,
    body_key,
    is_introduced,
    publishers_of,
    same_body,
)
from ppid_lint.contacts.directory import Unit
from ppid_lint.contacts.names import Mention, Names
from ppid_lint.document import Block, Document
from ppid_lint.text import Span

_SENTENCE_END = re2.compile(r"[a-z]{3}[)\]\"”]?[.!?] +[A-Z]")
_LABELS = (
    "tel",
    "faks",
    "fax",
    "surel",
    "email",
    "e-mail",
    "wa ",
    "wa:",
    "whatsapp",
    "hp",
    "kontak",
    "phone",
    "nomor",
    "its ",
    "their ",
)
_FIRST_BLOCKS = 12


class How(StrEnum):
    """Why a unit was taken for the one meant."""

    BLOCK = "block"
    ROW = "row"
    SECTION = "section"
    TITLE = "title"  # the only unit that the first lines of the draft name
    PUBLISHER = "publisher"  # the only unit of the directory
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The unit meant (None: none of the directory's), and why.

    `loosely` says that only the organisation was named; `body` is another organisation that stands nearest,
    `own` whether that one publishes the draft.
    """

    unit: Unit | None
    how: How
    loosely: bool = False
    body: str = ""
    own: bool = False

    @property
    def elsewhere(self) -> bool:
        """Whether the channel is that of another organisation, which the draft only passes on."""
        return bool(self.body) and not self.own


@dataclass(frozen=True, slots=True)
class Attributor:
    """Asks a draft whose a channel is: its block, its table row, the heading above, the draft as a whole."""

    document: Document
    names: Names
    publisher: Attribution
    bodies: frozenset[tuple[str, ...]] = frozenset()  # keys of the organisations that publish the draft

    def attribute(self, index: int, places: Iterable[Span]) -> list[Attribution]:
        """The units of the channels at some spans of a block, in the order given."""
        block = self.document.blocks[index]
        own = _said(block.text, self.names)
        around = self._around(index, block)
        return [
            self._attribution(own.nearest(place.start), How.BLOCK, block.text) or around for place in places
        ]

    def _around(self, index: int, block: Block) -> Attribution:
        """What speaks for a whole block: its row, its heading, the draft."""
        if block.cell is not None:
            row = " | ".join(_row(self.document.blocks, index))
            found = self._attribution(_said(row, self.names).nearest(len(row)), How.ROW)
            if found is not None:
                return found
        section = _said(block.section, self.names).nearest(len(block.section)) if block.section else None
        return self._attribution(section, How.SECTION) or self.publisher

    def _attribution(self, found: Mention | Body | None, how: How, text: str = "") -> Attribution | None:
        if isinstance(found, Body):
            key = body_key(found.name)
            own = any(same_body(key, other) for other in self.bodies)
            offered = self.publisher.unit is None and is_introduced(text, found)
            return Attribution(None, how, body=found.name, own=own or offered)
        return _attributed(found, how, self.names) if found is not None else None


def attributor(document: Document, names: Names) -> Attributor:
    """The attributor of a draft; `names` are built once per directory."""
    units = names.directory.units
    if len(units) == 1:
        return Attributor(document, names, Attribution(units[0], How.PUBLISHER))
    for block in document.blocks[:_FIRST_BLOCKS]:
        mentions = names.mentions(block.text)
        if mentions:
            alone = len({mention.unit.id for mention in mentions}) == 1
            title = _attributed(mentions[0], How.TITLE, names) if alone else Attribution(None, How.NONE)
            return Attributor(document, names, title)
    return Attributor(document, names, Attribution(None, How.NONE), publishers_of(document.blocks))


@dataclass(frozen=True, slots=True)
class _Said:
    """The units and other bodies a text names, by place."""

    mentions: Sequence[Mention]
    bodies: Sequence[Body]
    sentences: Sequence[int]
    subjects: Sequence[int]  # sentences that do more than give a channel: `… di Padang. Telepon …`
    ends: Sequence[int] = field(default=())
    body_ends: Sequence[int] = field(default=())

    def nearest(self, place: int) -> Mention | Body | None:
        """The unit named nearest before a place, else after it; a body of the same sentence if nearer."""
        at = bisect_right(self.ends, place) - 1
        mention = self.mentions[at] if at >= 0 else None
        index = bisect_right(self.body_ends, place) - 1
        if index >= 0:
            body = self.bodies[index]
            span = body.span
            bounds = self.subjects if mention is None else self.sentences
            ended = bisect_right(bounds, place) > bisect_right(bounds, span.end)
            if not ended and (mention is None or span.end > mention.span.end):
                return body
        if mention is not None:
            return mention
        following = bisect_left(self.ends, place)
        return self.mentions[following] if following < len(self.mentions) else None


def _said(text: str, names: Names) -> _Said:
    mentions = names.mentions(text)
    starts = [mention.span.start for mention in mentions]
    bodies = []
    for body in bodies_in(text):
        span = body.span
        at = bisect_right(starts, span.start) - 1
        if at < 0 or mentions[at].span.end <= span.start:
            bodies.append(body)
        elif span.end > mentions[at].span.end + 1 and (
            second := body_after(text, mentions[at].span.end, span.end)
        ):
            bodies.append(second)  # as in "KPKNL Malang dan Dinas Koperasi"; else a heading's capitals
    ends = [match.end() - 1 for match in _SENTENCE_END.finditer(text)]
    return _Said(
        mentions,
        bodies,
        ends,
        [end for end in ends if not text[end : end + 10].lower().startswith(_LABELS)],
        [mention.span.end for mention in mentions],
        [body.span.end for body in bodies],
    )


def _attributed(found: Mention, how: How, names: Names) -> Attribution:
    head = found.unit is names.directory.head
    return Attribution(found.unit, how, loosely=head and found.name != found.unit.name)


def _row(blocks: Sequence[Block], index: int) -> list[str]:
    """The texts of the other cells of a block's table row, in order."""
    cell = blocks[index].cell
    if cell is None:
        return []
    start, end = index, index + 1
    while start > 0 and _same_row(blocks[start - 1], blocks[index]):
        start -= 1
    while end < len(blocks) and _same_row(blocks[end], blocks[index]):
        end += 1
    return [blocks[at].text for at in range(start, end) if at != index]


def _same_row(one: Block, other: Block) -> bool:
    if one.cell is None or other.cell is None:
        return False
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
