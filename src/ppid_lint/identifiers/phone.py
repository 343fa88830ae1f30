"""Indonesian mobile numbers: 08, 62, +62 or 0062, an operator's prefix, ten to thirteen digits in all."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ppid_lint.identifiers.digits import SEPARATORS
from ppid_lint.identifiers.verdict import SHAPE_ONLY, Verdict, invalid, plausible, valid

OPERATORS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Telkomsel": ("811", "812", "813", "821", "822", "823", "851", "852", "853"),
        "Indosat": ("814", "815", "816", "855", "856", "857", "858"),
        "Tri": ("895", "896", "897", "898", "899"),
        "XL": ("817", "818", "819", "859", "877", "878", "879"),
        "Axis": ("831", "832", "833", "838"),
        "Smartfren": ("881", "882", "883", "884", "885", "886", "887", "888", "889"),
    }
)
"""Prefixes in use, without the leading 0, by the operator that first had them."""

PREFIXES = frozenset(prefix for prefixes in OPERATORS.values() for prefix in prefixes)

_DROP = str.maketrans("", "", SEPARATORS + "()[]/")
_COUNTRY = ("+62", "0062", "62")
_SHORTEST, _LONGEST = 9, 12

_NOT_MOBILE = invalid("no mobile prefix")
_LENGTH_WRONG = invalid("length fits no mobile number")
_FREE = invalid("toll-free number")
_NATIONAL = valid(0.0041, "mobile prefix known", "length fits")
_INTERNATIONAL = valid(0.00041, "country code", "mobile prefix known", "length fits")
_BARE = plausible(0.041, "mobile prefix known", "leading zero missing", "length fits")
_PREFIX_UNKNOWN = plausible(SHAPE_ONLY, "mobile prefix not among those in use", "length fits")


def mobile(text: str) -> Verdict:
    """A mobile number of Indonesia in any grouping; one that lost its leading zero is plausible."""
    number = text.translate(_DROP)
    country = next((code for code in _COUNTRY if number.startswith(code)), "")
    significant = number[len(country) :]
    national = significant.removeprefix("0")
    if not national.startswith("8") or not (national.isascii() and national.isdigit()):
        return _NOT_MOBILE
    if not _SHORTEST <= len(national) <= _LONGEST:
        return _LENGTH_WRONG
    return _judged(national, written_with=country or significant[: -len(national)])


def _judged(national: str, *, written_with: str) -> Verdict:
    if national.startswith("800"):
        return _FREE
    if national[:3] not in PREFIXES:
        return _PREFIX_UNKNOWN
    return {"": _BARE, "0": _NATIONAL}.get(written_with, _INTERNATIONAL)
