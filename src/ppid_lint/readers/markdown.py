"""Markdown as blocks: what its marks mean, fed to a page with exact places."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.common.utils import MD_TRIM_CHARS, normalizeReference
from markdown_it.token import Token

from ppid_lint.document import Document
from ppid_lint.readers.commonmark import DEEPEST, parser
from ppid_lint.readers.excerpt import Excerpt
from ppid_lint.readers.frontmatter import front_matter
from ppid_lint.readers.html import feed
from ppid_lint.readers.lines import Lines
from ppid_lint.readers.page import Page, Value
from ppid_lint.readers.rows import row_cells
from ppid_lint.readers.targets import Target, definition, destination


def read_markdown(source: str) -> Document:
    """A Markdown draft: CommonMark, tables, strikethrough, front matter, HTML inside.

    One that nests deeper than the parser follows is read as plain text, with a note.
    """
    meta, blocks, start = front_matter(source)
    lines = Lines(source, start)
    tokens = parser().parse(lines.text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        from ppid_lint.readers.plaintext import read_plaintext  # rarely needed

        plain = read_plaintext(source)
        note = "bersarang terlalu dalam untuk Markdown, dibaca sebagai teks polos"
        return Document(source, "markdown", plain.blocks, (), plain.meta, (note,))
    walk = _Walk(Page(blocks), lines, _definitions(lines, tokens))
    for token in tokens:
        _BLOCKS.get(token.type, _element)(walk, token)
    done, comments = walk.page.finish()
    return Document(source, "markdown", done, comments, meta)


@dataclass(slots=True)
class _Walk:
    """Where the reading stands among the parser's tokens."""

    page: Page
    lines: Lines
    definitions: Mapping[str, Target]
    heading: Excerpt | None = None  # the line of an ATX heading
    cells: list[Excerpt] = field(default_factory=list)  # of the table row being read, from the last on


def _definitions(lines: Lines, tokens: Sequence[Token]) -> dict[str, Target]:
    found: dict[str, Target] = {}
    for token in tokens:
        if token.type == "definition" and token.meta["id"] not in found:
            target = definition(_definition_text(lines, token))
            if target:
                found[token.meta["id"]] = target
    return found


def _definition_text(lines: Lines, token: Token) -> Excerpt:
    tails = [lines.tail(_first(token) + i, length) for i, length in enumerate(token.meta["tails"])]
    return lines.content("\n".join(tail.text for tail in tails).rstrip(MD_TRIM_CHARS), _first(token))


def _first(token: Token) -> int:
    return token.map[0] if token.map else 0


def _element(walk: _Walk, token: Token) -> None:
    if token.nesting > 0:
        walk.page.open(token.tag)
    elif token.nesting < 0:
        walk.page.close(token.tag)
    else:
        walk.page.flush()


def _heading(walk: _Walk, token: Token) -> None:
    if token.markup[0] == "#":
        walk.heading = walk.lines.tail(_first(token), token.meta["tails"][0])
    walk.page.open(token.tag)


def _row(walk: _Walk, token: Token) -> None:
    row = walk.lines.tail(_first(token), token.meta["tails"][0])
    walk.cells = row_cells(row)[::-1]
    walk.page.open("tr")


def _row_end(walk: _Walk, token: Token) -> None:
    """Cells beyond the head's are not shown; they are read as hidden."""
    while walk.cells:
        cell = walk.cells.pop()
        children: list[Token] = []
        parser().inline.parse(cell.text, parser(), {}, children)
        walk.page.open("td", hidden=True)
        _inline(walk, cell, children)
        walk.page.close("td")
    walk.page.close("tr")


def _content(walk: _Walk, token: Token) -> None:
    if walk.page.nesting.top.name in ("td", "th") and walk.cells:
        excerpt = walk.cells.pop()
    elif walk.heading:
        line = walk.heading.text
        start = len(line) - len(line.lstrip("#").lstrip(MD_TRIM_CHARS))
        excerpt = Excerpt(token.content, (0,), (walk.heading.source(start),))
        walk.heading = None
    else:
        excerpt = walk.lines.content(token.content, _first(token) + token.meta.get("skipped", 0))
    _inline(walk, excerpt, token.children or [])


def _code(walk: _Walk, token: Token) -> None:
    first = _first(token) + (token.type == "fence")
    excerpt = walk.lines.verbatim(token.content.removesuffix("\n"), first)
    walk.page.open("pre")
    walk.page.open("code")
    walk.page.prose.take(excerpt, 0, len(excerpt.text))
    walk.page.close("pre")


def _markup(walk: _Walk, token: Token) -> None:
    feed(walk.page, walk.lines.verbatim(token.content.removesuffix("\n"), _first(token)))


def _definition(walk: _Walk, token: Token) -> None:
    target = definition(_definition_text(walk.lines, token))
    walk.page.flush()
    walk.page.values.extend(target.values if target else ())


_BLOCKS: dict[str, Callable[[_Walk, Token], None]] = {
    "inline": _content,
    "heading_open": _heading,
    "tr_open": _row,
    "tr_close": _row_end,
    "fence": _code,
    "code_block": _code,
    "html_block": _markup,
    "definition": _definition,
}


def _inline(walk: _Walk, excerpt: Excerpt, children: Sequence[Token]) -> None:
    ends = _link_ends(children)
    for index, token in enumerate(children):
        start, end = token.map or (0, 0)
        if token.type == "text":
            if token.content:
                walk.page.prose.take(excerpt, start, end)
        elif token.type == "link_open":
            _link(walk, excerpt, token, children[ends[index]], start)
        elif token.type in _INLINES:
            _INLINES[token.type](walk, excerpt, token, start, end)


def _link_ends(children: Sequence[Token]) -> dict[int, int]:
    """The index of each link's end by that of its start."""
    ends: dict[int, int] = {}
    opened = []
    for index, token in enumerate(children):
        if token.type == "link_open":
            opened.append(index)
        elif token.type == "link_close":
            ends[opened.pop()] = index
    return ends


def _special(walk: _Walk, excerpt: Excerpt, token: Token, start: int, end: int) -> None:
    if token.content == token.markup:
        walk.page.prose.take(excerpt, start, end)
    else:
        walk.page.prose.put(token.content, excerpt.span(start, end))


def _break(walk: _Walk, excerpt: Excerpt, token: Token, start: int, end: int) -> None:
    walk.page.prose.line_break(excerpt.span(start, end))


def _code_span(walk: _Walk, excerpt: Excerpt, token: Token, start: int, end: int) -> None:
    ticks = len(token.markup)
    stripped = (end - start - 2 * ticks - len(token.content)) // 2
    walk.page.open("code")
    walk.page.prose.take(excerpt, start + ticks + stripped, end - ticks - stripped)
    walk.page.close("code")


def _link(walk: _Walk, excerpt: Excerpt, token: Token, close: Token, start: int) -> None:
    label_end, end = close.map or (0, 0)
    if token.markup == "autolink":
        address = excerpt.text[start + 1 : label_end]
        mail = str(token.attrs["href"]).startswith("mailto:") and not address.lower().startswith("mailto:")
        walk.page.link("mailto:" * mail + address, excerpt.span(start + 1, label_end))
        return
    target = destination(excerpt, label_end, end)
    if target:
        walk.page.values.extend(target.values)
    else:
        target = walk.definitions.get(normalizeReference(token.meta.get("label", "")))
    if target:
        walk.page.link(target.text, target.source)


def _link_end(walk: _Walk, excerpt: Excerpt, token: Token, start: int, end: int) -> None:
    walk.page.end_link()


def _image(walk: _Walk, excerpt: Excerpt, token: Token, start: int, end: int) -> None:
    label_end = start + 2 + len(token.content)
    target = destination(excerpt, label_end, end)
    values = (
        [value if value.name == "title" else Value("src", value.prose, False) for value in target.values]
        if target
        else []
    )
    inside = _Walk(Page(), walk.lines, walk.definitions)
    _inline(inside, excerpt.part(start + 2, label_end), token.children or [])
    target = target or walk.definitions.get(normalizeReference(token.meta.get("label", "")))
    if target:
        walk.page.image(target.text, target.source)
    walk.page.values.extend([Value("alt", inside.page.prose, True), *values, *inside.page.values])


def _tag(walk: _Walk, excerpt: Excerpt, token: Token, start: int, end: int) -> None:
    feed(walk.page, excerpt.part(start, end))


_INLINES: dict[str, Callable[[_Walk, Excerpt, Token, int, int], None]] = {
    "text_special": _special,
    "softbreak": _break,
    "hardbreak": _break,
    "code_inline": _code_span,
    "link_close": _link_end,
    "image": _image,
    "html_inline": _tag,
}
