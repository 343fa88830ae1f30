"""Entries of a word list that stand before a value in its sentence."""

from __future__ import annotations

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.phrases import PhraseHit


def last_before(draft: Draft, index: int, start: int, words: Lexicon) -> int:
    """Where the last entry of a word list ends before an offset, in its sentence; -1 where there is none."""
    return max((hit.end for hit in before(draft, index, start, words)), default=-1)


def before(draft: Draft, index: int, start: int, words: Lexicon) -> list[PhraseHit]:
    """The entries of a word list before an offset, in its sentence; in a cell, from its start."""
    hits = draft.said(index, words)
    if not hits:
        return []
    floor = 0 if draft.blocks[index].role is Role.CELL else draft.sentence(index, start).start
    return [hit for hit in hits if floor <= hit.start and hit.end <= start]
