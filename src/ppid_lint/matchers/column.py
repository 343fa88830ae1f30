"""Kind `column`: values in a table that are closed because of the head of their column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.excused import excused
from ppid_lint.matchers.record import row

_NOTHING = Lexicon("")
_BESIDE = 2  # blocks before and after a table that tell of it
_READ = PROSE | {Role.CELL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Cells under a head that holds a word of `heads`, where the draft tells `states` and not `unless`.

    `holds` are expressions of which the cell must hold one; without any, each that says something.
    `rows` are expressions of which another cell of its row must hold one: the name of a firm; `about`
    words of which another head of the table must hold one. `near` wants the state beside the table.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["column"] = "column"
    heads: Lexicon
    states: Lexicon = _NOTHING
    holds: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    about: Lexicon = _NOTHING
    near: bool = False
    unless: Lexicon = _NOTHING
    confidence: float = 0.85

    def needs(self) -> Needs:
        words = (self.heads, self.about, self.states, self.unless)
        return Needs(expressions=(*self.holds, *self.rows), words=words)

    def find(self, draft: Draft) -> Iterator[Match]:
        cells = list(self._cells(draft))
        if not cells or not self._is_closed(draft):
            return
        held, named = _holding(draft, self.holds), _holding(draft, self.rows)
        told: dict[int, bool] = {}
        for index in cells:
            if not self._concerns(draft, index, told):
                continue
            if self.rows and named.isdisjoint(row(draft, index)):
                continue
            text = draft.blocks[index].text
            if index in held if self.holds else any(char.isalnum() for char in text):
                yield Match(
                    block=index,
                    start=0,
                    end=len(text),
                    confidence=self.confidence,
                    evidence=("column header",),
                )

    def _cells(self, draft: Draft) -> Iterator[int]:
        """The cells under a head that holds a word; each head is read once, however long its column."""
        named: dict[str, bool] = {}
        for index, block in enumerate(draft.blocks):
            cell = block.cell
            if cell is None or cell.is_header or not cell.header or not block.text:
                continue
            if cell.header not in named:
                named[cell.header] = draft.header_has(index, self.heads)
            if named[cell.header]:
                yield index

    def _concerns(self, draft: Draft, index: int, told: dict[int, bool]) -> bool:
        """Whether the table is about what the rule is about, and its state told beside it if need be."""
        cell = draft.blocks[index].cell
        if self.near and cell is not None:
            if cell.table not in told:
                beside = _beside(draft, _table(draft, index, cell.table))
                told[cell.table] = any(draft.said(at, self.states) for at in beside)
            if not told[cell.table]:
                return False
        return not self.about or any(draft.header_has(at, self.about) for at in row(draft, index))

    def _is_closed(self, draft: Draft) -> bool:
        if any(not excused(draft, at, hit) for at, hit in draft.phrases(self.unless, _READ)):
            return False
        blocks = range(len(draft.blocks)) if not self.near else ()
        return not self.states or self.near or any(draft.said(at, self.states) for at in blocks)


def _table(draft: Draft, index: int, table: int) -> range:
    """The blocks of a cell's table."""
    start = end = index
    while start > 0 and _is_of(draft, start - 1, table):
        start -= 1
    while end + 1 < len(draft.blocks) and _is_of(draft, end + 1, table):
        end += 1
    return range(start, end + 1)


def _is_of(draft: Draft, index: int, table: int) -> bool:
    cell = draft.blocks[index].cell
    return cell is not None and cell.table == table


def _beside(draft: Draft, table: range) -> Iterator[int]:
    """The blocks of a table and those right before and after it."""
    yield from range(max(table.start - _BESIDE, 0), min(table.stop + _BESIDE, len(draft.blocks)))


def _holding(draft: Draft, expressions: Iterable[str]) -> set[int]:
    """The blocks that hold one of the expressions."""
    return {index for expression in expressions for index, _ in draft.hits(expression, _READ)}
