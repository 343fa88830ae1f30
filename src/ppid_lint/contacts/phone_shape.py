"""What a row of digits is when dialled from inside Indonesia."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ppid_lint.contacts.channel import Kind, Problem
from ppid_lint.text import Span

_SHORT_AREAS = frozenset({"021", "022", "024", "031", "061"})  # every other area code has four digits
_FIRST_MOBILES = (
    "0811",
    "0812",
    "0815",
    "0816",
    "0817",
    "0818",
    "0855",
    "0856",
)  # have numbers of ten digits
_TOLL_FREE = ("0800", "0804", "0807", "0809")
_SHORT_STARTS = {3: ("1",), 4: ("1",), 5: ("14", "15"), 6: ("15",), 7: ("1500",)}  # by the count of digits
_WRITTEN = frozenset("+0123456789 .-–()")
_ROW = "01234567890123456789"


class Shape(NamedTuple):
    """What kind of number it is, its area code ("" if none), and what is wrong with it."""

    kind: Kind
    area: str = ""
    problem: Problem | None = None


def national(digits: str) -> str:
    """The digits as dialled at home: `+62 341 …`, `62341…` and `+62 (0)341 …` give `0341…`."""
    if digits.startswith("+62"):
        return "0" + digits[3:].removeprefix("0")
    if digits.startswith("62") and 10 <= len(digits) <= 15:
        return "0" + digits[2:].removeprefix("0")
    return digits


def area_code(digits: str) -> str:
    """The area code that national digits start with; "" of a mobile, toll-free or short number."""
    if not digits.startswith("0") or digits[1:2] in {"0", "1", "8", ""}:
        return ""
    return digits[:3] if digits[:3] in _SHORT_AREAS else digits[:4]


def shape(digits: str) -> Shape:
    """The shape of national digits; `+` leads a foreign number."""
    if digits.startswith("+"):
        return Shape(Kind.PHONE, problem=_length(len(digits) - 1, 8, 15))
    if digits.startswith(_TOLL_FREE):
        return Shape(Kind.PHONE, problem=_length(len(digits), 10, 12))
    if digits.startswith("08"):
        shortest = 10 if digits.startswith(_FIRST_MOBILES) else 11
        return Shape(Kind.MOBILE, problem=_length(len(digits), shortest, 13))
    area = area_code(digits)
    if area:
        shortest = 7 if len(area) == 3 else 5
        return Shape(Kind.PHONE, area, _length(len(digits) - len(area), shortest, 8))
    if digits.startswith("0"):
        return Shape(Kind.PHONE, problem=Problem.BAD_PREFIX)
    return Shape(Kind.PHONE, problem=_without_area(digits))


def made_up(digits: str) -> Problem | None:
    """Digits nobody is given: all alike, or, of a landline, counted up."""
    area = area_code(digits)
    rest = digits[len(area) :] if area else digits[4:] if digits.startswith("08") else digits
    if len(rest) >= 4 and len(set(rest)) == 1:
        return Problem.PLACEHOLDER
    return Problem.SEQUENTIAL if area and len(rest) >= 6 and rest in _ROW else None


def cut_off(kind: Kind, groups: Sequence[Span]) -> Problem | None:
    """What is wrong with a mobile number whose last group of four misses digits: *0811-3600-44*."""
    sizes = [group.end - group.start for group in groups]
    short = kind is Kind.MOBILE and sizes[:-1] == [4, 4] and sizes[-1] <= 2
    return Problem.TOO_SHORT if short else None


def is_short_code(digits: str) -> bool:
    """110, 112, 14045, 150991, 1500225: dialled without an area code from anywhere."""
    if not digits.startswith("1"):
        return False
    starts = _SHORT_STARTS.get(len(digits), ())
    return digits.startswith(starts) if starts else False


def dialled(text: str) -> str | None:
    """The national digits of a text that is one phone number and nothing else; None if it is not."""
    bare = text.strip()
    if not bare or not set(bare) <= _WRITTEN or "+" in bare[1:].lstrip("("):
        return None
    digits = national("".join(letter for letter in bare if letter.isdigit() or letter == "+"))
    return digits if digits.strip("+") and shape(digits).problem is None else None


def _without_area(digits: str) -> Problem | None:
    return None if is_short_code(digits) else _length(len(digits), 6, 8)


def _length(count: int, shortest: int, longest: int) -> Problem | None:
    if count < shortest:
        return Problem.TOO_SHORT
    return Problem.TOO_LONG if count > longest else None
