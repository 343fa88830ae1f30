"""What a kind of rule offers to the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Needs:
    """What a matcher asks of the one scan of a draft; the nearby matter beside other finds only."""

    expressions: tuple[str, ...] = ()  # RE2
    words: tuple[Lexicon, ...] = ()
    nearby: tuple[Lexicon, ...] = ()
    details: tuple[str, ...] = ()  # RE2, nearby


class Summary(Protocol):
    """What a rule says of the findings of others: a matcher that is asked once they are known."""

    def sum_up(self, draft: Draft, found: Mapping[str, Sequence[Match]]) -> Iterator[Match]:
        """Places in the draft, from the matches of the other rules by their ids."""


class Matcher(Protocol):
    """What a rule looks for: one frozen dataclass a kind of rule, filled from the rule's `match`."""

    def needs(self) -> Needs:
        """What drafts must be scanned for."""

    def find(self, draft: Draft) -> Iterator[Match]:
        """The places in the draft, in any order."""
