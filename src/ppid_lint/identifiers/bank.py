"""Bank accounts: no public check digit, only the lengths that banks use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ppid_lint.identifiers.digits import DUMMY, compact, is_dummy
from ppid_lint.identifiers.verdict import SHAPE_ONLY, Verdict, invalid, plausible

LENGTHS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "BCA": (10,),
        "BNI": (10,),
        "BRI": (10, 15),
        "BSI": (10,),
        "BTN": (16,),
        "CIMB Niaga": (13,),
        "Danamon": (10,),
        "Mandiri": (13,),
        "OCBC": (12,),
    }
)
"""Account lengths by bank. Published lists contradict each other, so a length is a hint, not a rule."""

SHORTEST, LONGEST = 8, 18

_KNOWN = frozenset(length for lengths in LENGTHS.values() for length in lengths)
_BANK_LENGTH_RATE = 0.3

_DATES = re.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d|(?:\d{1,2} )?(?:(?:19|20)\d\d[-./ ]?){2,}")
_CALENDAR = invalid("dates or years")
_LENGTH_WRONG = invalid("length fits no bank account")
_BANK_FITS = plausible(_BANK_LENGTH_RATE, "length fits accounts of the bank")
_USUAL = plausible(SHAPE_ONLY, "length usual for bank accounts")
_UNUSUAL = plausible(SHAPE_ONLY, "length unusual for bank accounts")


def bank_account(text: str, *, bank: str | None = None) -> Verdict:
    """Eight to eighteen digits; with a `bank` of `LENGTHS`, whether its accounts are that long."""
    number = compact(text)
    if not SHORTEST <= len(number) <= LONGEST:
        return _LENGTH_WRONG
    if is_dummy(number):
        return DUMMY
    if _DATES.fullmatch(text.strip()):
        return _CALENDAR
    if bank is not None and bank in LENGTHS:
        return _BANK_FITS if len(number) in LENGTHS[bank] else _UNUSUAL
    return _USUAL if len(number) in _KNOWN else _UNUSUAL
