"""Holds a channel against the directory."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ppid_lint.contacts.channel import DIALLED, Channel, Kind
from ppid_lint.contacts.compare_address import compare_address
from ppid_lint.contacts.compare_links import compare_email, compare_social, compare_url
from ppid_lint.contacts.comparison import Comparison, Question, known_value
from ppid_lint.contacts.directory import Entry
from ppid_lint.contacts.edit_distance import one_edit
from ppid_lint.contacts.hours import same_hours
from ppid_lint.contacts.phone_shape import area_code, is_short_code
from ppid_lint.contacts.verdict import Verdict

_UNVERIFIABLE = 5  # digits: short codes of the country, too many and too short to tell apart


def compare(channel: Channel, question: Question) -> Comparison:
    """How a channel stands to the directory, for the unit the text names.

    Near misses count against that unit, or against any of a small directory; the cost does not grow with it.
    """
    return _COMPARE.get(channel.kind, compare_phone)(channel, question)


def compare_phone(channel: Channel, question: Question) -> Comparison:
    """Phones, faxes and mobiles: by their digits, whatever the grouping."""
    value = channel.value
    known = known_value(channel, question, shared=is_short_code(value) or value.startswith("0800"))
    if known is not None:
        hard = known.verdict is Verdict.EXACT and hard_form(channel)
        return Comparison(Verdict.FORMATTED, known.unit, known.expected, known.known) if hard else known
    written = question.references.national_lines.get(value)
    if written is not None:
        hard = channel.text != written and hard_form(channel)
        verdict = Verdict.FORMATTED if hard else Verdict.NATIONAL
        return Comparison(verdict, expected=written)
    return _without_area(channel, question) or _near_phone(channel, question) or _unknown_phone(value)


def hard_form(channel: Channel) -> bool:
    """Whether the grouping hides the number: `1 50-991`, `02 13449230`, `0 811 36 00 44 55`."""
    groups = [len(group) for group in "".join(c if c.isdigit() else " " for c in channel.text).split()]
    if len(groups) < 2 or channel.text.startswith(("http", "wa.me")):
        return False
    if is_short_code(channel.value):
        return groups[0] < 3 or len(groups) > 2
    if channel.text.lstrip("(").startswith(("+", "62")):
        return 1 in groups[1:]
    area = area_code(channel.value)
    return 1 in groups or (groups[0] != len(area) if area else groups[0] < 4) or len(groups) > 5


def _without_area(channel: Channel, question: Question) -> Comparison | None:
    """`Telp. 332211` for `(0341) 332211`: right, for those who are there already."""
    if channel.value.startswith(("0", "+")) or len(channel.value) < 6 or channel.part("area"):
        return None
    for entry in question.candidates(*DIALLED):
        area = area_code(entry.channel.value)
        if area and entry.channel.value == area + channel.value:
            return Comparison(Verdict.FORMATTED, entry.unit, entry.channel.written, entry.channel)
    return None


def _near_phone(channel: Channel, question: Question) -> Comparison | None:
    if len(channel.value) < _UNVERIFIABLE:
        return None
    near = [entry for entry in question.candidates(*DIALLED) if _one_slip(channel.value, entry.channel.value)]
    near.sort(key=lambda entry: _rank(channel, entry))
    return Comparison(Verdict.NEAR, near[0].unit, near[0].channel.written, near[0].channel) if near else None


def _one_slip(value: str, right: str) -> bool:
    local = right[len(area_code(right)) :]
    return one_edit(value, right) or (value[0] not in "0+" and len(local) > 5 and one_edit(value, local))


def _rank(channel: Channel, entry: Entry) -> tuple[bool, bool, bool]:
    """The likelier meant first: digits of the same number, of the same kind, as many."""
    value = entry.channel.value
    swapped = sorted(value) != sorted(channel.value)
    return swapped, entry.channel.kind is not channel.kind, len(value) != len(channel.value)


def _unknown_phone(value: str) -> Comparison:
    return Comparison(Verdict.NATIONAL if len(value) <= _UNVERIFIABLE else Verdict.UNKNOWN)


def compare_hours(channel: Channel, question: Question) -> Comparison:
    """Service hours: against the named unit's, else those of a directory that has only one unit."""
    directory = question.directory
    unit = question.unit or (directory.units[0] if len(directory.units) == 1 else None)
    if unit is None or unit.hours is None:
        return Comparison(Verdict.UNKNOWN, unit)
    same = same_hours(channel.value, unit.hours.value)
    return Comparison(Verdict.EXACT if same else Verdict.NEAR, unit, unit.hours.written, unit.hours)


_COMPARE: Mapping[Kind, Callable[[Channel, Question], Comparison]] = {
    Kind.EMAIL: compare_email,
    Kind.URL: compare_url,
    Kind.SOCIAL: compare_social,
    Kind.ADDRESS: compare_address,
    Kind.HOURS: compare_hours,
}
