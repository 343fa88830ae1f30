"""A page being read: tags and text go in, blocks and comments with their places come out.

Both markup formats feed it: HTML its tags, Markdown what its marks mean in HTML.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from ppid_lint.document import Block, Comment, Piece, Role
from ppid_lint.readers.elements import BREAKS, CELLS, ITEMS
from ppid_lint.readers.grid import Grid
from ppid_lint.readers.inline import Inline
from ppid_lint.readers.nesting import Frame, Nesting, Waiting
from ppid_lint.readers.prose import Prose
from ppid_lint.text import Span

_DIRECTIVE = "ppid-lint:"


class Value(NamedTuple):
    """An attribute's value or another text beside the prose, decoded."""

    name: str
    prose: Prose
    shown: bool


class Page:
    """Collects blocks; `finish` gives them."""

    def __init__(self, blocks: Iterable[Block] = (), *, grounded: bool = True) -> None:
        self.blocks = list(blocks)
        self.grounded = grounded  # whether text may stand on another colour than white
        self.nesting = Nesting()
        self.prose = Prose()
        self.values: list[Value] = []
        self._inline = Inline()
        self._broken = 0  # length of the text after its last line break
        self._section = ""
        self._grids = 0
        self._texts: dict[int, dict[int, list[int]]] = {}  # table -> place -> its blocks
        self._comments: list[Comment] = []
        self._ahead: list[Waiting] = []  # comments before the next block
        self._within: list[Waiting] = []  # comments inside the text being read

    def open(
        self,
        name: str,
        values: Iterable[Value] = (),
        *,
        hidden: bool = False,
        width: int = 1,
        height: int = 1,
    ) -> None:
        """An opening tag; `width` and `height` are the spans of a cell."""
        if name in BREAKS:
            self.flush()
            self._pop(self.nesting.implied(name))
        elif hidden:
            self.flush()
        frame = self.nesting.push(name, hidden=hidden, first=len(self.blocks))
        if frame:
            self._enter(frame, width, height)
        elif name == "code":
            self._open_code()
        self.values.extend(values)

    def close(self, name: str) -> None:
        """An end tag; one that ends nothing only breaks the text where a block's would."""
        depth = self.nesting.closing(name)
        if name in BREAKS or depth:
            self.flush()
        self._pop(depth)
        if name == "code":
            self._inline.close_code(len(self.prose))

    def line_break(self, span: Span) -> None:
        """A line end that the author set; a second one with nothing between ends the block."""
        if self._broken == len(self.prose) > 0:
            self.flush()
            return
        self.prose.line_break(span)
        self._broken = len(self.prose)

    def link(self, target: str, source: Span) -> None:
        """The start of a link's text."""
        self.end_link()
        self._inline.open_link(target, source, len(self.prose))

    def end_link(self) -> None:
        self._inline.close_link(len(self.prose))

    def image(self, target: str, source: Span, values: Iterable[Value] = ()) -> None:
        self._inline.image(target, source, len(self.prose))
        self.values.extend(values)

    def comment(self, text: str, span: Span, inside: Prose) -> None:
        """A comment; one that does not speak to this program is also a hidden block."""
        number = len(self._comments)
        self._comments.append(Comment(text, span, range(0)))
        row = self.nesting.nearest("tr")
        if row:
            row.comments.append(Waiting(number, row.first))
        elif len(self.prose):
            self._within.append(Waiting(number, len(self.blocks)))
        else:
            self._ahead.append(Waiting(number, len(self.blocks)))
        if not text.strip().startswith(_DIRECTIVE):
            self.values.append(Value("comment", inside, shown=False))

    def flush(self) -> None:
        """Ends the block being read."""
        if not len(self.prose) and not self.values:
            return
        text, pieces, breaks = self.prose.finish()
        frame = self.nesting.top
        met = any(value.shown for value in self.values)
        if text:
            self._add(frame, text, pieces, breaks)
            met = True
        for value in self.values:
            self._add_value(value, frame)
        self.values.clear()
        if met:
            self._cover(self._ahead + self._within)
            self._ahead.clear()
            self._within.clear()
        self.prose = Prose()
        self._inline.next_block()

    def finish(self) -> tuple[tuple[Block, ...], tuple[Comment, ...]]:
        """The blocks and comments read; what is still open ends here."""
        self.flush()
        self._pop(len(self.nesting.frames) - 1)
        return tuple(self.blocks), tuple(self._comments)

    def _enter(self, frame: Frame, width: int, height: int) -> None:
        if frame.name == "table":
            self._grids += 1
            frame.grid = Grid(self._grids)
            self._texts[self._grids] = {}
        elif frame.name == "tr" and frame.grid:
            frame.grid.start_row()
        elif frame.name in CELLS and frame.grid:
            head = frame.name == "th" or self.nesting.nearest("thead") is not None
            frame.place = frame.grid.start_cell(width=width, height=height, head=head)
        if frame.name in ITEMS or frame.name in ("tr", "table"):
            frame.comments.extend(self._ahead)
            self._ahead.clear()

    def _open_code(self) -> None:
        """Inline code, or the code block that `<pre><code>` is."""
        frame = self.nesting.top
        if frame.name == "pre" and not len(self.prose) and frame.role is not Role.HIDDEN:
            self.prose = Prose(collapse=False)
            if frame.role is not Role.CELL:
                frame.role = Role.CODE
        else:
            self._inline.open_code(len(self.prose))

    def _pop(self, depth: int) -> None:
        for _ in range(depth):
            frame = self.nesting.pop()
            self._cover(frame.comments)
            if frame.name == "table" and frame.grid:
                self._place_cells(frame.grid)

    def _place_cells(self, grid: Grid) -> None:
        """Gives the blocks of a table that is complete their coordinates and heads."""
        indexes = self._texts.pop(grid.number)
        texts = {place: " ".join(self.blocks[index].text for index in at) for place, at in indexes.items()}
        for place, cell in enumerate(grid.cells(texts)):
            for index in indexes.get(place, ()):
                self.blocks[index] = replace(self.blocks[index], cell=cell)

    def _cover(self, comments: Iterable[Waiting]) -> None:
        for number, first in comments:
            self._comments[number] = self._comments[number]._replace(covers=range(first, len(self.blocks)))

    def _add(self, frame: Frame, text: str, pieces: tuple[Piece, ...], breaks: tuple[int, ...]) -> None:
        if frame.role is Role.HEADING:
            self._section = text
        if frame.role is Role.CELL and frame.grid:
            self._texts[frame.grid.number].setdefault(frame.place, []).append(len(self.blocks))
        self.blocks.append(
            Block(
                frame.role,
                text,
                pieces,
                level=frame.level,
                name=frame.label,
                links=self._inline.links(len(self.prose), len(text)),
                code=self._inline.code(len(self.prose), len(text)),
                breaks=breaks,
                section=self._section if frame.role is not Role.HEADING else "",
            )
        )

    def _add_value(self, value: Value, frame: Frame) -> None:
        text, pieces, breaks = value.prose.finish()
        if text:
            shown = value.shown and frame.role is not Role.HIDDEN
            role = Role.ATTRIBUTE if shown else Role.HIDDEN
            self.blocks.append(
                Block(role, text, pieces, name=value.name, breaks=breaks, section=self._section)
            )
