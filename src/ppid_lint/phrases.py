"""Words and phrases of many lists, found in one pass over a text, whole words only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple

from ppid_lint.atoms import Atoms
from ppid_lint.index import Index, automaton_of, index_of
from ppid_lint.lexicon import Entry, Lexicon
from ppid_lint.spacing import between_spaces, held, spaced
from ppid_lint.wanted import Wanted, by_key


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

    def maybe(self) -> Iterator[str]:
        """The names of lists of which something may stand there."""
        names = self.phrases.names
        left = self.bits & (1 << len(names)) - 1
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
    `values` gives for the number of a word its lists, and above them the atoms it is one of, as bits.
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
        self._tables: dict[str, dict[str, list[Wanted]]] = {}

    def find(self, text: str) -> Found:
        """What of the lists stands in a text: whole words, and roots in words too."""
        bits = 0
        words = between_spaces(text)
        for _, spot in self._spots(words):
            bits |= self.values[spot[0]]
        if self._atoms and not words.isascii():
            for _, spot in self._spots(held(words)):
                bits |= self.values[spot[0]] >> self.above << self.above
        return Found(self, text, bits)

    def numbers(self, texts: Sequence[str]) -> list[set[int]]:
        """The numbers of what stands in each of some texts, found in one pass over all."""
        if not self.tells_atoms:
            return [{spot[0] for _, spot in self._spots(between_spaces(text))} for text in texts]
        words = [spaced(text) for text in texts]
        found = self._numbered(words)
        foreign = [at for at, text in enumerate(words) if not text.isascii()]
        if not foreign:
            return found
        for at, more in zip(foreign, self._numbered([held(words[at]) for at in foreign]), strict=True):
            found[at] |= {number for number in more if self.values[number] >> self.above}
        return found

    def _numbered(self, words: Sequence[str]) -> list[set[int]]:
        found: list[set[int]] = [set() for _ in words]
        ends = accumulate(len(text) + len(_APART) for text in words)
        end, mine = 0, set[int]()
        waiting = zip(ends, found, strict=True)
        for last, spot in self._spots(f" {_APART.join(words)} "):
            while last >= end:
                end, mine = next(waiting)
            mine.add(spot[0])
        return found

    def spots(self, text: str) -> list[_Spot]:
        """Where words and roots of the lists stand, in order of their ends."""
        listed = self._listed
        return [spot for spot in self._spots(between_spaces(text)) if spot[1][0] in listed]

    def hits(self, text: str, spots: Iterable[_Spot], name: str) -> list[PhraseHit]:
        """The hits of one list among the spots of a text."""
        table = self._tables.get(name)
        if table is None:
            table = self._tables[name] = by_key(self._lexicons[name])
        whole: list[PhraseHit] = []
        parts: list[PhraseHit] = []
        for last, (_, key) in spots:
            for wanted in table.get(key, ()):
                place = wanted.place(text, last - len(key))
                if place is not None:
                    hit = PhraseHit(place[0], place[1], wanted.entry)
                    (parts if wanted.entry.inflect else whole).append(hit)
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
                    hits.append((last, start, key, number))
        hits.sort()
        for last, _, key, number in hits:
            yield last, (number, key)
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
        return {key: number for key, number in self._index.roots.items() if self._lists[number]}

    @cached_property
    def values(self) -> Sequence[int]:
        """The bits of what is found, by its number."""
        return self._every[1] if self.tells_atoms else self._lists

    @cached_property
    def _listed(self) -> frozenset[int]:
        """The numbers of words and roots of the lists."""
        lists = (1 << self.above) - 1
        return frozenset(number for number, bits in enumerate(self.values) if bits & lists)

    @cached_property
    def _every(self) -> tuple[dict[str, int], Sequence[int]]:
        """The number of each word, root and atom, and the bits by number."""
        every = {key: self._lists[number] for key, number in self._index.words.items()}
        every |= {key: self._lists[number] for key, number in self._roots.items()}
        for atoms, bit in self._atoms.items():
            for atom in atoms:
                every[atom] = every.get(atom, 0) | bit << self.above
        numbers = {bits: at for at, bits in enumerate(dict.fromkeys(every.values()))}
        return {key: numbers[bits] for key, bits in every.items() if bits}, tuple(numbers)

    @cached_property
    def _all(self) -> Any:
        return automaton_of(self._every[0])

    @cached_property
    def _parts(self) -> Any:
        return automaton_of(self._roots)


_RUN = re.compile(r"[^ ]+")
_END = attrgetter("end")
_Spot = tuple[int, tuple[int, str]]  # the place between spaces; the number of the key, and the key
_APART = " \x1e "  # between texts that are searched together; no word holds it


def longest(hits: Iterable[tuple[int, PhraseHit]]) -> Iterator[tuple[int, PhraseHit]]:
    """Of hits that overlap in one block, the longest that begins first."""
    last = (-1, 0)
    for index, hit in sorted(hits, key=lambda pair: (pair[0], pair[1].start, -pair[1].end)):
        if index != last[0] or hit.start >= last[1]:
            last = (index, hit.end)
            yield index, hit
