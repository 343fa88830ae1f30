"""HTML, whole pages or pieces, as blocks."""

from __future__ import annotations

import re

from ppid_lint.document import Document
from ppid_lint.readers.elements import CELLS, SHAPING, SHOWN
from ppid_lint.readers.entities import decode_attribute, decode_text
from ppid_lint.readers.excerpt import Excerpt
from ppid_lint.readers.frontmatter import front_matter
from ppid_lint.readers.page import Page, Value
from ppid_lint.readers.prose import Prose
from ppid_lint.readers.styles import hides, may_colour
from ppid_lint.readers.tags import Attribute, Kind, Token, tokens

_AUTHORS = frozenset({"author", "creator", "dc.creator", "article:author"})  # names of meta elements
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")


def read_html(source: str) -> Document:
    """A page: its prose, what its attributes say, and what it hides."""
    meta, blocks, start = front_matter(source)
    page = Page(blocks, grounded=may_colour(source))
    feed(page, Excerpt(source), start)
    done, comments = page.finish()
    return Document(source, "html", done, comments, meta)


def feed(page: Page, excerpt: Excerpt, start: int = 0) -> None:
    """Reads markup into a page."""
    for token in tokens(excerpt.text, start):
        if token.kind is Kind.TEXT:
            _text(page, excerpt, token)
        elif token.kind is Kind.OPEN:
            _open(page, excerpt, token)
        elif token.kind is Kind.CLOSE:
            if token.name == "a":
                page.end_link()
            page.close(token.name)
        else:
            _comment(page, excerpt, token)


def _text(page: Page, excerpt: Excerpt, token: Token) -> None:
    if page.nesting.top.name != "pre" or not page.prose.collapse:
        decode_text(page.prose, excerpt, token.start, token.end)
        return
    at = token.start
    for blank in _BLANK_LINE.finditer(excerpt.text, token.start, token.end):
        decode_text(page.prose, excerpt, at, blank.start())
        page.flush()
        at = blank.end()
    decode_text(page.prose, excerpt, at, token.end)


def _open(page: Page, excerpt: Excerpt, token: Token) -> None:
    name = token.name
    if name == "br":
        page.line_break(excerpt.span(token.start, token.end))
        return
    if not token.attributes:
        page.open(name)
        return
    found = {attribute.name: attribute for attribute in reversed(token.attributes)}
    style = _raw(excerpt, found["style"]) if "style" in found else ""
    hidden = "hidden" in found or (bool(style) and hides(style, grounded=page.grounded))
    author = name == "meta" and "name" in found and _raw(excerpt, found["name"]).lower() in _AUTHORS
    values = [
        _value("author" if author else name, excerpt, attribute)
        for attribute in found.values()
        if _speaks(attribute)
    ]
    values.reverse()
    if name == "img" and "src" in found:
        target = _decoded(excerpt, found["src"])
        page.image(target.finish()[0], excerpt.span(found["src"].start, found["src"].end))
    spans = (_number(excerpt, found.get(key)) for key in ("colspan", "rowspan")) if name in CELLS else (1, 1)
    width, height = spans
    page.open(name, values, hidden=hidden, width=width, height=height)
    if name == "a" and "href" in found:
        target = _decoded(excerpt, found["href"])
        page.link(target.finish()[0], excerpt.span(found["href"].start, found["href"].end))


def _speaks(attribute: Attribute) -> bool:
    """Whether the attribute's value may tell something."""
    return (
        attribute.end > attribute.start
        and attribute.name not in SHAPING
        and not attribute.name.startswith("on")
    )


def _value(element: str, excerpt: Excerpt, attribute: Attribute) -> Value:
    name = element if element in ("meta", "author") else attribute.name
    shown = attribute.name in SHOWN and element not in ("link", "base")
    return Value(name, _decoded(excerpt, attribute), shown)


def _decoded(excerpt: Excerpt, attribute: Attribute) -> Prose:
    prose = Prose()
    decode_attribute(prose, excerpt, attribute.start, attribute.end)
    return prose


def _raw(excerpt: Excerpt, attribute: Attribute) -> str:
    return excerpt.text[attribute.start : attribute.end]


def _number(excerpt: Excerpt, attribute: Attribute | None) -> int:
    digits = _raw(excerpt, attribute).strip() if attribute else ""
    return int(digits) if digits.isdecimal() and len(digits) < 6 else 1


def _comment(page: Page, excerpt: Excerpt, token: Token) -> None:
    inside = token.attributes[0]
    prose = Prose()
    prose.take(excerpt, inside.start, inside.end)
    page.comment(_raw(excerpt, inside), excerpt.span(token.start, token.end), prose)
