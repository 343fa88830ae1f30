"""A channel as a draft has it: where it stands, whose it is, and what the directory says of it."""

from __future__ import annotations

from dataclasses import dataclass

from ppid_lint.contacts.attribution import Attribution
from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.comparison import Comparison
from ppid_lint.contacts.directory import family
from ppid_lint.text import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A range of a block's text."""

    block: int
    span: Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """A channel in a draft. `target` is the channel that the link around it opens, if it is one;
    `opener` the place of the text that opens it, where it is itself a link's target."""

    block: int
    channel: Channel
    attribution: Attribution
    comparison: Comparison
    target: Sighting | None = None
    opener: Place | None = None

    @property
    def same_target(self) -> bool:
        """Whether the link around it opens this very channel."""
        return self.target is not None and same_channel(self.channel, self.target.channel)


def same_channel(one: Channel, other: Channel) -> bool:
    """Whether two channels are one, however written; a handle without a platform is any of that name."""
    if family(one.kind) != family(other.kind):
        return False
    if one.kind is Kind.SOCIAL:
        (platform, _, name), (other_platform, _, other_name) = (
            one.value.partition(":"),
            other.value.partition(":"),
        )
        return name == other_name and (not platform or not other_platform or platform == other_platform)
    return one.value == other.value
