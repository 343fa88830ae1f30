"""Ties a fact to the one person it is told of: in its sentence, in the sentences before, in its row or record."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE, Draft
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.people.reading import name_words, with_known
from ppid_lint.people.vocabulary import Vocabulary
from ppid_lint.text import Span

_REACH = 110  # code points from a name to what is told of it
_BEHIND = 44  # from a fact to the name after it
_EARLIER = 5  # sentences back that a pronoun reaches
_KNOWN = 6  # blocks back whose names are remembered

_WORD = re.compile(r"[^\W\d_]+")


class Tied(NamedTuple):
    """The person of a fact, the block that names them, and how the two hang together."""

    block: int
    person: Mention
    way: str


def tie(draft: Draft, index: int, span: Span, vocabulary: Vocabulary, roles: Collection[Role]) -> Tied | None:
    """Whom the fact at this place of a block is told of, where that is somebody in one of the roles."""
    segment = _segment(draft, index, span.start)
    near = nearest(draft, index, segment, span, vocabulary)
    if near is not None:
        return Tied(index, near, "same sentence") if near.role in roles else None
    if not points_back(draft.blocks[index].text, segment, span, vocabulary):
        return None
    return earlier(draft, index, segment.start, vocabulary, roles)


def _segment(draft: Draft, index: int, offset: int) -> Span:
    found = (span for span in draft.segments(index) if span.start <= offset < span.end)
    return next(found, Span(0, len(draft.blocks[index].text)))


def people_in(draft: Draft, index: int, span: Span, vocabulary: Vocabulary) -> list[Mention]:
    """Who a part of a block names, with the names known from around it."""
    found = [m for m in draft.mentions(index, vocabulary) if span.start <= m.start < span.end]
    if not found or all(mention.why in {"role", "office"} for mention in found):
        return found
    return list(with_known(found, draft.blocks[index].text, _known(draft, index, vocabulary)))


def _known(draft: Draft, index: int, vocabulary: Vocabulary) -> dict[str, Role]:
    """Name words of the blocks before, with the part they were named in; an office outweighs the rest."""
    known: dict[str, Role] = {}
    for at in range(max(index - _KNOWN, 0), index + 1):
        if draft.blocks[at].role not in PROSE:
            continue
        for mention in draft.mentions(at, vocabulary):
            if mention.sure and mention.role is not Role.COMPANY:
                for word in name_words(draft.blocks[at].text, mention):
                    if known.get(word) is not Role.OFFICIAL and len(word) > 2:
                        known[word] = mention.role
    return known


def nearest(draft: Draft, index: int, segment: Span, span: Span, vocabulary: Vocabulary) -> Mention | None:
    """The mention that a fact belongs to within its sentence."""
    text = draft.blocks[index].text
    found = people_in(draft, index, segment, vocabulary)
    if any(m.sure and m.name_start <= span.start < m.name_end for m in found):
        return None
    inside = [m for m in found if span.start < m.name_start < span.end and _named(m, text, span)]
    before = [m for m in found if m.end <= span.start and not m.speaks]
    ahead = [m for m in found if m.start >= span.end and not m.speaks]
    if inside:
        return inside[0]
    if before and _reaches(text, before[-1], span, segment, vocabulary):
        return before[-1]
    if ahead and _owns(text[span.end : ahead[0].start], ahead[0]):
        return ahead[0]
    return _subject(text, before, span, segment, vocabulary)


def _named(mention: Mention, text: str, span: Span) -> bool:
    """Whether a name inside a fact is more than a capital of its own words: *Utang Kurniawan di koperasi*."""
    if mention.sure:
        return mention.why != "role"
    return mention.name_end - mention.name_start > 3 and text[span.start].isupper()


def _subject(
    text: str, before: list[Mention], span: Span, segment: Span, vocabulary: Vocabulary
) -> Mention | None:
    """The first sure name of the sentence, where names that say nothing stand between: *Slamet, warga Klaten, …*."""
    sure = [m for m in before if m.sure and m.role is not Role.COMPANY]
    if sure and _reaches(text, sure[-1], span, segment, vocabulary):
        return sure[-1]
    return None


def _reaches(text: str, mention: Mention, span: Span, segment: Span, vocabulary: Vocabulary) -> bool:
    between = text[mention.end : span.start]
    if len(between) > _REACH or any(
        vocabulary.note(word.lower()) == "speech" for word in _WORD.findall(between)
    ):
        return False
    return _counts(mention, segment, between)


def _counts(mention: Mention, segment: Span, between: str) -> bool:
    """Whether a mention may stand for a person here; bare capitals only as the subject itself."""
    if mention.sure:
        return True
    words = mention.name_end - mention.name_start
    opens = mention.start <= segment.start + 2
    single = mention.why == "capitals" and words < 20 and opens
    return not single and (len(between.strip()) == 0 or between.startswith(","))


def _owns(between: str, mention: Mention) -> bool:
    """Whether a name right after a fact is its owner: *gaji pokok Sri*, *hasil tes DNA Rudi*."""
    if len(between) > _BEHIND or any(char in ".;:!?" for char in between.strip()):
        return False
    return mention.sure or (not between.strip() and mention.name_end - mention.name_start > 3)


def points_back(text: str, segment: Span, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether the sentence speaks of somebody named before it: *ia*, *korban*, *istrinya*, *his*."""
    words = [word.lower() for word in _WORD.findall(text, segment.start, span.end)]
    return any(word in vocabulary.pronouns or _possessive(word, vocabulary) for word in words)


def _possessive(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word bears *-nya* of a person's own: *istrinya*, not *biasanya*."""
    return len(word) > 5 and word.endswith("nya") and word not in vocabulary.notes


def earlier(
    draft: Draft, index: int, offset: int, vocabulary: Vocabulary, roles: Collection[Role]
) -> Tied | None:
    """The person last named before an offset, a few sentences back, in this block or the one before it."""
    for block, span in _back(draft, index, offset):
        people = [
            m for m in people_in(draft, block, span, vocabulary) if m.sure and m.role is not Role.COMPANY
        ]
        if people:
            private = [m for m in people if m.role in NATURAL]
            chosen = (private or people)[-1]
            return Tied(block, chosen, "named before") if chosen.role in roles else None
    return None


def _back(draft: Draft, index: int, offset: int) -> Iterator[tuple[int, Span]]:
    """Segments before an offset, the nearest first."""
    here = [(index, span) for span in draft.segments(index) if span.end <= offset or span.start < offset]
    previous = index - 1
    if previous >= 0 and draft.blocks[previous].role in PROSE - {Part.HEADING}:
        here = [(previous, span) for span in draft.segments(previous)] + here
    yield from list(reversed(here))[:_EARLIER]
