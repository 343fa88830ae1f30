"""Kind `acronym`: abbreviations in capitals that the draft never spells out."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse
from operator import itemgetter
from typing import Any, ClassVar, Literal, NamedTuple

import ahocorasick

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import is_source
from ppid_lint.matchers.sheet import sheets
from ppid_lint.nlp.abbreviations import DEGREES
from ppid_lint.nlp.words import APART

_READ = PROSE | {Role.CELL}
# A capital stands in front of what must not come before it, to let `re` skip from one to the next.
_CANDIDATE = re.compile(
    r"[A-Z](?<![\w./@#&'’-].)[A-Z]{1,6}(?:\d[A-Z]{1,4}|[a-z]{1,3})?\d{0,2}(?![\w@])(?![./&-]\w| [|]|\]-)"
)
# Several that a hyphen or stroke joins (KUA-PPAS), one with a digit inside (P2P), one behind e- (e-RKAS).
_JOINED = re.compile(
    r"[A-Z](?:(?<![\w./@#&'’-].)(?:[A-Z]{1,6}[-/](?:[A-Z]{2,7}[-/])*[A-Z]{2,7}|\d[A-Z]{1,3})"
    r"|(?<=\be-.)[A-Z]{2,6})(?![\w@&]|[./-]\w)"
)
_PART = re.compile(r"[A-Z0-9]+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_WORD = re.compile(rf"[A-Za-z][\w'’-]+|[\n{APART}]")  # a line's end parts names
_DEFINED_AFTER = re.compile(
    r"\s*[(/=:–—]\s*[A-Za-z][\w-]*[\s/-]+[A-Za-z]"
    r"|\s+(?:adalah|merupakan) (?:singkatan|kependekan)|\s+(?:stands for|is short for)"
)
_DEFINED_BEFORE = re.compile(
    r"(?:[(\[]\s*[\"“']?|(?:disingkat|disebut|dikenal sebagai|called)\s+[\"“']?|\b[a-z]+ atau )$"
)
# What comes before a company's or school's name, a code, a degree, a number: no acronym of its own.
_WHOSE = re.compile(
    r"(?:\b(?:PT|CV|UD|RS|RSU|RSUD|Bank|Hotel|Univ|Jl|Jalan|Sdr|No|Nomor|nopol|seri|kode|tipe|type|merek"
    r"|[Rr]uang|[Gg]edung|[Bb]lok)[.:]? ?:? ?| [/|] |[Bb]?e?r?[Ii]nisial |[A-Z]\., "
    r"|\b[A-Z][a-z]{0,3}\.[A-Za-z]{1,8}\., |\d ?)$"
)
_CAPITALS, _SMALL = string.ascii_uppercase.encode(), string.ascii_lowercase.encode()
_NONE = Lexicon("")
_UNITS = frozenset(
    ["GB", "MB", "KB", "TB", "KM", "KG", "CM", "MM", "HA", "KVA", "VA", "KWH", "KW", "MW", "ML"]
)
_APART = _UNITS | frozenset(degree.replace(".", "") for degree in DEGREES)
_JOINED_BY = "dan di ke dari yang untuk atas dengan bagi atau of the and for in"
_JOINING = frozenset(_JOINED_BY.split())
_FIRST = itemgetter(0)
_SHORTEST = 2  # letters of an acronym
_LOOSE = 3  # letters; initials of longer ones count in small letters too
_SHOUTED = 4  # letters; a neighbour in capitals this long makes a headline of both


class _Found(NamedTuple):
    """An acronym and its place."""

    block: int
    start: int
    end: int
    name: str  # with a capital in front


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym:
    """Acronyms outside the common ones, at the first place of each; `spelt_out` tells what some stand for.

    `clipped` are those of syllables (Musrenbang). One is spelt out where brackets explain it or hold it, or
    where words of its initials stand.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["acronym"] = "acronym"
    known: WordSet
    spelt_out: Lexicon
    clipped: Lexicon = _NONE
    words: WordSet  # words of the language: in capitals they are emphasis
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs(words=(self.clipped,))

    def find(self, draft: Draft) -> Iterator[Match]:
        found = self._candidates(draft)
        if not found:
            return
        defined = {place.name for place in found if _defines(draft, place)}
        first: dict[str, _Found] = {}
        for place in found:
            if place.name not in defined:
                first.setdefault(place.name, place)
        full = {entry.text: entry.to for entry in self.spelt_out.entries}
        text = APART.join(sheet.text for sheet in sheets(draft, _READ))
        spelt = spelt_out({name: full.get(name.lower(), ()) for name in first}, text)
        for name, place in first.items():
            if name not in spelt:
                yield self._match(place, full.get(name.lower(), ()))

    def _candidates(self, draft: Draft) -> list[_Found]:
        """The acronyms that are not common, where they stand for themselves."""
        places = sorted(self._places(draft))
        directory = draft.settings.directory
        known = directory.acronyms if directory else frozenset[str]()
        known |= {term.lower() for term in draft.settings.terms}
        strange = {name for name in {found.name for found in places} if not self._is_common(name, known)}
        return [found for found in places if found.name in strange and _is_said(draft, found)]

    def _places(self, draft: Draft) -> Iterator[_Found]:
        """Where anything stands that may be an acronym."""
        for sheet in sheets(draft, _READ):
            for start, end in _capitals(sheet.text):
                for index, at in sheet.places(start):
                    yield _Found(index, at, at + end - start, sheet.text[start:end])
        yield from self._clipped(draft)

    def _clipped(self, draft: Draft) -> Iterator[_Found]:
        """The acronyms of syllables, which stand in words of their own."""
        for index, (start, end, _) in draft.phrases(self.clipped, _READ):
            text = draft.blocks[index].text
            if not text[end : end + 1].isalnum() and not text[start:end].isupper():
                yield _Found(index, start, end, text[start].upper() + text[start + 1 : end])

    def _is_common(self, name: str, known: AbstractSet[str]) -> bool:
        lower = name.lower()
        if lower in self.known or lower in known or name in _APART or _ROMAN.fullmatch(name):
            return True
        return len(name) > 3 and name.isupper() and lower in self.words

    def _match(self, place: _Found, meanings: tuple[str, ...]) -> Match:
        return Match(
            block=place.block,
            start=place.start,
            end=place.end,
            confidence=self.confidence,
            values={"suggestion": f"{meanings[0]} ({place.name})" if meanings else ""},
        )


def _capitals(text: str) -> Iterator[tuple[int, int]]:
    """The places of acronyms in capitals, joined ones each by itself."""
    for match in _CANDIDATE.finditer(text):
        yield match.span()
    for match in _JOINED.finditer(text):
        for part in _PART.finditer(match[0]):
            yield match.start() + part.start(), match.start() + part.end()


def _is_said(draft: Draft, found: _Found) -> bool:
    """Whether an acronym is the writer's to explain: in no bibliography, headline, quotation or code."""
    index, start, end, _ = found
    text = draft.blocks[index].text
    if is_source(draft, index) or draft.once_for(index, _is_headline, partial(_is_headline, text)):
        return False
    return not draft.spared(index, start, end) and _stands_for_itself(text, start, end)


def _is_headline(text: str) -> bool:
    """Whether most letters of the text are capitals."""
    head = text[:400].encode("ascii", "ignore")
    return len(head.translate(None, _SMALL)) > len(head.translate(None, _CAPITALS))


def _stands_for_itself(text: str, start: int, end: int) -> bool:
    """Whether the capitals are an acronym here: no code, degree, company's name or shouted word."""
    if _WHOSE.search(text[max(start - 24, 0) : start]):
        return False
    before = text[max(start - 30, 0) : start].split()[-1:]
    after = text[end : end + 30].split()[:1]
    if end - start <= _SHORTEST and after and after[0][:1].isdigit():
        return False  # a number plate
    return not any(_is_shouted(word) or _is_serial(word) for word in (*before, *after))


def _is_shouted(word: str) -> bool:
    bare = word.strip("()[],.;:\"“”'")
    return len(bare) > _SHOUTED and bare.isupper() and bare.isalpha()


def _is_serial(word: str) -> bool:
    """Whether a neighbour is a number that is no year: B 1234 XYZ."""
    return word.isdigit() and len(word) > 2 and len(word) != 4


def _defines(draft: Draft, place: _Found) -> bool:
    """Whether brackets or a phrase beside the acronym spell it out."""
    text = draft.blocks[place.block].text
    after, before = text[place.end : place.end + 60], text[max(place.start - 40, 0) : place.start]
    return bool(_DEFINED_AFTER.match(after) or _DEFINED_BEFORE.search(before))


def _core(meaning: str) -> str:
    """What an acronym stands for, in small letters, without what brackets add."""
    return meaning.partition("(")[0].strip().lower()


def _letters(name: str) -> str:
    return "".join(char for char in name if char.isalpha()).upper()


def spelt_out(meanings: Mapping[str, tuple[str, ...]], text: str) -> set[str]:
    """Which acronyms a text spells out: by a meaning of theirs, or by words in a row with their initials."""
    cores = {_core(meaning): name for name, known in meanings.items() for meaning in known}
    found = {place.owner for place in _found(cores, text.lower())}
    rest = {_letters(name): name for name in meanings if name not in found}
    words = _WORD.findall(text) if rest else []
    for kept in (words, filterfalse(_JOINING.__contains__, words)) if rest else ():
        initials = "".join(map(_FIRST, kept))
        for hit in _found(rest, initials.upper()):
            if hit.end - hit.start > _LOOSE or initials[hit.start : hit.end].isupper():
                found.add(hit.owner)
    return found


class _Place(NamedTuple):
    start: int
    end: int
    owner: str


def _found(owners: Mapping[str, str], text: str) -> Iterator[_Place]:
    """The places of several strings in one pass, each with what it stands for."""
    automaton = ahocorasick.Automaton()
    for word, owner in owners.items():
        if len(word) >= _SHORTEST:
            automaton.add_word(word, (len(word), owner))
    if len(automaton):
        automaton.make_automaton()
        for last, (length, owner) in automaton.iter(text):
            yield _Place(last + 1 - length, last + 1, owner)
