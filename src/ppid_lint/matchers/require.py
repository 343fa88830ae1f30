"""Kind `require`: what a kind of draft must hold for its readers; once a file where it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.attribution import How
from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.sighting import Sighting
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.anchor import anchor
from ppid_lint.matchers.denial import is_denied
from ppid_lint.matchers.near_channel import place, said_with
from ppid_lint.matchers.ownership import NOBODY, Owners
from ppid_lint.matchers.presence import is_said

_LABEL = 40  # code points of a line that is a label
_LED_IN = 6  # blocks that a line ending in a colon may lead in


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A channel of some kinds, beside one of the words where any are given; or words that suffice alone.

    A private person's channel does not count; one that is wrong, expired or malformed does.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["require"] = "require"
    channels: tuple[Kind, ...]
    beside: Lexicon = NOBODY
    suffices: Lexicon = NOBODY
    people: Lexicon = NOBODY
    names: Lexicon = NOBODY
    private: Lexicon = NOBODY
    services: Lexicon = NOBODY  # words before which people are those that are served
    offices: Lexicon = NOBODY
    denied: Lexicon = NOBODY  # words that warn of a channel
    turning: Lexicon = NOBODY  # words that send readers to another body: what is its own does not count else

    def needs(self) -> Needs:
        near = (self.private, self.services, self.offices, self.turning, self.denied)
        return Needs(words=(self.beside, self.suffices), nearby=near)

    def find(self, draft: Draft) -> Iterator[Match]:
        if not draft.blocks or is_said(draft, range(len(draft.blocks)), self.suffices) or self._held(draft):
            return
        index = anchor(draft)
        yield Match(block=index, start=0, end=len(draft.blocks[index].text), confidence=0.95, whole=True)

    def _held(self, draft: Draft) -> bool:
        owners = Owners(self.people, self.names, self.private, self.offices, self.services)
        near = _near(draft, self.beside) if self.beside else None
        return any(
            sighting.channel.kind in self.channels
            and (near is None or place(sighting)[0] in near)
            and not owners.own_privately(draft, sighting)
            and not (self.turning and self._is_others(draft, sighting))
            and not is_denied(draft, sighting, self.denied)
            for sighting in draft.sightings
        )

    def _is_others(self, draft: Draft, sighting: Sighting) -> bool:
        """Whether the channel is another organisation's, which nothing offers in the publisher's stead."""
        index, _ = place(sighting)
        block, attribution = draft.blocks[index], sighting.attribution
        unknown = sighting.comparison.verdict is Verdict.UNKNOWN
        named = (
            unknown and attribution.known and attribution.how is How.BLOCK and block.role is Role.PARAGRAPH
        )
        return (
            named
            and not said_with(draft, sighting, self.turning)
            and not draft.section_has(index, self.turning)
        )


def _near(draft: Draft, words: Lexicon) -> set[int]:
    """The blocks that a word of the list speaks for: its own, its row, its section, its list."""
    near: set[int] = set()
    sections: set[str] = set()
    rows: set[tuple[int, int]] = set()
    for index, _ in draft.phrases(words):
        block = draft.blocks[index]
        near.add(index)
        sections.add(block.text)
        if len(block.text) <= _LABEL:
            near.add(index + 1)
        if block.cell is not None:
            rows.add((block.cell.table, block.cell.row))
        if block.text.rstrip().endswith(":"):
            near.update(range(index, index + _LED_IN + 1))
    for index, block in enumerate(draft.blocks):
        if (block.section and block.section in sections) or (block.cell and block.cell[:2] in rows):
            near.add(index)
    return near
