"""Words in their place: whether they are a name, and how a text takes and is offered their replacement."""

from __future__ import annotations

import re

from ppid_lint.finding import Match

_BEFORE = re.compile(r"(\S*)\s*$")
_NEXT = re.compile(r"[\s(“\"‘'*_]*(\S)")
_MARKS = "\"“”‘’'«»()[]*_–—-•▪●>"
_ENDS = ".!?:;…"
_NUMBERING = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]?")
_WINDOW = 48


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence, an item or a label may begin here: nothing before it, a stop, or a numbering."""
    before = text[max(start - _WINDOW, 0) : start].rstrip(" \t" + _MARKS)
    if not before:
        return True
    if before[-1] in _ENDS:
        return True
    return start <= _WINDOW and bool(_NUMBERING.fullmatch(before.strip()))


def is_name(text: str, start: int, end: int) -> bool:
    """Whether a capital says that the words are a name, a title or an abbreviation.

    A capital inside a sentence, or a lone word before another capitalised one where a sentence begins.
    """
    word = text[start:end]
    if word.islower():
        return False
    if (len(word) > 1 and word.isupper()) or any(part[:1].isupper() for part in word.split()[1:]):
        return True
    if not word[0].isupper() or not opens_sentence(text, start):
        return word[0].isupper()
    return " " not in word and capital_follows(text, end)


def capital_follows(text: str, end: int) -> bool:
    """Whether the next word begins with a capital, with nothing but space between."""
    match = _NEXT.match(text, end)
    return bool(match and match[1].isupper() and text[end : match.start(1)].isspace())


def recased(like: str, words: str) -> str:
    """The words with the capitals of those they replace."""
    if len(like) > 1 and like.isupper():
        return words.upper()
    return words[:1].upper() + words[1:] if like[:1].isupper() else words


def cut(text: str, start: int, end: int) -> tuple[int, int, str]:
    """The range to replace, and by what, so that words go and spaces, commas and capitals stay right."""
    left, right = start, end
    opening = opens_sentence(text, start)
    comma_before = text.startswith(", ", start - 2) if start >= 2 else False
    if right < len(text) and text[right] == "," and (opening or comma_before):
        right += 1
    if comma_before and (right > end or text[right : right + 1] in {".", "", ";", ")"}):
        left -= 2
        return left, right, ""
    if text[right : right + 1] == " ":
        right += 1
    elif left and text[left - 1] == " ":
        left -= 1
    if opening and text[start : start + 1].isupper() and text[right : right + 1].islower():
        return left, right + 1, text[right].upper()
    return left, right, ""


def swap(index: int, start: int, end: int, to: str, *, confidence: float, safe: bool = False) -> Match:
    """Words of a block that others should replace."""
    return Match(
        block=index,
        start=start,
        end=end,
        confidence=confidence,
        values={"suggestion": to},
        replacement=to,
        safe=safe,
    )
