"""How far a label speaks: over words and numbers to its value, into a sentence that goes on from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ppid_lint.matchers.surroundings import sentence_ends
from ppid_lint.phrases import PhraseHit

REACH = 80  # code points between a label and the value it names
LONG_REACH = 200  # the same where a sentence goes on from the one of the label
_OUTRIGHT = 48  # code points between a label and a value that fails its check
_OUTRIGHT_WORDS = 6
MANY_DIGITS = 9  # a number of that many digits ends the reach of a label for numbers of other lengths

_NUMBER = re.compile(r"\d(?:[.\- ]?\d){3,}")
_SLASH = re.compile(r" ?/ ?")
_FIRST_OF_TWO = re.compile(r"[^\d\n]{0,24}\d[\d.\- ]{2,}\d ?/ ?")
_NEXT_NUMBER = re.compile(r" ?/ ?\d[\d.\- ]{2,}\d")
_SECOND_LABEL = re.compile(r"/ ?(?:no\.?|nomor)? ?\Z", re.IGNORECASE)
# A sentence that goes on about the number of the thing named last: *Nomornya …*, *Di sana tertulis …*.
_GOES_ON = re.compile(
    r"\s*(?:dengan )?(?:(?:[\w-]{1,16} ){0,2}(?:no(?:mor|mer)|angka|kode|seri|digit)"
    r"(?:nya| (?:itu|tersebut|ini))\b"
    r"|(?:no(?:mor|mer)) (?:yang )?(?:kartu|dokumen|rekening|buku)(?:nya| (?:itu|tersebut|ini))?\b"
    r"|(?:yang )?(?:tertulis|tertera|tercantum|terbaca|bernomor)\b"
    r"|di (?:sana|situ|dalamnya|atasnya)\b|(?:its|the|his|her) number\b|it (?:reads|bears)\b)[^.!?\n]{0,60}",
    re.IGNORECASE,
)


def window(text: str, start: int) -> int:
    """Where labels begin to be heard for the value at an offset."""
    low = max(start - LONG_REACH, 0)
    ends = list(sentence_ends(text, low, start))
    going_on = bool(ends) and _GOES_ON.fullmatch(text, ends[-1], start) is not None
    return low if going_on else max(start - REACH, 0)


def reaches(text: str, end: int, start: int, size: int, *, short: int) -> bool:
    """Whether a label that ends at one offset speaks for the value of `size` digits at another.

    No sentence ends between them, but for one that goes on; no number of another length stands there that
    has `short` digits or more.
    """
    if text[end:start].strip(" \n:.") and not _goes_on(text, end, start):
        return False
    others = (digits(match[0]) for match in _NUMBER.finditer(text, end, start))
    return all(other < short or other == size for other in others)


def names_outright(text: str, end: int, start: int) -> bool:
    """Whether so little stands between a label and its value that it speaks for one that fails its check."""
    ends = list(sentence_ends(text, end, start)) if text[end:start].strip(" \n:.") else []
    words = text[ends[-1] if ends else end : start]
    return len(words) <= _OUTRIGHT and len(words.split()) <= _OUTRIGHT_WORDS


def is_second_of_two(text: str, hit: PhraseHit, start: int) -> bool:
    """Whether the label and the value both are the second of two: *NIP/NRP: 1979… / 7811…*."""
    if _FIRST_OF_TWO.fullmatch(text, hit.end, start) is None:
        return False
    return _SECOND_LABEL.search(text, max(hit.start - 12, 0), hit.start) is not None


def is_for_second(text: str, hit: PhraseHit, end: int) -> bool:
    """Whether the label is the second of two, the value that ends here the first: *KTP/SIM: 3573… / 95…*."""
    if _NEXT_NUMBER.match(text, end) is None:
        return False
    return _SECOND_LABEL.search(text, max(hit.start - 12, 0), hit.start) is not None


def shared(text: str, hit: PhraseHit, heard: Sequence[tuple[PhraseHit, str]]) -> int:
    """How far labels reach that stand right behind this one for the same value: *KTP/Paspor: …*."""
    behind = (other for other, _ in heard if _SLASH.fullmatch(text, hit.end, other.start))
    return max((other.end - hit.end for other in behind), default=0)


def digits(text: str) -> int:
    """How many digits a text has."""
    return sum(map(str.isdigit, text))


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether no sentence ends between, or one alone that the next goes on from."""
    ends: Iterator[int] = sentence_ends(text, end, start)
    first = next(ends, None)
    if first is None:
        return True
    return next(ends, None) is None and _GOES_ON.fullmatch(text, first, start) is not None
