"""Kind `acronym`: abbreviations in capitals that the draft never spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Literal, NamedTuple

import ahocorasick

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import is_source
from ppid_lint.nlp.abbreviations import DEGREES

_READ = PROSE | {Role.CELL}
# A capital stands in front of what must not come before it, to let `re` skip from one to the next.
_CANDIDATE = re.compile(
    r"[A-Z](?<![\w./@#&'’-].)[A-Z]{1,6}(?:\d[A-Z]{1,4}|[a-z]{1,3})?\d{0,2}(?![\w@])(?![./&-]\w| [|]|\]-)"
)
# Several that a hyphen or stroke joins (KUA-PPAS), one with a digit inside (P2P), one behind e- (e-RKAS).
_JOINED = re.compile(
    r"(?<![\w./@#&'’-])(?:[A-Z]{2,7}[-/])+[A-Z]{2,7}(?![\w@&]|[./-]\w)"
    r"|(?<![\w./@#&'’-])[A-Z]\d[A-Z]{1,3}(?![\w@&]|[./-]\w)|(?<=\be-)[A-Z]{3,7}(?![\w@&]|[./-]\w)"
)
_MAY_BE_JOINED = re.compile(r"[A-Ze][-/\d][A-Z]")
_PART = re.compile(r"[A-Z0-9]+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_WORD = re.compile(r"[A-Za-z][\w'’-]+|\n")  # a line's end parts names
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
_NONE = Lexicon("")
_UNITS = frozenset(
    ["GB", "MB", "KB", "TB", "KM", "KG", "CM", "MM", "HA", "KVA", "VA", "KWH", "KW", "MW", "ML"]
)
_APART = _UNITS | frozenset(degree.replace(".", "") for degree in DEGREES)
_JOINED_BY = "dan di ke dari yang untuk atas dengan bagi atau of the and for in"
_JOINING = frozenset(_JOINED_BY.split())
_SHORTEST = 2  # letters of an acronym
_LOOSE = 3  # letters; initials of longer ones count in small letters too
_SHOUTED = 4  # letters; a neighbour in capitals this long makes a headline of both


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
        found = list(self._candidates(draft))
        if not found:
            return
        text_of = [block.text for block in draft.blocks]
        defined = {name for name, index, start, end in found if _defines(text_of[index], start, end)}
        first = {name: place for name, place in _first(found).items() if name not in defined}
        full = {entry.text: entry.to for entry in self.spelt_out.entries}
        text = "\n".join({block.text: 0 for block in draft.blocks if block.role in _READ})
        spelt = spelt_out({name: full.get(name.lower(), ()) for name in first}, text)
        for name, (index, start, end) in first.items():
            if name not in spelt:
                yield self._match(index, start, end, name, full.get(name.lower(), ()))

    def _candidates(self, draft: Draft) -> Iterator[tuple[str, int, int, int]]:
        directory = draft.settings.directory
        known = directory.acronyms if directory else frozenset[str]()
        known |= {term.lower() for term in draft.settings.terms}
        clipped = self._clipped(draft)
        for index, block in enumerate(draft.blocks):
            if block.role not in _READ:
                continue
            capitals = draft.once_for(index, _capitals, partial(_capitals, block.text))
            places = [*capitals, *clipped.get(index, ())]
            names = [(block.text[start:end], start, end) for start, end in sorted(places)]
            strange = [name for name in names if not self._is_common(name[0], known)]
            if not strange or is_source(draft, index) or _is_headline(block.text):
                continue
            for name, start, end in strange:
                if not draft.spared(index, start, end) and _stands_for_itself(block.text, start, end):
                    yield name[0].upper() + name[1:], index, start, end

    def _clipped(self, draft: Draft) -> dict[int, list[tuple[int, int]]]:
        """The acronyms of syllables, which stand in words of their own, by block."""
        found: dict[int, list[tuple[int, int]]] = {}
        for index, hit in draft.phrases(self.clipped, _READ):
            text = draft.blocks[index].text
            if not text[hit.end : hit.end + 1].isalnum() and not text[hit.start : hit.end].isupper():
                found.setdefault(index, []).append((hit.start, hit.end))
        return found

    def _is_common(self, name: str, known: AbstractSet[str]) -> bool:
        lower = name.lower()
        if lower in self.known or lower in known or name in _APART or _ROMAN.fullmatch(name):
            return True
        return len(name) > 3 and name.isupper() and lower in self.words

    def _match(self, index: int, start: int, end: int, name: str, meanings: tuple[str, ...]) -> Match:
        suggestion = f"{meanings[0]} ({name})" if meanings else ""
        return Match(
            block=index, start=start, end=end, confidence=self.confidence, values={"suggestion": suggestion}
        )


def _capitals(text: str) -> tuple[tuple[int, int], ...]:
    """The places of acronyms in capitals, joined ones each by itself."""
    joined = _JOINED.finditer(text) if _MAY_BE_JOINED.search(text) else ()
    parts = ((match.start(), part) for match in joined for part in _PART.finditer(match[0]))
    return (
        *(match.span() for match in _CANDIDATE.finditer(text)),
        *((start + part.start(), start + part.end()) for start, part in parts),
    )


def _first(found: list[tuple[str, int, int, int]]) -> dict[str, tuple[int, int, int]]:
    """The first place of each acronym."""
    places: dict[str, tuple[int, int, int]] = {}
    for name, *place in found:
        places.setdefault(name, (place[0], place[1], place[2]))
    return places


def _is_headline(text: str) -> bool:
    """Whether most letters of the text are capitals."""
    head = text[:400]
    return sum(map(str.isupper, head)) > sum(map(str.islower, head))


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


def _defines(text: str, start: int, end: int) -> bool:
    """Whether brackets or a phrase beside the acronym spell it out."""
    return bool(
        _DEFINED_AFTER.match(text[end : end + 60]) or _DEFINED_BEFORE.search(text[max(start - 40, 0) : start])
    )


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
    for kept in (words, [word for word in words if word not in _JOINING]) if rest else ():
        initials = "".join([word[0] for word in kept])
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
