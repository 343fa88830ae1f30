"""Kind `repetition`: a word that stands twice in a row, by accident or for many without its hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from operator import eq
from typing import Any, ClassVar, Literal

from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import in_columns
from ppid_lint.matchers.sheet import Sheet, sheets
from ppid_lint.matchers.wording import is_name, swap
from ppid_lint.nlp.words import APART, run_places
from ppid_lint.text import Span

_NONE = WordSet("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """The same word twice with only space between; `right` words may stand so (rata rata, had had).

    Of `safe` words, which are never doubled to mean many, the second may go unseen. Other Indonesian words
    that are `known` are doubled for many (bapak bapak), unless they have the form of `verbs`; words that are
    not need `least` letters. With `plural` it is those for many that are found, and get their hyphen.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["repetition"] = "repetition"
    right: WordSet = _NONE
    safe: WordSet = _NONE
    known: WordSet = _NONE
    verbs: str = ""  # an expression of words that are never doubled for many
    plural: bool = False
    least: int = 8
    confidence: float = 0.95

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        for index, start, middle, end in draft.once(doubled, lambda: doubled(draft)):
            if self._is_mistake(draft, index, start, middle, end):
                yield self._match(index, start, end, draft.blocks[index].text[start:middle])

    def _match(self, index: int, start: int, end: int, word: str) -> Match:
        to = f"{word}-{word.lower()}" if self.plural else word
        safe = not self.plural and word.lower() in self.safe
        return swap(index, start, end, to, confidence=self.confidence, safe=safe)

    def _is_mistake(self, draft: Draft, index: int, start: int, middle: int, end: int) -> bool:
        """Whether the second word is too much: no name, no doubling of the language, on the same line."""
        block = draft.blocks[index]
        word = block.text[start:middle].lower()
        if word in self.right or draft.spared(index, start, end):
            return False
        if draft.language == "id" and self._for_many(word) is not self.plural:
            return False
        if any(start <= at < end for at in block.breaks) and block.text[middle + 1].isupper():
            return False
        if in_columns(draft, index, start):
            return False
        second = block.text[middle:end].lstrip()
        return not (second[:1].isupper() and is_name(block.text, end - len(second), end))

    def _for_many(self, word: str) -> bool:
        """Whether a doubled word means many of it, or much."""
        if word in self.safe or (self.verbs and re.fullmatch(self.verbs, word)):
            return False
        return word in self.known or len(word) < self.least


def doubled(draft: Draft) -> list[tuple[int, int, int, int]]:
    """Block, start, end of the first word, and end, of each doubled word."""
    return sorted(
        (index, at, at + middle - start, at + end - start)
        for sheet in sheets(draft, PROSE)
        for start, middle, end in _doubled(sheet)
        for index, at in sheet.places(start)
    )


def _doubled(sheet: Sheet) -> Iterator[tuple[int, int, int]]:
    text, lower, runs = sheet.text, sheet.lower, sheet.runs
    twice = set(compress(runs, map(eq, runs, runs[1:]))) - {APART}
    if not twice:
        return
    numbers = [number for number, run in enumerate(runs) if run in twice]
    places = run_places(lower, [runs[number] for number in numbers])
    last, first = -1, Span(0, 0)
    for number, place in zip(numbers, map(Span._make, places), strict=True):
        if number == last + 1 and runs[number] == runs[last] and _stand_together(text, first, place):
            yield first.start, first.end, place.end
            last = -1
        else:
            last, first = number, place


def _stand_together(text: str, first: Span, second: Span) -> bool:
    """Whether there is only space between two words, and no hyphen on their other sides."""
    beside = {text[second.end : second.end + 1], text[first.start - 1 : first.start]}
    return text[first.end : second.start].isspace() and beside.isdisjoint({"-", "_", "/"})
