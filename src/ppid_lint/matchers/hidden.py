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
from ppid_lint.matcher import Needs
from ppid_lint.matchers.cast import cast_of
from ppid_lint.people.mention import Role as Named

_NOTHING = Lexicon("")
_TAG = re.compile(r"<[^<>]{0,400}>")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST = 4  # words of a comment that says something
_DIGITS = re.compile(r"\d{6,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Hidden blocks of these names that say something.

    A property says something where it names somebody; a comment of a page with four words that are
    not of `structure`, with a word of `notes`, or with a long number; other hidden blocks with any word.
    Of a hidden sheet, column or passage of rows the first cell that says something stands for all; the
    others go with it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["hidden"] = "hidden"
    names: tuple[str, ...]  # of hidden blocks that readers are spared
    comments: tuple[str, ...] = ()  # of those the ones that also guide whoever builds the page
    notes: Lexicon = _NOTHING
    structure: Lexicon = _NOTHING
    machine: Lexicon = _NOTHING  # beginnings of comments that programs write
    personal: tuple[str, ...] = ()  # of the hidden blocks those that speak only where they name somebody
    people: Lexicon = _NOTHING  # words around names
    given: Lexicon = _NOTHING  # common given names
    confidence: float = 0.9

    def needs(self) -> Needs:
        return Needs(words=(self.notes,))

    def find(self, draft: Draft) -> Iterator[Match]:
        for group in _groups(draft, self.names):
            first = next((index for index in group if self._says(draft, index)), None)
            if first is not None:
                rest = ((index, *_reach(draft.blocks[index].text), "") for index in group if index != first)
                start, end = _reach(draft.blocks[first].text)
                yield Match(
                    block=first,
                    start=start,
                    end=end,
                    confidence=self.confidence,
                    evidence=(draft.blocks[first].name,),
                    whole=True,
                    along=tuple(rest),
                )

    def _says(self, draft: Draft, index: int) -> bool:
        block = draft.blocks[index]
        text = _TAG.sub(" ", block.text)
        words = _WORD.findall(text.lower())
        if block.name in self.personal:
            return self._names_somebody(draft, index)
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
        return sum(word not in known for word in words) >= _LEAST

    def _names_somebody(self, draft: Draft, index: int) -> bool:
        """Whether a property tells of a person: by name, by an address, by a long number."""
        text = draft.blocks[index].text
        if "@" in text or _DIGITS.search(text):
            return True
        named = cast_of(draft, self.people, self.given).everybody(index)
        return any(mention.sure and mention.role is not Named.COMPANY for mention in named)


def _groups(draft: Draft, names: tuple[str, ...]) -> Iterable[list[int]]:
    """Hidden blocks of these names by what they are hidden with: a sheet, a column, a passage of rows."""
    groups: dict[tuple[str, str, int], list[int]] = {}
    above = 0
    for index, block in enumerate(draft.blocks):
        if block.role is not Role.HIDDEN or block.name not in names:
            continue
        if block.name == "hidden-row" and block.cell and block.cell.row == above + 1:
            moved = groups.pop((block.name, block.section, above), [])
            groups[block.name, block.section, block.cell.row] = moved
        groups.setdefault(_together(block, index), []).append(index)
        above = block.cell.row if block.cell else 0
    return groups.values()


def _together(block: Block, index: int) -> tuple[str, str, int]:
    cell = block.cell
    if block.name == "author":
        return block.name, block.text, 0
    if block.name == "hidden-sheet":
        return block.name, block.section, 0
    if block.name in ("pivot-cache", "external-link", "unused-string"):
        return block.name, "", cell.table if cell else 0
    if cell is not None and block.name in ("hidden-column", "hidden-row"):
        return block.name, block.section, cell.column if block.name == "hidden-column" else cell.row
    return "", "", index


def _reach(text: str) -> tuple[int, int]:
    """The range of a text without the space around it."""
    return len(text) - len(text.lstrip()), len(text.rstrip())
