"""NIK and KK: sixteen digits from a district, a date and a serial number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ppid_lint.identifiers import region
from ppid_lint.identifiers.dates import short_date_exists, within_century
from ppid_lint.identifiers.digits import DUMMY, compact, is_dummy
from ppid_lint.identifiers.verdict import Verdict, invalid, plausible, valid

LENGTH = 16
FIRST_ISSUE_YEAR = 1996
"""An earlier issue date of a family card is unlikely: chosen by us, not prescribed."""

PASS_RATES: Mapping[region.Tier, float] = {"district": 0.00053, "regency": 0.004, "province": 0.028}
"""Share of random sixteen-digit numbers whose date exists and whose region is known that far."""

_WOMEN = 40
"""Added to the day of birth of a woman."""

_MISREAD = str.maketrans("OoIlSB", "001158")
"""Letters for which a scanner takes digits."""

_LENGTH_WRONG = invalid("not sixteen digits")
_REGION_UNKNOWN = invalid("region code unknown")
_DAY_WRONG = invalid("day out of range")
_DATE_WRONG = invalid("date does not exist")
_SERIAL_WRONG = invalid("serial is zeros")

_REGION_REASONS: Mapping[region.Tier, str] = {
    "district": "district code known",
    "regency": "regency code known, district not among those of today",
    "province": "only the province code known",
}


def _passed(date_reason: str) -> dict[region.Tier, Verdict]:
    judge = {"district": valid}
    return {
        level: judge.get(level, plausible)(rate, _REGION_REASONS[level], date_reason, "serial plausible")
        for level, rate in PASS_RATES.items()
    }


_NIK_PASSED = _passed("birth date plausible")
_KK_PASSED = _passed("issue date plausible")
_KK_OLD = plausible(PASS_RATES["province"], "region code known", "issue date unlikely", "serial plausible")


def nik(text: str) -> Verdict:
    """Nomor Induk Kependudukan: PPKKCC, DDMMYY (women's day + 40), a serial number that is not 0000.

    There is no check digit. `valid` needs a district (kecamatan) of today; a NIK keeps the code of its
    first registration, so a known regency or province alone is `plausible`. O, I, l, S and B are read as
    the digits that they look like.
    """
    number = compact(text.translate(_MISREAD))
    return _wrong(number, women=True) or _NIK_PASSED[region.tier(number[:6])]


def kk(text: str, *, today: date | None = None) -> Verdict:
    """Nomor Kartu Keluarga: built as a man's NIK, with the card's issue date.

    It cannot be told from one, so it is given no more confidence.
    """
    number = compact(text)
    wrong = _wrong(number, women=False)
    if wrong:
        return wrong
    issued = within_century(int(number[10:12]), today=today or date.today())
    return _KK_PASSED[region.tier(number[:6])] if issued >= FIRST_ISSUE_YEAR else _KK_OLD


def _wrong(number: str, *, women: bool) -> Verdict | None:
    """Why sixteen digits cannot be a region, a date and a serial number; None if they can."""
    if len(number) != LENGTH:
        return _LENGTH_WRONG
    if region.tier(number[:6]) == "unknown":
        return _REGION_UNKNOWN
    day = int(number[6:8])
    if women and day > _WOMEN:
        day -= _WOMEN
    if not 1 <= day <= 31:
        return _DAY_WRONG
    if not short_date_exists(day, int(number[8:10]), int(number[10:12])):
        return _DATE_WRONG
    if number.endswith("0000"):
        return _SERIAL_WRONG
    return DUMMY if is_dummy(number) else None
