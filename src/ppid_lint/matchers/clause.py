"""The part of a long sentence that tells a thing, so that a finding points at it and not past it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ppid_lint.people import lines
from ppid_lint.text import Span

_EDGES = " \t\"'“”.;,:!?-–*"
_CLAUSE = 80  # as far as a range reaches beyond its words
_NUMBER = re.compile(r"\d(?:[ .-]?\d){7,}")  # an identifier in the clause has a rule of its own
_ENDS = '.,;:!?()"“”'
_JOINS = (
    *(" dan ", " serta ", " tetapi ", " tapi ", " namun ", " sehingga ", " sedangkan ", " sementara "),
    *(" padahal ", " lalu ", " kemudian ", " meski ", " meskipun ", " walau ", " and ", " but ", " while "),
)
_BOUND = re.compile(r"[;:–—()]|,(?=\s)|\s-(?=\s)")


def nearest(place: Span, others: Iterable[tuple[int, int]]) -> Span | None:
    """Of some ranges the one nearest to a place; None where there is none."""
    spans = [Span(start, end) for start, end in others]
    return min(spans, key=lambda other: max(other.start - place.end, place.start - other.end), default=None)


def around(place: Span, others: Iterable[Span | None]) -> Span:
    """The range from the first to the last of some ranges."""
    spans = [place, *(other for other in others if other is not None)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def clause(text: str, sentence: Span, core: Span) -> Span:
    """The clauses of a sentence that hold a range: from the mark before it to the mark after it."""
    start, end = sentence
    for mark in _BOUND.finditer(text, sentence.start, sentence.end):
        if mark.end() <= core.start:
            start = mark.end()
        elif mark.start() >= core.end:
            end = mark.start()
            break
    return Span(start, end)


def has_figure(text: str, span: Span) -> bool:
    """Whether a range of a text holds a digit."""
    return any(map(str.isdigit, text[span.start : span.end]))


def trimmed(text: str, span: Span) -> Span:
    """A range without the spaces and marks at its edges."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def with_rest(text: str, limit: int, span: Span) -> Span:
    """A range with the rest of its clause, as far as that is short, and before the limit."""
    limit = min(limit, span.end + _CLAUSE)
    end = span.end
    while (
        end < limit and (text[end] not in _ENDS or _shortened(text, end)) and not text.startswith(_JOINS, end)
    ):
        end += 1
    if end == limit and limit - span.end == _CLAUSE:
        end = max(text.rfind(" ", span.end, end), span.end)
    number = _NUMBER.search(text, span.end, end)
    end = number.start() if number else end
    return lines.trimmed(text, Span(span.start, end))


def _shortened(text: str, at: int) -> bool:
    """Whether a full stop only shortens a title before a name: *Ny. Ratmi*."""
    word = text[max(at - 5, 0) : at].rsplit(None, 1)[-1:]
    return (
        text[at] == "."
        and bool(word)
        and len(word[0]) < 5
        and word[0][0].isupper()
        and text[at + 1 : at + 2] == " "
    )
