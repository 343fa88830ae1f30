"""SIM, the driving licence: twelve digits, fourteen (dddd-dddd-dddddd), or since July 2024 the NIK."""

from __future__ import annotations

from datetime import date

from ppid_lint.identifiers.dates import within_century
from ppid_lint.identifiers.digits import DUMMY, compact, is_dummy
from ppid_lint.identifiers.nik import nik
from ppid_lint.identifiers.verdict import SHAPE_ONLY, Verdict, invalid, plausible

YOUNGEST, OLDEST = 16, 90

_LENGTH_WRONG = invalid("length fits no driving licence")
_TWELVE = plausible(0.09, "length fits a driving licence", "birth year and month plausible")
_TWELVE_UNLIKELY = plausible(SHAPE_ONLY, "length fits a driving licence", "birth year and month unlikely")
_GROUPED = plausible(SHAPE_ONLY, "grouped as a driving licence")
_FOURTEEN = plausible(SHAPE_ONLY, "length fits a driving licence")


def sim(text: str, *, today: date | None = None) -> Verdict:
    """A licence number; the structure is not published, so it is never more than plausible unless a NIK."""
    number = compact(text)
    if len(number) == 16:
        return nik(number)
    grouped = len(number) == 13 and not text.strip().isdigit()  # written in groups, it is meant as one
    if len(number) not in (12, 14) and not grouped:
        return _LENGTH_WRONG
    if is_dummy(number):
        return DUMMY
    if grouped:
        return _GROUPED
    if len(number) == 14:
        return _FOURTEEN
    return _TWELVE if _born(number, today=today or date.today()) else _TWELVE_UNLIKELY


def _born(number: str, *, today: date) -> bool:
    """Whether the first four digits are a birth year and month of somebody who may drive."""
    age = today.year - within_century(int(number[:2]), today=today)
    return "01" <= number[2:4] <= "12" and YOUNGEST <= age <= OLDEST
