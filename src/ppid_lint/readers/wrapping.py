"""Hard-wrapped lines: whether a line end of plain text is a space or the end of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_NARROWEST = 60  # a draft whose lines are all shorter is not taken for wrapped
_WIDEST = 120  # longer lines are not wrapped by hand
_SLACK = 0.85  # of the width: a line that long was full
_LOCAL = 5  # lines from which a passage can have a width of its own
_INDENT = 8  # further spaces set a line apart: a signature, a centred line
_COLUMN = 25  # characters of the narrowest column


def measure(stanzas: Sequence[Sequence[str]]) -> int:
    """The width a draft is wrapped at, in characters; 0 if its paragraphs stand on one line each."""
    lengths = [len(line) for lines in stanzas for line in lines]
    inner = sorted(len(line) for lines in stanzas for line in lines[:-1] if len(line) <= _WIDEST)
    long = sum(length for length in lengths if length > _WIDEST)
    if long * 10 >= sum(lengths) * 3:
        return 0
    return max(inner[int(len(inner) * 0.95)] if inner else 0, _NARROWEST)


def local_width(lines: Sequence[str], width: int) -> int:
    """The width of a few lines: their own where nearly all are full (a narrow column), else the draft's.

    The first does not count: it may stand beside a label.
    """
    if len(lines) < _LOCAL:
        return width
    widest = max(map(len, lines[1:]))
    if not _COLUMN <= widest <= _WIDEST:
        return width
    full = sum(_full(before, after, widest) for before, after in pairwise(lines[1:]))
    return widest if full * 4 >= (len(lines) - 2) * 3 else width


def joins(before: str, after: str, width: int) -> bool:
    """Whether a line goes on in the next: it is full, or the next goes on in lower case."""
    if not width or (after[0].isspace() and _indent(after) > _indent(before) + _INDENT):
        return False
    if _full(before, after, width):
        return True
    return after.lstrip()[:1].islower() and before.rstrip()[-1:] not in ".!?:;"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _full(before: str, after: str, width: int) -> bool:
    """Whether the next line's first word had no room left."""
    room = width * _SLACK - len(before) - 1
    return room < 0 or len(after.lstrip()[: int(room) + 2].split(None, 1)[0]) > room
