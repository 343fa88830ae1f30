"""Kind `hidden`: what a file carries and a reader of the page does not see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Block, Role
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

    A comment of a page says something with `least` words that are not of `structure`, with a word of
    `notes`, or with a long number; other hidden blocks with any word. Of a hidden sheet, column or
    passage of rows the first cell that says something stands for all.
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
        told: set[tuple[str, int | str]] = set()
        for index, block in enumerate(draft.blocks):
            if block.role is Role.HIDDEN and block.name in self.names and self._says(draft, index):
                together = _together(block, index)
                known = together in told or (block.name == "hidden-row" and _above(block) in told)
                told.add(together)
                if known:
                    continue
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
        if block.name not in self.comments or block.location is not None:
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


def _together(block: Block, index: int) -> tuple[str, int | str]:
    """What a hidden block is hidden with: its sheet, column, row or store; itself where it stands alone."""
    if block.name == "hidden-sheet":
        return block.name, block.section
    if block.name in ("pivot-cache", "external-link", "unused-string"):
        return block.name, block.cell.table if block.cell else 0
    if block.cell is not None and block.name == "hidden-column":
        return f"{block.name} {block.section}", block.cell.column
    if block.cell is not None and block.name == "hidden-row":
        return f"{block.name} {block.section}", block.cell.row
    return "", index


def _above(block: Block) -> tuple[str, int | str]:
    row = block.cell.row if block.cell else 0
    return f"{block.name} {block.section}", row - 1
