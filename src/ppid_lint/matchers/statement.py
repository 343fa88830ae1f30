"""Words that stand together in one statement: a sentence, or the row of a cell."""

from __future__ import annotations

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.excused import excused
from ppid_lint.matchers.record import with_row
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span


def stands(draft: Draft, index: int, span: Span, words: Lexicon, apart: Span | None = None) -> bool:
    """Whether a word of the list stands in the sentence, or elsewhere in the row of a cell."""
    for at in with_row(draft, index):
        found = draft.said_within(at, span, words) if at == index else draft.said(at, words)
        for hit in found:
            if apart is not None and at == index and hit.start < apart.end and apart.start < hit.end:
                continue
            if not excused(draft, at, hit):
                return True
    return False


def is_part(hit: PhraseHit, state: PhraseHit) -> bool:
    """Whether a word is a part of a state: *diumumkan* of *belum diumumkan*."""
    ends = hit.end == state.end if state.entry.like else hit.end <= state.end
    return state.start <= hit.start and ends
