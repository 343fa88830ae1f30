"""Service hours whose days stand on one line and whose times on another: `Hari: Senin-Jumat`, `Pukul: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import re2

from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.hours import hours_value, whole_hours
from ppid_lint.document import Block
from ppid_lint.text import Span

_LONGEST = 60  # code points of a line that says nothing but days or times
_REACH = 3  # blocks between the two, the labels of a table among them
_CLOCK = re.compile(r"[0-9][.:][0-9]{2}")  # a cheap test, made of every short block
_LINE = re2.compile(r"(?i)^(?:[a-z ]{1,40}: ?|(?:pukul|pkl\.?|jam) )?(.+?)[ .,;]*$")
_TIMES = re2.compile(r"(?i)^(?:pukul |pkl\.? |jam )?[0-9]{1,2}[.:][0-9]{2}[^0-9]{1,20}[0-9]{1,2}[.:][0-9]{2}")
_SERVICE = re2.compile(r"(?i)\b(?:layanan|pelayanan|kerja|operasional|buka|kunjungan|loket|hours|open)\b")
_MANY = 4  # days that no event takes
_WEEK = 5  # days that are an office's week, and may be held against the directory


def split_hours(
    blocks: Sequence[Block], channels: Mapping[int, Sequence[Channel]]
) -> Iterator[tuple[int, Channel]]:
    """The times that belong to days on a line nearby, by block."""
    for index, block in enumerate(blocks):
        if len(block.text) > _LONGEST or not _CLOCK.search(block.text):
            continue
        if any(one.kind is Kind.HOURS for one in channels.get(index, ())):
            continue
        times = _LINE.match(block.text)
        if times is None or not _TIMES.match(times[1]):
            continue
        span = Span(*times.span(1))
        value = next(
            (value for near in _near(blocks, index) if (value := _value(near, block, times[1]))), None
        )
        if value is not None:
            yield index, Channel(Kind.HOURS, times[1], span, value.rstrip("?"))


def _near(blocks: Sequence[Block], index: int) -> Iterator[Block]:
    for distance in range(1, _REACH + 1):
        for at in (index - distance, index + distance):
            if 0 <= at < len(blocks) and len(blocks[at].text) <= _LONGEST:
                yield blocks[at]


def _value(days: Block, block: Block, times: str) -> str:
    """The value of days and times together, "?" where too little is said to compare; "" for no pair."""
    line = _LINE.match(days.text)
    periods = whole_hours(f"{line[1]} {times}") if line is not None else ()
    if not periods:
        return ""
    count = len(periods[0].days)
    serves = _SERVICE.search(f"{days.text} | {block.text} | {block.section}") is not None
    if count < _MANY and not serves:
        return ""
    return hours_value(periods) if count >= _WEEK else "?"
