"""Word lists: entries of words and phrases, what to say instead, and when they are right."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, overload

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
    entries: Sequence[Entry] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return bool(self.entries)

    @property
    def gapped(self) -> tuple[Entry, ...]:
        """The entries that have a gap."""
        if isinstance(self.entries, Packed):
            return self.entries.gapped
        return tuple(entry for entry in self.entries if not entry.like and GAP in entry.text)

    @property
    def likes(self) -> tuple[Entry, ...]:
        """The entries that are expressions."""
        if isinstance(self.entries, Packed):
            return self.entries.likes
        return tuple(entry for entry in self.entries if entry.like)

    def __reduce__(self) -> tuple[object, ...]:
        return Lexicon, (self.name, packed(self))


class Packed(Sequence[Entry]):
    """The entries of a word list as bytes, until one is asked for: of most lists of a run none ever is."""

    def __init__(self, data: bytes, length: int, gapped: tuple[Entry, ...], likes: tuple[Entry, ...]) -> None:
        self._data = data  # as `marshal` gives them; those that are a text alone as that text
        self._length = length
        self.gapped = gapped
        self.likes = likes

    def __reduce__(self) -> tuple[object, ...]:
        return Packed, (self._data, self._length, self.gapped, self.likes)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, index: int | slice) -> Entry | tuple[Entry, ...]:
        return self._entries[index]

    def __len__(self) -> int:
        return self._length

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._entries == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return tuple(Entry(e) if isinstance(e, str) else Entry._make(e) for e in marshal.loads(self._data))


def packed(lexicon: Lexicon) -> Packed:
    """The entries of a word list packed."""
    entries = lexicon.entries
    if isinstance(entries, Packed):
        return entries
    plain: Any = tuple(entry.text if entry[1:] == _PLAIN else tuple(entry) for entry in entries)
    return Packed(marshal.dumps(plain), len(entries), lexicon.gapped, lexicon.likes)


_PLAIN = Entry("")[1:]


@dataclass(frozen=True, eq=False)
class WordSet:
    """A named set of known words in small letters, looked up rather than scanned for.

    Told apart by which object it is, so that it may be a key: to compare a hundred thousand words takes long.
    """

    name: str
    lines: str = ""  # the words, one a line

    @cached_property
    def words(self) -> frozenset[str]:
        """The words."""
        return frozenset(self.lines.splitlines())

    def __contains__(self, word: object) -> bool:
        return word in self.words

    def __bool__(self) -> bool:
        return bool(self.lines)

    def __reduce__(self) -> tuple[object, ...]:
        return WordSet, (self.name, self.lines)


class Entries:
    """A word list told apart by which object it is: its thousand entries are not hashed at each call."""

    __slots__ = ("entries",)

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries

    def __hash__(self) -> int:
        return id(self.entries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entries) and self.entries is other.entries
