"""Indonesian passports: one or two letters, then seven or six digits."""

from __future__ import annotations

from ppid_lint.identifiers.digits import DUMMY, is_dummy, stripped
from ppid_lint.identifiers.verdict import SHAPE_ONLY, Verdict, invalid, plausible

_SHAPE_WRONG = invalid("shape fits no passport")
_PLAUSIBLE = plausible(SHAPE_ONLY, "shape fits a passport")


def passport(text: str) -> Verdict:
    """One or two letters and six or seven digits; document codes share the shape, so it needs a label."""
    number = stripped(text).upper()
    digits = number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if not 1 <= len(number) - len(digits) <= 2 or not 6 <= len(digits) <= 7:
        return _SHAPE_WRONG
    if not (digits.isascii() and digits.isdigit()):
        return _SHAPE_WRONG
    return DUMMY if is_dummy(digits) else _PLAUSIBLE
