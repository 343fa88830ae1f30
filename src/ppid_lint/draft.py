"""A document being linted and what is known of it, each thing computed once and only when asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from ppid_lint.document import Block, Document, Role
from ppid_lint.leadin import lead_ins
from ppid_lint.lexicon import Entry, Lexicon
from ppid_lint.passage import Memory
from ppid_lint.phrases import Found, PhraseHit
from ppid_lint.rule import Language
from ppid_lint.scan import Hit, Scanner
from ppid_lint.settings import Settings
from ppid_lint.text import Span, holding

if TYPE_CHECKING:
    from ppid_lint.contacts.channel import Channel
    from ppid_lint.contacts.sighting import Sighting

T = TypeVar("T")
Where = Callable[[int], bool]
_START = attrgetter("start")

PROSE = frozenset({Role.HEADING, Role.PARAGRAPH, Role.ITEM, Role.QUOTE})
SHOWN = PROSE | {Role.CELL, Role.CODE, Role.ATTRIBUTE}


class Draft:
    """What matchers read: the document's blocks, and the places of expressions and words in them."""

    def __init__(
        self,
        document: Document,
        scanner: Scanner,
        *,
        kind: str,
        language: Language,
        settings: Settings,
        memory: Memory | None = None,
    ) -> None:
        self.document = document
        self.blocks: tuple[Block, ...] = document.blocks
        self.kind = kind
        self.language: Language = language
        self.settings = settings
        self._scanner = scanner
        self._passages = (memory or Memory()).passages(self.blocks, scanner)
        self._apart: dict[str, Found] = {}
        self._made: dict[Hashable, Any] = {}

    def hits(
        self, expression: str, roles: frozenset[Role] = SHOWN, *, where: Where | None = None
    ) -> Iterator[tuple[int, Hit]]:
        """The places of an expression in blocks of these roles, with the index of the block.

        `where` says of a block that holds one whether its places matter, before they are looked for.
        """
        for index in self._passages.matching(expression):
            if self.blocks[index].role in roles and (where is None or where(index)):
                for hit in self._passages.at(index).hits(expression):
                    yield index, hit

    def phrases(
        self, lexicon: Lexicon, roles: frozenset[Role] = SHOWN, *, where: Where | None = None
    ) -> Iterator[tuple[int, PhraseHit]]:
        """The places of a word list's entries in blocks of these roles, by block, in order of their ends."""
        for index in self.holders(lexicon, roles):
            if where is None or where(index):
                for hit in self.phrases_in(index, lexicon):
                    yield index, hit

    def holders(self, lexicon: Lexicon, roles: frozenset[Role] = SHOWN) -> Iterator[int]:
        """The blocks of these roles in which an entry of a word list may stand."""
        known = self.candidates(lexicon.name) if lexicon else ()
        return (index for index in known if self.blocks[index].role in roles)

    def candidates(self, name: str) -> Sequence[int]:
        """The blocks in which an entry of the word list of a name may stand."""
        return self._passages.holding(name)

    def where_said(self, lexicon: Lexicon) -> Set[int]:
        """The blocks in which an entry of a word list may stand, as words or as an expression."""
        return self._passages.saying(lexicon)

    def phrases_in(self, index: int, lexicon: Lexicon) -> list[PhraseHit]:
        """The places of a word list's entries in one block."""
        if index not in self.where_said(lexicon):
            return []
        return self._passages.at(index).phrases.hits(lexicon.name)

    def has(self, index: int, lexicon: Lexicon) -> bool:
        """Whether an entry of a word list stands in one block, as words or as an expression."""
        if index not in self.where_said(lexicon):
            return False
        if self._passages.at(index).phrases.has(lexicon.name):
            return True
        likes = self._passages.likes(lexicon).get(index, ())
        return bool(likes) and any(self.hits_in(index, one.text) for one in likes)

    def bit(self, lexicon: Lexicon) -> int:
        """The bit of a word list in `bits_in`."""
        return self._scanner.bit(lexicon)

    def bits_in(self, indexes: Iterable[int]) -> int:
        """The word lists of which something may stand in one of some blocks, a bit each."""
        bits = 0
        for index in indexes:
            bits |= self._passages.bits(index)
        return bits

    def occurs(self, expression: str) -> Sequence[int]:
        """The blocks in which an expression that some rule needs may match."""
        return self._passages.matching(expression)

    def said(self, index: int, lexicon: Lexicon) -> list[PhraseHit]:
        """The places of a word list's entries in one block, its expressions too, by where they begin."""
        if index not in self.where_said(lexicon):
            return []
        likes = self._passages.likes(lexicon).get(index, ())
        plain = self.phrases_in(index, lexicon)
        if len(plain) < 2 and not likes:
            return plain
        return self.once_for(index, ("said", lexicon.name), lambda: self._all_said(index, plain, likes))

    def _all_said(self, index: int, plain: list[PhraseHit], likes: Iterable[Entry]) -> list[PhraseHit]:
        like = [PhraseHit(hit.start, hit.end, one) for one in likes for hit in self.hits_in(index, one.text)]
        return sorted([*plain, *like], key=lambda hit: hit.start)

    def said_within(self, index: int, span: Span, lexicon: Lexicon) -> list[PhraseHit]:
        """Those of them that begin in a range of the block."""
        found = self.said(index, lexicon)
        if not found:
            return found
        first = bisect_left(found, span.start, key=_START)
        return found[first : bisect_left(found, span.end, key=_START)]

    def header_phrases(self, index: int, lexicon: Lexicon) -> list[PhraseHit]:
        """The places of a word list's entries in the head of the cell's column."""
        cell = self.blocks[index].cell
        if cell is None or cell.is_header or not cell.header:
            return []
        return self.phrases_of(cell.header.replace("_", " "), lexicon)

    def header_has(self, index: int, lexicon: Lexicon) -> bool:
        """Whether the head of the cell's column holds an entry of the word list."""
        return bool(self.header_phrases(index, lexicon))

    def section_has(self, index: int, lexicon: Lexicon) -> bool:
        """Whether the nearest heading above holds an entry of the word list."""
        return bool(self.section_phrases(index, lexicon))

    def section_phrases(self, index: int, lexicon: Lexicon) -> list[PhraseHit]:
        """The places of a word list's entries in the nearest heading above."""
        return self.phrases_of(self.blocks[index].section, lexicon)

    def lead_in(self, index: int) -> int | None:
        """The index of the block that introduces this one: the line above, a list's, a table's."""
        return self.once(lead_ins, lambda: lead_ins(self.blocks))[index]

    def folded(self, index: int) -> str:
        """The block's text for expressions: full-width forms and dashes folded, each in its place."""
        return self._passages.at(index).folded

    def sentences(self, index: int) -> tuple[Span, ...]:
        """The sentences of a block."""
        return self._passages.at(index).sentences

    def sentence(self, index: int, offset: int) -> Span:
        """The sentence of a block that holds the offset; the whole block where none does."""
        return holding(self.sentences(index), offset) or Span(0, len(self.blocks[index].text))

    def spared(self, index: int, start: int, end: int) -> bool:
        """Whether a range of a block is not the writer's to word: quoted, a law's name, code, an address."""
        spans = self._passages.at(index).spared
        at = bisect_left(spans, start, key=lambda span: span.end - 1)
        return at < len(spans) and spans[at].start < end

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for this draft; the key is the caller's own."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    def close(self) -> None:
        """Lets go of what was made for this draft: some of it knows the draft, and would keep it."""
        self._made.clear()

    def once_for(self, index: int, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once for the wording of a block and kept from version to version.

        It may depend on nothing but the block's text, line breaks and inline code, and on the key.
        """
        return self._passages.at(index).once(key, make)

    def hits_in(self, index: int, expression: str) -> Sequence[Hit]:
        """The places of an expression in one block."""
        return self._passages.at(index).hits(expression)

    def holds(self, index: int, span: Span, expression: str) -> bool:
        """Whether an expression matches in a part of a block."""
        part = self.folded(index)[span.start : span.end]
        if len(part) == len(self.folded(index)):
            return bool(self.hits_in(index, expression))
        return any(True for _ in self._scanner.search(expression, part))

    def tokens(self, index: int) -> Any:
        """The spaCy Doc of a block."""
        return self._passages.at(index).tokens

    def phrases_of(self, text: str, lexicon: Lexicon) -> list[PhraseHit]:
        """A word list's entries in a text that stands apart from the blocks, such as a column's head."""
        if text not in self._apart:
            self._apart[text] = self._scanner.phrases(text)
        return self._apart[text].hits(lexicon.name)

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """The channels of the draft, whose they are, and how they stand to the directory."""
        return self._sighted()

    def sightings_in(self, blocks: Set[int]) -> tuple[Sighting, ...]:
        """Those of some blocks, where the channels of no others matter: a fraction of the work."""
        if "sightings" in self.__dict__:
            return tuple(sighting for sighting in self.sightings if sighting.block in blocks)
        return self._sighted(blocks)

    def _sighted(self, among: Set[int] | None = None) -> tuple[Sighting, ...]:
        from ppid_lint.contacts.sightings import sightings, sights

        known = sights(self.settings.names, self.settings.references, self.settings.today)
        return sightings(self.document, known, read=self._channels, among=among)

    def _channels(self, index: int, label: str) -> tuple[Channel, ...]:
        from ppid_lint.contacts.extraction import channels_of

        block = self.blocks[index]
        head = block.cell.header if block.cell is not None and not block.cell.is_header else ""
        key = (channels_of, block.role, block.name, head, label)
        return self.once_for(index, key, lambda: channels_of(block, label=label))
