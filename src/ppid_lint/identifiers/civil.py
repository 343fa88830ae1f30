"""Civil registry deeds: 3201-LT-12052018-0042 is region, kind, date, serial number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ppid_lint.identifiers import region
from ppid_lint.identifiers.dates import real_date
from ppid_lint.identifiers.digits import stripped
from ppid_lint.identifiers.verdict import Verdict, invalid, plausible, valid

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "LU": "kelahiran",
        "LT": "kelahiran terlambat",
        "LD": "kelahiran luar domisili",
        "KW": "perkawinan",
        "CR": "perceraian",
        "KM": "kematian",
    }
)
"""Kinds of deed by their two letters."""

FIRST_YEAR = 1900

_PASS_RATE = 1e-6
_SEPARATORS = str.maketrans("", "", "/")

_SHAPE_WRONG = invalid("shape fits no deed")
_KIND_UNKNOWN = invalid("kind of deed unknown")
_REGION_UNKNOWN = invalid("region code unknown")
_DATE_WRONG = invalid("date does not exist or lies ahead")
_SERIAL_WRONG = invalid("serial is zeros")
_PASSED = valid(_PASS_RATE, "regency code known", "kind of deed known", "date plausible")
_PROVINCE_ONLY = plausible(1e-4, "only the province code known", "kind of deed known", "date plausible")


def akta(text: str, *, today: date | None = None) -> Verdict:
    """A deed number with its region, kind and date; other shapes of older deeds are not judged here."""
    number = stripped(text).translate(_SEPARATORS).upper()
    code, kind, day, serial = number[:4], number[4:6], number[6:14], number[14:]
    if not (number.isascii() and (code + day + serial).isdigit() and len(day) == 8 and 3 <= len(serial) <= 6):
        return _SHAPE_WRONG
    if kind not in KINDS:
        return _KIND_UNKNOWN
    if code[:2] not in region.provinces():
        return _REGION_UNKNOWN
    made = real_date(int(day[4:]), int(day[2:4]), int(day[:2]))
    if made is None or made.year < FIRST_YEAR or made > (today or date.today()):
        return _DATE_WRONG
    if not serial.strip("0"):
        return _SERIAL_WRONG
    return _PASSED if code in region.regencies() else _PROVINCE_ONLY
