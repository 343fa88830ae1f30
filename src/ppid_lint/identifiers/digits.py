"""Digit strings: separators taken out, dummies told, Luhn's check."""

from __future__ import annotations

from ppid_lint.identifiers.verdict import Verdict, invalid, sample, valid

SEPARATORS = " .-\t\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""What people put between the digits of a number: spaces, dots, hyphens and dashes."""

DUMMY = sample("digits all equal or in sequence")

_DROP = str.maketrans("", "", SEPARATORS)
_UPWARDS = "0123456789" * 4
_DOWNWARDS = _UPWARDS[::-1]
_DOUBLED = {digit: sum(divmod(2 * int(digit), 10)) for digit in "0123456789"}
_NOT_DIGITS = invalid("not digits only")
_NOT_DUMMY = sample("digits look drawn")
_DUMMY_SEEN = valid(0.0, "digits all equal or in sequence")
_LUHN_RIGHT = valid(0.1, "check digit right")
_LUHN_WRONG = invalid("check digit wrong")


def stripped(text: str) -> str:
    """The text without separators."""
    return text if text.isalnum() else text.translate(_DROP)


def compact(text: str) -> str:
    """The ASCII digits of the text without separators; empty if anything else is in it."""
    number = stripped(text)
    return number if number.isascii() and number.isdigit() else ""


def is_dummy(number: str) -> bool:
    """Whether four digits or more are all equal, or count up or down (…8, 9, 0, 1…)."""
    if len(number) < 4:
        return False
    return number == number[0] * len(number) or number in _UPWARDS or number in _DOWNWARDS


def luhn_holds(number: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others (ISO/IEC 7812-1, annex B)."""
    total = sum(map(int, number[-1::-2])) + sum(map(_DOUBLED.__getitem__, number[-2::-2]))
    return total % 10 == 0


def luhn(text: str) -> Verdict:
    """Any digits whose last one is a Luhn check digit: one random number in ten."""
    number = compact(text)
    if not number:
        return _NOT_DIGITS
    return _LUHN_RIGHT if luhn_holds(number) else _LUHN_WRONG


def dummy(text: str) -> Verdict:
    """`valid` for digits nobody drew: all equal, or counting up or down."""
    number = compact(text)
    if not number:
        return _NOT_DIGITS
    return _DUMMY_SEEN if is_dummy(number) else _NOT_DUMMY
