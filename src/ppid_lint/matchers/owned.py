"""Kind `owned`: channels that the words around them give to a private person: *nomor ibu korban*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.channel import Kind
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.denial import is_denied
from ppid_lint.matchers.ownership import NOBODY, Owners
from ppid_lint.matchers.presence import is_absent
from ppid_lint.matchers.sighted import matched

# How a mobile number may begin, and a chat at an address of its own.
_DIALLED = (r"(?:0|62[^\pL\d]{0,4}0?)[^\pL\d]{0,4}8(?:[^\pL\d]{0,4}\d){6}", r"(?i)\bwa\.", r"(?i)whatsapp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """Channels of some kinds that a word for a private person stands nearer to than one for an office."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["owned"] = "owned"
    channels: tuple[Kind, ...]  # that are dialled
    people: Lexicon
    names: Lexicon
    private: Lexicon
    services: Lexicon  # words before which people are those that are served
    offices: Lexicon
    denied: Lexicon = NOBODY  # words that warn of the channel
    confidence: float = 0.8

    def needs(self) -> Needs:
        return Needs(expressions=_DIALLED, nearby=(self.private, self.services, self.offices, self.denied))

    def find(self, draft: Draft) -> Iterator[Match]:
        if is_absent(draft, self.private):
            return
        owners = Owners(self.people, self.names, self.private, self.offices, self.services)
        dialled = {index for expression in _DIALLED for index in draft.occurs(expression)}
        for sighting in draft.sightings_in(dialled) if dialled else ():
            channel = sighting.channel
            if channel.kind not in self.channels or channel.problem is not None:
                continue
            if owners.told_of_person(draft, sighting) and not is_denied(draft, sighting, self.denied):
                yield matched(sighting, self.confidence, evidence=("word for a private person",))
