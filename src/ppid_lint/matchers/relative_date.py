"""Kind `relative-date`: days that only the day of writing tells (besok, akan segera dibuka)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.phrase import covered
from ppid_lint.matchers.prose import quoted
from ppid_lint.matchers.wording import is_name
from ppid_lint.phrases import longest

_NOTHING = Lexicon("")
_NEXT = re.compile(r" ([a-z]+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeDate:
    """Words for days seen from today; a date within so many code points makes them exact.

    `soon` counts only before a verb of an event.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["relative-date"] = "relative-date"
    words: Lexicon
    soon: Lexicon
    verbs: WordSet
    right: Lexicon = _NOTHING  # phrases that a word may be part of (semalam suntuk)
    date: str  # an expression of an exact date
    within: int = 40
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs(expressions=(self.date,), words=(self.words, self.soon, self.right))

    def find(self, draft: Draft) -> Iterator[Match]:
        dates: dict[int, list[tuple[int, int]]] = {}
        for index, hit in draft.hits(self.date, PROSE):
            dates.setdefault(index, []).append((hit.start, hit.end))
        for index, start, end in self._places(draft):
            text = draft.blocks[index].text
            if quoted(draft, index) or draft.spared(index, start, end) or _is_title(text, start, end):
                continue
            if covered(draft.phrases_in(index, self.right), start, end):
                continue
            near = (s < end + self.within and start - self.within < e for s, e in dates.get(index, ()))
            if not any(near):
                yield Match(block=index, start=start, end=end, confidence=self.confidence)

    def _places(self, draft: Draft) -> Iterator[tuple[int, int, int]]:
        for index, hit in longest(draft.phrases(self.words, PROSE)):
            yield index, hit.start, hit.end
        for index, hit in longest(draft.phrases(self.soon, PROSE)):
            verb = _NEXT.match(draft.blocks[index].text, hit.end)
            if verb and verb[1] in self.verbs:
                yield index, hit.start, verb.end()


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a capital makes a name of the words; a weekday has one anyway (Rabu depan)."""
    last = text[start:end].rpartition(" ")
    return is_name(text, start, end) and not (last[0] and last[2].islower())
