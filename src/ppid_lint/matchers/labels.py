"""Values under a label: after its colon, in the cell beside it, in its column, or in the line below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE, Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.card import in_card, row_label
from ppid_lint.people.lines import is_blank, separator, trimmed
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_AFTER = 18  # code points from a label to its colon: "Nilai kinerja 2025:"
_SLACK = 4  # code points of a label besides its words
_LONGEST = 64  # code points of a label
_HEAD = 64  # a longer cell is no label
_MARKS = " \t*_•-–|.)0123456789abcdefghij"

Accepts = Callable[[int, Span], bool]


def labelled_values(draft: Draft, labels: Lexicon, accepts: Accepts) -> Iterator[tuple[int, Span]]:
    """The values that labels of a word list name: block and span."""
    if not labels:
        return
    for index, hit in draft.phrases(labels, PROSE | {Part.CELL, Part.CODE}):
        block = draft.blocks[index]
        found = _in_cells(draft, index, hit) if block.cell is not None else _in_line(draft, index, hit)
        for at, span in found:
            value = draft.blocks[at].text[span.start : span.end]
            if not is_blank(value) and accepts(at, span):
                yield at, span


def within_labels(draft: Draft, index: int, span: Span, before: Lexicon, behind: Lexicon) -> Span:
    """A value without labels that its expression took in: *Lahir Sumedang, 5 Desember …*."""
    low, high = span
    near = draft.said_within(index, Span(max(low - _LONGEST, 0), high), before)
    over = draft.said_within(index, Span(low + 1, high), behind)
    if not near and not over:
        return span
    ends = (hit.end for hit in near if low < hit.end < high - 6)
    start, end = max(ends, default=low), min((hit.start for hit in over), default=high)
    return trimmed(draft.blocks[index].text, Span(start, end)) if start < end else span


def _in_cells(draft: Draft, index: int, hit: PhraseHit) -> Iterator[tuple[int, Span]]:
    """The cells under a head, or those to the right of a label."""
    head = draft.blocks[index]
    if head.cell is None or len(head.text) > _HEAD:
        return
    if not head.cell.is_header:
        yield from _in_row(draft, index, hit)
        return
    for at in range(index + 1, len(draft.blocks)):
        cell = draft.blocks[at].cell
        if cell is None or cell.table != head.cell.table:
            return
        if cell.column == head.cell.column and not cell.is_header:
            yield at, _whole(draft.blocks[at].text)


def _in_row(draft: Draft, index: int, hit: PhraseHit) -> Iterator[tuple[int, Span]]:
    """The cells to the right of a cell that is a label and little else."""
    text, own = draft.blocks[index].text, draft.blocks[index].cell
    names = not row_label(draft, index) and len(text.strip(_MARKS + ":")) <= hit.end - hit.start + _SLACK
    for at in range(index + 1, len(draft.blocks)):
        cell = draft.blocks[at].cell
        if own is None or cell is None or cell[:2] != own[:2] or not (names or in_card(draft, at)):
            return
        yield at, _whole(draft.blocks[at].text)


def _whole(text: str) -> Span:
    return trimmed(text, Span(0, len(text)))


def _in_line(draft: Draft, index: int, hit: PhraseHit) -> Iterator[tuple[int, Span]]:
    block = draft.blocks[index]
    line = block.line(hit.start)
    before = block.text[line.start : hit.start]
    apart = separator(block.text, hit.end, min(hit.end + _AFTER, line.end))
    opens = not before.strip(_MARKS)
    if apart is None:
        yield from _below(draft, index, hit) if opens else ()
        return
    between, after = block.text[hit.end : apart.start], apart.end
    if not (opens or before.rstrip()[-1:] in {";", ",", "(", "|", "."}) or any(
        char in ".;," for char in between
    ):
        return
    stops = ";|" if opens else ";,|)"
    limit = min(line.end, max(draft.sentence(index, after + 1).end, after + 1))
    end = min((at for mark in stops if (at := block.text.find(mark, after, limit)) >= 0), default=limit)
    if block.text[after:end].strip():
        yield index, trimmed(block.text, Span(after, end))
    else:
        yield from _below(draft, index, hit)


def _below(draft: Draft, index: int, hit: PhraseHit) -> Iterator[tuple[int, Span]]:
    """The block under a label that is all of its own."""
    text = draft.blocks[index].text
    if len(text.rstrip(" :")) > hit.end + 8 or index + 1 >= len(draft.blocks):
        return
    below = draft.blocks[index + 1]
    alike = below.role in (Part.PARAGRAPH, draft.blocks[index].role)
    if alike and below.cell is None and len(below.text) <= _HEAD * 2:
        yield index + 1, _whole(below.text)
