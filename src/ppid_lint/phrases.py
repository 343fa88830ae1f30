"""Words and phrases of many lists, found in one pass over a text, whole words only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

import ahocorasick

from ppid_lint.lexicon import Entry, Lexicon


class PhraseHit(NamedTuple):
    """Where an entry of a word list stands."""

    start: int
    end: int
    entry: Entry


class Phrases:
    """The entries of some word lists, ready to be looked for.

    The text is searched with everything but letters and digits turned into spaces, so that whole words
    only are found: in a short draft by looking words up, in a long one by an automaton of all entries.
    """

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self._words: dict[str, list[_Wanted]] = {}
        self._longest: dict[str, int] = {}  # by the first word of entries: the most words of one
        self._seen = 0  # code points
        roots: dict[str, list[_Wanted]] = {}
        for lexicon in lexicons:
            for entry in lexicon.entries:
                if entry.like:
                    continue
                if entry.inflect:
                    roots.setdefault(entry.text, []).append(_Wanted(lexicon.name, entry, 0, False))
                elif "..." not in entry.text:
                    self._add(lexicon.name, entry)
        self._roots = _automaton(roots)

    def find(self, text: str) -> dict[str, list[PhraseHit]]:
        """The hits in a text by the name of their word list, in order of their ends; roots in words too."""
        found: dict[str, list[PhraseHit]] = {}
        self._seen += len(text)
        spaced = text.translate(_SPACED)
        for start, wanted in self._searched(spaced) if self._seen > _MUCH else self._looked_up(spaced):
            for name, entry, lead, exact in wanted:
                first = start - lead
                end = first + len(entry.text)
                if not exact or (first >= 0 and lowered(text[first:end]) == entry.text):
                    found.setdefault(name, []).append(PhraseHit(first, end, entry))
        if self._roots is not None:
            self._find_roots(text, found)
        return found

    def _add(self, name: str, entry: Entry) -> None:
        spaced = entry.text.translate(_SPACED)
        bare = spaced.strip()
        lead = len(spaced) - len(spaced.lstrip())
        self._words.setdefault(bare, []).append(_Wanted(name, entry, lead, not entry.text.isalnum()))
        first, _, rest = bare.partition(" ")
        words = len(rest.split()) + 1
        if words > self._longest.get(first, 0):
            self._longest[first] = words

    def _looked_up(self, spaced: str) -> Iterator[tuple[int, list[_Wanted]]]:
        """Where entries begin, each run of words from a first word on looked up; in order of their ends."""
        spans = [match.span() for match in _RUN.finditer(spaced)]
        hits = []
        for at, (start, end) in enumerate(spans):
            most = self._longest.get(spaced[start:end], 0)
            for _, last in spans[at : at + most]:
                wanted = self._words.get(spaced[start:last])
                if wanted:
                    hits.append((last, start, wanted))
        hits.sort(key=_FIRST_TWO)
        return ((start, wanted) for _, start, wanted in hits)

    def _searched(self, spaced: str) -> Iterator[tuple[int, list[_Wanted]]]:
        """The same by the automaton."""
        if self._words:
            for last, (length, wanted) in self._all.iter(f" {spaced} "):
                yield last - 1 - length, wanted

    @cached_property
    def _all(self) -> Any:
        automaton = ahocorasick.Automaton()
        for word, wanted in self._words.items():
            automaton.add_word(f" {word} ", (len(word), wanted))
        automaton.make_automaton()
        return automaton

    def _find_roots(self, text: str, found: dict[str, list[PhraseHit]]) -> None:
        grown = set()
        for last, (length, wanted) in self._roots.iter(lowered(text)):
            for name, entry, _, _ in wanted:
                found.setdefault(name, []).append(PhraseHit(last + 1 - length, last + 1, entry))
                grown.add(name)
        for name in grown:
            found[name].sort(key=_END)


_MUCH = 40_000  # code points from which an automaton of all entries is worth its making
_RUN = re.compile(r"[^ ]+")
_END = attrgetter("end")
_FIRST_TWO = itemgetter(0, 1)


class _Wanted(NamedTuple):
    """An entry and its list; how far its first letter stands in it; whether its marks must be checked."""

    name: str
    entry: Entry
    lead: int
    exact: bool


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


def _automaton(words: dict[str, list[_Wanted]]) -> Any:
    if not words:
        return None
    automaton = ahocorasick.Automaton()
    for word, wanted in words.items():
        automaton.add_word(word, (len(word), tuple(wanted)))
    automaton.make_automaton()
    return automaton
