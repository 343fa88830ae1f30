"""Where Markdown links lead: their targets and titles, with places."""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.helpers import parseLinkDestination, parseLinkTitle

from ppid_lint.readers.entities import decode_markdown
from ppid_lint.readers.excerpt import Excerpt
from ppid_lint.readers.page import Value
from ppid_lint.readers.prose import Prose
from ppid_lint.text import Span

_SPACE = re.compile(r"[ \t\n]*")
_LABEL = re.compile(r"\[(?:[^\\\]]|\\.)*\]:", re.DOTALL)


class Target(NamedTuple):
    """A link's target, decoded, its place in the source, and the title if it has one."""

    text: str
    source: Span
    values: tuple[Value, ...]


def destination(excerpt: Excerpt, label_end: int, end: int) -> Target | None:
    """The target in `[…](target "title")`, whose label ends at `label_end`; None if it is a reference."""
    if not (excerpt.text.startswith("](", label_end) and excerpt.text.endswith(")", label_end, end)):
        return None
    return _target(excerpt, label_end + 2, end - 1)


def definition(excerpt: Excerpt) -> Target | None:
    """The target in `[label]: target "title"`."""
    label = _LABEL.match(excerpt.text)
    return _target(excerpt, label.end(), len(excerpt.text)) if label else None


def _target(excerpt: Excerpt, at: int, end: int) -> Target:
    text = excerpt.text
    start = _skip(text, at)
    found = parseLinkDestination(text, start, end)
    stop = found.pos if found.ok else start
    after = stop
    if found.ok and text[start : start + 1] == "<":
        start, stop = start + 1, stop - 1
    target = _decoded(excerpt, start, stop)
    values = [Value("href", target, True)]
    at = _skip(text, after)
    title = parseLinkTitle(text, at, end) if after < at < end else None
    if title and title.ok:
        values.append(Value("title", _decoded(excerpt, at + 1, title.pos - 1), True))
    return Target(target.finish()[0], excerpt.span(start, stop), tuple(values))


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _decoded(excerpt: Excerpt, start: int, end: int) -> Prose:
    prose = Prose()
    decode_markdown(prose, excerpt, start, end)
    return prose
