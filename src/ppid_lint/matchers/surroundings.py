"""What is said around a value: in its sentence, its row, its paragraph, or the line that leads to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.card import in_card
from ppid_lint.matchers.table import heads_hold, rows_hold
from ppid_lint.nlp.abbreviations import BEFORE_NAME
from ppid_lint.phrases import PhraseHit

Scope = Literal["sentence", "form", "block", "section", "draft"]

_AROUND = 400  # code points of a sentence that are looked at on each side
_ROW = 24  # cells of a row that are looked at on each side
_END = re.compile(r"([\w./]{0,12})[.!?][)\"'”’]{0,2}(?=\s+[\"'“‘(\[]{0,2}[^\W\d_])|\n")
_ADDRESS = re.compile(r"[.@]\w")
_GLUE = frozenset(".@")
_HERE = "here"  # note of words that speak of what stands in their own sentence
_FORM = 5  # blocks of a form that are looked at on each side
_FIELD = re.compile(r"[^:\n]{2,28}:(?!//)")
_LAST_WORD = re.compile(r"(\w+)\W{0,2}\Z")
_FIRST_WORD = re.compile(r"\A\W{0,2}(\w+)")


def speaks(draft: Draft, index: int, start: int, lexicon: Lexicon, scope: Scope) -> bool:
    """Whether an entry of the word list is said of the value at this place.

    `sentence` is its sentence or its row with the heads of its columns, and the block that leads to
    it; `block` the whole paragraph; `section` the heading above too; `form` that and the lines of a form
    around it; `draft` anywhere.
    """
    if not lexicon:
        return False
    if scope == "draft":
        return draft.once(("said in the draft", lexicon.name), lambda: _in_draft(draft, lexicon))
    return any(_said(draft, index, start, lexicon, scope))


def _in_draft(draft: Draft, lexicon: Lexicon) -> bool:
    return any(_fits(draft.blocks[at].text, hit) for at, hit in draft.phrases(lexicon))


def _said(draft: Draft, index: int, start: int, lexicon: Lexicon, scope: Scope) -> Iterator[bool]:
    block = draft.blocks[index]
    if block.cell and (rows_hold(draft, index, lexicon) or heads_hold(draft, index, lexicon)):
        yield any(_in_row(draft, index, lexicon))
        yield bool(draft.header_phrases(index, lexicon))
    hits = draft.phrases_in(index, lexicon)
    if hits:
        low, high = (0, len(block.text)) if scope == "block" else sentence_around(block.text, start)
        first = bisect_left(hits, low, key=lambda hit: hit.end)
        near = hits[first : bisect_left(hits, high + 1, key=lambda hit: hit.end)]
        yield any(_fits(block.text, hit) for hit in near)
    lead = draft.lead_in(index)
    if lead is not None and _leads(draft, lead, index):
        yield any(_fits(draft.blocks[lead].text, hit) for hit in draft.phrases_in(lead, lexicon))
    if scope == "form":
        lines = (draft.phrases_in(at, lexicon) for at in form_lines(draft, index))
        yield any(hit.entry.note != _HERE for hits in lines for hit in hits)
    if scope in ("form", "section") and block.section:
        yield draft.section_has(index, lexicon)


def form_lines(draft: Draft, index: int) -> Iterator[int]:
    """The blocks just around this one that belong to the same form: lines or rows of *label: value*."""
    block = draft.blocks[index]
    if block.cell is None and not _FIELD.match(block.text):
        return
    for step in (-1, 1):
        for at in range(index + step, index + step * _FORM, step):
            if not 0 <= at < len(draft.blocks) or not _same_form(draft, at, index):
                break
            yield at


def _same_form(draft: Draft, one: int, other: int) -> bool:
    left, right = draft.blocks[one], draft.blocks[other]
    if left.cell is None or right.cell is None:
        return left.cell is right.cell and left.role is right.role and bool(_FIELD.match(left.text))
    same = left.cell.table == right.cell.table and left.cell.column <= 2
    return same and in_card(draft, other)


def _leads(draft: Draft, lead: int, index: int) -> bool:
    """Whether the block before speaks of this one: a heading, a lead-in, or the line above a value."""
    before = draft.blocks[lead]
    listed = draft.blocks[index].role in (Role.ITEM, Role.CELL)
    return listed or before.role is Role.HEADING or before.text.rstrip().endswith(":")


def _in_row(draft: Draft, index: int, lexicon: Lexicon) -> Iterator[bool]:
    for step in (-1, 1):
        for at in range(index + step, index + step * _ROW, step):
            if not 0 <= at < len(draft.blocks) or not _same_row(draft, at, index):
                break
            yield bool(draft.phrases_in(at, lexicon)) or draft.header_has(at, lexicon)


def _same_row(draft: Draft, one: int, other: int) -> bool:
    left, right = draft.blocks[one].cell, draft.blocks[other].cell
    return bool(left and right and (left.table, left.row) == (right.table, right.row))


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """The bounds of the sentence that holds the offset, cut at some hundred code points."""
    low, high = max(at - _AROUND, 0), min(at + _AROUND, len(text))
    ends = list(sentence_ends(text, low, high))
    return max((end for end in ends if end <= at), default=low), min(
        (e for e in ends if e > at), default=high
    )


def sentence_ends(text: str, low: int, high: int) -> Iterator[int]:
    """Where sentences end in a part of a text: at a mark before a capital, not behind an abbreviation."""
    for match in _END.finditer(text, low, high):
        follows = text[match.end() : match.end() + 4].strip("\"'“‘([ \n")[:1]
        if match[1] is None or (match[1] not in BEFORE_NAME and not follows.islower()):
            yield match.end()


def _fits(text: str, hit: PhraseHit) -> bool:
    """Whether the hit is no part of an address, and no word beside it says that it means something else."""
    if _ADDRESS.match(text, hit.end) or text[hit.start - 1 : hit.start] in _GLUE:
        return False
    if not hit.entry.unless:
        return True
    before = _LAST_WORD.search(text, max(hit.start - 40, 0), hit.start)
    after = _FIRST_WORD.search(text[hit.end : hit.end + 40])
    beside = {match[1].lower() for match in (before, after) if match}
    return beside.isdisjoint(hit.entry.unless)
