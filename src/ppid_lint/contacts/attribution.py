"""Which unit of the directory a channel in a draft belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ppid_lint.contacts.bodies import Bodies, Body, Key, same_body
from ppid_lint.contacts.body_words import BodyWords
from ppid_lint.contacts.directory import Unit
from ppid_lint.contacts.names import Mention, Names
from ppid_lint.contacts.rows import row_texts
from ppid_lint.contacts.said import SILENT, Said, leading_in, said_in
from ppid_lint.document import Block, Cell, Document, Role
from ppid_lint.text import Span

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
    key: Key = ()  # the words by which that organisation is known again
    own: bool = False
    private: bool = False  # whether that one is no public body
    known: bool = False  # whether the draft says who publishes it, and that this is another
    also: Unit | None = None  # the publishing unit, where its own channel may stand here too
    at: int = -1  # where its name ends in the channel's own block

    @property
    def elsewhere(self) -> bool:
        """Whether the channel is that of another organisation, which the draft only passes on."""
        return bool(self.body) and not self.own


@dataclass(frozen=True, slots=True)
class Attributor:
    """Asks a draft whose a channel is: its block, its table row, the heading above, the draft as a whole."""

    document: Document
    names: Names
    bodies: Bodies
    publisher: Attribution
    publishers: frozenset[Key] = frozenset()  # the organisations that publish the draft
    _silent: dict[tuple[int, int], bool] = field(default_factory=dict, compare=False, repr=False)
    _headed: dict[str, Attribution] = field(default_factory=dict, compare=False, repr=False)

    def attribute(
        self, index: int, places: Iterable[Span], addresses: Sequence[Span] = ()
    ) -> list[Attribution]:
        """The units of the channels at some spans of a block, in the order given.

        What an address names is where it lies, not whose it is.
        """
        block = self.document.blocks[index]
        said = self._said(block.text, addresses)
        around = self._around(index, block)
        places = list(places)
        leading = leading_in(block.text, said.mentions, places)
        names = [(place.start, said.nearest(place.start, leading)) for place in places]
        return [
            self._in_block(name, earlier=said.ended(name.span.end, place)) if name is not None else around
            for place, name in names
        ]

    def _in_block(self, name: Mention | Body, *, earlier: bool) -> Attribution:
        """What is named in a block; `earlier` if a sentence ends between: the publisher's own may follow."""
        also = self.publisher.unit if earlier else None
        return replace(self._attribution(name, How.BLOCK), at=name.span.end, also=also)

    def _around(self, index: int, block: Block) -> Attribution:
        """What speaks for a whole block: its row, its heading, the draft."""
        if block.cell is not None and not self._is_silent(index, block.cell):
            row = " | ".join(row_texts(self.document.blocks, index))
            found = self._said(row).nearest(len(row))
            if found is not None:
                return self._attribution(found, How.ROW)
        return self._under(block.section) if block.section else self.publisher

    def _under(self, section: str) -> Attribution:
        """What a heading says of all that stands under it, read once."""
        if section not in self._headed:
            self._headed[section] = self._heading(section)
        return self._headed[section]

    def _heading(self, section: str) -> Attribution:
        found = self._said(section).nearest(len(section))
        if found is None:
            return self.publisher
        told = self._attribution(found, How.SECTION)
        return (self._of_title(section) or told) if told.elsewhere else told

    def _of_title(self, section: str) -> Attribution | None:
        """Who publishes a draft whose title names another body too: *Dinas … dan Universitas …*."""
        title = next((block.text for block in self.document.blocks if block.role is Role.HEADING), "")
        if section != title:
            return None
        if self.publisher.unit is not None:
            return self.publisher
        among = (self._attribution(body, How.SECTION) for body in self._said(section).bodies)
        return next((attribution for attribution in among if attribution.own), None)

    def _is_silent(self, index: int, cell: Cell) -> bool:
        """Whether the whole row of a cell names nobody: most rows of a long table do not."""
        key = (cell.table, cell.row)
        if key not in self._silent:
            row = " | ".join([self.document.blocks[index].text, *row_texts(self.document.blocks, index)])
            self._silent[key] = not (self.names.mentions(row) or any(True for _ in self.bodies.named(row)))
        return self._silent[key]

    def _attribution(self, found: Mention | Body, how: How) -> Attribution:
        if isinstance(found, Body):
            if self.bodies.is_own_unit(found.name) and (self.publisher.unit or self.publishers):
                return self.publisher
            key = self.bodies.key(found.name)
            among, unit = any(same_body(key, other) for other in self.publishers), self.publisher.unit
            known = not among and bool(unit or self.publishers)
            return Attribution(
                None,
                how,
                body=found.name,
                key=key,
                own=among and unit is None,
                private=self.bodies.is_private(found.name),
                known=known,
            )
        return _attributed(found, how, self.names)

    def _said(self, text: str, addresses: Sequence[Span] = ()) -> Said:
        if text.isdigit():  # sheets hold many thousands of these
            return SILENT
        return said_in(text, self.names, self.bodies, addresses)


def attributor(document: Document, names: Names, words: BodyWords) -> Attributor:
    """The attributor of a draft; `names` are built once per directory."""
    units, bodies = names.directory.units, Bodies(words)
    if len(units) == 1:
        return Attributor(document, names, bodies, Attribution(units[0], How.PUBLISHER))
    publishers = _publishers(document, names, bodies)
    nobody = Attributor(document, names, bodies, Attribution(None, How.NONE), publishers)
    for block in document.blocks[:_FIRST_BLOCKS]:
        mentions = names.mentions(block.text)
        if _heads(block) and _publishes(block.text, mentions, bodies, publishers):
            return nobody
        if mentions:
            alone = len({mention.unit.id for mention in mentions}) == 1
            title = _attributed(mentions[0], How.TITLE, names) if alone else Attribution(None, How.NONE)
            return Attributor(document, names, bodies, title)
    return nobody


def _publishers(document: Document, names: Names, bodies: Bodies) -> frozenset[Key]:
    """The organisations that publish a draft; a firm does only where the draft names no unit."""
    everybody = bodies.publishers(document.blocks)
    public = bodies.publishers(document.blocks, firms=False) if everybody else everybody
    if public == everybody or not any(names.mentions(block.text) for block in document.blocks):
        return everybody
    return public


def _heads(block: Block) -> bool:
    """Whether it is a title or a line of a letterhead."""
    return block.role is Role.HEADING or block.text.isupper()


def _publishes(text: str, mentions: Sequence[Mention], bodies: Bodies, publishers: frozenset[Key]) -> bool:
    """Whether a title names an organisation that publishes the draft before it names any unit."""
    end = mentions[0].span.start if mentions else len(text)
    first = next(bodies.named(text), None)
    if first is None or first.span.start >= end or bodies.is_parent(first.name):
        return False
    return any(same_body(bodies.key(first.name), other) for other in publishers)


def _attributed(found: Mention, how: How, names: Names) -> Attribution:
    head = found.unit is names.directory.head
    loosely = found.shared or (head and found.name != found.unit.name)
    return Attribution(found.unit, how, loosely=loosely)
