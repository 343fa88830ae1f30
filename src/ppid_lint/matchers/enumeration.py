"""Kind `enumeration`: a sentence that packs many items which would read better as a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matchers.prose import quoted, running
from ppid_lint.nlp.words import count_words, words

_MARKER = re.compile(r"(?:^|[\s;:,(])(?:\(?(?:[1-9]\d?|[a-k])[.)])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """Sentences of at least `length` words with `items` after a cue, each of so many words on average."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["enumeration"] = "enumeration"
    cues: Lexicon
    items: int = 4
    length: int = 30
    words: float = 3  # of an item, on average
    longest: int = 16  # words of an item
    breaks: WordSet  # words that begin a clause rather than an item
    last: WordSet  # words that begin the last item

    def expressions(self) -> Iterable[str]:
        return ()

    def lexicons(self) -> Iterable[Lexicon]:
        return (self.cues,)

    def nearby(self) -> Iterable[Lexicon]:
        return ()

    def find(self, draft: Draft) -> Iterator[Match]:
        for index in running(draft):
            text = draft.blocks[index].text
            if text.count(",") + text.count(";") + 1 < self.items or quoted(draft, index):
                continue
            cues = [hit.end for hit in draft.phrases_in(index, self.cues)]
            for start, end in draft.sentences(index):
                at = next((cue for cue in cues if start < cue < end), -1)
                if at < 0 or draft.spared(index, start, end) or count_words(text[start:end]) < self.length:
                    continue
                if count := self._count(text[at:end]):
                    values = {"count": str(count)}
                    yield Match(block=index, start=start, end=end, values=values, whole=True)

    def _count(self, tail: str) -> int:
        """How many items follow the cue; 0 where they are too few, too short or names."""
        marked = _MARKER.split(tail)
        parts = marked[1:] if len(marked) > self.items else _parts(tail)
        lengths = [count_words(part) for part in parts if part.strip()]
        if len(lengths) < self.items or sum(lengths) < self.words * len(lengths):
            return 0
        return len(lengths) if self._are_items(parts, lengths, marked=len(marked) > self.items) else 0

    def _are_items(self, parts: list[str], lengths: list[int], *, marked: bool) -> bool:
        """Whether the parts are items of one list: none a clause or too long, the last one joined on."""
        firsts = [found[0].lower() for part in parts if (found := words(part))]
        if max(lengths) > self.longest or _are_names(parts):
            return False
        if any(first in self.breaks for first in firsts[1:]):
            return False
        return marked or firsts[-1] in self.last


def _parts(tail: str) -> list[str]:
    """The items between semicolons, else between commas."""
    mark = ";" if tail.count(";") >= 2 else ","
    return tail.split(mark)


def _are_names(parts: list[str]) -> bool:
    """Whether most items begin with a capital, as names of people, places and offices do."""
    firsts = [found[0] for part in parts if (found := words(part))]
    return sum(first[0].isupper() for first in firsts) * 2 > len(firsts)
