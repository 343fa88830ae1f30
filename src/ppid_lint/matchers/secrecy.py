"""Runs of characters, and which can be nothing but a secret however far from their label they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ppid_lint.identifiers.secret import SHORTEST
from ppid_lint.identifiers.verdict import Verdict
from ppid_lint.lexicon import WordSet

_PIN = (4, 6)  # digits of a PIN
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNS = frozenset("#@!$%^&*?+=~")  # marks that hardly stand inside a word
_LONG = 6  # characters from which letters and digits together are no ordinary word
_KEYPAD = re.compile(r"[#*]?\d{4,8}[#*]|[#*]\d{4,8}")  # typed on a door or a phone
_NAMED = re.compile(r"\A(?:wi-?fi|covid|html|mp|ipv|windows|android|ios|https?)\W?\d", re.IGNORECASE)

_NETWORK_NAME = re.compile(r"[a-z0-9]\.[a-z]{2,4}(?:[/:?]|\Z)")  # of a host or a file

_MEETING = re.compile(r"(?<![\d+])[1-9]\d{2}[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)")
_OF = re.compile(r"(?:[^\S\n]+[^\W\d_][\w-]{0,16}){1,2}")
_RUN = re.compile(r"""[^\S\n]+["'`“‘(]*([^\s"`“”’<>|,;:]{1,128}?)([.,;:)\]}'"”’`]*)(?=\s|\Z)""")
_TOKEN = re.compile(r"""[^\s"`“”’<>|,;]{2,128}""")
_OPENING = {"[": "]", "<": ">", "{": "}", "(": ")"}
_CLOSING = ".,;:)]}'\""
_STOPS = (".", ";")


def surely_secret(text: str, span: tuple[int, int], verdict: Verdict) -> bool:
    """Whether it is a secret even some words behind its label: mixed characters, a PIN that is no year."""
    value = text[span[0] : span[1]]
    return not is_count(value) if value.isdigit() else verdict.passed and is_mixed(value)


def is_mixed(value: str) -> bool:
    """Whether letters stand with signs or, in small letters, with digits, as in no word or name."""
    if value[0] in "$@" or _NETWORK_NAME.search(value):  # a hash, a variable, somebody's handle
        return False
    if len(value) >= _LONG - 1 and any(map(str.isalpha, value)) and not _SIGNS.isdisjoint(value[1:]):
        return True
    if _KEYPAD.fullmatch(value):
        return True
    digits = any(map(str.isdigit, value)) and not value[0].isdigit()
    return digits and len(value) >= _LONG and any(map(str.islower, value)) and _NAMED.match(value) is None


def is_drawn(value: str) -> bool:
    """Whether letters stand with digits and a sign, as in no word, name or code of an office."""
    kinds = (any(map(str.isalpha, value)), any(map(str.isdigit, value)), not _SIGNS.isdisjoint(value[1:]))
    return len(value) >= _LONG and all(kinds)


def is_apart(text: str, start: int, end: int) -> bool:
    """Whether marks part a value from the words around it: *masih bawaan pabrik, 4471, saat …*."""
    return text[max(start - 2, 0) : start].strip(" ")[-1:] in tuple(",:(“") and text[end : end + 1] in (
        *",.;)”",
        "",
    )


def is_bracketed(text: str, start: int, end: int, ordinary: WordSet) -> bool:
    """Whether a value is a word alone in brackets that the language does not know: *(dukcapilhebat)*."""
    word = text[start:end]
    alone = text[max(start - 1, 0) : start] == "(" and text[end : end + 1] == ")"
    return alone and len(word) >= _LONG and word.isalpha() and word.islower() and word not in ordinary


def is_passcode(text: str, span: tuple[int, int], *, linked: bool) -> bool:
    """Whether a plain word lets people into the meeting whose number stands before it."""
    told = linked or (text[slice(*span)].isupper() and span[1] - span[0] >= SHORTEST)
    return told and _MEETING.search(text, max(span[0] - 120, 0), span[0]) is not None


def ends_line(text: str, at: int) -> bool:
    """Whether nothing is said behind a value on its line, or a stroke or a comma parts what is."""
    rest = text[at : at + 4]
    return rest.strip(" .)\"'`”’") == "" or rest[:1] == "\n" or rest.lstrip()[:1] in "/|,;"


def is_count(value: str) -> bool:
    """Whether digits are a count or a year rather than a PIN."""
    return value.isdigit() and (len(value) not in _PIN or _YEAR.fullmatch(value) is not None)


def run_at(text: str, at: int) -> tuple[int, int] | None:
    """The run without spaces at this place, closing marks of the sentence left out."""
    match = _TOKEN.match(text, at)
    if match is None:
        return None
    if match[0][0] in _OPENING and _OPENING[match[0][0]] not in match[0]:
        return None  # a placeholder of several words
    value = match[0].rstrip(_CLOSING) if match[0][-1] in _CLOSING else match[0]
    return (at, at + len(value)) if len(value) > 1 else None


def runs(text: str, at: int) -> Iterator[tuple[int, int, str]]:
    """The runs without spaces from an offset on, each with the stop behind it, if there is one."""
    while (found := _RUN.match(text, at, at + 160)) and found[1]:
        yield *found.span(1), found[2][:1] if found[2][:1] in _STOPS else ""
        at = found.end()


def words_end(text: str, at: int) -> int:
    """Where up to two words end that say what a password is of: *sebagai kata sandi Zoom*."""
    words = _OF.match(text, at)
    return words.end() if words else at
