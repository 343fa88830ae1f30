"""The part of a long sentence that tells a thing, so that a finding points at it and not past it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ppid_lint.text import Span

_EDGES = " \t\"'“”.;,:!?-–*"
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
