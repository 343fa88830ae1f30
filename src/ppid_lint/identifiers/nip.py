"""NIP of civil servants, NI PPPK of those on contract, the old NIP, and NRP of the forces and police."""

from __future__ import annotations

from datetime import date

from ppid_lint.identifiers.dates import real_date
from ppid_lint.identifiers.digits import DUMMY, compact, is_dummy, stripped
from ppid_lint.identifiers.verdict import SHAPE_ONLY, Verdict, invalid, plausible, valid

FIRST_BIRTH_YEAR = 1940
FIRST_APPOINTMENT_YEAR = 1960
FIRST_CONTRACT_YEAR = 2019
FIRST_CONTRACT = 21
"""Digits 13-14 of a NI PPPK count contracts from 21; in a NIP they are a month."""
YOUNGEST_AT_APPOINTMENT = 16
YOUNGEST = 17

_PASS_RATE = 5e-8

_LENGTH_WRONG = invalid("not eighteen digits")
_BIRTH_WRONG = invalid("birth date out of range")
_APPOINTMENT_WRONG = invalid("appointment date out of range")
_NO_CONTRACT = invalid("no contract count")
_SEX_WRONG = invalid("sex digit out of range")
_SERIAL_WRONG = invalid("serial is zeros")
_SERVANT = valid(_PASS_RATE, "birth date plausible", "appointment date plausible", "sex digit plausible")
_CONTRACT = valid(
    _PASS_RATE, "birth date plausible", "contract year and count plausible", "sex digit plausible"
)

_OLD_WRONG = invalid("not nine digits")
_OLD = plausible(SHAPE_ONLY, "length fits an old NIP")

_NRP_WRONG = invalid("length fits no NRP")
_NRP_POLICE = plausible(0.12, "length fits an NRP of the police", "birth month plausible")
_NRP_FORCES = plausible(SHAPE_ONLY, "length fits an NRP of the forces")


def nip(text: str, *, today: date | None = None) -> Verdict:
    """NIP: birth date, appointment month, sex, serial number; NI PPPK too."""
    number = compact(text)
    if len(number) != 18:
        return _LENGTH_WRONG
    year_now = (today or date.today()).year
    wrong = _birth_wrong(number, year_now) or _appointment_wrong(number, year_now)
    if wrong:
        return wrong
    if number[14] not in "12":
        return _SEX_WRONG
    if number[15:] == "000":
        return _SERIAL_WRONG
    return _CONTRACT if _contract(number) else _SERVANT


def nippppk(text: str, *, today: date | None = None) -> Verdict:
    """NI PPPK alone: an appointment year from 2019 and a contract count from 21."""
    verdict = nip(text, today=today)
    return verdict if verdict is not _SERVANT else _NO_CONTRACT


def nip_lama(text: str) -> Verdict:
    """The NIP used until 2009: nine digits without a public structure."""
    number = compact(text)
    if len(number) != 9:
        return _OLD_WRONG
    return DUMMY if is_dummy(number) else _OLD


def nrp(text: str) -> Verdict:
    """Nomor Registrasi Pokok: police eight digits from birth year and month, forces five to fourteen (/P)."""
    number = compact(stripped(text).upper().removesuffix("/P"))
    if not 5 <= len(number) <= 14:
        return _NRP_WRONG
    if is_dummy(number):
        return DUMMY
    return _NRP_POLICE if len(number) == 8 and "01" <= number[2:4] <= "12" else _NRP_FORCES


def _birth_wrong(number: str, year_now: int) -> Verdict | None:
    year = int(number[:4])
    if not FIRST_BIRTH_YEAR <= year <= year_now - YOUNGEST:
        return _BIRTH_WRONG
    return None if real_date(year, int(number[4:6]), int(number[6:8])) else _BIRTH_WRONG


def _appointment_wrong(number: str, year_now: int) -> Verdict | None:
    earliest = max(FIRST_APPOINTMENT_YEAR, int(number[:4]) + YOUNGEST_AT_APPOINTMENT)
    if not earliest <= int(number[8:12]) <= year_now:
        return _APPOINTMENT_WRONG
    return None if "01" <= number[12:14] <= "12" or _contract(number) else _APPOINTMENT_WRONG


def _contract(number: str) -> bool:
    return int(number[8:12]) >= FIRST_CONTRACT_YEAR and int(number[12:14]) >= FIRST_CONTRACT
