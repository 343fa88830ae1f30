"""Facts that somebody tells of themselves in a quotation: *"Upah saya tujuh puluh ribu," tutur Kasmirah*."""

from __future__ import annotations

import re

from ppid_lint.draft import PROSE
from ppid_lint.matchers.cast import Cast
from ppid_lint.matchers.tie import Tied
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.people.vocabulary import ROLES, Vocabulary
from ppid_lint.text import Span, holding

_QUOTE = re.compile(r"[“\"]([^“”\"]{6,})[”\"]")
_SELF = re.compile(
    r"\b(?:saya|aku|gue|(?:suami|istri|anak|ibu|bapak|ayah|adik|kakak|utang|gaji|mata|kaki)ku|I|my)\b", re.I
)
# Kin as children call them, who are the speaker's own: *"Bapak sering memukul Ibu," tutur Yusuf*.
_KIN = re.compile(r"\b(?:Ibu|Bapak|Ayah|Mama|Papa|Emak|Mbok|Simbah|Nenek|Kakek|Suami|Istri|Anak)\b(?! [A-Z])")
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?…] ")
_REACH, _BEHIND = 90, 60  # code points from *saya* to the fact, and from the fact to *saya*
_CLAUSE = 110  # code points of the clause that tells who speaks
_BEFORE = 140  # code points before a quotation in which its speaker may be named


def told_of_self(cast: Cast, index: int, span: Span) -> Tied | None:
    """The private person who is quoted with the fact, where they say it of themselves or their kin."""
    text = cast.draft.blocks[index].text
    quotes = cast.draft.once_for(
        index, told_of_self, lambda: tuple(Span(*match.span()) for match in _QUOTE.finditer(text))
    )
    quote = holding(quotes, span.start)
    if quote is None or not _of_self(text, quote, span, cast.vocabulary):
        return None
    speaker = _after(cast, index, quote) or _before(cast, index, quote)
    return (
        None if speaker is None or speaker[1].role not in NATURAL else Tied(*speaker, "says so of themselves")
    )


def _of_self(text: str, quote: Span, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether *saya* stands in the fact or beside it in its sentence, with nobody else between."""
    opening = max((m.end() for m in _END.finditer(text, quote.start, span.start)), default=quote.start)
    start = max(opening, span.start - _REACH)
    before = [m.end() for own in (_SELF, _KIN) for m in own.finditer(text, start, span.start)]
    if before:
        between = _WORD.findall(text[max(before) : span.start].lower())
        return not any(vocabulary.note(word) in {*ROLES, "speech", "speaker"} for word in between)
    stop = _END.search(text, span.end, quote.end)
    limit = min(stop.start() if stop else quote.end, span.end + _BEHIND)
    return _SELF.search(text, span.start, limit) is not None


def _after(cast: Cast, index: int, quote: Span) -> tuple[int, Mention] | None:
    """Who is named in the clause that follows a quotation."""
    text = cast.draft.blocks[index].text
    stop = _END.search(text, quote.end, quote.end + _CLAUSE)
    limit = stop.start() if stop else min(quote.end + _CLAUSE, len(text))
    following = _people(cast, index, Span(quote.end, limit))
    return following[0] if following else None


def _before(cast: Cast, index: int, quote: Span) -> tuple[int, Mention] | None:
    """Who is named last before a quotation, in its paragraph or the one before."""
    own = _people(cast, index, Span(max(quote.start - _BEFORE, 0), quote.start))
    if own or index == 0 or cast.draft.blocks[index - 1].role not in PROSE:
        return own[-1] if own else None
    above = _people(cast, index - 1, Span(0, len(cast.draft.blocks[index - 1].text)))
    return above[-1] if above else None


def _people(cast: Cast, index: int, span: Span) -> list[tuple[int, Mention]]:
    named = (m for m in cast.people(index, span) if m.sure or m.speaks)
    return [(index, m) for m in named if m.role is not Role.COMPANY]
