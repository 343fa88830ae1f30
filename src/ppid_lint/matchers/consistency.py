"""Kind `consistency`: a second value for a channel that the draft gave otherwise before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.attribution import Attribution, How
from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.comparison import Verdict
from ppid_lint.contacts.sighting import Sighting, same_channel
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon

_SAID = frozenset({How.BLOCK, How.ROW, How.SECTION})
_LISTED = frozenset({Verdict.EXACT, Verdict.FORMATTED, Verdict.NATIONAL, Verdict.OFFICIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """Channels of one kind under one office's name, of which a later one differs and no directory lists it.

    Values in one block are alternatives, not a contradiction.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kind: Literal["consistency"] = "consistency"
    channels: tuple[Kind, ...]
    confidence: float = 0.85

    def expressions(self) -> Iterable[str]:
        return ()

    def lexicons(self) -> Iterable[Lexicon]:
        return ()

    def nearby(self) -> Iterable[Lexicon]:
        return ()

    def find(self, draft: Draft) -> Iterator[Match]:
        firsts: dict[tuple[str, Kind], Sighting] = {}
        for sighting in draft.sightings:
            owner = _owner(sighting.attribution)
            channel = sighting.channel
            if not owner or channel.kind not in self.channels or channel.problem or sighting.opener:
                continue
            first = firsts.setdefault((owner, channel.kind), sighting)
            if self._differs(sighting, first):
                yield Match(
                    block=sighting.block,
                    start=channel.span.start,
                    end=channel.span.end,
                    confidence=self.confidence,
                    evidence=("another value stands under the same name before",),
                    values={"unit": owner},
                    related=(("first", first.block, *first.channel.span),),
                )

    def _differs(self, sighting: Sighting, first: Sighting) -> bool:
        return (
            sighting.block != first.block
            and sighting.comparison.verdict not in _LISTED
            and not same_channel(sighting.channel, first.channel)
        )


def _owner(attribution: Attribution) -> str:
    """The office that the words around a channel name; "" where it is only supposed."""
    if attribution.how not in _SAID:
        return ""
    return attribution.unit.name if attribution.unit is not None else attribution.body
