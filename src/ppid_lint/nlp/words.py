"""Words as readers count them: white-space tokens that hold a letter or a digit."""

from __future__ import annotations

import re

from ppid_lint.text import Span

# From the first letter or digit of a token to its last one: "dan/atau", "anak-anak", "Rp50.000,00" are one.
_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")


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
