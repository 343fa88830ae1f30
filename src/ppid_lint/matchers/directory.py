"""Kind `directory`: channels that the office's own directory does not confirm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.attribution import How
from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.edit_distance import one_edit
from ppid_lint.contacts.sighting import Sighting
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.denial import is_denied
from ppid_lint.matchers.near_channel import said_with
from ppid_lint.matchers.ownership import NOBODY, Owners
from ppid_lint.matchers.sighted import matched, matched_part

_EVIDENCE = {
    Verdict.NEAR: "a slip away from the directory's value",
    Verdict.OTHER_UNIT: "another unit's channel under this unit's name",
    Verdict.EXPIRED: "past its date in the directory",
    Verdict.FORMER: "out of use by the directory",
    Verdict.FORMATTED: "right digits, grouped as nobody reads them",
    Verdict.UNKNOWN: "in no directory",
    Verdict.OFFICIAL: "in no directory",
}
_GUESSED = frozenset({Verdict.NEAR, Verdict.UNKNOWN})  # says nothing of another organisation's channel
_REGIONS = ("kota", "kab", "prov")  # ends of the domains of regions, whose offices nobody lists
_UNLISTED = _GUESSED | {Verdict.OFFICIAL}  # of the publishing office, if the directory lacks it


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Channels of some kinds that stand to the directory in some way.

    `domains: official` takes e-mails on public bodies' domains only; `people` and `offices` tell a
    private person's channel, which is no finding here, from one offered to readers.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["directory"] = "directory"
    channels: tuple[Kind, ...]
    verdicts: tuple[Verdict, ...]
    domains: Literal["any", "official"] = "any"
    people: Lexicon = NOBODY
    names: Lexicon = NOBODY
    private: Lexicon = NOBODY
    services: Lexicon = NOBODY  # words before which people are those that are served
    offices: Lexicon = NOBODY
    unless: Lexicon = NOBODY  # words in the sentence that make it another matter
    denied: Lexicon = NOBODY  # words in it, or in the next, that warn of the channel
    venues: Lexicon = NOBODY  # words that do so where more than a slip parts the two
    confidence: float = 0.9

    def needs(self) -> Needs:
        return Needs(
            nearby=(self.private, self.services, self.offices, self.unless, self.denied, self.venues)
        )

    def find(self, draft: Draft) -> Iterator[Match]:
        owners = Owners(self.people, self.names, self.private, self.offices, self.services)
        for sighting in draft.sightings:
            if self._fits(draft, sighting) and (not owners or self._offered(draft, sighting, owners)):
                yield from self._matches(sighting)

    def _fits(self, draft: Draft, sighting: Sighting) -> bool:
        verdict, channel = sighting.comparison.verdict, sighting.channel
        if channel.kind not in self.channels or channel.problem is not None:
            return False
        if verdict in _GUESSED and sighting.attribution.elsewhere:
            return False
        if verdict in _UNLISTED and _is_publishers(sighting):
            verdict = Verdict.UNKNOWN  # what is near to another office's is no slip of this one
        if verdict not in self.verdicts:
            return False
        if verdict is Verdict.UNKNOWN and draft.settings.directory is None:
            return False
        if is_denied(draft, sighting, self.denied) or (
            self.unless and said_with(draft, sighting, self.unless)
        ):
            return False
        if self.venues and said_with(draft, sighting, self.venues) and not _slipped(sighting):
            return False
        return self.domains == "any" or _on_official_domain(draft, channel.value)

    def _offered(self, draft: Draft, sighting: Sighting, owners: Owners) -> bool:
        return not owners.own_privately(draft, sighting) and owners.offer(draft, sighting)

    def _matches(self, sighting: Sighting) -> Iterator[Match]:
        comparison = sighting.comparison
        evidence = (_EVIDENCE[comparison.verdict],)
        if sighting.channel.kind is Kind.ADDRESS and comparison.differences:
            for difference in comparison.differences:
                yield matched_part(sighting, difference, self.confidence, evidence=evidence)
            return
        safe = comparison.verdict is Verdict.FORMATTED
        yield matched(sighting, self.confidence, evidence=evidence, safe=safe)


def _slipped(sighting: Sighting) -> bool:
    """Whether an address is that of the office named with it but for a slip in one part."""
    comparison, attribution = sighting.comparison, sighting.attribution
    if attribution.how is not How.BLOCK or comparison.unit is not attribution.unit:
        return False
    return len(comparison.differences) == 1 and all(
        (
            len(difference.found) == len(difference.expected)
            and one_edit(difference.found, difference.expected)
        )
        or sorted(difference.found) == sorted(difference.expected)
        for difference in comparison.differences
    )


def _is_publishers(sighting: Sighting) -> bool:
    """Whether a channel is that of the publishing office, and no unit of the directory publishes."""
    attribution = sighting.attribution
    regional = sighting.channel.value.removesuffix(".go.id").endswith(_REGIONS)
    return attribution.own or (attribution.how is How.NONE and regional)


def _on_official_domain(draft: Draft, email: str) -> bool:
    domain = email.partition("@")[2]
    directory, references = draft.settings.directory, draft.settings.references
    own = directory.domains if directory is not None else ()
    if any(domain == name or domain.endswith("." + name) for name in own):
        return True
    return references is not None and references.is_official_host(domain)
