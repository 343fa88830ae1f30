"""Ties a fact to the one person it is told of: in its sentence, or in the sentences before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import partial
from typing import NamedTuple

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE
from ppid_lint.matchers.cast import Cast
from ppid_lint.matchers.pronoun import SPOKEN_OF, is_of_self, speaks_on
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.people.surroundings import is_verb
from ppid_lint.people.vocabulary import ROLES, Vocabulary
from ppid_lint.text import Span

_REACH = 110  # code points from a name to what is told of it
_BEHIND = 44  # from a fact to the name after it
_SHORT = 20  # a lone capital run up to this long may be any word that opens a sentence
_FAR = 600  # code points of a sentence that are read on each side of a fact
_EARLIER = 5  # sentences back that a pronoun reaches

_THAT_ONE = re.compile(r" (?:itu|ini|tersebut)\b")
_IN_NAME_OF = re.compile(r"\b(?:a\.? ?n\.|a/n)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# Other people between a name and a fact: *bagi pasien diabetes*, *14 penderita*.
_OTHERS = re.compile(
    r"(?:\b(?:bagi|untuk|kepada|para|setiap|tiap|banyak|semua|seluruh|sejumlah|for|many|all)|\d) ([^\W\d_]+)"
)
# Somebody else of whom a clause begins to tell: *Rendra dititipkan; korban dirawat*.
_ANOTHER = re.compile(r"(?:;|, sedangkan|, sementara) ([^\W\d_]+)")
# A topic or a public right before a fact: *berbicara tentang stunting*, *bagi penonton tuli*.
_ABOUT = re.compile(r"\b(?:bagi|untuk|para|tentang|soal|mengenai|seputar|about|for)(?: [^\W\d_]+){0,2} ?$")
# Who speaks of themselves or of their kin: *"Saya sudah tiga tahun cuci darah," kata Gunawan*.
_SELF = re.compile(r"\b(?:saya|aku)\b", re.I)
_JOINT = re.compile(r", (?:dan|lalu|kemudian|sedangkan|sementara|tetapi|serta|and|but|then)\b")  # of clauses
_TAKEN = re.compile(r"\bme[a-z]{4,}(?: [a-z]+){1,3} milik $")  # from whom: *mencuri motor milik Dodik*
_BY = (" oleh ", " by ")  # before who does it, not who is told of: *dilatih menjahit oleh Ibu Marni*
# Whom somebody acts on, not what is told of them: *membela terdakwa*, *merawat penderita kanker*.
_ACTS = re.compile(
    r"\bme(?!njadi|rupakan|nyandang|ngaku|nderita)[a-z]{4,}"
    r"(?: (?:para|seorang|dua|tiga|sejumlah|beberapa))? $"
)


class Tied(NamedTuple):
    """The person of a fact, the block that names them, and how the two hang together."""

    block: int
    person: Mention
    way: str


def tie(
    cast: Cast,
    index: int,
    span: Span,
    roles: Collection[Role],
    *,
    inside: bool = False,
    alone: bool = False,
    objects: bool = True,
    stated: bool = False,
) -> Tied | None:
    """Whom the fact at this place of a block is told of, where that is somebody in one of the roles.

    `inside`: whether a name within the fact may be its owner; `alone`: whether *ia* may stand for somebody
    whom the draft does not name; `objects`: whether the fact may be of somebody its verb acts on;
    `stated`: whether it is a number or a date, which is somebody's own however it is led in to.
    """
    text = cast.draft.blocks[index].text
    whole = cast.segment(index, span.start)
    segment = Span(max(whole.start, span.start - _FAR), min(whole.end, span.end + _FAR))
    near, named = None, False
    if not cast.names_nobody(index, whole):
        near = _nearest(cast, index, segment, span, inside=inside, objects=objects, stated=stated)
        named = any(m.sure for m in cast.people(index, Span(segment.start, span.start)))
    tied = Tied(index, near, "same sentence") if near is not None else None
    own = alone and _SELF.search(text, segment.start, span.start) is not None
    if tied is None and not named and (own or speaks_on(text, segment, span, cast.vocabulary)):
        tied = _earlier(cast, index, segment.start)
        if tied is None and alone:
            tied = _pronoun(text, index, segment, cast.vocabulary)
    return tied if tied is not None and tied.person.role in roles else None


def _pronoun(text: str, index: int, segment: Span, vocabulary: Vocabulary) -> Tied | None:
    """A pronoun as the person it stands for."""
    for word in _WORD.finditer(text, segment.start, segment.end):
        note = vocabulary.note(word[0].lower())
        if note in {"pronoun", "kin"} or (note in SPOKEN_OF and _THAT_ONE.match(text, word.end())):
            span = word.span()
            return Tied(index, Mention(*span, *span, Role.PRIVATE, False, "pronoun"), "same sentence")
    return None


def _nearest(
    cast: Cast, index: int, segment: Span, span: Span, *, inside: bool, objects: bool, stated: bool
) -> Mention | None:
    """The mention that a fact belongs to within its sentence."""
    text = cast.draft.blocks[index].text
    found = [mention for mention in cast.people(index, segment) if not mention.speaks]
    if not any(map(str.isdigit, text[span.start : span.end])) and any(
        m.sure and m.name_start <= span.start < m.name_end for m in found
    ):
        return None
    found = [m for m in found if m.start < span.start or not text.endswith(_BY, 0, m.start)]
    if not objects:
        found = [m for m in found if m.start < span.start or not _acted_on(text, m)]
    within = [m for m in found if inside and span.start < m.name_start < span.end and _named(m, text, span)]
    within = [m for m in within if not _TAKEN.search(text, span.start, m.start)]
    before = [m for m in found if m.end <= span.start]
    ahead = [m for m in found if m.start >= span.end]
    if within:
        return within[0]
    reaches = partial(_reaches, text, span=span, segment=segment, vocabulary=cast.vocabulary, stated=stated)
    if before and reaches(before[-1]):
        return before[-1]
    if ahead and _owns(_IN_NAME_OF.sub("", text[span.end : ahead[0].start]), ahead[0], cast.vocabulary):
        return ahead[0]
    sure = [m for m in before if m.sure and m.role is not Role.COMPANY]
    return sure[-1] if sure and reaches(sure[-1]) else None


def _acted_on(text: str, mention: Mention) -> bool:
    """Whether the word right before a mention is an active verb: *mencabuli Suharti*."""
    before = text[max(mention.start - 24, 0) : mention.start].lower().split()
    return bool(before) and before[-1].startswith("me") and is_verb(before[-1])


def _named(mention: Mention, text: str, span: Span) -> bool:
    """Whether a name inside a fact is more than a capital of its own words: *Utang Kurniawan di koperasi*."""
    if mention.sure:
        return mention.listed or mention.why != "role"
    return mention.name_end - mention.name_start > 3 and text[span.start].isupper()


def _reaches(
    text: str, mention: Mention, *, span: Span, segment: Span, vocabulary: Vocabulary, stated: bool
) -> bool:
    """Whether nothing between a name and a fact parts them, as in *Slamet mengajak warga yang sakit*."""
    between = text[mention.end : span.start]
    if len(between) > _REACH:
        return False
    clause = _JOINT.split(between)[-1] if stated else between
    spoken = any(vocabulary.note(word.lower()) == "speech" for word in _WORD.findall(clause))
    if (spoken and not is_of_self(text, span, clause)) or (_ABOUT.search(between) and not stated):
        return False
    if any(vocabulary.note(word.lower()) in ROLES for word in _OTHERS.findall(between)):
        return False
    if any(vocabulary.notes.get(word.lower()) in ROLES for word in _ANOTHER.findall(between)):
        return False
    first = _WORD.match(text, span.start, span.end)
    if first is not None and vocabulary.note(first[0].lower()) in ROLES and _ACTS.search(between):
        return False
    return _counts(mention, segment, between)


def _counts(mention: Mention, segment: Span, between: str) -> bool:
    """Whether a mention may stand for a person here; bare capitals only as the subject itself."""
    if mention.sure:
        return True
    opens = mention.start <= segment.start + 2
    short = mention.name_end - mention.name_start < _SHORT
    return not (opens and short) and (not between.strip() or between.startswith(","))


def _owns(between: str, mention: Mention, vocabulary: Vocabulary) -> bool:
    """Whether a name right after a fact is its owner: *gaji pokok Sri*, *hasil tes DNA Rudi*."""
    if len(between) > _BEHIND or any(char in ".;:!?" for char in between.strip()):
        return False
    if any(vocabulary.note(word.lower()) == "speaker" for word in _WORD.findall(between)):
        return False
    return mention.sure or (not between.strip() and mention.name_end - mention.name_start > 3)


def _earlier(cast: Cast, index: int, offset: int) -> Tied | None:
    """The person last named before an offset, a few sentences back, in this block or the one before it."""
    for block, span in _back(cast, index, offset):
        people = [m for m in cast.people(block, span) if m.sure and m.role is not Role.COMPANY]
        if people:
            private = [m for m in people if m.role in NATURAL]
            return Tied(block, (private or people)[-1], "named before")
    return None


def _back(cast: Cast, index: int, offset: int) -> Iterator[tuple[int, Span]]:
    """Segments before an offset, the nearest first."""
    segments = cast.segments(index)
    first = bisect_left(segments, offset, key=lambda span: span.start)
    yield from ((index, segments[at]) for at in range(first - 1, max(first - 1 - _EARLIER, -1), -1))
    previous = index - 1
    if previous >= 0 and cast.draft.blocks[previous].role in PROSE - {Part.HEADING}:
        last = cast.segments(previous)[-max(_EARLIER - first, 0) :] if first < _EARLIER else ()
        yield from ((previous, span) for span in reversed(last))
