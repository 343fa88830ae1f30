"""Where a statement was made: in a quotation said in public, at a public occasion, under its headline."""

from __future__ import annotations

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.excused import excused
from ppid_lint.matchers.quotation import attribution
from ppid_lint.text import Span

_OCCASION = "occasion"  # notes words of an event at which all is told to the public


def said_in_public(draft: Draft, index: int, span: Span, public: Lexicon) -> bool:
    """Whether the clause behind a quotation has a word of the list: *…," kata Kapolres dalam jumpa pers*."""
    return bool(public) and bool(draft.said_within(index, attribution(draft, index, span), public))


def on_occasion(draft: Draft, index: int, span: Span, public: Lexicon) -> bool:
    """Whether a public occasion opened what the block goes on to tell, or the heading announces it."""
    if not public:
        return False
    before = draft.said_within(index, Span(0, span.start), public)
    if any(hit.entry.note == _OCCASION and not excused(draft, index, hit) for hit in before):
        return True
    return any(hit.entry.note == _OCCASION for hit in draft.section_phrases(index, public))
