"""The cells of one Markdown table row."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it.common.utils import MD_TRIM_CHARS

from ppid_lint.readers.excerpt import Excerpt

_PIPE = re.compile(r"(\\?)\|")


def row_cells(row: Excerpt) -> list[Excerpt]:
    """The row's cells, trimmed, `\\|` read as a pipe."""
    text = row.text
    start = len(text) - len(text.lstrip(MD_TRIM_CHARS))
    end = len(text.rstrip(MD_TRIM_CHARS))
    bounds = [start]
    escapes: list[list[int]] = [[]]
    for pipe in _PIPE.finditer(text, start, end):
        if pipe[1]:
            escapes[-1].append(pipe.start())
        else:
            bounds.append(pipe.end())
            escapes.append([])
    ranges = [(first, last - 1) for first, last in pairwise(bounds)] + [(bounds[-1], end)]
    cells = [(first, last, slashes) for (first, last), slashes in zip(ranges, escapes, strict=True)]
    if cells and cells[0][0] == cells[0][1]:
        del cells[0]
    if cells and cells[-1][0] == cells[-1][1]:
        del cells[-1]
    return [_cell(row, first, last, slashes) for first, last, slashes in cells]


def _cell(row: Excerpt, first: int, last: int, slashes: list[int]) -> Excerpt:
    raw = row.text[first:last]
    first += len(raw) - len(raw.lstrip(MD_TRIM_CHARS))
    last = max(last - (len(raw) - len(raw.rstrip(MD_TRIM_CHARS))), first)
    starts, sources, parts = [0], [row.source(first)], []
    at = first
    for slash in slashes:
        parts.append(row.text[at:slash])
        at = slash + 1
        starts.append(sum(map(len, parts)) if len(parts) < 2 else starts[-1] + len(parts[-1]))
        sources.append(row.source(at))
    parts.append(row.text[at:last])
    return Excerpt("".join(parts), tuple(starts), tuple(sources))
