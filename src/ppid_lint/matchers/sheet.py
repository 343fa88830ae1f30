"""Sheets: the wordings of a draft one after the other, so that all are looked through at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from itertools import accumulate

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.nlp.words import APART, letter_runs
from ppid_lint.spacing import lowered

_LENGTH = 50_000  # code points from which a sheet is full


class Sheet:
    """Some wordings, each once however many blocks have it."""

    def __init__(self, blocks: dict[str, list[int]]) -> None:
        self.text = APART.join(blocks)
        self._blocks = tuple(blocks.values())
        self._starts = [0, *accumulate(len(text) + len(APART) for text in blocks)]

    @cached_property
    def lower(self) -> str:
        """The text in small letters, each in its place."""
        return lowered(self.text)

    @cached_property
    def runs(self) -> list[str]:
        """Its runs of letters in small letters, in order, and what parts the wordings."""
        return letter_runs(self.lower)

    def places(self, offset: int) -> Iterator[tuple[int, int]]:
        """The blocks in which an offset of the text lies, and where in them."""
        at = bisect_right(self._starts, offset) - 1
        for index in self._blocks[at]:
            yield index, offset - self._starts[at]


def sheets(draft: Draft, roles: frozenset[Role]) -> tuple[Sheet, ...]:
    """The wordings of all blocks of some roles, those in ASCII apart: they are looked through faster.

    Prose has sheets of its own, so that all who read it share them, whatever else they read.
    """
    return tuple(
        sheet
        for part in (roles & PROSE, roles - PROSE)
        for sheet in draft.once((sheets, part), partial(_sheets, draft, part))
    )


def _sheets(draft: Draft, roles: frozenset[Role]) -> tuple[Sheet, ...]:
    found: dict[str, list[int]] = {}
    for index, block in enumerate(draft.blocks):
        if block.role in roles:
            found.setdefault(block.text, []).append(index)
    return tuple(
        Sheet({text: found[text] for text in texts})
        for ascii_only in (True, False)
        for texts in _filled(text for text in found if text.isascii() is ascii_only)
    )


def _filled(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts in order, as many together as fill a sheet."""
    sheet: list[str] = []
    length = 0
    for text in texts:
        sheet.append(text)
        length += len(text)
        if length >= _LENGTH:
            yield sheet
            sheet, length = [], 0
    if sheet:
        yield sheet
