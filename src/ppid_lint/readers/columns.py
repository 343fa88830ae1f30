"""Tables set with pipes, tabs or aligned spaces in plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_GAP = re.compile(r"(?: {2,}|[ ]*\t[ \t]*)")
_RULE = re.compile(r"[\s|+:=_-]+")
_WIDEST = 80  # characters of a cell set with spaces; longer is prose


class Row(NamedTuple):
    """One line's cells: (column from 0, start, end) in the line; `kind` is the separator."""

    line: int
    kind: str
    cells: tuple[tuple[int, int, int], ...]


class Columns(NamedTuple):
    """A table: its lines, its rows, and whether a ruled line under the first row marks it as the head."""

    first: int
    last: int  # index of the line after it
    rows: tuple[Row, ...]
    ruled: bool


def find_columns(lines: Sequence[str], plain: Sequence[bool]) -> list[Columns]:
    """The tables among the lines; `plain` says which lines may belong to one."""
    tables = []
    at = 0
    while at < len(lines):
        head = _split(lines[at], at) if plain[at] and _is_parted(lines[at]) else None
        table = _table(lines, plain, head) if head else None
        if table:
            tables.append(table)
        at = table.last if table else at + 1
    return tables


def _is_parted(line: str) -> bool:
    return "|" in line or "  " in line or "\t" in line


def _table(lines: Sequence[str], plain: Sequence[bool], head: Row) -> Columns | None:
    """The table that a first row opens."""
    rows = [head]
    ruled = False
    at = head.line + 1
    while at < len(lines) and (plain[at] or head.kind == "|"):
        if _is_rule(lines[at], head.kind):
            ruled = ruled or len(rows) == 1
        else:
            row = _like(head, lines[at], at)
            if not row:
                break
            rows.append(row)
        at += 1
    whole = sum(len(row.cells) == len(head.cells) for row in rows)
    return Columns(head.line, at, tuple(rows), ruled) if whole > 1 else None


def _is_rule(line: str, kind: str) -> bool:
    return ("-" in line or "=" in line or "_" in line) and bool(_RULE.fullmatch(line)) and len(line) > 2


def _split(line: str, number: int) -> Row | None:
    """The line's cells by the separator it shows, at least two; None if it shows none."""
    if "|" in line:
        kind, cells = "|", _by_mark(line, "|")
    elif "\t" in line.strip():
        kind, cells = "\t", _by_mark(line, "\t")
    else:
        kind, cells = " ", _by_gap(line)
        if any(end - start > _WIDEST for _, start, end in cells):
            return None
    return Row(number, kind, tuple(cells)) if sum(end > start for _, start, end in cells) > 1 else None


def _by_mark(line: str, mark: str) -> list[tuple[int, int, int]]:
    start, end = (len(line) - len(line.lstrip()), len(line.rstrip())) if mark == "|" else (0, len(line))
    start += mark == "|" and line.startswith("|", start)
    end -= mark == "|" and end > start and line[end - 1] == "|"
    bounds = [
        start,
        *(match.end() for match in re.finditer(re.escape(mark), line[:end]) if match.start() >= start),
        end + 1,
    ]
    return [(column, *_trim(line, first, last - 1)) for column, (first, last) in enumerate(pairwise(bounds))]


def _by_gap(line: str) -> list[tuple[int, int, int]]:
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    cells: list[tuple[int, int, int]] = []
    for gap in _GAP.finditer(line, start, end):
        cells.append((len(cells), start, gap.start()))
        start = gap.end()
    return [*cells, (len(cells), start, end)]


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    text = line[start:end]
    first = start + len(text) - len(text.lstrip())
    return first, max(start + len(text.rstrip()), first)


def _like(head: Row, line: str, number: int) -> Row | None:
    """The line as a row under the head; None if it does not agree with it."""
    if head.kind == " ":
        return _aligned(head, line, number) if "\t" not in line and "|" not in line else None
    if head.kind not in line:
        return None
    cells = _by_mark(line, head.kind)
    if len(cells) != len(head.cells) and head.kind == "\t":
        cells = _by_gap(line)
    return Row(number, head.kind, tuple(cells)) if len(cells) == len(head.cells) else None


def _aligned(head: Row, line: str, number: int) -> Row | None:
    """Each cell goes to the column it is flush with, left or right; two at least must be."""
    cells: list[tuple[int, int, int]] = []
    left = 0
    for _, start, end in _by_gap(line):
        column = next(
            (
                index
                for index, (_, first, last) in enumerate(head.cells[left:], start=left)
                if abs(start - first) <= 1 or end == last
            ),
            None,
        )
        if column is None:
            return None
        cells.append((column, start, end))
        left = column + 1
    return Row(number, " ", tuple(cells)) if len(cells) > 1 else None
