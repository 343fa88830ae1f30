"""What a kind of rule offers to the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon


class Summary(Protocol):
    """What a rule says of the findings of others: a matcher that is asked once they are known."""

    def sum_up(self, draft: Draft, found: Mapping[str, Sequence[Match]]) -> Iterator[Match]:
        """Places in the draft, from the matches of the other rules by their ids."""


class Matcher(Protocol):
    """What a rule looks for: one frozen dataclass a kind of rule, filled from the rule's `match`."""

    def expressions(self) -> Iterable[str]:
        """RE2 expressions that drafts are scanned for."""

    def lexicons(self) -> Iterable[Lexicon]:
        """Word lists that drafts are scanned for."""

    def nearby(self) -> Iterable[Lexicon]:
        """Those of them that matter beside other finds only."""

    def find(self, draft: Draft) -> Iterator[Match]:
        """The places in the draft, in any order."""
