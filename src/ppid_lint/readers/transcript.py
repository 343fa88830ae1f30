"""The text taken out of a format without a text source, and where in the file each piece of it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from ppid_lint.document import Block, Cell, Document, Link, Piece, Role
from ppid_lint.readers.excerpt import Excerpt
from ppid_lint.readers.prose import Prose
from ppid_lint.text import Span

Location = Mapping[str, int | str]

_CLEAN = re.compile(r"[!-~]+(?: [!-~]+)*")


class Origin(NamedTuple):
    """Where a piece of text stands: in an element's text or one of its attributes, from `start` on."""

    part: str
    element: Any
    attribute: str = ""
    start: int = 0


class Scrap(NamedTuple):
    """A piece of text and its origin; None where a mark such as a tab stands for it."""

    text: str
    origin: Origin | None = None


class Strip(NamedTuple):
    """A span of the extracted text and its origin."""

    span: Span
    origin: Origin


class Anchor(NamedTuple):
    """A link in a passage: its range of scraps, and its target."""

    first: int
    last: int
    target: tuple[Scrap, ...]


@dataclass(slots=True)
class Passage:
    """The scraps of one block in the making."""

    scraps: list[Scrap] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(scrap.text for scrap in self.scraps)


class Transcript:
    """Collects blocks; their texts, joined by line feeds, are the document's source."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.strips: list[Strip] = []
        self.notes: list[str] = []
        self.faults: list[str] = []
        self._parts: list[str] = []
        self._length = 0
        self._tables = 0  # of included documents

    def add(
        self,
        passage: Passage,
        role: Role,
        *,
        location: Location | None,
        level: int = 0,
        name: str = "",
        cell: Cell | None = None,
        section: str = "",
        skip: int = 0,
    ) -> int | None:
        """Appends a passage as a block, and a block for each link's target; gives the block's index.

        `skip` characters at its start are in the source but not in the block: a typed list mark.
        None where the passage is blank.
        """
        if all(not text or text.isspace() for text, _ in passage.scraps):
            return None
        sources = self._write(passage.scraps)
        text, pieces, breaks, marks = _read(passage.scraps, sources, skip)
        if not text:
            return None
        block = Block(role, text, pieces, level, name, cell, (), (), breaks, section, location)
        self.blocks.append(block)
        index = len(self.blocks) - 1
        if passage.anchors:
            links = tuple(self._link(anchor, marks, block) for anchor in passage.anchors)
            self.blocks[index] = replace(block, links=links)
        return index

    def include(self, document: Document, location: Location) -> None:
        """Appends a document read from a part of the file, such as a page; its tables are numbered on."""
        self._write([Scrap(document.source)])
        shift = self._length - len(document.source)
        first = self._tables
        for block in document.blocks:
            pieces = tuple(
                Piece(start, end, source + shift, source_end + shift)
                for start, end, source, source_end in block.pieces
            )
            cell = block.cell._replace(table=first + block.cell.table) if block.cell else None
            self._tables = max(self._tables, cell.table if cell else 0)
            self.blocks.append(replace(block, pieces=pieces, cell=cell, location=location))

    def document(self, format_: str) -> Document:
        return Document(
            "".join(self._parts),
            format_,
            tuple(self.blocks),
            notes=tuple(self.notes),
            faults=tuple(self.faults),
        )

    def _write(self, scraps: Sequence[Scrap]) -> list[int]:
        """Appends the scraps to the source; gives where each begins."""
        if self._length:
            self._parts.append("\n")
            self._length += 1
        starts = []
        for text, origin in scraps:
            starts.append(self._length)
            if origin is not None and text:
                self.strips.append(Strip(Span(self._length, self._length + len(text)), origin))
            self._parts.append(text)
            self._length += len(text)
        return starts

    def _link(self, anchor: Anchor, marks: list[int], block: Block) -> Link:
        """A link of a block; its target becomes a block of its own right after."""
        start, end = (min(marks[at], len(block.text)) for at in (anchor.first, anchor.last))
        role = Role.HIDDEN if block.role is Role.HIDDEN else Role.ATTRIBUTE
        place = self.add(
            Passage(list(anchor.target)), role, name="href", location=block.location, section=block.section
        )
        source = self.blocks[place].pieces if place is not None else ()
        target_source = Span(source[0].source_start, source[-1].source_end) if source else Span(0, 0)
        return Link(Span(start, end), "".join(scrap.text for scrap in anchor.target), target_source)


def cut(scraps: Sequence[Scrap], start: int, end: int) -> tuple[Scrap, ...]:
    """The scraps of a range of their joined text."""
    found = []
    at = 0
    for text, origin in scraps:
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            moved = origin._replace(start=origin.start + first) if origin else None
            found.append(Scrap(text[first:last], moved))
        at += len(text)
    return tuple(found)


def _read(
    scraps: Sequence[Scrap], sources: Sequence[int], skip: int
) -> tuple[str, tuple[Piece, ...], tuple[int, ...], list[int]]:
    """The text of a block, its pieces and breaks, and the length of the text before each scrap."""
    if len(scraps) == 1 and not skip and _CLEAN.fullmatch(scraps[0].text):
        text = scraps[0].text
        return text, (Piece(0, len(text), sources[0], sources[0] + len(text)),), (), [0, len(text)]
    prose = Prose()
    marks = []
    for scrap, source in zip(scraps, sources, strict=True):
        marks.append(len(prose))
        first = min(skip, len(scrap.text))
        skip -= first
        prose.take(Excerpt(scrap.text, (0,), (source,)), first, len(scrap.text))
    marks.append(len(prose))
    return (*prose.finish(), marks)
