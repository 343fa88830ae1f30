"""Kind `consistency`: a second value for a channel that the draft gave otherwise before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.attribution import Attribution, How, body_kind, same_body
from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.comparison import Verdict
from ppid_lint.contacts.edit_distance import one_edit
from ppid_lint.contacts.sighting import Sighting, same_channel
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.ownership import NOBODY, Owners

_SAID = frozenset({How.BLOCK, How.ROW, How.SECTION})
_LISTED = frozenset({Verdict.EXACT, Verdict.FORMATTED, Verdict.NATIONAL})
_PARTS = re.compile(r"[._-]")
_SHORTEST = 3  # letters; a shorter part of a mailbox's name says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """Channels of one kind under one office's name, of which a later one differs and no directory lists it.

    Values in one block are alternatives, not a contradiction, unless one is the other misspelt; and one for a
    purpose of its own is another line.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["consistency"] = "consistency"
    channels: tuple[Kind, ...]
    people: Lexicon = NOBODY
    names: Lexicon = NOBODY
    private: Lexicon = NOBODY
    offices: Lexicon = NOBODY
    purposes: Lexicon = NOBODY
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs(nearby=(self.private, self.offices, self.purposes))

    def find(self, draft: Draft) -> Iterator[Match]:
        owners = Owners(self.people, self.names, self.private, self.offices)
        firsts: dict[tuple[str, Kind], Sighting] = {}
        for sighting in draft.sightings:
            owner = _owner(sighting.attribution)
            channel = sighting.channel
            if not owner or channel.kind not in self.channels or channel.problem or sighting.opener:
                continue
            first = firsts.setdefault((_short(owner), channel.kind), sighting)
            if first is sighting or not same_body(owner, _owner(first.attribution)):
                continue
            if self._differs(draft, sighting, first) and not owners.own_privately(draft, sighting):
                yield Match(
                    block=sighting.block,
                    start=channel.span.start,
                    end=channel.span.end,
                    confidence=self.confidence,
                    evidence=("another value stands under the same name before",),
                    values={"unit": owner},
                    related=(("first", first.block, *first.channel.span),),
                )

    def _differs(self, draft: Draft, sighting: Sighting, first: Sighting) -> bool:
        verdict = sighting.comparison.verdict
        if verdict in _LISTED or same_channel(sighting.channel, first.channel):
            return False
        if _misspelt(sighting.channel.value, first.channel.value):
            return sighting.block != first.block or _apart(draft, sighting, first)
        if sighting.block == first.block or (verdict is Verdict.OFFICIAL and not _akin(sighting, first)):
            return False
        return not self._purposes(draft, sighting) - self._purposes(draft, first)

    def _purposes(self, draft: Draft, sighting: Sighting) -> set[str]:
        """What the sentence says the channel is for: *ambulans*, *pendaftaran*."""
        start, end = draft.sentence(sighting.block, sighting.channel.span.start)
        span = sighting.channel.span
        hits = draft.phrases_in(sighting.block, self.purposes)
        said = (hit for hit in hits if start <= hit.start < end and not span.start <= hit.start < span.end)
        return {hit.entry.text for hit in said}


def _apart(draft: Draft, sighting: Sighting, first: Sighting) -> bool:
    """Whether two channels of one block stand in two sentences: side by side they are two lines."""
    start, _ = draft.sentence(sighting.block, sighting.channel.span.start)
    return first.channel.span.end <= start


def _misspelt(value: str, first: str) -> bool:
    """Whether a slip makes one of the other; numbers that differ in the last digit alone are a series."""
    return value[:-1] != first[:-1] and one_edit(value, first)


def _akin(sighting: Sighting, first: Sighting) -> bool:
    """Whether two mailboxes are named for one thing: *kelurahan-contoh@*, *kel.contoh@*."""
    locals_ = (item.channel.value.partition("@")[0] for item in (sighting, first))
    one, other = ({part for part in _PARTS.split(name) if len(part) > _SHORTEST} for name in locals_)
    return not one.isdisjoint(other)


def _short(owner: str) -> str:
    """A body's name without the place it serves, which a second mention leaves out."""
    return body_kind(owner) or owner


def _owner(attribution: Attribution) -> str:
    """The office that the words around a channel name; "" where it is only supposed."""
    if attribution.how not in _SAID:
        return ""
    return attribution.unit.name if attribution.unit is not None else attribution.body
