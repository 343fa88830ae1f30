"""What speaks against a fact: a word in its sentence, at the head of its row, in the lines above."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import partial

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.beside import lead_in
from ppid_lint.matchers.facts import Fact, heads
from ppid_lint.matchers.record import row
from ppid_lint.matchers.table import heads_hold
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_BEFORE = 600  # code points before a value in which a word may rule it out
_LINES, _LINE = 6, 160  # lines above that may introduce a value, and how long one is
_LISTED = frozenset({Role.CELL, Role.ITEM})

Part = Callable[[], Span]  # a part of a block, found only where it is asked for


def has_words(draft: Draft, index: int, part: Part, words: Lexicon) -> bool:
    """Whether an entry of a word list begins in a part of a block."""
    return bool(draft.said(index, words)) and bool(draft.said_within(index, part(), words))


def spoken_against(draft: Draft, fact: Fact, segment: Part, against: Lexicon, *, but: Lexicon) -> bool:
    """Whether a word before the value in its sentence, its row's heads or the heading rules it out.

    A word inside a longer entry of `but` is not heard, *informasi* in *pemohon informasi*, nor one before
    an entry of the note *own*: *penyewa kios … di rumahnya*.
    """
    block = draft.blocks[fact.block]
    if draft.said(fact.block, against) and _said_before(draft, fact, segment().start, against, but):
        return True
    if heads_hold(draft, fact.block, against) and any(
        draft.header_has(at, against) for at in row(draft, fact.block)
    ):
        return True
    lead = lead_in(draft, fact.block) if block.role in _LISTED else None
    if lead is not None and heads(draft, against, draft.blocks[lead].text):
        return True
    listed = block.role in _LISTED  # a heading speaks for its list, not for a sentence about somebody
    return (listed and heads(draft, against, block.section)) or _led_in(draft, fact.block, against)


def _said_before(draft: Draft, fact: Fact, start: int, against: Lexicon, but: Lexicon) -> bool:
    """Whether a word before the value in its sentence rules it out."""
    before = Span(max(start, fact.span.start - _BEFORE), fact.span.start)
    heard = draft.said_within(fact.block, before, but)
    said = draft.said_within(fact.block, before, against)
    return any(not any(_outdone(hit, one) for one in heard) for hit in said)


def _outdone(hit: PhraseHit, other: PhraseHit) -> bool:
    """Whether a word is part of a longer entry, or stands before one of somebody's own."""
    if other.entry.note == "own" and other.start >= hit.end:
        return True
    return other.start <= hit.start and hit.end <= other.end and hit[:2] != other[:2]


def _led_in(draft: Draft, index: int, against: Lexicon) -> bool:
    """Whether a line above that ends in a colon says otherwise: *Keterangan lebih lanjut hubungi:*."""
    leading = draft.once(_led_in, lambda: [at for at, block in enumerate(draft.blocks) if _leads(block.text)])
    nearest = bisect_left(leading, index) - 1
    if nearest < 0 or leading[nearest] < index - _LINES:
        return False
    for at in range(index - 1, max(index - _LINES, 0) - 1, -1):
        text = draft.blocks[at].text.rstrip()
        if len(text) > _LINE or len(draft.blocks[index].text) > _LINE:
            return False
        if text.endswith(":"):
            return has_words(draft, at, partial(draft.sentence, at, len(text) - 1), against)
    return False


def _leads(text: str) -> bool:
    """Whether a line ends in a colon: a cheap test before the lines above are read."""
    return text.rstrip().endswith(":")
