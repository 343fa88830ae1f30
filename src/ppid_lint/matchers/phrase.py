"""Kind `phrase`: words and phrases of a list, and what to say instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, SHOWN, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.phrases import PhraseHit


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Entries of a word list; the longest where several begin at one place."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["phrase"] = "phrase"
    words: Lexicon
    within: Literal["prose", "shown"] = "prose"
    confidence: float = 0.9

    def expressions(self) -> Iterable[str]:
        return ()

    def lexicons(self) -> Iterable[Lexicon]:
        return (self.words,)

    def nearby(self) -> Iterable[Lexicon]:
        return ()

    def find(self, draft: Draft) -> Iterator[Match]:
        roles = PROSE | {Role.CELL} if self.within == "prose" else SHOWN
        for index, hit in longest(draft.phrases(self.words, roles)):
            text = draft.blocks[index].text
            replacement = swap(text[hit.start : hit.end], hit.entry.to)
            yield Match(
                block=index,
                start=hit.start,
                end=hit.end,
                confidence=self.confidence,
                values={"suggestion": replacement or "", "note": hit.entry.note},
                replacement=replacement,
                safe=hit.entry.safe,
            )


def longest(hits: Iterable[tuple[int, PhraseHit]]) -> Iterator[tuple[int, PhraseHit]]:
    """Of hits that overlap in one block, the longest that begins first."""
    last = (-1, 0)
    for index, hit in sorted(hits, key=lambda pair: (pair[0], pair[1].start, -pair[1].end)):
        if index != last[0] or hit.start >= last[1]:
            last = (index, hit.end)
            yield index, hit


def swap(text: str, choices: tuple[str, ...]) -> str | None:
    """The default choice in the capitals of the text it replaces; None where there is no choice."""
    if not choices:
        return None
    if text.isupper() and len(text) > 1:
        return choices[0].upper()
    return choices[0][:1].upper() + choices[0][1:] if text[:1].isupper() else choices[0]
