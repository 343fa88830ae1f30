"""Edits of extracted text carried back to where in the file the text came from."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ppid_lint.finding import Edit
from ppid_lint.readers.transcript import Strip
from ppid_lint.text import Span


class Splice(NamedTuple):
    """The edits of one element's text or of one of its attributes, in offsets of that text, in order."""

    part: str
    element: Any
    attribute: str
    edits: tuple[Edit, ...]


def splices(strips: Sequence[Strip], edits: Iterable[Edit]) -> list[Splice]:
    """The edits by origin. An edit of the same length gives each strip its own part of the new text;
    of another, the first strip gets all of it."""
    found: dict[tuple[int, str], set[Edit]] = defaultdict(set)
    origins: dict[tuple[int, str], Strip] = {}
    for edit in edits:
        for strip, part in _shares(strips, edit):
            key = (id(strip.origin.element), strip.origin.attribute)
            origins.setdefault(key, strip)
            found[key].add(part)
    return [
        Splice(
            strip.origin.part,
            strip.origin.element,
            strip.origin.attribute,
            tuple(_disjoint(sorted(found[key]))),
        )
        for key, strip in origins.items()
    ]


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits applied."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _shares(strips: Sequence[Strip], edit: Edit) -> Iterable[tuple[Strip, Edit]]:
    """The strips that an edit touches, each with its share of the edit."""
    span, text = edit
    index = max(bisect_right(strips, span.start, key=lambda strip: strip.span.start) - 1, 0)
    even = len(text) == span.end - span.start
    for strip in strips[index:]:
        first, last = max(span.start, strip.span.start), min(span.end, strip.span.end)
        if strip.span.start >= max(span.end, span.start + 1):
            return
        if first < last or span.start == span.end == first:
            share = text[first - span.start : last - span.start] if even else text
            text = text if even else ""
            moved = strip.origin.start - strip.span.start
            yield strip, Edit(Span(first + moved, last + moved), share)
            if first == last:
                return


def _disjoint(edits: Sequence[Edit]) -> Iterable[Edit]:
    """Edits without those that overlap an earlier one: two strips may have one origin."""
    at = -1
    for edit in edits:
        if edit.span.start >= at:
            yield edit
            at = edit.span.end
