"""Kind `spelling`: words that no dictionary, affix or name explains, with one close word that is right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Literal, NamedTuple

from ppid_lint.document import Block, Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.phrase import is_explained
from ppid_lint.matchers.prose import quoted
from ppid_lint.matchers.sheet import Sheet, sheets
from ppid_lint.matchers.slip import SHORTEST, common_correction, correction
from ppid_lint.matchers.wording import is_name, recased, swap
from ppid_lint.nlp.words import APART, run_places

_NONE = WordSet("")
_READ = PROSE | {Role.CELL}
_WORD = re.compile(r"(?<![\w@#./'’-])[^\W\d_]{4,30}(?![\w@]|[./'’-]\w)")


class _Place(NamedTuple):
    """Where a word stands, and whether it may be no name: in small letters, or where a sentence begins."""

    block: int
    start: int
    end: int
    word: str
    plain: bool


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
        unknown = self._unknown(draft)
        suspects = [place for place in unknown if self._right(place) or self._right_name(place)]
        names = _names(draft, unknown, {place.word.lower() for place in suspects})
        for place in suspects:
            index, start, end, word, plain = place
            text = draft.blocks[index].text
            if not plain or word.lower() in names:
                right = self._right_name(place)
            elif is_name(text, start, end) or is_explained(text, start, end):
                right = None
            else:
                right = self._right(place)
            if right is not None and not draft.spared(index, start, end):
                yield swap(index, start, end, recased(word, right), confidence=self.confidence)

    def _unknown(self, draft: Draft) -> list[_Place]:
        """The words that no list holds as they stand, in small letters but perhaps for the first."""
        terms = {part for term in draft.settings.terms for part in term.lower().split()}
        return sorted(
            _Place(
                index,
                at,
                at + end - start,
                word,
                word.islower() or _opens(draft.blocks[index], at + end - start),
            )
            for sheet in sheets(draft, _READ)
            for start, end in _strange(sheet, (self.words.words, _parts(self.others), terms))
            if (word := sheet.text[start:end])[1:].islower()
            for index, at in sheet.places(start)
            if not quoted(draft, index)
        )

    def _right(self, place: _Place) -> str | None:
        """The word that one was meant to be that is no name."""
        if not place.plain:
            return None
        word, lower = place.word, place.word.lower()
        right = correction(lower, self.words)
        if right is None and (word.islower() or len(word) >= SHORTEST):
            right = common_correction(lower, self.common, self.words)
        return right

    def _right_name(self, place: _Place) -> str | None:
        """The same of a word of a name: a common word but for a slip, which no one's own name is."""
        word = place.word
        if not word[0].isupper() or len(word) <= SHORTEST:
            return None
        right = common_correction(word.lower(), self.common, self.words)
        return right if right is not None and len(right) != len(word) else None


@lru_cache(maxsize=4)
def _parts(phrases: WordSet) -> frozenset[str]:
    """The words of phrases one by one."""
    return frozenset(phrases.lines.split())


def _strange(sheet: Sheet, known: Iterable[AbstractSet[str]]) -> Iterator[tuple[int, int]]:
    """The words of a sheet that are not known, apart from parts of names, addresses and codes."""
    strange: AbstractSet[str] = set(sheet.runs) - {APART}
    for words in known:  # not `difference`: of several sets that walks through all their words
        strange = strange - words
    places = run_places(sheet.lower, [run for run in sheet.runs if run in strange]) if strange else ()
    for start, end in places:
        if _WORD.match(sheet.text, start):
            yield start, end


def _opens(block: Block, end: int) -> bool:
    """Whether a word with a capital begins a sentence or a heading, rather than being a lone name."""
    after = block.text[end : end + 2]
    return block.role is not Role.CELL and len(after) == 2 and after[0] == " " and after[1].islower()


def _names(draft: Draft, places: Iterable[_Place], among: AbstractSet[str]) -> set[str]:
    """Those of some words that stand with a capital inside a sentence somewhere."""
    return {
        lower
        for place in places
        if (lower := place.word.lower()) in among
        and place.word[0].isupper()
        and is_name(draft.blocks[place.block].text, place.start, place.end)
    }
