"""Kind `target`: a link that opens another channel than the one its text shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.directory import family, host_of
from ppid_lint.contacts.references import bare_host
from ppid_lint.contacts.sighting import Sighting, same_channel
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.matcher import Needs
from ppid_lint.matchers.sighted import in_form
from ppid_lint.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A link whose text is a channel and whose target is another of the same kind.

    The match covers text and target; the channel shown is taken for the one meant.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kind: Literal["target"] = "target"
    channels: tuple[Kind, ...]
    confidence: float = 0.95

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        for sighting in draft.sightings:
            target = sighting.target
            if target is None or sighting.channel.kind not in self.channels:
                continue
            if not _same(sighting.channel, target.channel):
                yield self._match(draft, sighting, target)

    def _match(self, draft: Draft, sighting: Sighting, target: Sighting) -> Match:
        span = sighting.channel.span
        text = draft.blocks[sighting.block].source_span(*span)
        opened = draft.blocks[target.block]
        place = opened.source_span(0, len(opened.text))
        return Match(
            block=sighting.block,
            start=span.start,
            end=span.end,
            confidence=self.confidence,
            values={"suggestion": in_form(target.channel, sighting.channel.text)},
            related=(("target", target.block, 0, len(opened.text)),),
            source=Span(min(text.start, place.start), max(text.end, place.end)),
        )


def _same(shown: Channel, opened: Channel) -> bool:
    """Whether a link opens what it shows, or something of another kind, which says nothing."""
    if shown.kind is Kind.URL and opened.kind is Kind.URL:
        return _leads_to(host_of(shown.value), opened.value)
    if shown.kind is Kind.URL and opened.kind is Kind.SOCIAL:
        return False
    return family(shown.kind) != family(opened.kind) or same_channel(shown, opened)


def _leads_to(host: str, opened: str) -> bool:
    """Whether a link goes to a host, to one above or below it, or by way of a redirection that names it."""
    target = host_of(opened)
    one, other = bare_host(host), bare_host(target)
    under = one == other or one.endswith("." + other) or other.endswith("." + one)
    return under or one in opened[len(target) :].lower()
