"""Kind `channel`: a channel that is wrong or doubtful by itself, whatever any directory says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.channel import Channel, Kind, Problem
from ppid_lint.contacts.references import References
from ppid_lint.contacts.sighting import Sighting
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.ahead import last_before
from ppid_lint.matchers.channels import is_offices_mailbox
from ppid_lint.matchers.denial import is_denied
from ppid_lint.matchers.ownership import NOBODY, Owners
from ppid_lint.matchers.sighted import matched

LinkClass = Literal["free-mail", "shortener", "form", "page"]
_NONE = WordSet("")
_RIGHT_BEFORE = 12  # code points
_LISTED = frozenset({Verdict.EXACT, Verdict.FORMATTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelClass:
    """Channels that have one of some problems, or stand on a host of some class.

    What the directory lists is official, whatever its host. Patterns in code are for readers to fill in.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["channel"] = "channel"
    channels: tuple[Kind, ...] = tuple(Kind)
    problems: tuple[Problem, ...] = ()
    hosts: tuple[LinkClass, ...] = ()
    people: Lexicon = NOBODY
    names: Lexicon = NOBODY
    private: Lexicon = NOBODY
    services: Lexicon = NOBODY  # words before which people are those that are served
    offices: Lexicon = NOBODY
    unless: Lexicon = NOBODY  # words before it in its sentence that make it an example
    denied: Lexicon = NOBODY  # words in its sentence that warn of it
    mailboxes: WordSet = (
        _NONE  # words in the name of a mailbox that is an office's, whoever is named beside it
    )
    confidence: float = 0.9

    def needs(self) -> Needs:
        return Needs(nearby=(self.private, self.services, self.offices, self.unless, self.denied))

    def find(self, draft: Draft) -> Iterator[Match]:
        owners = Owners(self.people, self.names, self.private, self.offices, self.services)
        for sighting in draft.sightings:
            channel = sighting.channel
            if channel.kind not in self.channels or _is_listed(sighting):
                continue
            if not self._fits(draft, sighting) or self._is_example(draft, sighting):
                continue
            if self.hosts and sighting.attribution.elsewhere and sighting.attribution.private:
                continue  # a firm's own
            if is_denied(draft, sighting, self.denied):
                continue
            words = self.mailboxes
            offices = bool(words) and is_offices_mailbox(draft, sighting.block, channel.span, words)
            if not owners.own_privately(draft, sighting, offices=offices):
                yield matched(sighting, self.confidence)

    def _is_example(self, draft: Draft, sighting: Sighting) -> bool:
        """Whether a word right before the channel says that readers see a pattern: *Contoh: nama@…*."""
        start = sighting.channel.span.start
        end = last_before(draft, sighting.block, start, self.unless)
        return end >= 0 and start - end <= _RIGHT_BEFORE

    def _fits(self, draft: Draft, sighting: Sighting) -> bool:
        problem = sighting.channel.problem
        if problem is not None:
            blank = problem is Problem.PLACEHOLDER and _in_code(draft, sighting)
            return problem in self.problems and not blank
        references = draft.settings.references
        return references is not None and _class(sighting.channel, references) in self.hosts


def _is_listed(sighting: Sighting) -> bool:
    """Whether the directory, or the country's list, has the channel, written so that it works."""
    comparison = sighting.comparison
    if comparison.verdict is Verdict.NATIONAL and comparison.expected:
        return True
    works = sighting.channel.problem in {None, Problem.SEQUENTIAL}
    return works and comparison.verdict in _LISTED


def _class(channel: Channel, references: References) -> str:
    """The class of a channel's host, "" if it has none."""
    if channel.kind is Kind.EMAIL:
        return "free-mail" if references.is_free_mail(channel.value.partition("@")[2]) else ""
    return references.link_class(channel.value) if channel.kind is Kind.URL else ""


def _in_code(draft: Draft, sighting: Sighting) -> bool:
    block = draft.blocks[sighting.block]
    return block.role is Role.CODE or any(span.overlaps(sighting.channel.span) for span in block.code)
