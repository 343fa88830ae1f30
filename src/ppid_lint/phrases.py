"""Words and phrases of many lists, found in one pass over a text, whole words only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

import ahocorasick

from ppid_lint.atoms import Atoms
from ppid_lint.index import Index, index_of, looked_for, sought
from ppid_lint.lexicon import Entry, Lexicon
from ppid_lint.spacing import affixed, between_spaces, held, lowered, spaced


class PhraseHit(NamedTuple):
    """Where an entry of a word list stands."""

    start: int
    end: int
    entry: Entry


class Found(Mapping[str, list[PhraseHit]]):
    """What of some word lists stands in one text, by their names: which at once, where when asked."""

    __slots__ = ("_hits", "_spots", "_text", "bits", "phrases")

    def __init__(self, phrases: Phrases, text: str, bits: int) -> None:
        self.phrases = phrases
        self._text = text
        self.bits = bits  # one for each list of which something may stand there
        self._spots: list[_Spot] | None = None
        self._hits: dict[str, list[PhraseHit]] = {}

    def hits(self, name: str) -> list[PhraseHit]:
        """The hits of one list in order of their ends."""
        if not self.bits & self.phrases.bits.get(name, 0):
            return []
        found = self._hits.get(name)
        if found is None:
            if self._spots is None:
                self._spots = self.phrases.spots(self._text)
            found = self._hits[name] = self.phrases.hits(self._text, self._spots, name)
        return found

    def has(self, name: str) -> bool:
        """Whether an entry of a list stands there."""
        bit = self.phrases.bits.get(name, 0)
        return bool(self.bits & bit) and (bool(self.bits & bit << self.phrases.sure) or bool(self.hits(name)))

    def maybe(self, among: int = -1) -> Iterator[str]:
        """The names of lists of which something may stand there, of all or of those of some bits."""
        names = self.phrases.names
        left = self.bits & among & (1 << len(names)) - 1
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
    only are found: in a short draft by looking words up, in a `long` one by an automaton of all entries.
    That one tells of `atoms` too. What is kept for each word is
    numbers and text alone: there are tens of thousands, and the garbage collector passes over those.
    """

    def __init__(
        self,
        lexicons: Iterable[Lexicon],
        index: Index | None = None,
        *,
        long: bool = False,
        atoms: Mapping[Atoms, int] | None = None,
    ) -> None:
        """The `index` may be one of more word lists."""
        self._lexicons = {lexicon.name: lexicon for lexicon in lexicons}
        self._index = index or index_of(self._lexicons.values())
        self.names = self._index.names
        self.bits = {name: 1 << at for at, name in enumerate(self.names) if name in self._lexicons}
        self.tells_atoms = long
        self._atoms = atoms or {}
        self.sure = len(self.names)  # the bit of a list moved by it: a word of the list that needs no check
        self.above = 2 * len(self.names)  # where the bits of atoms begin
        self._tables: dict[str, dict[str, list[_Wanted]]] = {}

    def find(self, text: str) -> Found:
        """What of the lists stands in a text: whole words, and roots in words too."""
        bits = 0
        words = between_spaces(text)
        for _, spot in self._spots(words):
            bits |= spot[0]
        if self._atoms and not words.isascii():
            for _, spot in self._spots(held(words)):
                bits |= spot[0] >> self.above << self.above
        return Found(self, text, bits)

    def spots(self, text: str) -> list[_Spot]:
        """Where words and roots of the lists stand, in order of their ends."""
        lists = (1 << self.above) - 1
        return [spot for spot in self._spots(between_spaces(text)) if spot[1][0] & lists]

    def hits(self, text: str, spots: Iterable[_Spot], name: str) -> list[PhraseHit]:
        """The hits of one list among the spots of a text."""
        table = self._tables.get(name)
        if table is None:
            table = self._tables[name] = _table(self._lexicons[name])
        whole: list[PhraseHit] = []
        parts: list[PhraseHit] = []
        bit = self.bits[name]
        for last, (bits, key) in spots:
            if bits & bit:
                for wanted in table[key]:
                    hit = _hit(text, last - len(key), wanted)
                    if hit is not None:
                        (parts if wanted[0].inflect else whole).append(hit)
        return sorted([*whole, *parts], key=_END) if parts else whole

    def _spots(self, words: str) -> Iterable[_Spot]:
        """Each word and root that stands in a text, by its last letter or the space after it."""
        if not self.tells_atoms:
            return self._looked_up(words)
        found: Iterable[_Spot] = self._all.iter(words) if len(self._all) else ()
        return found

    def _looked_up(self, words: str) -> Iterator[_Spot]:
        """The same without the automaton: each run of words from a first word on looked up."""
        runs = [match.span() for match in _RUN.finditer(words)]
        hits = []
        for at, (start, end) in enumerate(runs):
            most = self._index.most.get(words[start:end], 1)
            for _, last in runs[at : at + most]:
                key = words[start - 1 : last + 1]
                number = self._index.words.get(key)
                if number is not None and self._lists[number]:
                    hits.append((last, start, key, self._lists[number]))
        hits.sort()
        for last, _, key, bits in hits:
            yield last, (bits, key)
        if self._roots:
            yield from self._parts.iter(words)

    @cached_property
    def _lists(self) -> tuple[int, ...]:
        """The lists that the numbers of the index stand for, no others than those that are asked for."""
        asked = sum(self.bits.values())
        asked |= asked << self.sure
        return tuple(bits & asked for bits in self._index.lists)

    @cached_property
    def _roots(self) -> dict[str, int]:
        return {key: bits for key, number in self._index.roots.items() if (bits := self._lists[number])}

    @cached_property
    def _all(self) -> Any:
        every = {key: bits for key, number in self._index.words.items() if (bits := self._lists[number])}
        every |= self._roots
        for atoms, bit in self._atoms.items():
            for atom in atoms:
                every[atom] = every.get(atom, 0) | bit << self.above
        return _automaton(every)

    @cached_property
    def _parts(self) -> Any:
        return _automaton(self._roots)


_RUN = re.compile(r"[^ ]+")
_END = attrgetter("end")
_Spot = tuple[int, tuple[int, str]]  # the place in the text between spaces; the bits of the key, and the key


# An entry, how far it begins before its key, whether its marks must be checked: lists have thousands.
_Wanted = tuple[Entry, int, bool]


def longest(hits: Iterable[tuple[int, PhraseHit]]) -> Iterator[tuple[int, PhraseHit]]:
    """Of hits that overlap in one block, the longest that begins first."""
    last = (-1, 0)
    for index, hit in sorted(hits, key=lambda pair: (pair[0], pair[1].start, -pair[1].end)):
        if index != last[0] or hit.start >= last[1]:
            last = (index, hit.end)
            yield index, hit


def _table(lexicon: Lexicon) -> dict[str, list[_Wanted]]:
    """The entries of a list by what is looked for."""
    table: dict[str, list[_Wanted]] = {}
    for entry in looked_for(lexicon):
        key, wanted = _plain(entry) if entry.text.isalnum() and not entry.inflect else _marked(entry)
        known = table.get(key)
        if known is None:
            table[key] = [wanted]
        else:
            known.append(wanted)
    return table


def _plain(entry: Entry) -> tuple[str, _Wanted]:
    """What is looked for of a single word."""
    return f" {entry.text} ", (entry, -1, False)


def _marked(entry: Entry) -> tuple[str, _Wanted]:
    """What is looked for of a phrase, a root, or a word with marks."""
    key = sought(entry)
    lead = 0 if entry.text[0].isalnum() else len(marked := spaced(entry.text)) - len(marked.lstrip())
    return key, (entry, lead - (not entry.inflect), not entry.text.isalnum())


def _hit(text: str, start: int, wanted: _Wanted) -> PhraseHit | None:
    """The hit of an entry whose key begins at a place of the text; None where its marks differ."""
    entry, lead, exact = wanted
    first = start - lead
    end = first + len(entry.text)
    if exact and (first < 0 or lowered(text[first:end]) != entry.text):
        return None
    return PhraseHit(first, end, entry) if not entry.inflect or affixed(text, first, end) else None


def _automaton(keys: Mapping[str, int]) -> Any:
    automaton = ahocorasick.Automaton()
    for key, bits in keys.items():
        automaton.add_word(key, (bits, key))
    automaton.make_automaton()
    return automaton
