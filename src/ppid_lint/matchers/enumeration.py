"""Kind `enumeration`: a sentence that packs many items which would read better as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import quoted, running, units
from ppid_lint.nlp.words import count_words, words

_COMMA = re.compile(r",(?![-\d])")  # none of an amount: *Rp14.000,-*
_MARKER = re.compile(r"[\s;:,(](?:\((?:[1-9]\d?|[a-k])\)|(?:[1-9]\d?|[a-k])[.)])(?=\s)")
_JOINER = re.compile(r"^\s*(?:dan|serta|atau|maupun)\s")
_SEPARATORS = ",;)"
_NONE = WordSet("")
_LONGEST, _SHORT = 16, 4  # words of an item, and of a short one
_MANY = 6  # short items


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """Sentences that hold a list: `items` marked or counted ones, or after a cue, or many short ones.

    After a cue the sentence has at least `length` words, and its items `words` each on average.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["enumeration"] = "enumeration"
    cues: Lexicon
    items: int = 4
    length: int = 30
    words: float = 3  # of an item, on average
    fewer: int = 6  # short items that are many where they have `average` words each
    average: float = 0
    breaks: WordSet  # words that begin a clause rather than an item
    ordinals: WordSet = _NONE  # pertama, kedua: so many of them are items too
    last: WordSet  # words that begin the last item

    def needs(self) -> Needs:
        return Needs(words=(self.cues,))

    def find(self, draft: Draft) -> Iterator[Match]:
        for index in running(draft):
            text = draft.blocks[index].text
            if sum(map(text.count, _SEPARATORS)) + 1 < self.items or quoted(draft, index):
                continue
            cues = [hit.end for hit in draft.phrases_in(index, self.cues)]
            for start, end in units(draft, index):
                count = 0 if draft.spared(index, start, end) else self._count(text, start, end, cues)
                if count:
                    values = {"count": str(count)}
                    yield Match(block=index, start=start, end=end, values=values, whole=True)

    def _count(self, text: str, start: int, end: int, cues: list[int]) -> int:
        """How many items a sentence holds: marked ones, long ones after a cue, or many short ones."""
        marked = len(_MARKER.findall(text, max(start - 1, 0), end))
        if marked >= self.items:
            return marked
        counted = self._ordinals(text[start:end].lower())
        if counted >= self.items:
            return counted
        at = next((cue for cue in cues if start < cue < end), -1)
        if at >= 0 and count_words(text[start:end]) >= self.length:
            parts = _parts(text[at:end])
            lengths = [count_words(part) for part in parts]
            if len(parts) >= self.items and sum(lengths) >= self.words * len(parts):
                return len(parts) if self._are_items(parts, lengths) else 0
        return self._short_items(_parts(text[start:end]))

    def _ordinals(self, sentence: str) -> int:
        """How many ordinals are words of a sentence in small letters."""
        within = [word for word in self.ordinals.words if word in sentence]
        return len(set(within).intersection(words(sentence))) if len(within) >= self.items else 0

    def _short_items(self, parts: list[str]) -> int:
        """How many short items a sentence ends in, the first with the clause before it."""
        if len(parts) < self.fewer:
            return 0
        last = next((at for at, part in enumerate(parts) if at and _first_word(part) in self.last), -1)
        lengths = [count_words(part) for part in parts[1:last]]
        least = self.fewer if sum(lengths) >= self.average * len(lengths) else _MANY
        if last + 1 < least or not lengths or max(lengths) > _SHORT:
            return 0
        firsts = [_first_word(part) for part in parts[1:last]]
        if any(first in self.breaks for first in firsts) or _are_names(parts[1 : last + 1]):
            return 0
        return last + 1

    def _are_items(self, parts: list[str], lengths: list[int]) -> bool:
        """Whether the parts are items of one list: none a clause or too long, the last one joined on."""
        firsts = [_first_word(part) for part in parts]
        if max(lengths) > _LONGEST or _are_names(parts):
            return False
        if any(first in self.breaks for first in firsts[1:]):
            return False
        return firsts[-1] in self.last


def _parts(tail: str) -> list[str]:
    """The items between semicolons, else between commas."""
    parts = tail.split(";") if tail.count(";") >= 2 else _COMMA.split(tail)
    return [part for part in parts if part.strip()]


def _first_word(part: str) -> str:
    found = words(part[:40])
    return found[0].lower() if found else ""


def _are_names(parts: list[str]) -> bool:
    """Whether most items begin with a capital, as names of people, places and offices do."""
    firsts = [found[0] for part in parts if (found := words(_JOINER.sub("", part)))]
    return sum(first[0].isupper() or first[0].isdigit() for first in firsts) * 2 > len(firsts)
