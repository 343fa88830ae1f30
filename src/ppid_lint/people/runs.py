"""Runs of capitalised words: what may be a name, with the words in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

# A word that starts with a capital; a full stop belongs to it where it is short (Moch., Hj., St.).
_WORD = r"[A-ZÀ-Þ](?:[^\W\d_]{0,4}\.(?=[ ,A-Z])|[^\W\d_]*(?:['’`-][^\W\d_]+)*)(?![\w@])"
_RUN = re.compile(rf"(?<![\w@/.#-]){_WORD}(?:[ ]?(?<=[ .])(?:(?:bin|binti|van|der|de|al) )?{_WORD})*")
_SHORTENED = {"Bpk": "bapak"}  # a title where it is not set in capitals; BPK is an office
_PART = re.compile(r"[^\s.]+\.?")
# Words put together, which no name is: #SaringSebelumSharing, SimPel, PPnBM.
_JOINED = re.compile(r"\b(?!(?:Mc|Mac|De|Di|La|Le|Al|El|Nur|Abdul)[A-Z])[^\W\d_]*[a-z][A-Z]")


class Word(NamedTuple):
    """A word of a run: lower case without its full stop, and where it stands."""

    text: str
    start: int
    end: int
    upper: bool  # all capitals


class Run(NamedTuple):
    """Capitalised words in a row, connected by single spaces."""

    start: int
    end: int
    words: tuple[Word, ...]


def runs(text: str, start: int, end: int, skips: Callable[[str], bool]) -> Iterator[Run]:
    """The runs of a part of a text, left to right, but those of one word that `skips`, and those that hold
    words put together. Linear."""
    for match in _RUN.finditer(text, start, end):
        found = match[0]
        if _JOINED.search(found) is None and (" " in found or not skips(found)):
            yield Run(match.start(), match.end(), tuple(_words(found, match.start())))


def _words(text: str, offset: int) -> Iterator[Word]:
    for part in _PART.finditer(text):
        plain = part[0].rstrip(".")
        upper = len(plain) > 1 and plain.isupper()
        yield Word(_SHORTENED.get(plain) or plain.lower(), offset + part.start(), offset + part.end(), upper)
