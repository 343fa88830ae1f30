"""Numbers in a spreadsheet as they are shown: number format codes of ECMA-376 part 1, 18.8.30.

Dates and separators follow Indonesian custom. A long whole number is given with all its digits, though
Excel shows 3,57301E+15: whoever opens the file can read them.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

_TIMES = (18, 19, 20, 21, 45, 46, 47)
_DATES = (14, *range(27, 32), 36, *range(50, 59))
BUILT_IN = (
    {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0"}
    | {39: "#,##0.00", 40: "#,##0.00", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "dd/mm/yyyy hh:mm"}
    | dict.fromkeys(_TIMES, "hh:mm")
    | dict.fromkeys(_DATES, "dd/mm/yyyy")
)
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|[_*].|(\[[^\]]*\])|(.)', re.DOTALL)
_LAST_DAY = 2_958_465  # 31 December 9999


class _Code(NamedTuple):
    """One section of a format code: marks (placeholders and the like) and literals, in order."""

    tokens: tuple[tuple[str, bool], ...]  # text, whether it is a literal

    @property
    def marks(self) -> str:
        return "".join(text for text, literal in self.tokens if not literal)


def number_text(value: str, code: str, *, from_1904: bool = False) -> str:
    """The text that a stored number shows under a format code; '' where the code hides it."""
    number = as_number(value)
    if number is None:
        return value
    sections = _sections(code)
    section = sections[1] if number < 0 and len(sections) > 1 else sections[0]
    if number < 0 and len(sections) > 1:
        number = -number
    marks = section.marks.lower()
    if marks in ("general", "@") or not code:
        return general(number)
    if any(mark in marks for mark in "dmyhs"):
        return _date(number, marks, from_1904) or general(number)
    if "e" in marks or "/" in marks:
        return general(number)
    return _filled(number, section)


def as_number(value: str) -> Decimal | None:
    """A stored number; None where it is none, or beyond what a sheet can hold in digits."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < 10**30 and number.adjusted() > -30 else None


def general(number: Decimal) -> str:
    """A number with all its digits."""
    if number == number.to_integral_value():
        return str(int(number))
    return format(number.normalize(), "f").replace(".", ",")


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Code, ...]:
    sections: list[list[tuple[str, bool]]] = [[]]
    for quoted, escaped, bracket, plain in (match.groups() for match in _TOKEN.finditer(code)):
        if plain == ";":
            sections.append([])
        elif plain:
            sections[-1].append((plain, plain in " -()+:$" or not plain.isascii()))
        elif bracket:
            sections[-1] += _bracket(bracket)
        elif quoted or escaped:
            sections[-1].append((quoted or escaped, True))
    return tuple(_Code(tuple(section)) for section in sections)


def _bracket(text: str) -> list[tuple[str, bool]]:
    """`[h]` counts hours, `[$Rp-421]` gives a currency sign; colours and conditions show nothing."""
    inside = text[1:-1]
    if inside.startswith("$"):
        return [(inside[1:].partition("-")[0], True)]
    return [(inside, False)] if inside.lower() in ("h", "hh", "m", "mm", "s", "ss") else []


def _date(number: Decimal, marks: str, from_1904: bool) -> str:
    if not 0 <= number < _LAST_DAY:
        return ""
    days = int(number) + (1462 if from_1904 else 0)
    first = datetime.datetime(1899, 12, 30 if days >= 60 else 31)
    seconds = round(float(number - int(number)) * 86400)
    moment = first + datetime.timedelta(days=days, seconds=seconds)
    parts = []
    if "y" in marks or "d" in marks:
        parts.append(_day(moment, marks))
    if "h" in marks or "s" in marks:
        parts.append(f"{moment:%H:%M}")
    if not parts:
        parts.append(_MONTHS[moment.month - 1])
    return " ".join(parts)


def _day(moment: datetime.datetime, marks: str) -> str:
    if "d" not in marks:
        month = f"{_MONTHS[moment.month - 1]} " if "m" in marks else ""
        return f"{month}{moment.year:04}"
    if "mmm" in marks:
        year = f" {moment.year:04}" if "y" in marks else ""
        return f"{moment.day} {_MONTHS[moment.month - 1]}{year}"
    return f"{moment.day:02}/{moment.month:02}/{moment.year:04}"


def _filled(number: Decimal, section: _Code) -> str:
    """The digits put in the places of the code, from the right; the leftmost place takes what is left."""
    marks = section.marks
    whole, _, after = marks.partition(".")
    places = sum(mark in "0#?" for mark in after)
    number = abs(number * 100) if "%" in marks else number
    digits, _, decimals = format(abs(number), f".{places}f").partition(".")
    wanted = [mark for mark in whole if mark in "0#?"]
    if not wanted and not places:
        return "".join(text for text, literal in section.tokens if literal).strip()
    if "," in whole:
        digits = f"{int(digits):,}".replace(",", ".").rjust(len(digits))
        body = digits if not decimals else f"{digits},{decimals}"
        return _around(section, body, number < 0)
    digits = digits.lstrip("0").rjust(len(wanted), "0") if "0" in wanted else digits
    return _placed(section, digits, decimals, len(wanted), number < 0)


def _around(section: _Code, body: str, negative: bool) -> str:
    """Literals before and after the number as a whole."""
    at = [index for index, (text, literal) in enumerate(section.tokens) if not literal and text in "0#?"]
    before = "".join(text for text, literal in section.tokens[: at[0]] if literal)
    after = "".join(text for text, literal in section.tokens[at[-1] + 1 :] if literal or text == "%")
    return f"{'-' if negative else ''}{before}{body}{after}".strip()


def _placed(section: _Code, digits: str, decimals: str, wanted: int, negative: bool) -> str:
    extra = max(len(digits) - wanted, 0)
    queue, tail = list(digits), list(decimals)
    parts = ["-" if negative else ""]
    missing = wanted - len(digits)
    in_decimals = False
    for text, literal in section.tokens:
        if literal or text == "%":
            parts.append(text)
        elif text == ".":
            in_decimals = True
            parts += [",", *tail] if tail else []
        elif text in "0#?" and not in_decimals:
            if missing > 0:
                missing -= 1
                continue
            taken = 1 + extra
            extra = 0
            parts += queue[:taken]
            del queue[:taken]
    return "".join(parts).strip()
