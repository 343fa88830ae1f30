"""A draft as its readers see it: blocks of prose that remember which source characters they came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from ppid_lint.text import Span


class Role(StrEnum):
    """What a block is to its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # one list item, its nested blocks apart
    CELL = "cell"  # one table cell
    QUOTE = "quote"  # a paragraph inside a block quotation
    CODE = "code"  # a code block, shown as it stands
    ATTRIBUTE = "attribute"  # an attribute readers meet: link target, alt text, title
    HIDDEN = "hidden"  # in the file, not on the page: comment, front matter, meta, other attributes


class Piece(NamedTuple):
    """A run of block text and the source it came from; where the lengths agree it was taken verbatim."""

    start: int  # in the block's text
    end: int
    source_start: int
    source_end: int


class Cell(NamedTuple):
    """Where a table cell stands, counted from 1; `header` is the text of its column's head ('' if none)."""

    table: int
    row: int
    column: int
    header: str
    is_header: bool


class Link(NamedTuple):
    """A link or an image: the span of its text in the block, and its target with its place in the source."""

    span: Span
    target: str
    target_source: Span
    image: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of a draft: a heading, a paragraph, a list item, a table cell…

    `text` is what a reader sees: entities and escapes decoded, soft breaks and no-break spaces as
    spaces, zero-width characters and soft hyphens gone. `pieces` lie in order and cover all of it.
    """

    role: Role
    text: str
    pieces: tuple[Piece, ...]
    level: int = 0  # of a heading, 1-6; of a list item, its depth
    name: str = ""  # of an attribute or hidden block: "href", "alt", "comment", "front-matter"…
    cell: Cell | None = None
    links: tuple[Link, ...] = ()
    code: tuple[Span, ...] = ()  # inline code in the text
    breaks: tuple[int, ...] = ()  # offsets of spaces that stand for a line break of the source
    section: str = ""  # text of the nearest heading above
    location: Mapping[str, int | str] | None = None  # for formats without a text source: page, sheet, cell…

    def source_span(self, start: int, end: int) -> Span:
        """The source span of a range of the text: the smallest that holds all its characters."""
        if start >= end:
            point = self._source_start(start)
            return Span(point, point)
        return Span(self._source_start(start), self._source_end(end))

    def verbatim(self, start: int, end: int) -> bool:
        """Whether the range is one unbroken run of the source, so that an edit touches nothing else."""
        piece = self.pieces[self._piece_at(start)] if self.pieces else None
        return (
            piece is not None
            and end <= piece.end
            and piece.end - piece.start == piece.source_end - piece.source_start
        )

    def source_runs(self, start: int, end: int) -> Iterator[tuple[Span, int]]:
        """The source spans that a range came from, piece by piece, and how many characters each gave."""
        for piece in self.pieces[self._piece_at(start) :] if self.pieces else ():
            if piece.start >= end:
                return
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                yield self.source_span(first, last), last - first

    def line(self, offset: int) -> Span:
        """The range of the text that stands on the same source line as the offset."""
        index = bisect_right(self.breaks, offset)
        start = self.breaks[index - 1] + 1 if index else 0
        return Span(start, self.breaks[index] if index < len(self.breaks) else len(self.text))

    def _piece_at(self, offset: int) -> int:
        if len(self.pieces) < 2:
            return 0
        return max(bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1, 0)

    def _source_start(self, offset: int) -> int:
        if not self.pieces:
            return 0
        piece = self.pieces[self._piece_at(offset)]
        if piece.end - piece.start == piece.source_end - piece.source_start:
            return min(piece.source_start + offset - piece.start, piece.source_end)
        return piece.source_start if offset < piece.end else piece.source_end

    def _source_end(self, offset: int) -> int:
        piece = self.pieces[self._piece_at(offset - 1)]
        if piece.end - piece.start == piece.source_end - piece.source_start:
            return min(piece.source_start + offset - piece.start, piece.source_end)
        return piece.source_end


class Comment(NamedTuple):
    """A comment of the source: its text, its span, and the blocks it stands before.

    `covers` is the range of block indexes of the next block, table row or list item
    (with all its cells or nested blocks); empty at the end of the draft.
    """

    text: str
    span: Span
    covers: range


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded draft and its blocks, in source order."""

    source: str
    format: str  # "text", "markdown", "html", "csv"; "docx", "xlsx", "pdf"
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)  # front matter, scalars only
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()  # parts that could not be read: errors of the file

    @property
    def has_lines(self) -> bool:
        """Whether places in it are lines and columns of a text source; else each block has a location."""
        return self.format in _WITH_LINES


_WITH_LINES = frozenset({"text", "markdown", "html", "csv"})
