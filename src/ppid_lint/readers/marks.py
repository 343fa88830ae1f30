"""What one line of plain text says by its first characters and its letters."""

from __future__ import annotations

import re
from typing import NamedTuple

from ppid_lint.document import Role

# A figure of a list item: no telephone code (021), no amount (1. 500.000).
_ITEM = re.compile(
    r"\s{0,40}(?:[-*•▪●○◦·‣✓✔➢–]|\(?[1-9][0-9]?\)|[1-9][0-9]{0,2}\.|\(?[a-z]\)|[a-z]\.|\(?[ivx]{1,5}\)|[ivx]{1,5}\.)"
    r"[ \t\xa0]+(?=[^\d\s])"
)
_QUOTE = re.compile(r"\s{0,3}(?:>[ \t]?)+")
_LABEL = re.compile(r"\s{0,40}[^\W\d_][^\n:@|]{0,47}?\s{0,40}(?::(?=\s|$)|\.{4}|…{2}|(?:\. ){4}|_{4})")
_LABEL_ENDS = (":", "....", "……", ". . ", "____")
_SPACED = re.compile(r"\s*(?:[^\W\d_] ){2,}[^\W\d_](?:\s|$)")
_NO_HEADING = re.compile(r"@|://|www\.| \| |\d{5}|(?:[^\W\d_]{2}|\d)\. ")  # addresses, figures, sentences
_WORDS = 12  # of a heading
_STOPS = ".,:;!?…|"


class Mark(NamedTuple):
    """A line's role and how much of it is the mark itself."""

    role: Role = Role.PARAGRAPH
    length: int = 0
    labelled: bool = False  # "Label : value"
    capitals: bool = False  # set in capitals

    @property
    def tabular(self) -> bool:
        """Whether the line may be a table row."""
        return self.role is Role.PARAGRAPH and not self.labelled


def mark(line: str) -> Mark:
    """What the line begins with."""
    item = _ITEM.match(line)
    if item:
        return Mark(Role.ITEM, item.end())
    quote = _QUOTE.match(line)
    if quote:
        return Mark(Role.QUOTE, quote.end())
    label = _LABEL.match(line) if any(map(line.__contains__, _LABEL_ENDS)) else None
    labelled = label is not None and len(label[0].split()) <= 6
    return Mark(labelled=labelled, capitals=not labelled and _in_capitals(line))


def is_heading(line: str) -> bool:
    """Whether a line reads as a heading: short, no stop at its end, no address, figure or sentence."""
    text = line.strip()
    words = text.split(None, _WORDS)
    if not text or text[-1] in _STOPS or (len(words) > _WORDS and not is_spaced(text)):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"“'‘([") and words[0][-1:] not in ".)":
        return False
    letters = sum(map(str.isalpha, text))
    return letters > sum(map(str.isdigit, text)) and not _NO_HEADING.search(
        text, len(words[0]) if len(words[0]) < 5 else 0
    )


def is_spaced(line: str) -> bool:
    """Whether the line is letter-spaced: S I A R A N  P E R S."""
    return _SPACED.match(line) is not None


def _in_capitals(line: str) -> bool:
    letters = sum(map(str.isalpha, line)) if line.isupper() else 0
    return letters > 2 and letters > sum(map(str.isdigit, line))
