"""Columns of values in a listing, such as lines of CSV in a code block: the head of a value's column."""

from __future__ import annotations

import csv

from ppid_lint.document import Block, Role

_SEPARATORS = ";\t|,"
_LONGEST = 2000  # code points of a line that are read


def column_head(block: Block, start: int) -> str:
    """The head of the column that an offset of a listing stands in; "" where lines are no rows of one."""
    if block.role is not Role.CODE or block.cell is not None:
        return ""
    line, head = block.line(start), block.line(0)
    if line.start == 0 or head.end > _LONGEST or line.end - line.start > _LONGEST:
        return ""
    first, own = block.text[: head.end], block.text[line.start : line.end]
    separator = next((mark for mark in _SEPARATORS if mark in first), "")
    if not separator or any(map(str.isdigit, first)):
        return ""
    heads, fields = _fields(first, separator), _fields(own, separator)
    before = len(_fields(own[: start - line.start] + "-", separator)) - 1
    return heads[before].strip() if len(heads) == len(fields) and before < len(heads) else ""


def _fields(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])
