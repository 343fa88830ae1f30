"""Labels and values in turn: *NIK, NPWP, dan rekening Slamet berturut-turut 3573…, 09.25…, dan 0034…*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ppid_lint.matchers.surroundings import sentence_ends
from ppid_lint.phrases import PhraseHit

_REACH = 160  # code points between the word that tells of turns and a value
_IN_TURN = re.compile(r"\b(?:berturut-turut|masing-masing|secara berurutan|respectively)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\w*\d(?:[.\- ]?\d){3,}")
_PARTED = re.compile(r",|;|/|\b(?:dan|serta|and)\b")

Heard = tuple[PhraseHit, str]


def in_turn(text: str, heard: Iterable[Heard], start: int) -> Sequence[Heard] | None:
    """The labels whose turn it is at the value at an offset; None where nothing is told in turn."""
    low = max(start - _REACH, 0)
    marks = [match.span() for match in _IN_TURN.finditer(text, low, start)]
    if not marks or any(sentence_ends(text, marks[-1][1], start)):
        return None
    turn = sum(1 for _ in _NUMBER.finditer(text, marks[-1][1], start))
    groups = _parted(text, sorted((one for one in heard if one[0].end <= marks[-1][0]), key=_start))
    return groups[turn] if turn < len(groups) > 1 else None


def _parted(text: str, heard: Sequence[Heard]) -> list[list[Heard]]:
    """The labels in order, those together between which nothing parts two."""
    groups: list[list[Heard]] = []
    for one in heard:
        if groups and _PARTED.search(text, groups[-1][-1][0].end, one[0].start) is None:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _start(one: Heard) -> int:
    return one[0].start
