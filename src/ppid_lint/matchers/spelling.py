"""Kind `spelling`: words that no dictionary, affix or name explains, with one close word that is right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Literal

from ppid_lint.document import Block, Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.phrase import is_explained
from ppid_lint.matchers.prose import quoted
from ppid_lint.matchers.slip import SHORTEST, common_correction, correction
from ppid_lint.matchers.wording import is_name, recased, swap
from ppid_lint.nlp.words import letter_runs, run_places
from ppid_lint.spacing import lowered

_NONE = WordSet("")
_READ = PROSE | {Role.CELL}
_WORD = re.compile(r"(?<![\w@#./'’-])[^\W\d_]{4,30}(?![\w@]|[./'’-]\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Words in small letters (or where a sentence begins) one edit away from exactly one known word.

    `others` are words that are not Indonesian, or no dictionary's, and right all the same. Of `common` words
    shorter forms with a slip are found too, and long ones with a capital inside a sentence (Dinas Kesehtan).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["spelling"] = "spelling"
    words: WordSet
    others: WordSet = _NONE
    common: WordSet = _NONE
    confidence: float = 0.8

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        unknown = list(self._unknown(draft))
        names = _names(draft, unknown)
        for index, start, end, word in unknown:
            if word.lower() not in names and (word.islower() or _opens(draft.blocks[index], start, end)):
                yield from self._weigh(draft, index, start, end)
            elif word[0].isupper() and len(word) > SHORTEST:
                yield from self._weigh_name(draft, index, start, end)

    def _unknown(self, draft: Draft) -> Iterator[tuple[int, int, int, str]]:
        """The words that no list holds as they stand, in small letters but perhaps for the first."""
        terms = {part for term in draft.settings.terms for part in term.lower().split()}
        right = _accepted(self.words, self.others)
        for index, block in enumerate(draft.blocks):
            if block.role in _READ:
                for start, end in _strange(block.text, right, terms):
                    word = block.text[start:end]
                    if word[1:].islower() and not quoted(draft, index):
                        yield index, start, end, word

    def _weigh(self, draft: Draft, index: int, start: int, end: int) -> Iterator[Match]:
        text = draft.blocks[index].text
        word = text[start:end]
        if is_name(text, start, end) or is_explained(text, start, end) or draft.spared(index, start, end):
            return
        right = correction(word.lower(), self.words)
        if right is None and (word.islower() or len(word) >= SHORTEST):
            right = common_correction(word.lower(), self.common, self.words)
        if right is not None:
            yield self._match(index, start, end, recased(word, right))

    def _weigh_name(self, draft: Draft, index: int, start: int, end: int) -> Iterator[Match]:
        """A word of a name that is a common word but for a slip, which no one's own name is."""
        word = draft.blocks[index].text[start:end]
        right = common_correction(word.lower(), self.common, self.words)
        if right is not None and len(right) != len(word) and not draft.spared(index, start, end):
            yield self._match(index, start, end, recased(word, right))

    def _match(self, index: int, start: int, end: int, to: str) -> Match:
        return swap(index, start, end, to, confidence=self.confidence)


@lru_cache(maxsize=4)
def _accepted(words: WordSet, others: WordSet) -> frozenset[str]:
    """All words that need no further look, those of phrases one by one."""
    return words.words | {part for phrase in others.words for part in phrase.split()}


def _strange(text: str, *known: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """The words of a text that are not known, apart from parts of names, addresses and codes."""
    lower = lowered(text)
    runs = letter_runs(lower)
    strange = set(runs).difference(*known)
    for start, end in run_places(lower, [run for run in runs if run in strange]) if strange else ():
        if _WORD.match(text, start):
            yield start, end


def _opens(block: Block, start: int, end: int) -> bool:
    """Whether a word with a capital begins a sentence or a heading, rather than being a lone name."""
    plain = block.text[end : end + 2]
    return block.role is not Role.CELL and len(plain) == 2 and plain[0] == " " and plain[1].islower()


def _names(draft: Draft, words: Iterable[tuple[int, int, int, str]]) -> set[str]:
    """Those of the words that stand with a capital inside a sentence somewhere, in small letters."""
    return {
        word.lower()
        for index, start, end, word in words
        if word[0].isupper() and is_name(draft.blocks[index].text, start, end)
    }
