"""What stands around a place of a draft: the lines beside it, the cell to its left, what leads in to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.excused import excused
from ppid_lint.matchers.record import row
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_LISTED = frozenset({Role.ITEM, Role.CELL})
_LATER = 5  # sentences further on that may still speak of this one
_OPENING = 24  # code points in which a sentence points back
_TITLE, _LINE = 3, 140  # blocks that may be a draft's title, and how long one is
_ABOVE = frozenset({"heading", "undo"})  # notes of words that say nothing in a sentence
_SILENT = frozenset({"sentence", "undo"})  # notes of words that say nothing in a heading
_LONGEST = 60  # items down to the end of a list


def left_text(draft: Draft, index: int) -> str:
    """The nearest cell to the left in the same row that holds a word; '' where none does."""
    cell = draft.blocks[index].cell
    for at in range(index - 1, -1, -1):
        block = draft.blocks[at]
        if cell is None or block.cell is None or (block.cell.table, block.cell.row) != (cell.table, cell.row):
            return ""
        if any(char.isalpha() for char in block.text):
            return block.text
    return ""


def lead_in(draft: Draft, index: int) -> int | None:
    """The block that introduces a list item, a table cell or what follows its colon."""
    lead = draft.lead_in(index)
    if lead is None or draft.blocks[index].role in _LISTED:
        return lead
    return lead if draft.blocks[lead].text.rstrip().endswith(":") else None


def follow_up(draft: Draft, index: int) -> int | None:
    """The paragraph right under the list that an item belongs to."""
    if draft.blocks[index].role is not Role.ITEM:
        return None
    at = index + 1
    while at < min(index + _LONGEST, len(draft.blocks)) and draft.blocks[at].role is Role.ITEM:
        at += 1
    return at if at < len(draft.blocks) and draft.blocks[at].role is Role.PARAGRAPH else None


def sentences_near(draft: Draft, index: int, span: Span, back: Lexicon) -> list[Span]:
    """Two sentences before a sentence, and the few after it that open by pointing back.

    A question tells nothing, so that what stands beside it has nothing to add.
    """
    if draft.blocks[index].text[span.start : span.end].rstrip().endswith("?"):
        return []
    spans = draft.sentences(index)
    at = bisect_left(spans, span.start, key=lambda other: other.start)
    later = [other for other in spans[at + 1 : at + _LATER] if opens(draft, index, other, back)]
    return [*spans[max(at - 2, 0) : at], *later]


def opens(draft: Draft, index: int, span: Span, words: Lexicon) -> bool:
    """Whether a sentence has a word of the list among its first."""
    return bool(draft.said_within(index, Span(span.start, span.start + _OPENING), words))


def neighbours(draft: Draft, index: int, line: Span) -> Iterator[str]:
    """The lines next to a line of a block, in its block or the blocks beside it."""
    block = draft.blocks[index]
    if line.start > 0:
        above = block.line(max(line.start - 2, 0))
        yield block.text[above.start : above.end]
    elif index > 0:
        other = draft.blocks[index - 1]
        last = other.line(len(other.text))
        yield other.text[last.start : last.end]
    if line.end < len(block.text):
        below = block.line(line.end + 1)
        yield block.text[below.start : below.end]
    elif index + 1 < len(draft.blocks):
        other = draft.blocks[index + 1]
        first = other.line(0)
        yield other.text[first.start : first.end]


def told_of(draft: Draft, index: int, span: Span, talk: Lexicon) -> bool:
    """Whether a place only speaks of a kind of information: quoted law, a list of categories, a form.

    The words that tell it stand in the sentence, in the heading above, at the head of the column or
    in what leads in to the list or table; those noted *document* also in the title of the draft. Those
    noted *sentence* count in the sentence alone: under the heading of a seminar a paper may tell more.
    Those noted *heading* count in headings and the title alone, and not for a block with a word noted
    *undo*: a museum's page may quote the mayor.
    """
    if speaks_of_kinds(draft, index, span, talk) or _asks(draft.blocks[index].text, span):
        return True
    undone = _is_undone(draft, index, talk)
    lead = lead_in(draft, index)
    above = [draft.header_phrases(index, talk), draft.section_phrases(index, talk)]
    above += [draft.phrases_in(lead, talk)] if lead is not None else []
    if any(_rules(hits, undone) for hits in above):
        return True
    cell = draft.blocks[index].cell
    if cell is not None and any(_is_talk(draft.phrases_in(at, talk)) for at in row(draft, index)):
        return True
    titles = draft.once((told_of, talk.name), lambda: frozenset(_title(draft, talk)))
    return "document" in titles or ("heading" in titles and not undone)


def speaks_of_kinds(draft: Draft, index: int, span: Span, talk: Lexicon) -> bool:
    """Whether a sentence has a word by which kinds of information are spoken of."""
    return _is_talk(hit for hit in draft.said_within(index, span, talk) if not excused(draft, index, hit))


def _is_talk(hits: Iterable[PhraseHit]) -> bool:
    return any(hit.entry.note not in _ABOVE for hit in hits)


def _is_undone(draft: Draft, index: int, talk: Lexicon) -> bool:
    """Whether a block, or what leads in to it, is not of the kind that the title or a heading tells."""
    lead = lead_in(draft, index)
    told = (index,) if lead is None else (index, lead)
    return any(hit.entry.note == "undo" for at in told for hit in draft.said(at, talk))


_QUESTION = re.compile(
    r"\W*(?:kapan|siapa|siapakah|apa|apakah|bolehkah|bagaimana|mengapa|kenapa|berapa|haruskah|dapatkah"
    r"|bisakah|perlukah|what|when|who|how|why|may)\b[^?]*\?\W*",
    re.I,
)


def _asks(text: str, span: Span) -> bool:
    """Whether a sentence only asks: *Kapan seorang kepala menulis nota dinas?*"""
    return text[span.end - 3 : span.end].rstrip(' *_"”').endswith("?") and bool(
        _QUESTION.fullmatch(text, span.start, span.end)
    )


def _title(draft: Draft, talk: Lexicon) -> Iterator[str]:
    """The notes of the words of talk in the short blocks that open a draft, each undone by its own block."""
    for at in range(min(_TITLE, len(draft.blocks))):
        if len(draft.blocks[at].text) <= _LINE:
            notes = {hit.entry.note for hit in draft.phrases_in(at, talk)}
            yield from notes - {"heading"} if "undo" in notes else notes


def _rules(hits: Iterable[PhraseHit], undone: bool) -> bool:
    """Whether a word speaks for all that stands under it."""
    silent = _SILENT | _ABOVE if undone else _SILENT
    return any(hit.entry.note not in silent for hit in hits)
