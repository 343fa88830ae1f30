"""Kind `negation`: several denials in one clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar, Literal

from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.phrase import covered
from ppid_lint.matchers.prose import quoted
from ppid_lint.phrases import PhraseHit, longest

_BOUNDS = frozenset(',.;:!?()–—"“”')
_OF_ANOTHER = ("yang ", "apabila ", "jika ", "bila ", "kalau ")  # the denial is a clause's of its own
_NONE = Lexicon("")
_NEAREST, _FARTHEST = 1, 5  # words at most before a verb that denies, and before another denial
_WIDEST = 60  # code points between two denials of one clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """Two denials with no clause boundary between; `fixed` pairs are idioms, `verbs` deny by meaning."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["negation"] = "negation"
    words: Lexicon
    verbs: Lexicon
    bounds: Lexicon  # words that begin another clause
    fixed: Lexicon
    relative: Lexicon = _NONE  # words that deny a whole: only these count, as the first of two
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs(words=(self.words, self.verbs, self.bounds, self.fixed))

    def find(self, draft: Draft) -> Iterator[Match]:
        openers = {entry.text for entry in self.relative.entries}
        for index, hits in _by_block(draft, self.words).items():
            verbs = [(hit, True) for hit in draft.phrases_in(index, self.verbs)]
            if len(hits) + len(verbs) < 2 or quoted(draft, index):
                continue
            fixed = draft.phrases_in(index, self.fixed)
            denials = sorted([*((hit, False) for hit in hits), *verbs], key=lambda pair: pair[0].start)
            for (first, is_verb), (second, denies) in pairwise(denials):
                if (
                    is_verb
                    or (self.relative and first.entry.text not in openers)
                    or covered(fixed, first.start, second.end)
                ):
                    continue
                if self._cancel(draft, index, first, second, denies):
                    yield Match(block=index, start=first.start, end=second.end, confidence=self.confidence)

    def _cancel(self, draft: Draft, index: int, first: PhraseHit, second: PhraseHit, denies: bool) -> bool:
        text = draft.blocks[index].text
        between = text[first.end : second.start]
        if len(between) > _WIDEST or not _BOUNDS.isdisjoint(between):
            return False
        if len(between.split()) > (_NEAREST if denies else _FARTHEST):
            return False
        if text[max(first.start - 8, 0) : first.start].lower().endswith(_OF_ANOTHER):
            return False
        if draft.spared(index, first.start, second.end):
            return False
        inside = draft.phrases_in(index, self.bounds)
        at = bisect_left(inside, first.end, key=lambda hit: hit.start)
        return at == len(inside) or inside[at].end > second.start


def _by_block(draft: Draft, lexicon: Lexicon) -> dict[int, list[PhraseHit]]:
    found: dict[int, list[PhraseHit]] = {}
    for index, hit in longest(draft.phrases(lexicon, PROSE)):
        found.setdefault(index, []).append(hit)
    return found
