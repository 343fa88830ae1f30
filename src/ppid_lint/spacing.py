"""A text as words are looked for in it: in lower case, each character in its place, spaces between words."""

from __future__ import annotations

import re


class _Spaces(dict[int, str]):
    """Letters and digits in lower case, each in its place; anything else a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        low = char.lower() if char.isalnum() or char == "_" else " "
        self[code] = low if len(low) == 1 else char
        return self[code]


_SPACED = _Spaces({code: _Spaces()[code] for code in range(128)})


_BEYOND = re.compile(r"[^\x00-\x7f]")


def lowered(text: str) -> str:
    """The text in lower case, each character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def spaced(text: str) -> str:
    """The text with everything but letters and digits as spaces."""
    return text.translate(_SPACED)


def between_spaces(text: str) -> str:
    """The same with a space at either end."""
    return f" {text.translate(_SPACED)} "


def held(text: str) -> str:
    """Of a text as `between_spaces` gives it, what holds the atoms of expressions: ASCII letters alone."""
    return text if text.isascii() else _BEYOND.sub(" ", text.replace("ſ", "s"))


_AFFIXES = 14  # letters of affixes at most: *memper-, keter-*; *-kannya, -annya*
_BEFORE_ROOT = re.compile(
    r"(?:ber|ter|per|se|ke|pe|di|re|nge|ng|ny|n|m|ku|kau|men?g?e?|meny|mem|pem|pen|peng?e?|peny|pel|bel|tidak"
    r"|antar|pra|pasca|non|anti|swa|multi)*"
)
_AFTER_ROOT = re.compile(r"(?:kan|an|i|nya|lah|kah|pun|ku|mu|s|es|d|ed|ing|er|ment|isasi|tah)*")


def affixed(text: str, start: int, end: int) -> bool:
    """Whether what stands around a root in its word is affixes: *menyita*, no *universitas*."""
    first, last = start, end
    while start - first < _AFFIXES and first > 0 and text[first - 1].isalpha():
        first -= 1
    while last - end < _AFFIXES and last < len(text) and text[last].isalpha():
        last += 1
    before, after = text[first:start].lower(), text[end:last].lower()
    return bool(_BEFORE_ROOT.fullmatch(before) and _AFTER_ROOT.fullmatch(after))
