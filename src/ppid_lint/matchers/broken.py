"""Numbers that the lines of a plain text break: *NIK:* on one line, the digits on each of the next two."""

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
    """What stands behind the label and on the lines after it, as long as it is digits alone."""
    own = _PART.fullmatch(draft.folded(index), at)
    if own is None and _EMPTY.fullmatch(draft.folded(index), at) is None:
        return ()
    parts = [Value(index, *own.span(1))] if own else []
    for line in range(index + 1, min(index + 1 + _MOST_LINES, len(draft.blocks))):
        found = _PART.fullmatch(draft.folded(line))
        if found is None or draft.blocks[line].role is not draft.blocks[index].role:
            break
        parts.append(Value(line, *found.span(1)))
    return tuple(parts)


def _count(draft: Draft, part: Value) -> int:
    return sum(map(str.isdigit, draft.blocks[part.block].text[part.start : part.end]))
