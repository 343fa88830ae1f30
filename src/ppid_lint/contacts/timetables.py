"""Service hours spread over lines, some days in each: held against the directory together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.comparison import Verdict
from ppid_lint.contacts.hours import part_of_hours
from ppid_lint.contacts.sighting import Sighting

_NEIGHBOUR = 4  # blocks between two lines of one timetable


def with_timetables(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The sightings, lines of a timetable that are right for their days no longer taken for wrong hours."""
    blocks = [item.block for item in sightings if item.channel.kind is Kind.HOURS]
    return [
        replace(item, comparison=replace(item.comparison, verdict=Verdict.EXACT))
        if _is_line(item, blocks) and _right_for_its_days(item)
        else item
        for item in sightings
    ]


def _is_line(item: Sighting, blocks: Sequence[int]) -> bool:
    """Whether other lines of hours stand around it."""
    if item.channel.kind is not Kind.HOURS or item.comparison.verdict is not Verdict.NEAR:
        return False
    return any(other != item.block and abs(other - item.block) <= _NEIGHBOUR for other in blocks)


def _right_for_its_days(item: Sighting) -> bool:
    known = item.comparison.known
    return known is not None and part_of_hours(item.channel.value, known.value)
