"""An inverted index of word lists: what is looked for in a text, each word or phrase once, with its lists."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import ahocorasick

from ppid_lint.lexicon import GAP, Entry, Lexicon
from ppid_lint.spacing import spaced


@dataclass(frozen=True, slots=True)
class Index:
    """Words, phrases and roots of word lists, each with a number; to each number belong lists, as bits.

    It is kept with the compiled rules: to make it of tens of thousands of entries takes longer than to
    look a short draft through.
    """

    names: tuple[str, ...] = ()  # of the lists, in order of their bits
    words: Mapping[str, int] = field(default_factory=dict)  # a space at either end
    roots: Mapping[str, int] = field(default_factory=dict)  # found in words too
    most: Mapping[str, int] = field(default_factory=dict)  # the words of the longest phrase, by its first
    lists: tuple[int, ...] = ()  # by number; moved by the count of `names`: a word that needs no check

    def __reduce__(self) -> tuple[object, ...]:
        # At every start this is read: `marshal` takes half the time.
        kept: Any = (self.names, self.words, self.roots, self.most, self.lists)
        return _loaded, (marshal.dumps(kept),)


def _loaded(kept: bytes) -> Index:
    return Index(*marshal.loads(kept))


def index_of(lexicons: Iterable[Lexicon]) -> Index:
    """The index of some word lists; of those of one name, the first."""
    unlike = {lexicon.name: lexicon for lexicon in reversed(tuple(lexicons))}
    names = tuple(reversed(unlike))
    words: dict[str, int] = {}
    roots: dict[str, int] = {}
    for at, name in enumerate(names):
        bit = 1 << at
        surely = bit | bit << len(names)
        for entry in looked_for(unlike[name]):
            found = roots if entry.inflect else words
            key = sought(entry)
            found[key] = found.get(key, 0) | (surely if entry.text.isalnum() and not entry.inflect else bit)
    numbers = {bits: at for at, bits in enumerate(dict.fromkeys((*words.values(), *roots.values())))}
    return Index(
        names,
        {key: numbers[bits] for key, bits in words.items()},
        {key: numbers[bits] for key, bits in roots.items()},
        _most(words),
        tuple(numbers),
    )


def looked_for(lexicon: Lexicon) -> Iterator[Entry]:
    """The entries of a list that stand in a text as they are."""
    return (entry for entry in lexicon.entries if not entry.like and (entry.inflect or GAP not in entry.text))


def sought(entry: Entry) -> str:
    """What is looked for of an entry: a word or phrase between spaces, or a part of any word."""
    bare = spaced(entry.text).strip()
    return bare if entry.inflect else f" {bare} "


def _most(words: Iterable[str]) -> dict[str, int]:
    """How many words the longest phrase has, by its first word; words that begin none are left out."""
    most: dict[str, int] = {}
    for key in words:
        count = key.count(" ") - 1
        if count > 1:
            first = key[1 : key.index(" ", 1)]
            most[first] = max(count, most.get(first, 0))
    return most


def automaton_of(keys: Mapping[str, int]) -> Any:
    """What finds words and roots in a text, each with its number."""
    automaton = ahocorasick.Automaton()
    for key, number in keys.items():
        automaton.add_word(key, (number, key))
    automaton.make_automaton()
    return automaton
