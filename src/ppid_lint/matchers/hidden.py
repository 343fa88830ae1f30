"""Kind `hidden`: what a file carries and a reader of the page does not see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon

_NOTHING = Lexicon("")
_TAG = re.compile(r"<[^<>]{0,400}>")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DIGITS = re.compile(r"\d{6,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Hidden blocks of these names that say something.

    A comment says something with `least` words that are not of `structure`, with a word of `notes`,
    or with a long number; other hidden blocks with any word.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["hidden"] = "hidden"
    names: tuple[str, ...]  # of hidden blocks that readers are spared
    comments: tuple[str, ...] = ()  # of those the ones that also guide whoever builds the page
    notes: Lexicon = _NOTHING
    structure: Lexicon = _NOTHING
    machine: Lexicon = _NOTHING  # beginnings of comments that programs write
    least: int = 4
    confidence: float = 0.9

    def expressions(self) -> Iterable[str]:
        return ()

    def lexicons(self) -> Iterable[Lexicon]:
        return (self.notes,)

    def nearby(self) -> Iterable[Lexicon]:
        return ()

    def find(self, draft: Draft) -> Iterator[Match]:
        for index, block in enumerate(draft.blocks):
            if block.role is Role.HIDDEN and block.name in self.names and self._says(draft, index):
                start = len(block.text) - len(block.text.lstrip())
                end = len(block.text.rstrip())
                yield Match(
                    block=index,
                    start=start,
                    end=end,
                    confidence=self.confidence,
                    evidence=(block.name,),
                    whole=True,
                )

    def _says(self, draft: Draft, index: int) -> bool:
        block = draft.blocks[index]
        text = _TAG.sub(" ", block.text)
        words = _WORD.findall(text.lower())
        if block.name not in self.comments:
            return bool(words)
        if text.strip().lower().startswith(tuple(entry.text for entry in self.machine.entries)):
            return False
        if draft.phrases_in(index, self.notes):
            return True
        if text != block.text:  # markup put aside by whoever builds the page
            return False
        if _DIGITS.search(text):
            return True
        known = {entry.text for entry in self.structure.entries}
        return sum(word not in known for word in words) >= self.least
