"""Kind `density`: how many places of an expression a thousand words of a draft hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.metric import lines_of, on_draft
from ppid_lint.matchers.prose import RUNNING, counts
from ppid_lint.text import Span

_NONE = WordSet("")
_DENSEST = 3  # sentences that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """Places of the expression in running prose, words of `right` aside, over `limit` per 1,000 words."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["density"] = "density"
    pattern: str
    right: WordSet = _NONE
    limit: float
    least: int = 100  # words
    fewest: int = 1  # places

    def needs(self) -> Needs:
        return Needs(expressions=(self.pattern,))

    def find(self, draft: Draft) -> Iterator[Match]:
        once = {
            draft.blocks[index].text: index for index in counts(draft)
        }  # a footer of every page counts once
        blocks = {index: counts(draft)[index] for index in once.values()}
        words = sum(blocks.values())
        if words < self.least:
            return
        places = [place for place in self._places(draft) if place[0] in blocks]
        rate = len(places) * 1000 / words
        if rate > self.limit and len(places) >= self.fewest:
            dense = _densest(draft, places)
            values = {"rate": f"{rate:.0f}", "limit": f"{self.limit:g}", "lines": lines_of(draft, dense)}
            yield on_draft(draft, values, dense)

    def _places(self, draft: Draft) -> Iterator[tuple[int, int]]:
        for index, hit in draft.hits(self.pattern, RUNNING):
            word = draft.blocks[index].text[hit.start : hit.end].lower()
            if word not in self.right and word.removesuffix("nya") not in self.right:
                yield index, hit.start


def _densest(draft: Draft, places: Iterable[tuple[int, int]]) -> list[tuple[int, Span]]:
    """The sentences that hold most of the places."""
    counts = Counter((index, draft.sentence(index, start)) for index, start in places)
    return [place for place, _ in counts.most_common(_DENSEST)]
