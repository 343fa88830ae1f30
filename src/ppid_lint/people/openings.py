"""Sentences that surely name nobody: a cheap test before one is read for people, for most of them do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ppid_lint.people.surroundings import age, identifier
from ppid_lint.people.vocabulary import Vocabulary
from ppid_lint.text import Span

_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 19  # letters of an opening word
_ENDS = ".!?…:;"  # what may stand before a sentence; behind a comma it goes on with a list
_ROLES_AHEAD = (" selaku", " sebagai", " sang")


def tells_nobody(text: str, segment: Span, vocabulary: Vocabulary) -> bool:
    """Whether a segment holds no word for kin, and no capital but of a common word that opens it."""
    first = _CAPITAL.search(text, *segment)
    if first is not None and _CAPITAL.search(text, first.end(), segment.end):
        return False
    if first is not None and not _is_common(text, segment, vocabulary):
        return False
    words = _WORD.findall(text[segment.start : segment.end].lower())
    return vocabulary.whose.isdisjoint(words) and "satunya" not in words


def opening_word(text: str, segment: Span) -> str:
    """The word in small letters that a segment opens with, where it has a capital."""
    word = _WORD.match(text, *segment)
    return word[0].lower() if word is not None and word[0][0].isupper() else ""


def _is_common(text: str, segment: Span, vocabulary: Vocabulary) -> bool:
    """Whether a segment opens with a common word that nothing after it makes somebody's name."""
    word, before = opening_word(text, segment), text[max(segment.start - 3, 0) : segment.start].rstrip()
    end = segment.start + len(word)
    if not 0 < len(word) <= _LONGEST or (before and before[-1] not in _ENDS):
        return False
    if vocabulary.is_name(word) or not vocabulary.are_words([word]):
        return False
    if (
        text[end : end + 1] != " "
        or not text[end + 1 : end + 2].islower()
        or text.startswith(_ROLES_AHEAD, end)
    ):
        return False
    return age(text, end) is None and not identifier(text, end)


def capitals(text: str, word: str) -> Iterator[int]:
    """Where a word in small letters stands in a text with a capital."""
    low = text.lower()
    at = low.find(word)
    while at >= 0:
        if len(low) != len(text) or text[at].isupper():
            yield at
        at = low.find(word, at + 1)
