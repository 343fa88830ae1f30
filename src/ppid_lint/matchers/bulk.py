"""Kind `bulk`: personal data of many people in one table or draft, counted from what other rules found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.matcher import Needs

_NAME = 120  # code points at the start of a list item that a name stands in
_APART = re.compile(r"\w{3}[^,;(]*[,;(]")  # a name and what parts it from the data behind it
_ALL = 0  # for a table: the whole draft
_SEVERAL = 3  # people named, from which those count whom only a number tells of


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """The rules whose values count, and how many people make it bulk (UU 27/2022 does not say)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kind: Literal["bulk"] = "bulk"
    rules: tuple[str, ...]
    people: int = 5
    confidence: float = 0.9

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        return iter(())

    def sum_up(self, draft: Draft, found: Mapping[str, Sequence[Match]]) -> Iterator[Match]:
        """One match a table that is bulk; where none is, one for the draft; on the first value."""
        tables: dict[int, list[tuple[str, Match]]] = defaultdict(list)
        for rule in self.rules:
            for match in found.get(rule, ()):
                tables[_table(draft, match)].append((rule, match))
                tables[_ALL].append((rule, match))
        whole = {_ALL: tables.pop(_ALL)} if tables else {}
        bulky = self._bulky(draft, tables) or self._bulky(draft, whole)
        tables |= whole
        for table in bulky:
            first = min((match for _, match in tables[table]), key=lambda match: (match.block, match.start))
            yield Match(
                first.block,
                first.start,
                first.end,
                confidence=self.confidence,
                evidence=("many people with identifiers",),
                values={"people": str(bulky[table])},
                whole=True,
            )

    def _bulky(self, draft: Draft, tables: Mapping[int, Sequence[tuple[str, Match]]]) -> Mapping[int, int]:
        """How many people the tables tell of that tell of many."""
        counts = {table: _people(draft, claims) for table, claims in tables.items()}
        return {table: count for table, count in counts.items() if count >= self.people}


def _table(draft: Draft, match: Match) -> int:
    """The table a match stands in; a number below zero outside of tables."""
    cell = draft.blocks[match.block].cell
    return cell.table if cell else -1


def _people(draft: Draft, claims: Sequence[tuple[str, Match]]) -> int:
    """How many people the values belong to, at least.

    Nobody has two of a kind, so it is the most distinct values of one rule; or the rows and list items
    that begin with something else than the value, of which each is one person.
    """
    values: dict[str, set[str]] = defaultdict(set)
    records: set[tuple[int, int]] = set()
    for rule, match in claims:
        block = draft.blocks[match.block]
        values[rule].add(block.text[match.start : match.end])
        if block.cell and block.cell.header and block.cell.column > 1:
            records.add((block.cell.table, block.cell.row))
        elif block.role is Role.ITEM and _APART.search(block.text, 0, min(match.start, _NAME)):
            records.add((-1, match.block))
    rows = len(records) if _mixed(values) else 0
    return max(rows, *map(len, values.values()), _named(draft, claims))


def _named(draft: Draft, claims: Sequence[tuple[str, Match]]) -> int:
    """How many people the values are told of by name, and the values of sentences that name none of them."""
    people: set[str] = set()
    sentences: set[tuple[int, int]] = set()
    for _, match in claims:
        for what, block, start, end in match.related:
            if what == "person":
                people.add(draft.blocks[block].text[start:end].lower())
                sentences.add((match.block, draft.sentence(match.block, match.start).start))
    others: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for rule, match in claims:
        place = (match.block, draft.sentence(match.block, match.start).start)
        if not match.related and place not in sentences:
            others[rule].add(place)
    if len(people) < _SEVERAL:
        return 0
    return len(people) + max(map(len, others.values()), default=0)


def _mixed(values: Mapping[str, set[str]]) -> bool:
    """Whether some kind of value occurs twice, as it does where several people are listed."""
    return any(len(found) > 1 for found in values.values())
