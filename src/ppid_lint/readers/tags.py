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
    """A range of the text and what it is; a comment has the range of its inside as its only attribute."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()


_BARE = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)>")
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_PAIR = re.compile(r"""[\s/]*(?:(>)|([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?)""")
_RAW = frozenset({"script", "style"})  # what stands inside is no text
_INSIDES = _RAW | {"title", "textarea"}  # what stands inside holds no tags


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """The tokens of a page; declarations, instructions, script and style are left out.

    A tag, script or style that never closes is text: nothing after it may be lost.
    """
    at = seen = start
    closers: dict[str, int] = {}
    while (at := text.find("<", at)) >= 0:
        token = _markup(text, at, closers)
        if token is None and _NAME.match(text, at):
            break  # runs to the end of the page without closing
        if token is None:
            at += 1
            continue
        skip = token.end
        if token.kind is Kind.OPEN and token.name in _INSIDES:
            token, skip = _whole(text, token, closers)
        if at > seen:
            yield Token(Kind.TEXT, seen, at)
        if token.name or token.kind is Kind.COMMENT:
            yield token
        at, seen = skip, token.end
    if len(text) > seen:
        yield Token(Kind.TEXT, seen, len(text))


def _whole(text: str, token: Token, closers: dict[str, int]) -> tuple[Token, int]:
    """The tag of an element whose inside holds no tags, and where the next may stand.

    One that never closes is no tag; of script and style nothing is left but a gap.
    """
    inside, end = _closer(text, token.name, token.end, closers)
    if end < 0:
        return token._replace(name=""), token.end
    return (token._replace(name="", end=end), end) if token.name in _RAW else (token, inside)


def _markup(text: str, at: int, closers: dict[str, int]) -> Token | None:
    """The tag, comment or declaration at a `<`; None if it is only a character."""
    following = text[at + 1 : at + 2]
    if following == "!":
        return _comment(text, at) or _declaration(text, at, closers)
    if following == "?":
        return _declaration(text, at, closers)
    bare = _BARE.match(text, at)
    if bare:
        return Token(Kind.CLOSE if bare[1] else Kind.OPEN, at, bare.end(), bare[2].lower())
    name = _NAME.match(text, at)
    return _tag(text, at, name) if name else None


def _comment(text: str, at: int) -> Token | None:
    """The comment or CDATA section, to the end of the page if it never closes."""
    if text.startswith(("<!-->", "<!--->"), at):
        return Token(Kind.COMMENT, at, text.index(">", at) + 1, "", (Attribute("", at + 4, at + 4),))
    for mark, closer in (("<!--", "-->"), ("<![CDATA[", "]]>")):
        if text.startswith(mark, at):
            start = at + len(mark)
            close = text.find(closer, start)
            inside = close if close >= 0 else len(text)
            return Token(Kind.COMMENT, at, min(inside + 3, len(text)), "", (Attribute("", start, inside),))
    return None


def _declaration(text: str, at: int, closers: dict[str, int]) -> Token | None:
    """A declaration or instruction: a gap; one that never closes is text."""
    if closers.get(">", 0) < 0:
        return None
    end = closers[">"] = text.find(">", at)
    return Token(Kind.CLOSE, at, end + 1) if end >= 0 else None


def _tag(text: str, start: int, name: re.Match[str]) -> Token | None:
    at = name.end()
    attributes: list[Attribute] = []
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


def _closer(text: str, name: str, at: int, known: dict[str, int]) -> tuple[int, int]:
    """Where `</name>` begins and ends, -1 if nowhere; `known` remembers names that close no more."""
    if known.get(name, 0) < 0:
        return -1, -1
    match = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(text, at)
    end = text.find(">", match.end() - 1) if match else -1
    if not match or end < 0:
        known[name] = -1
        return -1, -1
    return match.start(), end + 1
