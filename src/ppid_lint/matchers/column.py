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
from ppid_lint.matchers.record import row

_NOTHING = Lexicon("")
_READ = PROSE | {Role.CELL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Cells under a head that holds a word of `heads`, where the draft tells `states` and not `unless`.

    `holds` are expressions of which the cell must hold one; without any, each that says something.
    `rows` are expressions of which another cell of its row must hold one: the name of a firm.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["column"] = "column"
    heads: Lexicon
    states: Lexicon = _NOTHING
    holds: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    unless: Lexicon = _NOTHING
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs(expressions=(*self.holds, *self.rows), words=(self.heads, self.states, self.unless))

    def find(self, draft: Draft) -> Iterator[Match]:
        cells = list(self._cells(draft))
        if not cells or not self._is_closed(draft):
            return
        held, named = _holding(draft, self.holds), _holding(draft, self.rows)
        for index in cells:
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

    def _is_closed(self, draft: Draft) -> bool:
        if any(True for _ in draft.phrases(self.unless, _READ)):
            return False
        return not self.states or any(True for _ in draft.phrases(self.states, _READ))


def _holding(draft: Draft, expressions: Iterable[str]) -> set[int]:
    """The blocks that hold one of the expressions."""
    return {index for expression in expressions for index, _ in draft.hits(expression, _READ)}
