"""Times of the day in words: `pukul delapan pagi sampai tiga sore`, `8 a.m. to 3 p.m.`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import re2

from ppid_lint.text import Span

TO = r" ?(?:-|–|—|s\.? ?/?d\.?|sampai(?: dengan)?|hingga|to|through|until|till) ?"
_NUMBERS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
    "sepuluh": 10, "sebelas": 11, "dua belas": 12,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "noon": 12,
}  # fmt: skip
_HOUR = (
    r"(?:(?:setengah )?(?:satu|dua(?: belas)?|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
    r"(?: tepat)?|[0-2]?[0-9](?:[.:][0-5][0-9])?)(?: (?:pagi|siang|sore|petang|malam))?(?: (?:WIB|WITA|WIT))?"
)
_EN_HOUR = (
    r"(?:[a-z]{3,6}|[01]?[0-9](?:[.:][0-5][0-9])?)"
    r" ?(?:a\.?m\b\.?|p\.?m\b\.?|in the (?:morning|afternoon)|noon)"
)
_SPOKEN = re2.compile(
    rf"(?i)\b(?:pukul|jam) (?P<from>{_HOUR}){TO}(?:pukul |jam )?(?P<to>{_HOUR})\b"
    rf"|\b(?:di)?buka[^0-9.]{{0,30}}(?:pukul|jam) (?P<opens>{_HOUR})[^0-9.]{{1,30}}"
    rf"(?:di)?tutup[^0-9.]{{0,12}}(?:pukul|jam) (?P<closes>{_HOUR})\b"
    rf"|\b(?P<start>{_EN_HOUR}|[0-9]{{1,2}}(?:[.:][0-5][0-9])?){TO}(?P<end>{_EN_HOUR})"
)
_PAIRS = (("from", "to"), ("opens", "closes"), ("start", "end"))
_CLOCK = re2.compile(r"^([0-9]{1,2})(?:[.:]([0-9]{2}))?")
_WORDS = re2.compile(r"(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")\b")
_NOON = 12
_LATE = ("sore", "petang", "malam", "p.m", "pm", "afternoon")


def spoken_times(text: str) -> Iterator[tuple[Span, tuple[int, int] | None]]:
    """Where a text tells times in words, and the minutes of the day from and to, where they are clear."""
    for match in _SPOKEN.finditer(text):
        yield Span(*match.span()), _minutes(match)


def _minutes(match: Any) -> tuple[int, int] | None:
    first, last = next(pair for pair in _PAIRS if match[pair[0]])
    start, end = _minute(match[first].lower()), _minute(match[last].lower())
    return (start, end) if start is not None and end is not None and start < end else None


def _minute(hour: str) -> int | None:
    clock = _CLOCK.match(hour)
    half = hour.startswith("setengah ")
    if clock is not None:
        number, minute = int(clock[1]), int(clock[2] or 0)
    else:
        word = _WORDS.search(hour)
        if word is None:
            return None
        number, minute = _NUMBERS[word[0]], -30 if half else 0
    early = "siang" in hour and number < _NOON - 2
    if number < _NOON and (early or any(word in hour for word in _LATE)):
        number += _NOON
    return number * 60 + minute
