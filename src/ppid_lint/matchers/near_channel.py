"""What stands near a channel: where readers meet it, and the words before it and with it."""

from __future__ import annotations

from ppid_lint.contacts.sighting import Sighting
from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span


def place(sighting: Sighting) -> tuple[int, Span]:
    """Where readers meet the channel: at the text of its link, if it is a target."""
    if sighting.opener is not None:
        return sighting.opener.block, sighting.opener.span
    return sighting.block, sighting.channel.span


def said_with(draft: Draft, sighting: Sighting, words: Lexicon) -> bool:
    """Whether an entry of a word list stands in the channel's sentence."""
    index, span = place(sighting)
    sentence = draft.sentence(index, span.start)
    return any(sentence.start <= hit.start < sentence.end for hit in draft.phrases_in(index, words))


def last_before(draft: Draft, index: int, start: int, words: Lexicon) -> int:
    """Where the last entry of a word list ends before an offset, in its sentence; -1 where there is none."""
    return max((hit.end for hit in before(draft, index, start, words)), default=-1)


def before(draft: Draft, index: int, start: int, words: Lexicon) -> list[PhraseHit]:
    """The entries of a word list before an offset, in its sentence; in a cell, from its start."""
    hits = draft.said(index, words)
    if not hits:
        return []
    floor = 0 if draft.blocks[index].role is Role.CELL else draft.sentence(index, start).start
    return [hit for hit in hits if floor <= hit.start and hit.end <= start]
