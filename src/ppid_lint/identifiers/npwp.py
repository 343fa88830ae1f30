"""NPWP, the taxpayer number: fifteen digits, sixteen since 2024, and NITKU with twenty-two."""

from __future__ import annotations

from ppid_lint.identifiers.digits import DUMMY, compact, is_dummy, luhn_holds
from ppid_lint.identifiers.nik import nik
from ppid_lint.identifiers.verdict import Verdict, invalid, valid

_CHECKED = 9
"""Kind (2), taxpayer (6) and the Luhn check digit over both; the tax office (3) and branch (3) follow."""

_LENGTH_WRONG = invalid("length fits no NPWP")
_CHECK_WRONG = invalid("check digit wrong")
_NPWP15 = valid(0.1, "check digit right")
_NPWP16 = valid(0.01, "leading zero", "check digit right")


def npwp15(text: str) -> Verdict:
    """99.999.999.9-999.999: Luhn over the first nine digits. One random number in ten passes."""
    number = compact(text)
    if len(number) != 15:
        return _LENGTH_WRONG
    if is_dummy(number) or not number.strip("0"):
        return DUMMY
    return _NPWP15 if luhn_holds(number[:_CHECKED]) else _CHECK_WRONG


def npwp16(text: str) -> Verdict:
    """Entities and non-residents: 0 and the fifteen digits; resident persons: their NIK."""
    number = compact(text)
    if len(number) != 16:
        return _LENGTH_WRONG
    if not number.startswith("0"):
        return nik(number)
    verdict = npwp15(number[1:])
    return _NPWP16 if verdict.passed else verdict


def nitku(text: str) -> Verdict:
    """Nomor Identitas Tempat Kegiatan Usaha: the sixteen digits of an NPWP and six of the place."""
    number = compact(text)
    return npwp16(number[:16]) if len(number) == 22 else _LENGTH_WRONG


def npwp(text: str) -> Verdict:
    """Any of the three, told by its length."""
    number = compact(text)
    form = {15: npwp15, 16: npwp16, 22: nitku}.get(len(number))
    return form(number) if form else _LENGTH_WRONG
