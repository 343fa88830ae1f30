"""The organisations that a draft names beside those of the directory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import re2

from ppid_lint.contacts.body_words import BodyWords
from ppid_lint.text import Span

_NAME = r"(?:[A-Z][A-Za-z0-9]*|dan|DAN|of)"
_FIRST = (
    rf"(?:(?:[Dd]r\. |[Dd]r |[KHR]+\. )?[A-Z][A-Za-z0-9]*|[0-9]{{1,3}} [A-Z][A-Za-z]*|dan|of)(?: {_NAME})*"
)
_CAPITALS = re.compile("[A-Z]{2}")  # initials hold some: a cheap test
_INITIALS = re2.compile(r"\b([A-Z]{2,6})(?: [0-9]{1,4})?(?: [A-Z][a-z]+(?:-[A-Z][a-z]+)?){0,3}\b")
_OWNED = re2.compile(  # what may stand between initials and the channel they own
    r"(?i)^[ ,:(|–-]*(?:(?:di|pada|lewat|melalui|telepon|telp|tel|nomor|no|surel|e-?mail|wa|whatsapp|hp"
    r"|hotline|faks)\b[ .:(]*){0,3}(?:[+0-9(]|[a-z0-9._-]+@)"
)
_REGION = re2.compile(r"\b(?:Kota|Kabupaten|Kab\.?|Provinsi|Prov\.?) ([A-Z][a-z]+)")
_GAP = 60  # code points that such words take at most
_BEFORE = 14  # code points that hold the longest word for a venue
_LEAD = 50  # code points that hold words that introduce a body

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
        words = frozenset(self.words.whereabouts)
        return name.startswith(self.words.places) and before.rpartition(" ")[0].rpartition(" ")[2] in words

    def _ended(self, name: str) -> str:
        """A name up to a word that ends it: `Mal Pelayanan Publik | Senin`."""
        words = name.split(" ")
        ends = frozenset(self.words.ends)
        at = next((at for at, word in enumerate(words) if word.strip(".") in ends), len(words))
        return " ".join(words[:at])

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

    def opening_initials(self, text: str) -> Body | None:
        """The initials of a body that a title begins with."""
        found = _INITIALS.match(text)
        if found is None or found[1] in self.words.not_short:
            return None
        return Body(Span(*found.span(1)), found[1])

    def is_parent(self, name: str) -> bool:
        """Whether a name is of the kind that stands over an office in its letterhead."""
        return name.lower().startswith(tuple(kind.lower() for kind in self.words.parents))

    def is_own_unit(self, name: str) -> bool:
        """Whether a name is of a kind that is of whoever publishes, and names no other body."""
        kind = next((kind for kind in _spaced(self.words.own_units) if name.startswith(kind)), "")
        rest = name.removeprefix(kind)
        alone = not f"{rest} ".startswith(_spaced(self.words.others))
        return bool(kind) and alone and not any(True for _ in self.named(rest))

    def is_office_of(self, name: str, government: Key) -> bool:
        """Whether a name is that of an office under a regional government: of no other region."""
        first = {kind.split()[0].lower() for kind in self.words.governments}
        if not government or government[0] not in first or government[1:2] == ("desa",):
            return False
        region = _REGION.search(name)
        ours = region is None or region[1].lower() in government
        return ours and f"{name} ".startswith(_spaced(self.words.regional))

    def is_building(self, name: str) -> bool:
        """Whether a name is of a kind that says in which house an office is."""
        return f"{name} ".startswith(_spaced(self.words.buildings))

    def is_ground(self, name: str) -> bool:
        """Whether a name is of a kind of places that publish nothing."""
        return f"{name} ".startswith(_spaced(self.words.grounds)) and not name.startswith("Mal Pelayanan")

    def is_private(self, name: str) -> bool:
        """Whether a name is of a kind that is no public body's."""
        return f"{name} ".startswith(_spaced(self.words.private)) or name.lower() in self.words.common

    def key(self, name: str) -> Key:
        """The words by which an organisation is known again, without a word for its office before them."""
        words = [word for word in name.lower().replace(".", "").split() if word not in self.words.filling]
        return tuple(words[1:] if len(words) > 2 and words[0] in self.words.prefixes else words)

    def may_introduce(self, text: str) -> bool:
        """Whether a text holds a word that offers a body: a cheap test before names are looked for."""
        return _tells_of(self.words.introductions, text)

    def introduces(self, text: str, body: Body) -> bool:
        """Whether a block names an organisation as the one to turn to: `Pendaftaran: Dinas …`."""
        return _leads(self.words.introductions, text, body)


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
    several = tuple(word for word in words if " " in word)  # of one word, *Bank* may be the publisher's own
    return re2.compile(
        rf"\b({_either(words)}|(?i:{_either(several)}))"
        r"(?: itu| tersebut| ini| (?:Pak|Bu|Bapak|Ibu|Mas|Mbak|Bang|Kak|Haji) [A-Z][a-z]+)?"
        r"(?: (?:di|pada|melalui|lewat|berada) | ?[,:(])"
    )


@cache
def _spaced(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{word} " for word in words)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
