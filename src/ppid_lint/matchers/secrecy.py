"""Runs of characters that can be nothing but a secret, however far from their label they stand."""

from __future__ import annotations

import re

from ppid_lint.identifiers.verdict import Verdict

_PIN = (4, 6)  # digits of a PIN
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNS = frozenset("#@!$%^&*?+=~")  # marks that hardly stand inside a word
_LONG = 6  # characters from which letters and digits together are no ordinary word
_NAMED = re.compile(r"\A(?:wi-?fi|covid|html|mp|ipv|windows|android|ios|https?)\W?\d", re.IGNORECASE)


def surely_secret(text: str, span: tuple[int, int], verdict: Verdict) -> bool:
    """Whether it is a secret even some words behind its label: mixed characters, a PIN that is no year."""
    value = text[span[0] : span[1]]
    return not is_count(value) if value.isdigit() else verdict.passed and is_mixed(value)


def is_mixed(value: str) -> bool:
    """Whether letters stand with signs or, in small letters, with digits, as in no word or name."""
    if value[0] in "$@":  # a hash, a variable, somebody's handle
        return False
    if len(value) >= _LONG - 1 and any(map(str.isalpha, value)) and not _SIGNS.isdisjoint(value[1:]):
        return True
    digits = any(map(str.isdigit, value)) and not value[0].isdigit()
    return digits and len(value) >= _LONG and any(map(str.islower, value)) and _NAMED.match(value) is None


def is_drawn(value: str) -> bool:
    """Whether letters stand with digits and a sign, as in no word, name or code of an office."""
    kinds = (any(map(str.isalpha, value)), any(map(str.isdigit, value)), not _SIGNS.isdisjoint(value[1:]))
    return len(value) >= _LONG and all(kinds)


def is_count(value: str) -> bool:
    """Whether digits are a count or a year rather than a PIN."""
    return value.isdigit() and (len(value) not in _PIN or _YEAR.fullmatch(value) is not None)
