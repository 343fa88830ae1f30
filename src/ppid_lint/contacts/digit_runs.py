"""Digit groups of a text that may belong to one number: `(021) 344 9230`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ppid_lint.contacts.claims import Claims
from ppid_lint.text import Span

_GROUP = re.compile(r"[0-9]+")
_JOINTS = frozenset(" .-‐‑–—()")
_LONGEST_GAP = 4
SPELT = 9  # digits one by one that are a phone without any label

Run = tuple[Span, ...]


def digit_runs(text: str, taken: Sequence[Span] = ()) -> list[Run]:
    """Rows of digit groups with nothing but spaces, dots, dashes and brackets between them.

    `taken` are ranges that belong to something else: links, e-mails.
    """
    runs: list[list[Span]] = []
    claims = Claims(taken)
    for match in _GROUP.finditer(text):
        group = Span(*match.span())
        if claims.hold(group.start):
            continue
        if runs and _joined(text, runs[-1][-1], group):
            runs[-1].append(group)
        else:
            runs.append([group])
    return [tuple(run) for run in runs]


def digits_of(text: str, groups: Sequence[Span]) -> str:
    """The digits of the groups, with the plus sign that leads them, if any."""
    plus = text[max(groups[0].start - 2, 0) : groups[0].start].strip("( ").endswith("+")
    return ("+" if plus else "") + "".join(text[group.start : group.end] for group in groups)


def written(text: str, groups: Sequence[Span]) -> Span:
    """The span of a number as written, its opening bracket and plus sign with it."""
    start, end = groups[0].start, groups[-1].end
    while start and text[start - 1] in "(+" and (text[start - 1] == "+" or ")" in text[start:end]):
        start -= 1
    return Span(start, end)


def is_spelt(groups: Sequence[Span]) -> bool:
    """Whether a number is written digit by digit."""
    return len(groups) >= SPELT and all(group.end - group.start == 1 for group in groups[:SPELT])


def _joined(text: str, left: Span, right: Span) -> bool:
    gap = text[left.end : right.start]
    if len(gap) > _LONGEST_GAP or not _JOINTS.issuperset(gap):
        return False
    return ". " not in gap and gap.count("-") < 2 and ("(" not in gap or text[left.start : left.end] == "62")
