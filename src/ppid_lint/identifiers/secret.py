"""Secrets without a format: entropy, placeholders, what looks like a password."""

from __future__ import annotations

from collections import Counter
from math import log2

from ppid_lint.identifiers.verdict import SHAPE_ONLY, Verdict, invalid, plausible, valid

SHORTEST, LONGEST = 4, 128
STRONG = 8
"""From this length, three kinds of characters make a password."""

KEY_LENGTH = 20
KEY_ENTROPY = 3.5
"""Shannon entropy, in bits a character, from which a long run of letters and digits is a key."""

_PLACEHOLDER_WORDS = """
    xxx xxxx contoh example sample dummy test placeholder changeme change_me secret password passwd pass pwd
    sandi katasandi kata_sandi rahasia token apikey api_key key kunci isi isikan tulis masukkan ganti
    your yours anda null none kosong tba tbd todo redacted masked disensor hidden
    wi-fi wifi wlan hotspot e-mail email
"""
PLACEHOLDER_WORDS = frozenset(_PLACEHOLDER_WORDS.split())
PLACEHOLDER_STARTS = (
    "your",
    "my_",
    "my-",
    "isi_",
    "isi-",
    "ganti_",
    "ganti-",
    "contoh",
    "example",
    "dummy",
    "changeme",
)
_DEFAULTS = "admin root administrator qwerty letmein welcome bismillah sayang indonesia"
DEFAULTS = frozenset(_DEFAULTS.split())
"""Words that are no secret and yet the password of many a device."""

_MASKS = frozenset("*•●█xX.-_#?…")
_BRACKETS = {"<": ">", "[": "]", "{": "}", "%": "%", "«": "»"}
_QUOTES = "\"'`“”‘’"
_SENTENCE_MARKS = ".,;:"

_PLACEHOLDER = invalid("a placeholder")
_SHAPE_WRONG = invalid("length or spaces fit no password")
_PLAIN_WORD = invalid("a plain word")
_KEY = valid(0.001, "long and random")
_STRONG = valid(0.005, "three kinds of characters")
DEFAULT_WORD = plausible(0.05, "a default password")
_PIN = plausible(0.3, "digits only")
_NUMBER = plausible(SHAPE_ONLY, "digits and marks only")
_MIXED = plausible(0.05, "two kinds of characters")
_MONEY = invalid("an amount of money")
_ADDRESS = invalid("a link or an e-mail address")


def entropy(text: str) -> float:
    """Shannon entropy in bits a character; 0 for the empty text."""
    size = len(text)
    return sum(count / size * log2(size / count) for count in Counter(text).values())


def is_placeholder(text: str) -> bool:
    """Whether the text stands for a secret without being one: masks, brackets, variables, *contoh*."""
    bare = _bare(text)
    if not bare or set(bare) <= _MASKS or bare.endswith("...") or _is_variable(bare):
        return True
    if _BRACKETS.get(bare[0]) == bare[-1] and len(bare) > 1:
        return True
    return bare.lower() in PLACEHOLDER_WORDS or bare.lower().startswith(PLACEHOLDER_STARTS)


def password(text: str) -> Verdict:
    """What a value after a password label looks like; plain words ("yang kuat") are not passwords."""
    if is_placeholder(text):
        return _PLACEHOLDER
    value = _bare(text).rstrip(_SENTENCE_MARKS)
    if not SHORTEST <= len(value) <= LONGEST or any(character.isspace() for character in value):
        return _SHAPE_WRONG
    if value.lower() in DEFAULTS:
        return DEFAULT_WORD
    return _judged(value)


def _judged(value: str) -> Verdict:
    kinds = _kinds(value)
    if _is_word(value) or (kinds == 1 and value.isalpha()):
        return _PLAIN_WORD
    if _is_address(value):
        return _ADDRESS
    if value.lower().startswith("rp") and value[2:].strip(".,-").replace(".", "").isdigit():
        return _MONEY
    if not any(map(str.isalpha, value)):
        return _PIN if value.isdigit() else _NUMBER
    if len(value) >= KEY_LENGTH and kinds >= 2 and entropy(value) >= KEY_ENTROPY:
        return _KEY
    return _STRONG if kinds >= 3 and len(value) >= STRONG else _MIXED


def _bare(text: str) -> str:
    return text.strip().strip(_QUOTES)


def _is_variable(value: str) -> bool:
    """$NAME, ${name}, $(name)."""
    return value.startswith(("${", "$(")) or (value[0] == "$" and value[1:].replace("_", "").isupper())


def _kinds(value: str) -> int:
    tests = (str.islower, str.isupper, str.isdigit, lambda character: not character.isalnum())
    return sum(any(map(test, value)) for test in tests)


def _is_word(value: str) -> bool:
    """A word as prose writes it: letters, an initial capital, hyphens inside, *-nya*, a mark at the end."""
    letters = value.rstrip("!?)").removesuffix("-nya").replace("-", "")
    if value.endswith("-nya") and letters.isalpha():
        return True
    return letters.isalpha() and letters[1:].islower()


def _is_address(value: str) -> bool:
    """A link, or an e-mail address with a domain of letters and dots."""
    if "://" in value or value.lower().startswith("www."):
        return True
    user, at, domain = value.partition("@")
    return bool(user and at) and "." in domain and domain.replace(".", "").replace("-", "").isalpha()
