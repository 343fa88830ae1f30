"""Numbers that lines break: *NIK 3573 0123* at the end of one, *0978 0004* at the beginning of the next."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ppid_lint.draft import SHOWN, Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.evidence import Value
from ppid_lint.people.lines import separator

_MOST_LINES = 3
_REST = 28  # code points of a label behind its first words
_PART = re.compile(r"\s*[:=]?\s*(\d(?:[ .-]?\d){1,15})\s*")
_LAST = re.compile(
    r"(?:[^\d.;!?]{0,32}[\s:=(])?\s*(\d(?:[ .-]?\d){1,15})[\s-]*"
)  # some words may stand before it
_FIRST = re.compile(r"(\d(?:[ .-]?\d){1,15})(?![.\d/-]*\w)")
_EMPTY = re.compile(r"\s*[:=]?\s*")


def broken_values(draft: Draft, labels: Lexicon, digits: Collection[int]) -> Iterator[tuple[Value, ...]]:
    """The parts, each in its own block, of numbers that have one of these counts of digits in all."""
    for index, hit in draft.phrases(labels, SHOWN):
        if draft.blocks[index].cell is None:
            parts = _parts(draft, index, _label_end(draft, index, hit.end))
            if len(parts) > 1 and sum(_count(draft, part) for part in parts) in digits:
                yield parts


def _label_end(draft: Draft, index: int, at: int) -> int:
    """Where a label ends, with the words before its colon: *NIK istri :*."""
    apart = separator(draft.folded(index), at, min(at + _REST, len(draft.folded(index))))
    rest = draft.folded(index)[at : apart.start] if apart else ""
    return apart.end if apart and not any(map(str.isdigit, rest)) else at


def _parts(draft: Draft, index: int, at: int) -> tuple[Value, ...]:
    """What stands behind the label at the end of its line, and at the beginning of the lines after it."""
    own = _LAST.fullmatch(draft.folded(index), at)
    if own is None and _EMPTY.fullmatch(draft.folded(index), at) is None:
        return ()
    parts = [Value(index, *own.span(1))] if own else []
    for line in range(index + 1, min(index + 1 + _MOST_LINES, len(draft.blocks))):
        whole, first = _PART.fullmatch(draft.folded(line)), _FIRST.match(draft.folded(line))
        found = whole or (first if parts else None)
        if found is None or draft.blocks[line].role is not draft.blocks[index].role:
            break
        parts.append(Value(line, *found.span(1)))
        if whole is None:
            break
    return tuple(parts)


def _count(draft: Draft, part: Value) -> int:
    return sum(map(str.isdigit, draft.blocks[part.block].text[part.start : part.end]))
