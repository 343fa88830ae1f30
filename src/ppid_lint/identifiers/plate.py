"""Vehicle plates (TNKB): an area code, one to four digits, up to three letters."""

from __future__ import annotations

from ppid_lint.identifiers.digits import stripped
from ppid_lint.identifiers.verdict import Verdict, invalid, plausible, valid

_AREAS = """
    A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW
    E EA EB ED F G H K KB KH KT KU L M N P PA PB PS PT PY R S T W Z
"""
AREAS = frozenset(_AREAS.split())
"""Area codes of civilian plates, DS (Papua until 2016) and the new ones of Papua among them."""

_PASS_RATE = 0.085
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_SHAPE_WRONG = invalid("shape fits no plate")
_AREA_UNKNOWN = invalid("area code unknown")
_FULL = valid(_PASS_RATE, "area code known", "number and series plausible")
_NO_SERIES = plausible(_PASS_RATE, "area code known", "no series letters")


def plate(text: str) -> Verdict:
    """A civilian plate in any case and spacing; a plate without series letters is only plausible."""
    number = stripped(text).upper()
    area = number[: len(number) - len(number.lstrip(_LETTERS))]
    series = number[len(number.rstrip(_LETTERS)) :]
    middle = number[len(area) : len(number) - len(series)]
    if not (middle.isascii() and middle.isdigit() and len(middle) <= 4 and middle[0] != "0"):
        return _SHAPE_WRONG
    if len(series) > 3:
        return _SHAPE_WRONG
    if area not in AREAS:
        return _AREA_UNKNOWN
    return _FULL if series else _NO_SERIES
