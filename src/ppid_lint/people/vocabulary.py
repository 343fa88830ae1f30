"""Words around names, by what they tell of the name beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ppid_lint.lexicon import Entry, Lexicon

ROLES = frozenset({"private", "child", "victim", "witness"})
"""Notes of words that give the person beside them a part."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Single words by their note in the word list, words that point back at a person, and given names.

    Notes: a role; `title`, `office`, `company`, `body`, `place`, `before-place`, `speech`, `speaker`,
    `pronoun`, `label`, `joins`, `number`, `kin`, and `word`, an ordinary word that may open a sentence.
    """

    notes: Mapping[str, str]
    pronouns: frozenset[str]
    names: frozenset[str] = field(repr=False)

    def note(self, word: str) -> str:
        """The note of a word in lower case, *-nya* aside; "" for one that the list does not know."""
        return self.notes.get(word) or self.notes.get(word.removesuffix("nya"), "")

    def is_name(self, word: str) -> bool:
        """Whether a word in lower case is a common given name, or is built like one."""
        return word in self.names or (len(word) > 6 and word.endswith(_NAME_ENDINGS))


# Endings that Javanese and Sundanese names have and hardly any word of the language.
_NAME_ENDINGS = (
    "wati",
    "ningsih",
    "yanto",
    "yono",
    "yanti",
    "ningrum",
    "wardani",
    "harjo",
    "sudarmo",
    "ningtyas",
)


class _Entries:
    """A word list told apart by which object it is: its thousand entries are not hashed at each call."""

    __slots__ = ("entries",)

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries

    def __hash__(self) -> int:
        return id(self.entries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Entries) and self.entries is other.entries


def vocabulary(words: Lexicon, names: Lexicon) -> Vocabulary:
    """The vocabulary of two word lists, built once each."""
    return _vocabulary(_Entries(words.entries), _Entries(names.entries))


@lru_cache(maxsize=16)
def _vocabulary(words: _Entries, names: _Entries) -> Vocabulary:
    return Vocabulary(
        {entry.text: entry.note.partition(",")[0] for entry in words.entries},
        frozenset(entry.text for entry in words.entries if entry.note.endswith("pronoun")),
        frozenset(entry.text for entry in names.entries),
    )
