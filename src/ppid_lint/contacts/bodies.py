"""The organisations that a draft names beside those of the directory, and which of them publishes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any, NamedTuple

import re2

from ppid_lint.contacts.body_words import BodyWords
from ppid_lint.document import Block, Role
from ppid_lint.text import Span

_NAME = r"(?:[A-Z][A-Za-z0-9]*|dan|DAN|of)"
_FIRST = (
    rf"(?:(?:[Dd]r\. |[Dd]r |[KHR]+\. )?[A-Z][A-Za-z0-9]*|[0-9]{{1,3}} [A-Z][A-Za-z]*|dan|of)(?: {_NAME})*"
)
_CAPITALS = re.compile("[A-Z]{2}")  # initials hold some: a cheap test
_INITIALS = re2.compile(r"\b([A-Z]{2,6})(?: [0-9]{1,4})?(?: [A-Z][a-z]+){0,3}\b")
_OWNED = re2.compile(  # what may stand between initials and the channel they own
    r"(?i)^[ ,:(|–-]*(?:(?:di|pada|lewat|melalui|telepon|telp|tel|nomor|no|surel|e-?mail|wa|whatsapp|hp"
    r"|hotline|faks)\b[ .:(]*){0,3}(?:[+0-9(]|[a-z0-9._-]+@)"
)
_GAP = 60  # code points that such words take at most
_ALIAS = re2.compile(r"^ ?\(([A-Z][A-Za-z0-9 /-]{1,24})\)")
_OPENS = (
    re2.compile(  # a dateline, and the title of whoever speaks for the name that a first sentence is about
        r"^(?:[A-Z][A-Za-z, ]*(?:[,(][^–—]{0,30})? ?[–—-] ?)?"
        r"(?:(?:Mulai|Sejak|Per|Pada|Terhitung|Hari) [A-Za-z0-9 ]{0,36}(?:\([0-9/]{3,10}\))?,? )?"
        r"((?:[A-Z][A-Za-z.]+ ){0,4})$"
    )
)
_BEFORE = 14  # code points that hold the longest word for a venue
_LEAD = 50  # code points that hold words that introduce a body
_FIRST_BLOCKS = 4
_LISTED = frozenset(",:(–-")

Key = tuple[str, ...]  # the words by which a body is known again


class Body(NamedTuple):
    """An organisation named in a text."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Bodies:
    """Finds organisations by the words their names start with; build one per list."""

    words: BodyWords

    def named(self, text: str) -> Iterator[Body]:
        """The organisations a text names, in order; a street named after one is none, nor is a landmark."""
        pattern = None if text.isdigit() else _pattern(self.words)
        for match in pattern.finditer(text) if pattern is not None else ():
            before = text[max(match.start() - _BEFORE, 0) : match.start()].lower()
            venue = before.endswith(_spaced(self.words.venues)) or self._is_place(match[0], before)
            second = match[0].lower().split()[1:2]
            name = self._ended(match[0])
            if not venue and name and not (second and second[0] in self.words.no_names):
                yield Body(Span(match.start(), match.start() + len(name)), name)

    def _is_place(self, name: str, before: str) -> bool:
        last = before.rpartition(" ")[0].rpartition(" ")[2]
        return name.startswith(self.words.places) and last in self.words.whereabouts

    def _ended(self, name: str) -> str:
        """A name up to a word that ends it: `Mal Pelayanan Publik | Senin`."""
        words = name.split(" ")
        return " ".join(takewhile(lambda word: word.strip(".") not in self.words.ends, words))

    def common(self, text: str) -> Iterator[Body]:
        """Words for a body named before, whose name is no longer said: `hotel itu`."""
        pattern = _common(self.words.common)
        for match in pattern.finditer(text) if pattern is not None else ():
            yield Body(Span(*match.span(1)), match[1])

    def initials(self, text: str) -> Iterator[Body]:
        """Initials, with a place or without, that name a body right before its channel: `RRI Malang (0341)`.

        Those that stand after a word for the publisher's own people are its own.
        """
        for match in _INITIALS.finditer(text) if _CAPITALS.search(text) else ():
            body = Body(Span(*match.span()), match[0])
            owned = match[1] not in self.words.not_short and _OWNED.match(
                text[match.end() : match.end() + _GAP]
            )
            if owned and not _leads(self.words.own_people, text, body):
                yield body

    def after(self, text: str, start: int, end: int) -> Body | None:
        """The first organisation named in a range of a text."""
        pattern = _pattern(self.words)
        match = pattern.search(text[start:end]) if pattern is not None else None
        return Body(Span(start + match.start(), start + match.end()), match[0]) if match else None

    def publishers(self, blocks: Sequence[Block], *, firms: bool = True) -> frozenset[Key]:
        """Keys of the organisations that the head of a draft names; without `firms` of public bodies alone.

        In its title, letterhead, first sentences; none of a list of offices. Else those to turn to.
        """
        shown = [block for block in blocks if block.role not in {Role.HIDDEN, Role.ATTRIBUTE}][:_FIRST_BLOCKS]
        return frozenset(self._heads(shown, firms)) or frozenset(self._offered(blocks, firms))

    def _heads(self, blocks: Iterable[Block], firms: bool) -> Iterator[Key]:
        named = [
            (block, first)
            for block in blocks
            if (first := self._first(block)) is not None and (firms or not self.is_private(first.name))
        ]
        listed = sum(_is_listed(block, first) for block, first in named) > 1
        headed = False
        for block, first in named:
            opens = not headed and self._opens(block.text[: first.span.start])
            if _is_title(block, first) or (opens and not (listed and _is_listed(block, first))):
                headed = True
                yield self.key(first.name)
            alias = _ALIAS.match(block.text[first.span.end :])
            if headed and alias is not None:
                yield self.key(alias[1])

    def _opens(self, before: str) -> bool:
        """Whether a name opens a text, but for a dateline and a title; one of outsiders speaks for nobody."""
        match = _OPENS.match(before)
        return match is not None and set(match[1].split()).isdisjoint(self.words.outsiders)

    def _offered(self, blocks: Iterable[Block], firms: bool) -> Iterator[Key]:
        """Where no head names the publisher, the organisations that readers are told to turn to."""
        for block in blocks:
            if not _tells_of(self.words.introductions, block.text):
                continue
            for body in (*self.named(block.text), *self.initials(block.text)):
                told = _leads(self.words.introductions, block.text, body)  # `Pendaftaran: Dinas …`
                if told and (firms or not self.is_private(body.name)):
                    yield self.key(body.name)

    def _first(self, block: Block) -> Body | None:
        """The first organisation that a title or paragraph names; of a title, the initials it begins with."""
        if block.role not in _HEADS:
            return None
        first = next(self.named(block.text), None)
        if block.role is Role.HEADING and (first is None or first.span.start) and not block.text.isupper():
            initials = _INITIALS.match(block.text)
            if initials is not None and initials[1] not in self.words.not_short:
                return Body(Span(*initials.span(1)), initials[1])
        return first

    def is_parent(self, name: str) -> bool:
        """Whether a name is of the kind that stands over an office in its letterhead."""
        return name.lower().startswith(tuple(kind.lower() for kind in self.words.parents))

    def is_own_unit(self, name: str) -> bool:
        """Whether a name is of a kind that is of whoever publishes, and names no other body."""
        kind = next((kind for kind in _spaced(self.words.own_units) if name.startswith(kind)), "")
        return bool(kind) and not any(True for _ in self.named(name.removeprefix(kind)))

    def is_building(self, name: str) -> bool:
        """Whether a name is of a kind that says in which house an office is."""
        return f"{name} ".startswith(_spaced(self.words.buildings))

    def is_private(self, name: str) -> bool:
        """Whether a name is of a kind that is no public body's."""
        return f"{name} ".startswith(_spaced(self.words.private)) or name.lower() in self.words.common

    def key(self, name: str) -> Key:
        """The words by which an organisation is known again, without a word for its office before them."""
        words = [word for word in name.lower().replace(".", "").split() if word not in self.words.filling]
        return tuple(words[1:] if len(words) > 2 and words[0] in self.words.prefixes else words)


_HEADS = frozenset({Role.HEADING, Role.PARAGRAPH})


def _is_title(block: Block, body: Body) -> bool:
    return block.role is Role.HEADING or (body.name.isupper() and (" " in body.name or block.text.isupper()))


def _is_listed(block: Block, body: Body) -> bool:
    """Whether a block is about a body as one of a list is: `Dinas Sosial: (0341) …`."""
    return not body.span.start and block.text[body.span.end :].lstrip()[:1] in _LISTED


def same_body(one: Key, other: Key) -> bool:
    """Whether two keys are of one organisation, one of them perhaps without its place or by its initials."""
    few, many = sorted((one, other), key=len)
    if few == many[: len(few)]:
        return bool(few)
    initials = "".join(word[0] for word in many if word)
    return len(few) > 0 and len(few[0]) > 2 and initials.startswith(few[0]) and few[1:] == many[len(few[0]) :]


@cache
def _pattern(words: BodyWords) -> Any:
    """The expression for names; None where the list is empty."""
    if not words.kinds and not words.short:
        return None
    kinds, short = _either(words.kinds), _either(words.short)
    return re2.compile(
        rf"\b(?:[A-Z][a-z]+ ){{1,3}}(?:{'|'.join(words.offices)}) of [A-Z][a-z]+"
        rf"|\b(?:{kinds}|{kinds.upper()})\.? {_FIRST}"
        rf"|\b(?:{short}|{short.upper()})(?:\.? {_FIRST}|\b)"
    )


def _leads(words: tuple[str, ...], text: str, body: Body) -> bool:
    """Whether one of some words stands before a name, up to three small words between."""
    before = text[max(body.span.start - _LEAD, 0) : body.span.start]
    return bool(words) and _lead(words).search(before) is not None


def _tells_of(words: tuple[str, ...], text: str) -> bool:
    """Whether one of some words stands anywhere: a cheap test before names are looked for."""
    return bool(words) and not text.isdigit() and _any(words).search(text) is not None


@cache
def _any(words: tuple[str, ...]) -> Any:
    return re2.compile(rf"(?i)\b(?:{_either(words)})")


@cache
def _lead(words: tuple[str, ...]) -> Any:
    return re2.compile(rf"(?i)\b(?:{_either(words)})(?: [a-z]+){{0,3}} ?:? ?$")


@cache
def _common(words: tuple[str, ...]) -> Any:
    """The expression for words that stand for a body where a preposition or a pointer follows."""
    if not words:
        return None
    return re2.compile(
        rf"\b({_either(words)})"
        r"(?: itu| tersebut| ini| (?:Pak|Bu|Bapak|Ibu|Mas|Mbak|Bang|Kak|Haji) [A-Z][a-z]+)?"
        r"(?: (?:di|pada|melalui|lewat|berada) | ?[,:(])"
    )


def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _spaced(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{word} " for word in words)
