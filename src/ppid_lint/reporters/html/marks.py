"""Where findings and covered values stand in the text of a draft's blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ppid_lint.document import Block
from ppid_lint.finding import Finding
from ppid_lint.mask import Covered, covered
from ppid_lint.text import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a block's text as it is shown, the findings on it, and those that end with it."""

    text: str
    masked: bool
    findings: tuple[int, ...]
    ending: tuple[int, ...]


def placed(blocks: Sequence[Block], spans: Sequence[Span]) -> dict[int, list[tuple[int, Span]]]:
    """For each block, by its place in the sequence, the spans that touch it, as ranges of its text.

    Blocks lie in the order of the source and do not overlap.
    """
    ranges = [_source_range(block) for block in blocks]
    starts = [span.start for span in ranges]
    found: dict[int, list[tuple[int, Span]]] = {}
    for number, span in enumerate(spans):
        at = max(bisect_right(starts, span.start) - 1, 0)
        while at < len(blocks) and ranges[at].start < max(span.end, span.start + 1):
            inside = _text_range(blocks[at], span)
            if inside is not None:
                found.setdefault(at, []).append((number, inside))
            at += 1
    return found


def segments(
    text: str, findings: Iterable[tuple[int, Span]], hidden: Iterable[tuple[Covered, Span]]
) -> Iterator[Segment]:
    """The text in runs: covered values masked whole, findings widened to the values that they touch."""
    masks = _joined(hidden)
    marks = [(number, _widened(span, masks)) for number, span in findings]
    edges = {0, len(text)}
    edges.update(edge for _, span in marks for edge in span)
    edges.update(edge for _, span in masks for edge in span)
    cuts = sorted(edge for edge in edges if edge <= len(text))
    by_start = {span.start: (item, span) for item, span in masks}
    for start, end in pairwise(cuts):
        mask = by_start.get(start)
        on = tuple(number for number, span in marks if span.start <= start and end <= span.end)
        ending = tuple(number for number, span in marks if span.end == end and span.start < end)
        shown = covered(text[start:end], mask[0].style) if mask else text[start:end]
        yield Segment(shown, mask is not None, on, ending)


def spans_of(findings: Sequence[Finding]) -> list[Span]:
    return [finding.span for finding in findings]


def _source_range(block: Block) -> Span:
    if not block.pieces:
        return Span(0, 0)
    return Span(block.pieces[0].source_start, max(piece.source_end for piece in block.pieces))


def _text_range(block: Block, span: Span) -> Span | None:
    """The part of the block's text that came from a source span."""
    start, end = None, 0
    for piece in block.pieces:
        first, last = max(span.start, piece.source_start), min(span.end, piece.source_end)
        if first >= last:
            continue
        verbatim = piece.end - piece.start == piece.source_end - piece.source_start
        left = piece.start + first - piece.source_start if verbatim else piece.start
        right = piece.start + last - piece.source_start if verbatim else piece.end
        start = left if start is None else min(start, left)
        end = max(end, right)
    return None if start is None or start >= end else Span(start, end)


def _joined(hidden: Iterable[tuple[Covered, Span]]) -> list[tuple[Covered, Span]]:
    """Covered ranges in order; those that overlap become one, under the strictest look."""
    joined: list[tuple[Covered, Span]] = []
    for item, span in sorted(hidden, key=lambda pair: pair[1]):
        if joined and span.start < joined[-1][1].end:
            last, before = joined.pop()
            style = item.style if item.style == last.style else "hidden"
            joined.append((Covered(last.span, style), Span(before.start, max(before.end, span.end))))
        else:
            joined.append((item, span))
    return joined


def _widened(span: Span, masks: Sequence[tuple[Covered, Span]]) -> Span:
    touched = [mask for _, mask in masks if mask.overlaps(span)]
    return Span(
        min([span.start, *(mask.start for mask in touched)]), max([span.end, *(mask.end for mask in touched)])
    )
