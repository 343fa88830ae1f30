"""Words around names, by what they tell of the name beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ppid_lint.lexicon import Entries, Lexicon, WordSet

NO_WORDS = WordSet("")
_ASIDE = frozenset({"which", "also-name"})  # notes that do not make a word one of the others
ROLES = frozenset({"private", "child", "victim", "witness"})
"""Notes of words that give the person beside them a part."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Single words by their note in the word list, words that point back at a person, and given names.

    Notes: a role; `title`, `office`, `company`, `body`, `place`, `before-place`, `speech`, `speaker`,
    `pronoun`, `label`, `joins`, `number`, `kin`, and `word`, an ordinary word that may open a sentence;
    after a comma `pronoun` where a role points back too, `whose`, `which` and `post`. `also-name` marks a
    word of the language that people are named by.
    """

    notes: Mapping[str, str]
    pronouns: frozenset[str]
    names: frozenset[str] = field(repr=False)
    ordinary: WordSet = field(default=NO_WORDS, repr=False)  # words of the language, and places
    whose: frozenset[str] = frozenset()  # kin and servants, told apart by whose they are
    which: frozenset[str] = frozenset()  # words between these and the office: sulung, pribadi
    posts: frozenset[str] = frozenset()  # what only one in a village or a firm is: bendahara
    also_names: frozenset[str] = frozenset()  # words of the language that people are named by: indah
    children: tuple[str, ...] = ()  # words for a child

    def note(self, word: str) -> str:
        """The note of a word in lower case, *-nya* aside; "" for one that the list does not know."""
        return self.notes.get(word) or self.notes.get(word.removesuffix("nya"), "")

    def is_name(self, word: str) -> bool:
        """Whether a word in lower case is a common given name, or is built like one."""
        return word in self.names or (len(word) > 6 and word.endswith(_NAME_ENDINGS))

    def are_words(self, words: Iterable[str]) -> bool:
        """Whether words in lower case are all of the language, and nobody is named by one."""
        return all(word in self.ordinary and word not in self.also_names for word in words)

    def is_strange(self, word: str) -> bool:
        """Whether a word in lower case is no word of the language and no place: with a capital, a name."""
        if len(word) < _SHORTEST or not self.ordinary or not word.isalpha() or self.note(word):
            return False
        return word not in self.ordinary and not _GROWN.fullmatch(word) and not self._is_inflected(word)

    def _is_inflected(self, word: str) -> bool:
        """Whether a word is one of the language with an affix: *waspadai, dimuat, antarkecamatan*."""
        stems = (word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix))
        if any(len(stem) > 3 and stem in self.ordinary for stem in stems):
            return True
        return len(word) > 5 and word.endswith("i") and word[:-1] in self.ordinary


_PREFIXES = ("di", "ber", "antar", "pasca", "sub", "anti", "multi")
_SHORTEST = 4  # letters of a name that only the dictionary's silence tells

# Forms that a dictionary need not hold: sehubungan, isilah; and short names of offices: permendagri.
_GROWN = re.compile(
    r"(?:me|di|ber|ter|pe|se|ke|non|pra|pasca)[a-z]{3,}(?:an|i)|[a-z]{3,}kan"
    r"|[a-z]{3,}(?:lah|kah|pun|nya|isasi|itas)"
    r"|(?:kemen|permen|kepmen|disper|diskom|dinas|pemkab|pemkot|pemprov|forkopim)[a-z]+"
    r"|(?:satpol|satpom|satlan|satre[sk]|ditlan|ditre[sk]|ditpol|polres|polsek|kapol|wakapol|kasat|kabid|kabag)[a-z]+"
    r"|(?:danlan|danrem|dandim|koramil|kodam|lanud|lantamal|bappe|balitbang|dinkes|dinsos|dispor|disnak)[a-z]*"
)

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


def vocabulary(words: Lexicon, names: Lexicon, ordinary: WordSet = NO_WORDS) -> Vocabulary:
    """The vocabulary of two word lists and the words of the language, built once each."""
    return _vocabulary(Entries(words.entries), Entries(names.entries), ordinary)


@lru_cache(maxsize=16)
def _vocabulary(words: Entries, names: Entries, ordinary: WordSet) -> Vocabulary:
    told = [(entry.text, *entry.note.split(", ")) for entry in words.entries]
    notes = {word: note for word, note, *_ in told if note not in _ASIDE}
    return Vocabulary(
        notes,
        frozenset(word for word, *noted in told if "pronoun" in noted),
        frozenset(entry.text for entry in names.entries),
        ordinary,
        frozenset(word for word, *noted in told if "whose" in noted),
        frozenset(word for word, *noted in told if "which" in noted),
        frozenset(word for word, *noted in told if "post" in noted),
        frozenset(word for word, *noted in told if "also-name" in noted),
        tuple(word for word, note in notes.items() if note == "child"),
    )
