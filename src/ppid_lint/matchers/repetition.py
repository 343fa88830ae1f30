"""Kind `repetition`: a word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon

_NOTHING = Lexicon("")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """The same word twice with only space between; `right` words may stand so (rata rata, masing masing)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["repetition"] = "repetition"
    right: Lexicon = _NOTHING

    def expressions(self) -> Iterable[str]:
        return ()

    def lexicons(self) -> Iterable[Lexicon]:
        return ()

    def nearby(self) -> Iterable[Lexicon]:
        return ()

    def find(self, draft: Draft) -> Iterator[Match]:
        right = {entry.text for entry in self.right.entries}
        for index, block in enumerate(draft.blocks):
            if block.role in PROSE:
                yield from (
                    Match(block=index, start=start, end=end, replacement=block.text[start:middle], safe=True)
                    for start, middle, end in _doubled(block.text, right)
                )


def _doubled(text: str, right: set[str]) -> Iterator[tuple[int, int, int]]:
    """Start, end of the first word, and end, of each doubled word."""
    last: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        if (
            last is not None
            and word[0].lower() == last[0].lower()
            and text[last.end() : word.start()].isspace()
            and word[0].lower() not in right
            and text[word.end() : word.end() + 1] != "-"
        ):
            yield last.start(), last.end(), word.end()
            last = None
        else:
            last = word
