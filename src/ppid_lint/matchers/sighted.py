"""A channel that a rule found, as a match: its place, the right value in its form, and whose that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.phone_shape import dialled
from ppid_lint.contacts.verdict import Difference, Verdict
from ppid_lint.finding import Match

if TYPE_CHECKING:
    from ppid_lint.contacts.sighting import Sighting

_DIALLING = frozenset({"tel", "sms", "callto"})


def matched(
    sighting: Sighting, confidence: float, *, evidence: tuple[str, ...] = (), safe: bool = False
) -> Match:
    """The match of a whole channel, with what the directory has instead; its link's target goes with it."""
    expected = sighting.comparison.expected
    target = sighting.target
    along: tuple[tuple[int, int, int, str], ...] = ()
    if expected and target is not None and sighting.same_target:
        along = ((target.block, *target.channel.span, in_form(target.channel, expected)),)
    return Match(
        block=sighting.block,
        start=sighting.channel.span.start,
        end=sighting.channel.span.end,
        confidence=confidence,
        evidence=evidence,
        values=_values(sighting, expected),
        replacement=in_form(sighting.channel, expected) or None,
        safe=safe,
        along=along,
    )


def matched_part(
    sighting: Sighting, difference: Difference, confidence: float, *, evidence: tuple[str, ...] = ()
) -> Match:
    """The match of the wrong part of a channel."""
    return Match(
        block=sighting.block,
        start=difference.span.start,
        end=difference.span.end,
        confidence=confidence,
        evidence=evidence,
        values=_values(sighting, difference.expected),
        replacement=difference.expected,
    )


def in_form(channel: Channel, expected: str) -> str:
    """A value of the directory as it stands where this channel stands: bare, in a link, to be dialled."""
    if not expected:
        return ""
    digits = dialled(expected)
    if channel.label in _DIALLING and digits is not None:
        return _abroad(digits)
    name = {Kind.WHATSAPP: "number", Kind.SOCIAL: "name"}.get(channel.kind, "")
    part = channel.part(name)
    if part is None or "/" not in channel.text:
        return expected
    value = _abroad(digits or "").lstrip("+") if channel.kind is Kind.WHATSAPP else expected.lstrip("@")
    start = part.span.start - channel.span.start
    return channel.text[:start] + value + channel.text[start + len(part.text) :]


def _abroad(digits: str) -> str:
    """The digits with the country's code; short codes, which only work at home, as they are."""
    return f"+62{digits[1:]}" if digits.startswith("0") else digits


def _values(sighting: Sighting, expected: str) -> dict[str, str]:
    comparison = sighting.comparison
    meant = sighting.attribution.unit if comparison.verdict is Verdict.OTHER_UNIT else comparison.unit
    return {
        "suggestion": expected,
        "value": expected,
        "unit": meant.name if meant is not None else "",
        "owner": comparison.unit.name if comparison.unit is not None else "",
    }
