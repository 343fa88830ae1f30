"""How a value stands in its text: alone, in a longer number or a code, as the number of a thing."""

from __future__ import annotations

import re
from collections.abc import Collection

_PAIR = 24  # code points of the other number of a pair
_LONG = 10  # digits, from which a number is no letter's
_YEAR = re.compile(r"(?:19|20)\d\d")
_SLASHED = re.compile(r"/(\d{4,20})(?![\w./-]*\d)")
_SLASHED_BEFORE = re.compile(r"(?<![\w./-])(\d{4,20})/\Z")
_JOINERS = frozenset("-./")
_MASKS = frozenset("•●█")
_CENTS = frozenset({",00", ".00"})
_NUMBERED = re.compile(
    r"\b([A-Z]?[a-z][\w-]+)(?: yang)? (?:bernomor|nomor|nomer|no\.|number|numbered|berkode|bertanda|berlabel)"
    r"(?: seri)?:? ?\Z"
)
_HEAD = 60  # code points before a number in which the thing is named


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the value is no part of a longer number, a word, a code or a masked value."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum() or before in _MASKS or after in _MASKS:
        return False
    if text[start:end].isdigit() and _paired(text, start, end):
        return True
    if before in _JOINERS and text[start - 2 : start - 1].isdigit():
        return False
    follower = text[end + 1 : end + 2]
    if after in _JOINERS and (follower.isdigit() or (after == "-" and follower.isalpha())):
        return False
    return text[end : end + 3] not in _CENTS and not text.startswith(("***", ",00", " rupiah"), end)


def _paired(text: str, start: int, end: int) -> bool:
    """Whether a slash parts the value from one other number, and that is no year: *3573…/3573…*."""
    before, after = _SLASHED_BEFORE.search(text, max(start - _PAIR, 0), start), _SLASHED.match(text, end)
    other = (before and before[1]) or (after and after[1]) or ""
    if bool(before) == bool(after) or (end - start < _LONG and _YEAR.fullmatch(other)):
        return False
    return bool(other)


def is_coded(text: str, start: int) -> bool:
    """Whether letters and a hyphen stand before the value, as in codes: INV-…, SN-…."""
    return text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha()


def thing_numbered(text: str, start: int, bearers: Collection[str]) -> bool:
    """Whether the value is the number of a thing named before it: *kardus bernomor …*, *map nomor …*."""
    match = _NUMBERED.search(text, max(start - _HEAD, 0), start)
    return match is not None and match[1].lower() not in bearers
