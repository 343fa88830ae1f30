"""One sheet of a workbook: its cells under their columns' heads, and which of them are hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from ppid_lint.document import Cell, Role
from ppid_lint.readers.heads import Entry, placed
from ppid_lint.readers.markup import attribute, child
from ppid_lint.readers.transcript import Anchor, Origin, Passage, Scrap, Transcript
from ppid_lint.readers.xlsx_values import Values

_COLUMNS = 16_384  # of the widest sheet


class Held(NamedTuple):
    """A cell that is not blank: its element, and why it is hidden ('' where it is shown)."""

    element: Any
    hidden: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


class SheetReader:
    """Reads sheets into a transcript, one after the other; tables are numbered through."""

    def __init__(self, values: Values, transcript: Transcript) -> None:
        self._values = values
        self._transcript = transcript
        self._tables = 0

    def read(self, sheet: Sheet, root: Any, links: Mapping[str, Scrap]) -> None:
        """Appends a block for each cell that is not blank; `links` gives targets by cell."""
        rows: list[list[Entry]] = []
        held: list[Held] = []
        for row in self._rows(sheet, root):
            rows.append([entry for entry, _ in row])
            held += [cell for _, cell in row]
        entries = (entry for row in rows for entry in row)
        last = 0
        for entry, cell, place in zip(entries, held, placed(rows, _spanning(root)), strict=True):
            last = place.table
            self._add(sheet, entry, cell, place._replace(table=self._tables + place.table), links)
        self._tables += last

    def _add(self, sheet: Sheet, entry: Entry, held: Held, cell: Cell, links: Mapping[str, Scrap]) -> None:
        name = f"{column_letters(entry.column)}{entry.row}"
        passage = Passage([Scrap(entry.text, Origin(sheet.part, held.element))])
        if name in links:
            passage.anchors.append(Anchor(0, 1, (links[name],)))
        self._transcript.add(
            passage,
            Role.HIDDEN if held.hidden else Role.CELL,
            name=held.hidden,
            cell=cell,
            section=sheet.name,
            location={"sheet": sheet.name, "cell": name},
        )

    def _rows(self, sheet: Sheet, root: Any) -> Iterator[list[tuple[Entry, Held]]]:
        """The rows that hold anything."""
        columns = _hidden_columns(root)
        by_default = attribute(_or_empty(root, "x:sheetFormatPr"), "zeroHeight") in ("1", "true")
        number = 0
        for row in _or_empty(root, "x:sheetData"):
            stated = row.get("r") or ""
            number = int(stated) if stated.isdecimal() and len(stated) < 9 else number + 1
            hidden = "hidden-sheet" if sheet.hidden else "hidden-row" if _is_hidden(row, by_default) else ""
            found = list(self._entries(row, number, hidden, columns))
            if found:
                yield found

    def _entries(
        self, row: Any, number: int, hidden: str, columns: frozenset[int]
    ) -> Iterator[tuple[Entry, Held]]:
        column = 0
        for cell in row:
            column = column_number((cell.get("r") or "").rstrip("0123456789")) or column + 1
            if not len(cell):
                continue
            value = self._values.value(cell)
            if value.text.strip():
                why = hidden or ("hidden-column" if column in columns else "hidden" if value.hidden else "")
                yield Entry(number, column, value.text, value.number), Held(cell, why)


@lru_cache(maxsize=_COLUMNS)
def column_letters(number: int) -> str:
    """The letters that name a column, counted from 1: 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=_COLUMNS)
def column_number(letters: str) -> int:
    """The number, from 1, of the column that letters name; 0 where they name none."""
    if not (letters.isascii() and letters.isalpha() and len(letters) < 4):
        return 0
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _is_hidden(row: Any, by_default: bool) -> bool:
    said = row.get("hidden")
    return said in ("1", "true") or row.get("ht") == "0" or (by_default and said is None)


def _hidden_columns(root: Any) -> frozenset[int]:
    found: set[int] = set()
    for item in _or_empty(root, "x:cols"):
        if item.get("hidden") in ("1", "true") or item.get("width") == "0":
            first, last = (item.get(key) or "" for key in ("min", "max"))
            if first.isdecimal() and last.isdecimal():
                found.update(range(int(first[:6]), min(int(last[:6]), _COLUMNS) + 1))
    return frozenset(found)


def _spanning(root: Any) -> frozenset[int]:
    """The rows in which a merged cell begins that reaches into the next row."""
    found: set[int] = set()
    for item in _or_empty(root, "x:mergeCells"):
        first, _, last = (item.get("ref") or "").partition(":")
        top, bottom = (name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for name in (first, last))
        if top.isdecimal() and bottom.isdecimal() and len(bottom) < 8:
            found.update(range(int(top), min(int(bottom), int(top) + 3)))
    return frozenset(found)


def _or_empty(root: Any, name: str) -> Any:
    found = child(root, name)
    return found if found is not None else root.makeelement("none")
