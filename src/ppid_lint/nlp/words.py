"""Words as readers count them: white-space tokens that hold a letter or a digit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ppid_lint.text import Span

# From the first letter or digit of a token to its last one: "dan/atau", "anak-anak", "Rp50.000,00" are one.
_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")

APART = "\0"  # parts texts that are looked through together: no letter, no space, no mark
_LETTERS = re.compile(rf"[^\W\d_]{{2,}}|{APART}")
_PLAIN_LETTERS = re.compile(rf"[a-z]{{2,}}|{APART}")  # the same of ASCII text, found three times as fast


def letter_runs(lower: str) -> list[str]:
    """The runs of two letters and more of a text in small letters, in order, and what parts texts."""
    return (_PLAIN_LETTERS if lower.isascii() else _LETTERS).findall(lower)


def run_places(lower: str, runs: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where some of a text's runs of letters stand, which are given in order."""
    end = 0
    for run in runs:
        start = lower.index(run, end)
        end = start + len(run)
        while _is_letter(lower[start - 1 : start]) or _is_letter(lower[end : end + 1]):  # in another run
            start = lower.index(run, start + 1)
            end = start + len(run)
        yield start, end


def _is_letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def word_spans(text: str) -> list[Span]:
    """The spans of the words, in order, without the marks around them."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def words(text: str) -> list[str]:
    """The words, in order, without the marks around them."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """How many words the text has."""
    tokens = text.split()
    marked = [token for token in tokens if not token.isalnum()]
    return len(tokens) - len(marked) + sum(any(map(str.isalnum, token)) for token in marked)
