"""CSV: each field at its place in the source, under its column's head (RFC 4180, and what Excel writes)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ppid_lint.document import Block, Document, Piece, Role
from ppid_lint.readers.excerpt import Excerpt
from ppid_lint.readers.heads import Entry, placed
from ppid_lint.readers.prose import Prose
from ppid_lint.text import Span

_SAMPLE = 64 * 1024  # characters in which the delimiter is sought
_SEPARATOR = re.compile(r"sep=([;,\t|])(?:\r\n|\n|\r)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_CLEAN = re.compile(r"[!-~]+(?: [!-~]+)*")


class Field(NamedTuple):
    """A field: row and column from 1, and its range in the source, the quotes around it apart."""

    row: int
    column: int
    span: Span
    quoted: bool


def read_csv(source: str) -> Document:
    """The rows of a CSV text as table cells."""
    found = list(fields(source))
    texts = [(field, *_text(source, field)) for field in found]
    filled = [item for item in texts if item[1]]
    rows = [
        [Entry(field.row, field.column, text) for field, text, _, _ in row]
        for _, row in groupby(filled, key=lambda item: item[0].row)
    ]
    blocks = tuple(
        Block(Role.CELL, text, pieces, cell=cell, breaks=breaks)
        for (_, text, pieces, breaks), cell in zip(filled, placed(rows), strict=True)
    )
    return Document(source, "csv", blocks)


def fields(source: str) -> Iterator[Field]:
    """The fields in order; a quote that never closes is a character like any other."""
    separator = _SEPARATOR.match(source)
    at = separator.end() if separator else 0
    mark = separator[1] if separator else delimiter(source)
    ends = re.compile(rf"{re.escape(mark)}|\r\n|\n|\r")
    row, column = 1 + bool(separator), 1
    while at < len(source):
        field_span, quoted, after = _field(source, at, ends)
        yield Field(row, column, field_span, quoted)
        end = ends.match(source, after)
        if end is None:
            return
        row, column = (row, column + 1) if end[0] == mark else (row + 1, 1)
        at = end.end()


def delimiter(source: str) -> str:
    """The delimiter: of those that part the first lines alike, the one that does so most often."""
    lines = [line for line in _QUOTED.sub("", source[:_SAMPLE]).splitlines()[:50] if line.strip()]
    lines = lines[:-1] if len(source) > _SAMPLE and len(lines) > 1 else lines

    def strength(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        usual = max(set(counts) - {0}, key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(",;\t|", key=strength) if lines else ","


def _field(source: str, at: int, ends: re.Pattern[str]) -> tuple[Span, bool, int]:
    """A field that begins here: its range, whether it is quoted, and where its end mark stands."""
    if source[at] == '"':
        close = _close(source, at + 1)
        if close >= 0 and (close + 1 == len(source) or ends.match(source, close + 1)):
            return Span(at + 1, close), True, close + 1
    end = ends.search(source, at)
    last = end.start() if end else len(source)
    return Span(at, last), False, last


def _close(source: str, at: int) -> int:
    """The quote that closes a field; -1 where none does."""
    at = source.find('"', at)
    while at >= 0 and source.startswith('"', at + 1):
        at = source.find('"', at + 2)
    return at


def _text(source: str, field: Field) -> tuple[str, tuple[Piece, ...], tuple[int, ...]]:
    start, end = field.span
    text = source[start:end]
    if _CLEAN.fullmatch(text) and '""' not in text:
        return text, (Piece(0, len(text), start, end),), ()
    prose = Prose()
    excerpt = Excerpt(source)
    while field.quoted and (quote := source.find('""', start, end)) >= 0:
        prose.take(excerpt, start, quote)
        prose.put('"', Span(quote, quote + 2))
        start = quote + 2
    prose.take(excerpt, start, end)
    return prose.finish()
