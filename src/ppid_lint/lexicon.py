"""Word lists: entries of words and phrases, what to say instead, and when they are right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

GAP = "..."  # in an entry


class Entry(NamedTuple):  # not a dataclass: thousands are loaded at every start
    """A word or phrase in lower case; `...` in it stands for up to six words between.

    Only kinds that say so read entries with such a gap, or with `like`.
    """

    text: str
    to: tuple[str, ...] = ()  # what to say instead, the default first; none means: leave it out
    safe: bool = False  # whether the default may replace it unseen
    unless: tuple[str, ...] = ()  # words beside it that make it right
    inflect: bool = False  # whether forms with affixes are meant too
    note: str = ""
    like: bool = False  # whether the text is an RE2 expression


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A named set of entries; the name tells word lists apart, so it is theirs alone."""

    name: str
    entries: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)

    @property
    def gapped(self) -> tuple[Entry, ...]:
        """The entries that have a gap."""
        return tuple(entry for entry in self.entries if not entry.like and GAP in entry.text)

    @property
    def likes(self) -> tuple[Entry, ...]:
        """The entries that are expressions."""
        return tuple(entry for entry in self.entries if entry.like)

    def __reduce__(self) -> tuple[object, ...]:
        # Entries that are a text alone go as that text: thousands are loaded at every start.
        plain = tuple(entry.text if entry[1:] == _PLAIN else tuple(entry) for entry in self.entries)
        return _rebuild, (self.name, plain)


_PLAIN = Entry("")[1:]


def _rebuild(name: str, entries: tuple[Any, ...]) -> Lexicon:
    return Lexicon(name, tuple(Entry(e) if isinstance(e, str) else Entry._make(e) for e in entries))


@dataclass(frozen=True, slots=True, eq=False)
class WordSet:
    """A named set of known words in small letters, looked up rather than scanned for.

    Told apart by which object it is, so that it may be a key: to compare a hundred thousand words takes long.
    """

    name: str
    words: frozenset[str] = frozenset()

    def __contains__(self, word: object) -> bool:
        return word in self.words

    def __bool__(self) -> bool:
        return bool(self.words)
