"""Words and phrases of many lists, found in one pass over a text, whole words only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
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

    The text is searched with everything but letters and digits turned into spaces, and each entry with a
    space on both sides, so that the automaton itself finds whole words only.
    """

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        words: dict[str, list[_Wanted]] = {}
        roots: dict[str, list[_Wanted]] = {}
        for lexicon in lexicons:
            for entry in lexicon.entries:
                if entry.like:
                    continue
                if entry.inflect:
                    roots.setdefault(entry.text, []).append(_Wanted(lexicon.name, entry, 0, False))
                elif "..." not in entry.text:
                    spaced = entry.text.translate(_SPACED)
                    lead = len(spaced) - len(spaced.lstrip())
                    exact = not entry.text.isalnum()
                    wanted = _Wanted(lexicon.name, entry, lead, exact)
                    words.setdefault(f" {spaced.strip()} ", []).append(wanted)
        self._words = _automaton(words)
        self._roots = _automaton(roots)

    def find(self, text: str) -> dict[str, list[PhraseHit]]:
        """The hits in a text by the name of their word list, in order of their ends; roots inside words too."""
        found: dict[str, list[PhraseHit]] = {}
        if self._words is not None:
            for last, (length, wanted) in self._words.iter(f" {text.translate(_SPACED)} "):
                for name, entry, lead, exact in wanted:
                    start = last - 1 - length - lead
                    end = start + len(entry.text)
                    if not exact or (start >= 0 and lowered(text[start:end]) == entry.text):
                        found.setdefault(name, []).append(PhraseHit(start, end, entry))
        if self._roots is not None:
            self._find_roots(text, found)
        return found

    def _find_roots(self, text: str, found: dict[str, list[PhraseHit]]) -> None:
        grown = set()
        for last, (length, wanted) in self._roots.iter(lowered(text)):
            for name, entry, _, _ in wanted:
                found.setdefault(name, []).append(PhraseHit(last + 1 - length, last + 1, entry))
                grown.add(name)
        for name in grown:
            found[name].sort(key=_END)


_END = attrgetter("end")


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
        automaton.add_word(word, (len(word.strip()) if word[0] == " " else len(word), tuple(wanted)))
    automaton.make_automaton()
    return automaton
