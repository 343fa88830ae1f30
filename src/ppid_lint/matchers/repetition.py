"""Kind `repetition`: a word that stands twice in a row, by accident or for many without its hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from operator import eq
from typing import Any, ClassVar, Literal

from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import in_columns
from ppid_lint.matchers.wording import is_name, swap
from ppid_lint.nlp.words import letter_runs

_NONE = WordSet("")
_WORD = re.compile(r"[^\W\d_]{2,}")


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
        for index, block in enumerate(draft.blocks):
            if block.role not in PROSE:
                continue
            for start, middle, end in draft.once_for(index, doubled, partial(doubled, block.text)):
                if self._is_mistake(draft, index, start, middle, end):
                    yield self._match(index, start, end, block.text[start:middle])

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


def doubled(text: str) -> tuple[tuple[int, int, int], ...]:
    """Start, end of the first word, and end, of each doubled word."""
    return tuple(_doubled(text)) if _may_double(text) else ()


def _may_double(text: str) -> bool:
    """A cheap test: whether two words in a row are the same, whatever stands between them."""
    words = letter_runs(text.lower())
    return True in map(eq, words, words[1:])


def _doubled(text: str) -> Iterator[tuple[int, int, int]]:
    last: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        if (
            last is not None
            and word[0].lower() == last[0].lower()
            and text[last.end() : word.start()].isspace()
            and not {"-", "_", "/"}
            & {text[word.end() : word.end() + 1], text[last.start() - 1 : last.start()]}
        ):
            yield last.start(), last.end(), word.end()
            last = None
        else:
            last = word
