"""Plain text as blocks: what its lines say by how they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ppid_lint.document import Block, Document, Piece, Role
from ppid_lint.readers.columns import Columns, find_columns
from ppid_lint.readers.excerpt import Excerpt
from ppid_lint.readers.frontmatter import front_matter
from ppid_lint.readers.grid import Grid
from ppid_lint.readers.marks import Mark, is_heading, is_spaced, mark
from ppid_lint.readers.prose import INVISIBLE, SPACES, Prose
from ppid_lint.readers.wrapping import joins, local_width, measure

_LINE_END = re.compile(r"\r\n|\n|\r")
_UNEVEN = re.compile(f"[{SPACES}{INVISIBLE}](?:[{SPACES}{INVISIBLE}]|(?<![ \n]))")
_UNEVEN_ASCII = ("  ", " \n", "\n ", "\t", "\r", "\v", "\f")
# Anything by which a line shows that it is more than wrapped prose.
_SET = re.compile(
    r"""[^a-z]+$|[^:]{1,48}:(?:\s|$)|\s{0,9}>"""
    r"""|\s{0,9}(?:[^\w\s"'“‘(]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s"""
)
_GAP = re.compile(r"[ \xa0|\t](?:[ \xa0]|(?<=[|\t]))")


@dataclass(frozen=True, slots=True)
class _Stanza:
    """Lines between blank ones, and where each begins in the source."""

    lines: tuple[str, ...]
    starts: tuple[int, ...]


@dataclass(slots=True)
class _Reading:
    """The blocks read so far."""

    source: Excerpt
    blocks: list[Block] = field(default_factory=list)
    section: str = ""
    tables: int = 0
    marks: dict[str, Mark] = field(default_factory=dict)  # of lines, which come again in menus and forms

    def mark(self, line: str) -> Mark:
        """What the line begins with."""
        found = self.marks.get(line)
        if found is None:
            found = self.marks[line] = mark(line)
        return found


def read_plaintext(source: str) -> Document:
    """A plain text: paragraphs, headings, items, quotes and set tables."""
    meta, blocks, start = front_matter(source)
    stanzas = list(_stanzas(source, start))
    width = measure([stanza.lines for stanza in stanzas])
    reading = _Reading(Excerpt(source), blocks)
    for stanza, following in zip_longest(stanzas, stanzas[1:]):
        if len(stanza.lines) == 1:
            _line(reading, stanza, following)
        else:
            _several(reading, stanza, width)
    return Document(source, "text", tuple(reading.blocks), (), meta)


def _stanzas(source: str, start: int) -> Iterator[_Stanza]:
    lines: list[str] = []
    starts: list[int] = []
    for at, line in _lines(source, start):
        if line and not line.isspace():
            lines.append(line)
            starts.append(at)
        elif lines:
            yield _Stanza(tuple(lines), tuple(starts))
            lines.clear()
            starts.clear()
    if lines:
        yield _Stanza(tuple(lines), tuple(starts))


def _lines(source: str, start: int) -> Iterator[tuple[int, str]]:
    if "\r" not in source:
        for line in source[start:].split("\n"):
            yield start, line
            start += len(line) + 1
        return
    for end in _LINE_END.finditer(source, start):
        yield start, source[start : end.start()]
        start = end.end()
    yield start, source[start:]


def _line(reading: _Reading, stanza: _Stanza, following: _Stanza | None) -> None:
    """A line that stands alone."""
    line, start = stanza.lines[0], stanza.starts[0]
    found = reading.mark(line)
    if found.role is Role.PARAGRAPH and not found.labelled:
        heading = is_heading(line) or found.capitals
        _add(
            reading,
            Role.HEADING if heading else Role.PARAGRAPH,
            line,
            start,
            level=1 if found.capitals else 2,
        )
    elif found.role is Role.ITEM and is_heading(line) and _introduces(found, line, following):
        _add(reading, Role.HEADING, line, start, level=2)
    else:
        _add(reading, found.role, line[found.length :], start + found.length)


def _introduces(found: Mark, line: str, following: _Stanza | None) -> bool:
    """Whether a numbered line is the heading of what follows: prose, and no further item."""
    if following is None or not line[found.length].isupper() or line.lstrip()[0] in "-*•":
        return False
    text = " ".join(following.lines)
    return mark(following.lines[0]).role is Role.PARAGRAPH and len(text.split()) > 12


def _several(reading: _Reading, stanza: _Stanza, width: int) -> None:
    """Lines that stand together: tables, items, labelled lines, or prose."""
    lines = stanza.lines
    plain = not any(map(_SET.match, lines)) and not any(map(_GAP.search, lines))
    marks = [Mark()] * len(lines) if plain else [reading.mark(line) for line in lines]
    tables = [] if plain else find_columns(lines, [found.tabular for found in marks])
    at = 0
    for table in tables:
        _paragraphs(reading, stanza, marks, at, table.first, width)
        _table(reading, stanza, table)
        at = table.last
    _paragraphs(reading, stanza, marks, at, len(lines), width)


def _paragraphs(
    reading: _Reading, stanza: _Stanza, marks: Sequence[Mark], at: int, end: int, width: int
) -> None:
    """Lines without tables: each passage that begins with a mark, cut where a line ends on purpose."""
    while at < end:
        last = at + 1
        while last < end and _goes_on(marks[last - 1], marks[last]):
            last += 1
        if marks[at].role is Role.QUOTE:
            _quote(reading, stanza, marks, at, last)
        else:
            _passage(reading, stanza, marks, at, last, local_width(stanza.lines[at:last], width))
        at = last


def _goes_on(before: Mark, here: Mark) -> bool:
    """Whether a line can belong to the one before it."""
    if here.role is Role.QUOTE or before.role is Role.QUOTE:
        return here.role is before.role
    return here.role is Role.PARAGRAPH and not here.labelled and here.capitals == before.capitals


def _passage(
    reading: _Reading, stanza: _Stanza, marks: Sequence[Mark], at: int, end: int, width: int
) -> None:
    while at < end:
        last = at + 1
        while last < end and joins(stanza.lines[last - 1], stanza.lines[last], width):
            last += 1
        start = stanza.starts[at] + marks[at].length
        text = reading.source.text[start : stanza.starts[last - 1] + len(stanza.lines[last - 1])]
        heading = marks[at].capitals and is_heading(text)
        _add(reading, Role.HEADING if heading else marks[at].role, text, start, level=1)
        at = last


def _quote(reading: _Reading, stanza: _Stanza, marks: Sequence[Mark], first: int, last: int) -> None:
    prose = Prose()
    for at in range(first, last):
        start = stanza.starts[at]
        prose.take(reading.source, start + marks[at].length, start + len(stanza.lines[at]))
        if at + 1 < last:
            prose.take(reading.source, start + len(stanza.lines[at]), stanza.starts[at + 1])
    _finish(reading, prose, Role.QUOTE)


def _table(reading: _Reading, stanza: _Stanza, table: Columns) -> None:
    reading.tables += 1
    grid = Grid(reading.tables)
    cells: dict[int, Prose] = {}
    for number, row in enumerate(table.rows):
        grid.start_row()
        for column, start, end in row.cells:
            place = grid.start_cell(head=table.ruled and number == 0, column=column + 1)
            prose = Prose()
            prose.take(reading.source, stanza.starts[row.line] + start, stanza.starts[row.line] + end)
            if len(prose):
                cells[place] = prose
    done = {place: prose.finish() for place, prose in cells.items()}
    placed = grid.cells({place: text for place, (text, _, _) in done.items()})
    for place, (text, pieces, _) in done.items():
        reading.blocks.append(Block(Role.CELL, text, pieces, cell=placed[place], section=reading.section))


def _add(reading: _Reading, role: Role, text: str, start: int, *, level: int = 0) -> None:
    """Appends a block of source text as it stands."""
    level = level if role is Role.HEADING else int(role is Role.ITEM)
    text = text.rstrip()
    if not text:
        return
    bare = text.lstrip(" \t")
    if not _is_uneven(bare) and (len(bare) == len(text) or not is_spaced(text)):
        start += len(text) - len(bare)
        breaks = tuple(end.start() for end in _LINE_END.finditer(bare)) if "\n" in bare else ()
        pieces = (Piece(0, len(bare), start, start + len(bare)),)
        _append(reading, role, bare.replace("\n", " "), pieces, level, breaks)
        return
    prose = Prose(collapse=not is_spaced(text))
    prose.take(reading.source, start, start + len(text))
    _finish(reading, prose, role, level=level)


def _is_uneven(text: str) -> bool:
    """Whether there is more white space than single spaces and line feeds."""
    if text.isascii():
        return any(map(text.__contains__, _UNEVEN_ASCII))
    return _UNEVEN.search(text) is not None


def _finish(reading: _Reading, prose: Prose, role: Role, *, level: int = 0) -> None:
    text, pieces, breaks = prose.finish()
    if text:
        _append(reading, role, text, pieces, level, breaks)


def _append(
    reading: _Reading, role: Role, text: str, pieces: tuple[Piece, ...], level: int, breaks: tuple[int, ...]
) -> None:
    section = reading.section
    if role is Role.HEADING:
        reading.section, section = text, ""
    reading.blocks.append(Block(role, text, pieces, level=level, breaks=breaks, section=section))
