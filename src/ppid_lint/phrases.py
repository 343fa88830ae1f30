"""Words and phrases of many lists, found in one pass over a text, whole words only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

import ahocorasick

from ppid_lint.lexicon import Entry, Lexicon


class PhraseHit(NamedTuple):
    """Where an entry of a word list stands."""

    start: int
    end: int
    entry: Entry


class Found(Mapping[str, list[PhraseHit]]):
    """What of some word lists stands in one text, by the lists' names: which at once, where when asked."""

    __slots__ = ("_hits", "_lists", "_phrases", "_spots", "_text")

    def __init__(self, phrases: Phrases, text: str, lists: int) -> None:
        self._phrases = phrases
        self._text = text
        self._lists = lists  # a bit for each list of which something may stand there
        self._spots: list[_Spot] | None = None
        self._hits: dict[str, list[PhraseHit]] = {}

    def hits(self, name: str) -> list[PhraseHit]:
        """The hits of one list in order of their ends."""
        if not self._lists & self._phrases.bits.get(name, 0):
            return []
        found = self._hits.get(name)
        if found is None:
            if self._spots is None:
                self._spots = self._phrases.spots(self._text)
            found = self._hits[name] = self._phrases.hits(self._text, self._spots, name)
        return found

    def maybe(self) -> Iterator[str]:
        """The names of lists of which something may stand there."""
        names, left = self._phrases.names, self._lists
        while left:
            lowest = left & -left
            yield names[lowest.bit_length() - 1]
            left ^= lowest

    def __getitem__(self, name: str) -> list[PhraseHit]:
        found = self.hits(name)
        if not found:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.maybe() if self.hits(name))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Phrases:
    """The entries of some word lists, ready to be looked for.

    The text is searched with everything but letters and digits turned into spaces, so that whole words
    only are found: in a short draft by looking words up, in a long one by an automaton of all entries.
    """

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self.names: list[str] = []
        self.bits: dict[str, int] = {}  # by the name of a list
        self._words: dict[str, list[_Wanted]] = {}  # a space at either end
        self._roots: dict[str, list[_Wanted]] = {}
        self._longest: dict[str, int] = {}  # by the first word of entries: the most words of one
        self._seen = 0  # code points
        for lexicon in lexicons:
            self.bits[lexicon.name] = 1 << len(self.names)
            self.names.append(lexicon.name)
            for entry in lexicon.entries:
                if not entry.like and (entry.inflect or "..." not in entry.text):
                    self._add(lexicon.name, entry)

    def find(self, text: str) -> Found:
        """What of the lists stands in a text: whole words, and roots in words too."""
        self._seen += len(text)
        lists = 0
        for _, word in self._ends(_spaced(text)):
            lists |= word[1]
        return Found(self, text, lists)

    def spots(self, text: str) -> list[_Spot]:
        """Where words and roots of the lists stand, in order of their ends."""
        return [(last + 1 - word.length, word) for last, word in self._ends(_spaced(text))]

    def hits(self, text: str, spots: Iterable[_Spot], name: str) -> list[PhraseHit]:
        """The hits of one list among the spots of a text."""
        bit = self.bits[name]
        whole: list[PhraseHit] = []
        parts: list[PhraseHit] = []
        for start, word in spots:
            if word[1] & bit:
                for wanted in word.wanted:
                    if wanted.name == name and (hit := _hit(text, start, wanted)):
                        (parts if wanted.entry.inflect else whole).append(hit)
        return sorted([*whole, *parts], key=_END) if parts else whole

    def _add(self, name: str, entry: Entry) -> None:
        """Adds an entry to the words: as one with a space at either end, or as a part of any word."""
        spaced = entry.text.translate(_SPACED)
        bare = spaced.strip()
        lead = len(spaced) - len(spaced.lstrip())
        exact = not entry.text.isalnum()
        if entry.inflect:
            self._roots.setdefault(bare, []).append(_Wanted(name, entry, lead, exact))
            return
        self._words.setdefault(f" {bare} ", []).append(_Wanted(name, entry, lead - 1, exact))
        first, _, rest = bare.partition(" ")
        count = len(rest.split()) + 1
        if count > self._longest.get(first, 0):
            self._longest[first] = count

    def _word(self, key: str, wanted: list[_Wanted]) -> _Word:
        lists = 0
        for one in wanted:
            lists |= self.bits[one.name]
        return _Word(len(key), lists, wanted)

    def _ends(self, spaced: str) -> Iterable[tuple[int, _Word]]:
        """The last letter, or the space after it, of each word and root that stands in a text."""
        if self._seen <= _MUCH:
            return self._looked_up(spaced)
        found: Iterable[tuple[int, _Word]] = self._all.iter(spaced) if self._words or self._roots else ()
        return found

    def _looked_up(self, spaced: str) -> Iterator[tuple[int, _Word]]:
        """The same without the automaton: each run of words from a first word on looked up."""
        runs = [match.span() for match in _RUN.finditer(spaced)]
        hits = []
        for at, (start, end) in enumerate(runs):
            most = self._longest.get(spaced[start:end], 0)
            for _, last in runs[at : at + most]:
                key = spaced[start - 1 : last + 1]
                if key in self._words:
                    hits.append((last, start, key))
        hits.sort()
        for last, _, key in hits:
            yield last, self._word(key, self._words[key])
        if self._roots:
            yield from self._parts.iter(spaced)

    @cached_property
    def _all(self) -> Any:
        return self._automaton([*self._words.items(), *self._roots.items()])

    @cached_property
    def _parts(self) -> Any:
        return self._automaton(self._roots.items())

    def _automaton(self, words: Iterable[tuple[str, list[_Wanted]]]) -> Any:
        automaton = ahocorasick.Automaton()
        for key, wanted in words:
            automaton.add_word(key, self._word(key, wanted))
        automaton.make_automaton()
        return automaton


_MUCH = 40_000  # code points from which an automaton of all entries is worth its making
_RUN = re.compile(r"[^ ]+")
_END = attrgetter("end")


class _Wanted(NamedTuple):
    """An entry and its list; how far it begins before its key; whether its marks must be checked."""

    name: str
    entry: Entry
    lead: int
    exact: bool


class _Word(NamedTuple):
    """What is looked for in one go: how long it is, the lists it may be of, and the entries it may be."""

    length: int
    lists: int
    wanted: list[_Wanted]


_Spot = tuple[int, _Word]  # where a word begins in the text between spaces


class _Spaces(dict[int, str]):
    """Letters and digits in lower case, each in its place; anything else a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        low = char.lower() if char.isalnum() or char == "_" else " "
        self[code] = low if len(low) == 1 else char
        return self[code]


_SPACED = _Spaces({code: _Spaces()[code] for code in range(128)})


def longest(hits: Iterable[tuple[int, PhraseHit]]) -> Iterator[tuple[int, PhraseHit]]:
    """Of hits that overlap in one block, the longest that begins first."""
    last = (-1, 0)
    for index, hit in sorted(hits, key=lambda pair: (pair[0], pair[1].start, -pair[1].end)):
        if index != last[0] or hit.start >= last[1]:
            last = (index, hit.end)
            yield index, hit


def lowered(text: str) -> str:
    """The text in lower case, each character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _spaced(text: str) -> str:
    return f" {text.translate(_SPACED)} "


def _hit(text: str, start: int, wanted: _Wanted) -> PhraseHit | None:
    """The hit of an entry whose key begins at a place of the text between spaces; None if marks differ."""
    entry = wanted.entry
    first = start - 1 - wanted.lead
    end = first + len(entry.text)
    if wanted.exact and (first < 0 or lowered(text[first:end]) != entry.text):
        return None
    return PhraseHit(first, end, entry)
