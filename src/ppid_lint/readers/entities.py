"""Character references and backslash escapes: prose from text that holds them."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from ppid_lint.readers.excerpt import Excerpt
from ppid_lint.readers.prose import Prose

_NUMBER = r"#[0-9]{1,20};?|#[xX][0-9a-fA-F]{1,20};?"
_TEXT = re.compile(rf"&(?:{_NUMBER}|[A-Za-z][A-Za-z0-9]{{1,31}};?)")
_ATTRIBUTE = re.compile(rf"&(?:{_NUMBER}|[A-Za-z][A-Za-z0-9]{{1,31}}(?:;|=?))")
_MARKDOWN = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")


def decode_text(prose: Prose, excerpt: Excerpt, start: int, end: int) -> None:
    """Appends HTML text, its references decoded as a browser does (also without semicolon)."""
    _decode(prose, excerpt, start, end, _TEXT, "&")


def decode_attribute(prose: Prose, excerpt: Excerpt, start: int, end: int) -> None:
    """Appends an HTML attribute's value; `&copy=2` in an address stays as it is."""
    _decode(prose, excerpt, start, end, _ATTRIBUTE, "&")


def decode_markdown(prose: Prose, excerpt: Excerpt, start: int, end: int) -> None:
    """Appends a Markdown link target or title, its escapes and references decoded."""
    _decode(prose, excerpt, start, end, _MARKDOWN, "&\\")


def _decode(
    prose: Prose, excerpt: Excerpt, start: int, end: int, pattern: re.Pattern[str], marks: str
) -> None:
    text = excerpt.text
    if text.find(marks[0], start, end) < 0 and (len(marks) < 2 or text.find(marks[1], start, end) < 0):
        prose.take(excerpt, start, end)
        return
    at = start
    for match in pattern.finditer(text, start, end):
        value = _value(match.group(), strict=pattern is not _TEXT)
        if value != match.group():
            prose.take(excerpt, at, match.start())
            prose.put(value, excerpt.span(match.start(), match.end()))
            at = match.end()
    prose.take(excerpt, at, end)


def _value(mark: str, *, strict: bool) -> str:
    if mark[0] == "\\":
        return mark[1:]
    if strict and mark[1] != "#" and mark[1:] not in html5:
        return mark
    return unescape(mark)
