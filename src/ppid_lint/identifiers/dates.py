"""Dates as identifiers write them."""

from __future__ import annotations

from datetime import date

_LAST_DAY = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def short_date_exists(day: int, month: int, year: int) -> bool:
    """Whether a day with a two-digit year exists in the twentieth or twenty-first century.

    One of the two always lies in the hundred years behind us, so neither future nor age can rule it out.
    """
    if not 1 <= month <= 12 or not 1 <= day <= _LAST_DAY[month]:
        return False
    return not (month == 2 and day == 29 and year % 4)


def real_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def within_century(year: int, *, today: date) -> int:
    """The latest full year, not after this one, that ends in the two digits `year`."""
    full = today.year - today.year % 100 + year
    return full if full <= today.year else full - 100
