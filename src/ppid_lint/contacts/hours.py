"""Finds service hours: `Senin s.d. Kamis pukul 08.00-15.30 WIB, Jumat 08.00-16.00`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import re2

from ppid_lint.contacts.channel import Channel, Kind, Part
from ppid_lint.contacts.claims import Claims
from ppid_lint.contacts.day_names import DAY, DAYS_SAID, days_of
from ppid_lint.contacts.spoken_hours import TO, spoken_times
from ppid_lint.text import Span

_CLOCK = r"([0-2]?[0-9])(?:[.:]([0-5][0-9]))?"
_ZONE = r"(?: ?(?:WIB|WITA|WIT))?"
_GAP = (
    r"(?P<gap>(?: ?[(][^()0-9]{1,24}[)])?"
    r"(?: ?[:,(|–-]? ?(?:setiap |dari |mulai |from |buka |layanan |pelayanan |open )?"
    r"(?:pukul|pkl\.?|jam|at)?[ :.]*))"
)
_SETTING = r" ?[,(|]? ?(?:setiap |tiap |pada |on |every |from )?"
_GROUP = re2.compile(
    rf"(?i){DAYS_SAID}{_GAP}"
    rf"(?P<times>{_CLOCK}{_ZONE}{TO}(?:pukul )?{_CLOCK}|24 jam|24 hours)"
    rf"(?:(?: ?,? ?(?:dan|&|,) ?)(?P<more>{_CLOCK}{TO}{_CLOCK}))?(?: ?(?P<zone>WIB|WITA|WIT))?\b"
)
_LABELLED = re2.compile(
    r"(?i)\b(?P<label>(?:jam|waktu) (?:layanan|pelayanan|kerja|operasional|buka|kunjungan)|(?:service|office"
    r"|opening) hours|buka|loket)"
    rf"[^0-9.]{{0,40}}?(?P<times>{_CLOCK}{_ZONE}{TO}(?:pukul )?{_CLOCK})(?: ?(?P<zone>WIB|WITA|WIT))?\b"
)
_CUE = re2.compile(
    r"(?i)\b(?:jam|waktu|hari) (?:layanan|pelayanan|kerja|operasional|buka|kunjungan)|\bbuka\b|\bloket\b"
    r"|melayani|pelayanan"
    r"|layanan|hours|\bopen\b|\bjadwal (?:imunisasi|praktik|periksa|konsultasi|pengambilan|dokter|poli)"
)
_BEFORE = re2.compile(rf"(?i){DAYS_SAID}{_GAP}$")
_AFTER = re2.compile(rf"(?i)^{_ZONE}{_SETTING}{DAYS_SAID}\b")
_WEEKLY = re2.compile(  # a round that comes each week, the place between day and time
    rf"(?i)\b(?:tiap|setiap) (?:hari )?{DAY}\b[^.]{{0,90}}?(?:pukul|jam)"
    rf" (?P<times>{_CLOCK}{_ZONE}{TO}{_CLOCK})"
)
_TURNED = re2.compile(  # the times before the days: `08.00-15.00 WIB, Senin-Jumat`
    rf"(?i)\b(?P<times>{_CLOCK}{_ZONE}{TO}(?:pukul )?{_CLOCK}){_ZONE}{_SETTING}{DAYS_SAID}\b"
)
_GENERAL = re2.compile(r"(?i)hari kerja|setiap hari|senin|monday|weekdays|every day")
_MAY_TELL = re2.compile(  # no hours are without one of these
    r"(?i)senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun|hari|day|daily"
    r"|jam|waktu|hours|buka|loket|pukul|[ap]\.?m\b|in the |noon"
)
_NEAR = 60
_LEADING = frozenset({"hari", "khusus", "pada", "untuk", "setiap", "dan", "sedangkan", "adapun", "on"})


class Period(NamedTuple):
    """Some days of the week (1 is Monday) and minutes of the day."""

    days: tuple[int, ...]
    start: int
    end: int


class _Found(NamedTuple):
    span: Span
    periods: tuple[Period, ...]
    parts: tuple[Part, ...]
    known: bool  # several days, or beside a word for service hours


def find_hours(text: str) -> tuple[Channel, ...]:
    """The service hours of a text; neighbouring day groups are one channel.

    A single day with times counts beside another group or a word for service hours: else it is an event.
    """
    if not _MAY_TELL.search(text):
        return ()
    found = _groups(text)
    claims = Claims(group.span for group in found)
    found += [other for other in _turned(text) if not claims.touch(other.span)]
    claims = Claims(group.span for group in sorted(found))
    found += [other for other in _labelled(text) if not claims.touch(other.span)]
    clusters: list[list[_Found]] = []
    for group in sorted(found):
        if clusters and _goes_on(text[clusters[-1][-1].span.end : group.span.start]):
            clusters[-1].append(group)
        else:
            clusters.append([group])
    told = [_channel(text, cluster) for cluster in clusters if any(group.known for group in cluster)]
    told += [*_spoken(text, claims), *_weekly(text, Claims(channel.span for channel in told))]
    return tuple(sorted(told, key=lambda channel: channel.span))


def _weekly(text: str, claims: Claims) -> Iterator[Channel]:
    """Times of a round on certain days of each week, which no office hours could be held against."""
    for match in _WEEKLY.finditer(text):
        span = _place(match, "times")
        if not claims.touch(span):
            yield Channel(Kind.HOURS, match["times"], span, "")


def _goes_on(gap: str) -> bool:
    """Whether the days after a gap belong to the same hours: no other sentence begins in it."""
    words = gap.rpartition(". ")[2].lower().split() if ". " in gap else []
    return len(gap) <= _NEAR and all(word in _LEADING for word in words)


def _spoken(text: str, claims: Claims) -> Iterator[Channel]:
    """Service hours in words; those whose days are not said beside them cannot be compared."""
    for span, times in spoken_times(text):
        near = max(span.start - _NEAR, 0)
        before, said = text[near : span.start], _BEFORE.search(text[near : span.start])
        after = _AFTER.match(text[span.end : span.end + _NEAR]) if said is None else None
        told = said or after
        days = days_of(told["days"].lower()) if told is not None else ()
        cued = _CUE.search(text[near : span.end]) or _GENERAL.search(before) or (after and len(days) > 2)
        if cued and not claims.touch(span):
            value = hours_value((Period(days, *times),)) if times and len(days) > 2 else ""
            start = near + said.start() if said and value else span.start
            end = span.end + after.end() if after and value else span.end
            yield Channel(Kind.HOURS, text[start:end], Span(start, end), value)


def parse_hours(text: str) -> tuple[Period, ...]:
    """The periods of a text that is service hours and nothing else; () if it holds none."""
    return tuple(period for group in _groups(text) or _labelled("buka " + text) for period in group.periods)


def whole_hours(text: str) -> tuple[Period, ...]:
    """The periods of a text that is one group of days with its times, and nothing else."""
    found = _groups(text) if _GROUP.fullmatch(text) else []
    return found[0].periods if found else ()


def hours_value(periods: tuple[Period, ...]) -> str:
    """Their normal form, day by day: "1 08:00-16:00;2 08:00-16:00"; "*" stands for days not said."""
    spans: dict[str, set[tuple[int, int]]] = {}
    for period in periods:
        for day in period.days or (0,):
            spans.setdefault(str(day or "*"), set()).add((period.start, period.end))
    return ";".join(
        f"{day} {','.join(f'{_clock(start)}-{_clock(end)}' for start, end in sorted(times))}"
        for day, times in sorted(spans.items())
    )


def same_hours(one: str, other: str) -> bool:
    """Whether two values say the same, breaks aside; one or two days alone need only agree with theirs.

    Times without days agree with those of any day.
    """
    left, right = _by_day(one), _by_day(other)
    if "*" in left or "*" in right:
        return bool(set(left.values()) & set(right.values()))
    few, many = sorted((left, right), key=len)
    if not few or (len(few) > 2 and len(few) != len(many)):
        return False
    return all(many.get(day) == times for day, times in few.items())


def part_of_hours(one: str, other: str) -> bool:
    """Whether a value says of its days what the other says of them; days it leaves out are no matter."""
    left, right = _by_day(one), _by_day(other)
    return "*" not in left and all(right.get(day) == times for day, times in left.items())


def _by_day(value: str) -> dict[str, str]:
    """From the first opening to the last closing of each day."""
    days = dict(day.split(" ", 1) for day in value.split(";") if " " in day)
    return {day: f"{times[:5]}-{times[-5:]}" for day, times in days.items()}


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _groups(text: str) -> list[_Found]:
    found = []
    for match in _GROUP.finditer(text):
        days = days_of(match["days"].lower())
        times = _times(match["times"])
        if times and days:
            span = Span(*match.span())
            cued = bool(_CUE.search(text[max(span.start - _NEAR, 0) : span.start]))
            parts = (
                Part("days", match["days"], _place(match, "days")),
                Part("times", match["times"], _place(match, "times")),
            )
            more = _times(match["more"]) if match["more"] else None
            periods = (Period(days, *times), *((Period(days, *more),) if more else ()))
            found.append(_Found(span, periods, parts, len(days) > 2 or cued))
    return found


def _turned(text: str) -> Iterator[_Found]:
    """Times that the days follow, which are several: with one day it is an event."""
    for match in _TURNED.finditer(text):
        days, times = days_of(match["days"].lower()), _times(match["times"])
        if times and len(days) > 2:
            part = Part("times", match["times"], _place(match, "times"))
            yield _Found(Span(*match.span()), (Period(days, *times),), (part,), True)


def _labelled(text: str) -> list[_Found]:
    found = []
    for match in _LABELLED.finditer(text):
        times = _times(match["times"])
        if times and not match["label"].isdigit():
            part = Part("times", match["times"], _place(match, "times"))
            found.append(
                _Found(Span(_place(match, "times").start, match.end()), (Period((), *times),), (part,), True)
            )
    return found


def _channel(text: str, groups: list[_Found]) -> Channel:
    span = Span(groups[0].span.start, groups[-1].span.end)
    value = hours_value(tuple(period for group in groups for period in group.periods))
    parts = tuple(part for group in groups for part in group.parts)
    return Channel(Kind.HOURS, text[span.start : span.end], span, value, parts)


def _place(match: Any, name: str) -> Span:
    return Span(*match.span(match.re.groupindex[name]))


def _times(text: str) -> tuple[int, int] | None:
    """The minutes of `08.00-15.30`; None for what is no range of a day."""
    if text.lower().startswith("24"):
        return 0, 24 * 60
    numbers = re2.search(rf"(?i)^{_CLOCK}{_ZONE}{TO}(?:pukul )?{_CLOCK}$", text)
    if numbers is None:
        return None
    start, end = (int(numbers[at]) * 60 + int(numbers[at + 1] or 0) for at in (1, 3))
    whole = numbers[2] or numbers[4]
    return (start, end) if whole and start < end <= 24 * 60 else None
