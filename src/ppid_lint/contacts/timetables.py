"""Service hours spread over lines, some days in each: held against the directory together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.hours import part_of_hours
from ppid_lint.contacts.sighting import Sighting
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.document import Block, Role

_NEIGHBOUR = 4  # blocks between two lines of one timetable


def with_timetables(sightings: Sequence[Sighting], blocks: Sequence[Block]) -> list[Sighting]:
    """The sightings, lines of a timetable that are right for their days no longer taken for wrong hours."""
    lines = [item.block for item in sightings if item.channel.kind is Kind.HOURS]
    return [
        replace(item, comparison=replace(item.comparison, verdict=Verdict.EXACT))
        if _is_line(item, lines, blocks) and _right_for_its_days(item)
        else item
        for item in sightings
    ]


def _is_line(item: Sighting, lines: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether it is an item or a cell, or other lines of hours stand around it."""
    if item.channel.kind is not Kind.HOURS or item.comparison.verdict is not Verdict.NEAR:
        return False
    if blocks[item.block].role in {Role.ITEM, Role.CELL}:
        return True
    return any(other != item.block and abs(other - item.block) <= _NEIGHBOUR for other in lines)


def _right_for_its_days(item: Sighting) -> bool:
    known = item.comparison.known
    return known is not None and part_of_hours(item.channel.value, known.value)
