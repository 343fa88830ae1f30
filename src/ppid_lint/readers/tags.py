"""Cuts HTML into tags, comments and text, each with its place; forgiving as a browser, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a token of HTML is."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    COMMENT = "comment"


class Attribute(NamedTuple):
    """An attribute in lower case and the range of its value, without quotes."""

    name: str
    start: int
    end: int


class Token(NamedTuple):
    """A range of the text and what it is; of a comment (or CDATA), the range of its inside as attribute ''."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()


_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_PAIR = re.compile(r"""[\s/]*(?:(>)|([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?)""")
_RAW = frozenset({"script", "style"})  # what stands inside is no text
_PLAIN = frozenset({"title", "textarea"})  # what stands inside holds no tags


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """The tokens of a page; declarations, instructions, script and style are left out.

    A tag, script or style that never closes is text: nothing after it may be lost.
    """
    at = seen = start
    closers: dict[str, int] = {}
    while (at := text.find("<", at)) >= 0:
        token = _markup(text, at)
        if token is None and _NAME.match(text, at):
            break  # runs to the end of the page without closing
        if token is None:
            at += 1
            continue
        if token.name in _RAW and token.kind is Kind.OPEN:
            end = _closer(text, token.name, token.end, closers)
            token = token._replace(kind=Kind.CLOSE, name="", end=end) if end > 0 else token
        if at > seen:
            yield Token(Kind.TEXT, seen, at)
        if token.name or token.kind is Kind.COMMENT:
            yield token
        at = seen = token.end
        if token.name in _PLAIN and token.kind is Kind.OPEN:
            at = max(_closer(text, token.name, at, closers, before=True), at)
    if len(text) > seen:
        yield Token(Kind.TEXT, seen, len(text))


def _markup(text: str, at: int) -> Token | None:
    """The tag, comment or declaration at a `<`; None if it is only a character."""
    following = text[at + 1 : at + 2]
    if following == "!":
        return _declaration(text, at)
    if following == "?":
        return _until(text, ">", at, 2)
    name = _NAME.match(text, at)
    return _tag(text, at, name) if name else None


def _declaration(text: str, at: int) -> Token:
    if text.startswith("<!--", at):
        if text.startswith(("<!-->", "<!--->"), at):
            return Token(Kind.COMMENT, at, text.index(">", at) + 1, "", (Attribute("", at + 4, at + 4),))
        close = text.find("-->", at + 4)
        inside = close if close >= 0 else len(text)
        end = min(inside + 3, len(text))
        return Token(Kind.COMMENT, at, end, "", (Attribute("", at + 4, inside),))
    if text.startswith("<![CDATA[", at):
        close = text.find("]]>", at + 9)
        inside = close if close >= 0 else len(text)
        return Token(Kind.COMMENT, at, min(inside + 3, len(text)), "", (Attribute("", at + 9, inside),))
    return _until(text, ">", at, 2)


def _until(text: str, mark: str, at: int, skip: int) -> Token:
    end = text.find(mark, at + skip)
    return Token(Kind.CLOSE, at, end + len(mark) if end >= 0 else at + skip)


def _tag(text: str, start: int, name: re.Match[str]) -> Token | None:
    at = name.end()
    attributes = []
    while match := _PAIR.match(text, at):
        closing, key, value = match.groups()
        at = match.end()
        if closing:
            kind = Kind.CLOSE if text[start + 1] == "/" else Kind.OPEN
            return Token(kind, start, at, name.group(1).lower(), tuple(attributes))
        if value is not None:
            quoted = 1 if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0] else 0
            attributes.append(Attribute(key.lower(), match.start(3) + quoted, match.end(3) - quoted))
        else:
            attributes.append(Attribute(key.lower(), at, at))
    return None


def _closer(text: str, name: str, at: int, known: dict[str, int], *, before: bool = False) -> int:
    """Where `</name>` ends (or begins), -1 if nowhere; `known` remembers names that close no more."""
    if known.get(name, 0) < 0:
        return -1
    match = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(text, at)
    end = text.find(">", match.end() - 1) if match else -1
    if not match or end < 0:
        known[name] = -1
        return -1
    return match.start() if before else end + 1
