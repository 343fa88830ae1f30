"""Kind `consistency`: a second value for a channel that the draft gave otherwise before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.attribution import Attribution, How
from ppid_lint.contacts.bodies import Key, same_body
from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.edit_distance import one_edit
from ppid_lint.contacts.sighting import Sighting, same_channel
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.caption import caption
from ppid_lint.matchers.denial import is_denied
from ppid_lint.matchers.ownership import NOBODY, Owners

_SAID = frozenset({How.BLOCK, How.ROW, How.SECTION})
_NEXT = frozenset({How.BLOCK, How.ROW})
_LISTED = frozenset({Verdict.EXACT, Verdict.FORMATTED, Verdict.NATIONAL})
_MANY = 32  # channels under one name that are a list, of which none contradicts another
_SHORT = 5  # digits of a short code
_SHUFFLED = 4  # last digits that are mixed up when a number is copied
_WORDS = re.compile(r"[a-z]+|[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """Channels of one kind under one office's name, of which a later one differs and no directory lists it.

    Where the office is only supposed to be the one that publishes, the two must be near to each other.
    Values in one sentence are alternatives, no contradiction; one for a purpose of its own is another line.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["consistency"] = "consistency"
    channels: tuple[Kind, ...]
    people: Lexicon = NOBODY
    names: Lexicon = NOBODY
    private: Lexicon = NOBODY
    services: Lexicon = NOBODY  # words before which people are those that are served
    offices: Lexicon = NOBODY
    purposes: Lexicon = NOBODY
    denied: Lexicon = NOBODY  # words that warn of a channel
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs(nearby=(self.private, self.services, self.offices, self.purposes, self.denied))

    def find(self, draft: Draft) -> Iterator[Match]:
        owners = Owners(self.people, self.names, self.private, self.offices, self.services)
        seen: dict[tuple[Key, Kind], list[Sighting]] = {}
        for sighting in draft.sightings:
            if not self._counts(draft, sighting):
                continue
            channel = sighting.channel
            before = seen.setdefault((_known(_owner(sighting.attribution), seen), channel.kind), [])
            if len(before) >= _MANY:
                continue
            first = next((other for other in before if self._differs(draft, sighting, other)), None)
            if first is None:
                nobodys = (
                    seen.get(((), channel.kind), ()) if before is not seen.get(((), channel.kind)) else ()
                )
                first = next((other for other in nobodys if self._swaps(draft, sighting, other)), None)
            known = any(same_channel(channel, other.channel) for other in before)
            before.append(sighting)
            if first is not None and not known and not owners.own_privately(draft, sighting):
                yield self._match(sighting, first)

    def _counts(self, draft: Draft, sighting: Sighting) -> bool:
        channel = sighting.channel
        if channel.kind not in self.channels or channel.problem or sighting.opener:
            return False
        if sighting.comparison.verdict is Verdict.NATIONAL:
            return False
        return not is_denied(draft, sighting, self.denied)

    def _match(self, sighting: Sighting, first: Sighting) -> Match:
        attribution = sighting.attribution
        unit = attribution.unit.name if attribution.unit is not None else attribution.body
        return Match(
            block=sighting.block,
            start=sighting.channel.span.start,
            end=sighting.channel.span.end,
            confidence=self.confidence,
            evidence=("another value stands under the same name before",),
            values={"unit": unit or "kantor ini"},
            related=(("first", first.block, *first.channel.span),),
        )

    def _differs(self, draft: Draft, sighting: Sighting, first: Sighting) -> bool:
        one, other = sighting.channel, first.channel
        if _is_listed(sighting) or same_channel(one, other):
            return False
        if sighting.block == first.block:
            apart = draft.sentence(sighting.block, one.span.start).start > other.span.end
            return apart and (_alike(one, other) or self._called_alike(draft, sighting, first))
        if _alike(one, other) or self._called_alike(draft, sighting, first):
            return True
        if one.kind is Kind.MOBILE and not sighting.attribution.unit:
            return False  # one of several people's
        said = _is_said(draft, sighting) and _is_said(draft, first)
        return said and not self._purposes(draft, sighting) - self._purposes(draft, first)

    def _called_alike(self, draft: Draft, sighting: Sighting, first: Sighting) -> bool:
        """Whether two channels are called the same: *WhatsApp Jemput Bola … nomor WhatsApp Jemput Bola*."""
        called, before = caption(draft, sighting), caption(draft, first)
        few, many = sorted((called, before), key=len)
        if not few or not few <= many:
            return False
        return self._purposes(draft, sighting) == self._purposes(draft, first)

    def _swaps(self, draft: Draft, sighting: Sighting, first: Sighting) -> bool:
        """Whether a named office's number is one that nobody is named for, with two digits swapped."""
        swapped = sorted(sighting.channel.value) == sorted(first.channel.value)
        dialled = sighting.channel.kind is not Kind.EMAIL
        return swapped and dialled and self._differs(draft, sighting, first)

    def _purposes(self, draft: Draft, sighting: Sighting) -> set[str]:
        """What the sentence says the channel is for: *ambulans*, *pendaftaran*."""
        start, end = draft.sentence(sighting.block, sighting.channel.span.start)
        span = sighting.channel.span
        hits = draft.phrases_in(sighting.block, self.purposes)
        said = (hit for hit in hits if start <= hit.start < end and not span.start <= hit.start < span.end)
        return {hit.entry.text for hit in said}


def _is_listed(sighting: Sighting) -> bool:
    verdict = sighting.comparison.verdict
    return verdict in _LISTED or (verdict is Verdict.OFFICIAL and not sighting.attribution.own)


def _is_said(draft: Draft, sighting: Sighting) -> bool:
    """Whether words beside a channel name its office; of a list under one heading, each may have its own."""
    how, role = sighting.attribution.how, draft.blocks[sighting.block].role
    return how in _NEXT or (how is How.SECTION and role not in {Role.CELL, Role.ITEM})


def _owner(attribution: Attribution) -> Key:
    """The office that the words around a channel name; () is the one that publishes."""
    if attribution.unit is not None and attribution.how in _SAID:
        return (attribution.unit.id,)
    return () if attribution.own else attribution.key


def _known(owner: Key, seen: Iterable[tuple[Key, Kind]]) -> Key:
    """The name under which an office was met before: its place may have been left out."""
    return next((other for other, _ in seen if owner and other and same_body(owner, other)), owner)


def _alike(one: Channel, other: Channel) -> bool:
    """Whether two values are so near that one is a slip: a digit off, or the same mailbox reworded."""
    if one.kind is not Kind.EMAIL:
        pair = one.value, other.value
        lines = one.value[:-1] == other.value[:-1] and one.kind is not Kind.MOBILE  # of one exchange
        return len(one.value) > _SHORT and not lines and (one_edit(*pair) or _shuffled(*pair))
    (local, _, domain), (other_local, _, other_domain) = one.value.partition("@"), other.value.partition("@")
    if local == other_local:
        return one_edit(domain, other_domain)
    return domain == other_domain and (one_edit(local, other_local) or _reworded(local, other_local))


def _shuffled(one: str, other: str) -> bool:
    """Whether the last digits of two numbers are the same in another order: *824055* and *824550*."""
    return one[:-_SHUFFLED] == other[:-_SHUFFLED] and sorted(one) == sorted(other)


def _reworded(one: str, other: str) -> bool:
    """Whether the words of two local parts are the same, in full or shortened, or one has a word more."""
    words, others = _WORDS.findall(one), _WORDS.findall(other)
    if len(words) != len(others):
        few, many = sorted((words, others), key=len)
        return "".join(words) == "".join(others) or few == many[: len(few)]
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(words, others, strict=True))
