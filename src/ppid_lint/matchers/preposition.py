"""Kind `preposition`: di, ke and dari written into the next word, and the prefix di- written apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Entry, Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import quoted
from ppid_lint.matchers.wording import is_name, recased, swap
from ppid_lint.nlp.affixes import attach

_PLACES = PROSE | {Role.CELL}
_NONE = WordSet("")
_ROOT = 3  # letters of a root
_APART = r"(?i)\bdi (?P<verb>[a-z]{3,30})\b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preposition:
    """Words that a preposition stands apart from, verbs that di- is joined to, and what is right joined."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["preposition"] = "preposition"
    di: WordSet
    ke: WordSet
    dari: WordSet
    verbs: WordSet  # without di-
    known: WordSet = _NONE  # words that tell which others in -kan and -i are verbs, or are right joined
    joined: WordSet = _NONE
    confidence: float = 0.92

    def needs(self) -> Needs:
        return Needs(expressions=(_APART,), words=(self._closed_up(),))

    def _closed_up(self) -> Lexicon:
        """Every preposition with the words it is wrongly written into."""
        return closed_up(self.di, self.ke, self.dari, self.joined, self.known)

    def find(self, draft: Draft) -> Iterator[Match]:
        for index, hit in draft.phrases(self._closed_up(), _PLACES):
            yield from self._match(draft, index, hit.start, hit.end, hit.entry.to[0])
        for index, found in draft.hits(_APART, _PLACES):
            verb = draft.blocks[index].text[slice(*found.groups["verb"])]
            if verb.islower() and (verb in self.verbs or is_verb(verb, self.known)):
                yield from self._match(draft, index, found.start, found.end, f"di{verb}")

    def _match(self, draft: Draft, index: int, start: int, end: int, instead: str) -> Iterator[Match]:
        text = draft.blocks[index].text
        if is_name(text, start, end) or text[start - 1 : start] == "-" or text[end : end + 1] == "-":
            return
        if draft.spared(index, start, end) or quoted(draft, index):
            return
        to = recased(text[start:end], instead)
        yield swap(index, start, end, to, confidence=self.confidence, safe=True)


@lru_cache(maxsize=4096)
def is_verb(word: str, known: WordSet) -> bool:
    """Whether a word in -kan or -i is a verb without its prefix: hormati, from hormat, with menghormati."""
    tail = "kan" if word.endswith("kan") else word[-1:]
    root = word.removesuffix(tail)
    if tail not in {"kan", "i"} or len(root) < _ROOT or root not in known:
        return False
    return (tail == "kan" or word not in known) and attach(root, ("meN",), (tail,)) in known


@lru_cache(maxsize=8)
def closed_up(di: WordSet, ke: WordSet, dari: WordSet, joined: WordSet, known: WordSet = _NONE) -> Lexicon:
    """A word list of prepositions written into the word after them, each with its right form.

    Where one can be (di lantai) one can go to and come from, unless that makes a `known` word (keluar).
    """
    pairs = (
        Entry(preposition + word, (f"{preposition} {word}",), safe=True)
        for preposition, own in (("di", di), ("ke", ke), ("dari", dari))
        for word in sorted(own.words | (di.words if known else frozenset()))
        if preposition + word not in joined and (word in own or not _is_noun(preposition, word, known))
    )
    return Lexicon(f"{di.name} closed up", tuple(pairs))


def _is_noun(preposition: str, word: str, known: WordSet) -> bool:
    """Whether the two joined are a word, or may be one in ke- and -an (ke-ruang-an)."""
    return preposition + word in known or (word.endswith("an") and word[:-2] in known)
