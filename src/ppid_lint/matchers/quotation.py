"""Quotations, and the clause behind one that tells who says it, and where."""

from __future__ import annotations

import re

from ppid_lint.draft import Draft
from ppid_lint.text import Span

_QUOTE = re.compile(r"[“\"]([^“”\"]{6,})[”\"]")
_END = re.compile(r"[.!?…](?: |$)")
_CLAUSE = 160  # code points of the clause that tells who speaks
_NOWHERE = Span(0, 0)


def quotation(draft: Draft, index: int, span: Span) -> Span | None:
    """The quotation in which a place begins; None where it is in none."""
    text = draft.blocks[index].text
    quotes = draft.once_for(index, quotation, lambda: tuple(Span(*m.span()) for m in _QUOTE.finditer(text)))
    return next((quote for quote in quotes if quote.start <= span.start + 1 < quote.end), None)


def attribution(draft: Draft, index: int, span: Span) -> Span:
    """The clause behind the quotation that holds a sentence: *…," kata Kapolres dalam konferensi pers*.

    An empty span where the sentence is in no quotation, or nothing follows it.
    """
    text = draft.blocks[index].text
    quote = quotation(draft, index, span)
    if quote is None or not text[quote.end :].lstrip(" ,")[:1].islower():
        return _NOWHERE
    stop = _END.search(text, quote.end, quote.end + _CLAUSE)
    return Span(quote.end, stop.start() if stop else min(quote.end + _CLAUSE, len(text)))
