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
