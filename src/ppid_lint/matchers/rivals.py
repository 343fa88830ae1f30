"""Who a name is, where a word beside it makes it somebody else's: *tersangka Joko*, *Sri, guru BK*."""

from __future__ import annotations

import re

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.people.mention import Mention, Role
from ppid_lint.people.surroundings import is_shortened, is_verb
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_BEFORE = 20  # code points before a name in which a word tells whose it is
_TRADE = 28  # the same for a trade: *Ketua Komite SMAN 1, Bambang*
_AFTER = 16  # code points behind the comma or bracket after a name
_CUTS = {"governs": ".;:,"}  # marks that end the reach of a word before a name, by its note
_SUBJECT = 70  # code points from a name to the deed of which it is the subject
# What stands between the two: a trade told between commas, and when.
_OF_SUBJECT = re.compile(r"(?:, [^,.;:!?]{3,50})?,? (?:(?:telah|sudah|pernah|akhirnya|kini|was|has been) )?")
_TOLD_TO = ("epada ", "enurut ", "i depan ")  # Kepada, menurut
_OPENS = (", ", " (", " – ")  # what stands between a name and a trade told of it


def is_another(draft: Draft, index: int, mention: Mention, others: Lexicon) -> bool:
    """Whether a word before a name, or a trade or deed right after it, says that it is somebody else's."""
    return any(test(draft, index, mention, others) for test in (_is_led, _is_told, _does))


def _is_led(draft: Draft, index: int, mention: Mention, others: Lexicon) -> bool:
    before = Span(max(mention.name_start - _TRADE, 0), mention.name_start)
    text = draft.blocks[index].text
    return any(
        hit.entry.note != "does"
        and (hit.entry.note == "trade" or mention.name_start - hit.start <= _BEFORE)
        and not _is_in_name(text, hit.start)
        and not _is_told_to(text, hit, mention.start)
        and not _is_cut(text, hit.end, mention.start, _CUTS.get(hit.entry.note, ".;:"))
        and not any(is_verb(word) for word in text[hit.end : mention.start].split())
        for hit in draft.said_within(index, before, others)
    )


def _is_in_name(text: str, at: int) -> bool:
    """Whether a word is the second of a name: *Lukman Hakim*."""
    if not text[at].isupper():
        return False
    words = text[max(at - 20, 0) : at].split()
    return bool(words) and words[-1].isalpha() and words[-1][0].isupper() and len(words) > 1


def _is_told_to(text: str, hit: PhraseHit, start: int) -> bool:
    """Whether a word is only of whom somebody speaks to or who says it: *Kepada pendamping, Suci …*."""
    return "," in text[hit.end : start] and text.endswith(_TOLD_TO, 0, hit.start)


def _does(draft: Draft, index: int, mention: Mention, others: Lexicon) -> bool:
    """Whether an entry noted *does* follows of which they are the subject: *Hendro memperkosa …*."""
    text = draft.blocks[index].text
    if mention.role is Role.CHILD:
        return False
    behind = Span(mention.end, mention.end + _SUBJECT)
    return any(
        hit.entry.note == "does" and _OF_SUBJECT.fullmatch(text, mention.end, hit.start)
        for hit in draft.said_within(index, behind, others)
    )


def _is_cut(text: str, start: int, end: int, marks: str) -> bool:
    """Whether one of some marks stands in a range, a full stop that shortens a title aside: *dr. Fitria*."""
    return any(text[at] in marks and not is_shortened(text, at) for at in range(start, end))


def _is_told(draft: Draft, index: int, mention: Mention, others: Lexicon) -> bool:
    """Whether an entry noted *trade* follows behind a comma: *Jamaludin, tukang las*."""
    text = draft.blocks[index].text
    if not text.startswith(_OPENS, mention.end):
        return False
    behind = Span(mention.end, mention.end + _AFTER)
    return any(
        hit.entry.note == "trade" and "," not in text[mention.end + 2 : hit.start]
        for hit in draft.said_within(index, behind, others)
    )
