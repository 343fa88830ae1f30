"""Education: NISN of pupils, NUPTK of teachers, NIDN of lecturers."""

from __future__ import annotations

from datetime import date

from ppid_lint.identifiers.dates import short_date_exists
from ppid_lint.identifiers.digits import DUMMY, compact, is_dummy
from ppid_lint.identifiers.verdict import SHAPE_ONLY, Verdict, invalid, plausible

FIRST_PUPIL_YEAR = 1980
YOUNGEST_PUPIL = 3

_TEN_WRONG = invalid("not ten digits")
_SIXTEEN_WRONG = invalid("not sixteen digits")
_NISN_BORN = plausible(0.05, "length fits a pupil number", "birth year plausible")
_NISN = plausible(SHAPE_ONLY, "length fits a pupil number")
_NIDN_BORN = plausible(0.037, "length fits a lecturer number", "birth date plausible")
_NIDN = plausible(SHAPE_ONLY, "length fits a lecturer number")
_NUPTK = plausible(SHAPE_ONLY, "length fits a teacher number")


def nisn(text: str, *, today: date | None = None) -> Verdict:
    """Nomor Induk Siswa Nasional: ten digits; in practice the first three end the birth year."""
    number = compact(text)
    if len(number) != 10:
        return _TEN_WRONG
    if is_dummy(number):
        return DUMMY
    latest = (today or date.today()).year - YOUNGEST_PUPIL
    year = latest - (latest - int(number[:3])) % 1000
    return _NISN_BORN if year >= FIRST_PUPIL_YEAR else _NISN


def nidn(text: str) -> Verdict:
    """Nomor Induk Dosen Nasional: ten digits; digits 3-8 are often a birth date, but sources differ."""
    number = compact(text)
    if len(number) != 10:
        return _TEN_WRONG
    if is_dummy(number):
        return DUMMY
    born = short_date_exists(int(number[2:4]), int(number[4:6]), int(number[6:8]))
    return _NIDN_BORN if born else _NIDN


def nuptk(text: str) -> Verdict:
    """Nomor Unik Pendidik dan Tenaga Kependidikan: sixteen digits without a published structure."""
    number = compact(text)
    if len(number) != 16:
        return _SIXTEEN_WRONG
    return DUMMY if is_dummy(number) else _NUPTK
