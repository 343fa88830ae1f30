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
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.cast import cast_of
from ppid_lint.people.mention import NATURAL
from ppid_lint.text import Span

_NOTHING = Lexicon("")
_TOLD = frozenset({Role.PARAGRAPH, Role.ITEM, Role.QUOTE})

_NAME = 120  # code points at the start of a list item that a name stands in
_APART = re.compile(r"\w{3}[^,;(]*[,;(]")  # a name and what parts it from the data behind it
_TURN = re.compile(r"\W{0,3}(?:\d{1,2}[.:]\d{2}\W{1,3})?@([\w.]{2,30}) ?:")
_ALL = 0  # for a table: the whole draft
_SEVERAL = 3  # people named, from which those count whom only a number tells of


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """The rules whose values count, and how many people make it bulk (UU 27/2022 does not say)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["bulk"] = "bulk"
    rules: tuple[str, ...]
    people: int = 5
    words: Lexicon = _NOTHING  # words around names, so that people count whom a sentence names before a value
    names: Lexicon = _NOTHING  # common given names
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
        counts = {table: self._people(draft, claims) for table, claims in tables.items()}
        return {table: count for table, count in counts.items() if count >= self.people}

    def _people(self, draft: Draft, claims: Sequence[tuple[str, Match]]) -> int:
        """How many people the values belong to, at least.

        Nobody has two of a kind, so it is the most distinct values of one rule; or the rows and list items
        that begin with something else than the value, of which each is one person, and what is told beside
        the list of a kind that stands in it; or those whom the draft names with a value.
        """
        values: dict[str, set[str]] = defaultdict(set)
        apart: dict[str, set[str]] = defaultdict(set)
        speakers = {_speaker(draft, match) for _, match in claims} - {""}
        records: set[tuple[int, int]] = set()
        listed: set[str] = set()
        for rule, match in claims:
            text = draft.blocks[match.block].text[match.start : match.end]
            values[rule].add(text)
            record = _record(draft, match)
            if record is None:
                apart[rule].add(text)
            else:
                records.add(record)
                listed.add(rule)
        rows = len(records) + max((len(apart[rule]) for rule in listed & apart.keys()), default=0)
        rows = max(rows if _mixed(values) else 0, len(speakers))
        return max(rows, *map(len, values.values()), self._named(draft, claims))

    def _named(self, draft: Draft, claims: Sequence[tuple[str, Match]]) -> int:
        """How many people the values are told of by name, and the values of sentences that name nobody."""
        people: set[str] = set()
        sentences: set[tuple[int, int]] = set()
        for _, match in claims:
            for name in self._owners(draft, match):
                people.add(name)
                sentences.add(_sentence(draft, match))
        others: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for rule, match in claims:
            if not match.related and _sentence(draft, match) not in sentences:
                others[rule].add(_sentence(draft, match))
        if len(people) < _SEVERAL:
            return 0
        return len(people) + max(map(len, others.values()), default=0)

    def _owners(self, draft: Draft, match: Match) -> Iterator[str]:
        """The name of whom a value is told of: its rule found it, or it is the last in its sentence."""
        found = [draft.blocks[at].text[a:z] for what, at, a, z in match.related if what == "person"]
        if not found and self.words and draft.blocks[match.block].role in _TOLD:
            start = _sentence(draft, match)[1]
            cast = cast_of(draft, self.words, self.names)
            near = (
                m for m in cast.people(match.block, Span(start, match.start)) if m.sure and m.role in NATURAL
            )
            text = draft.blocks[match.block].text
            found = [text[slice(*mention.name)] for mention in near][-1:]
        return (name.lower() for name in found)


def _sentence(draft: Draft, match: Match) -> tuple[int, int]:
    return match.block, draft.sentence(match.block, match.start).start


def _record(draft: Draft, match: Match) -> tuple[int, int] | None:
    """The row or list item of one person that a value stands in."""
    block = draft.blocks[match.block]
    if block.cell and block.cell.header and block.cell.column > 1:
        return block.cell.table, block.cell.row
    if block.role is Role.ITEM and _APART.search(block.text, 0, min(match.start, _NAME)):
        return -1, match.block
    return None


def _speaker(draft: Draft, match: Match) -> str:
    """Who writes the line of a thread in which a value stands: *@wati: NIK ibu saya …*."""
    block = draft.blocks[match.block]
    line = block.line(match.start)
    found = _TURN.match(block.text, line.start, match.start)
    return found[1].lower() if found else ""


def _table(draft: Draft, match: Match) -> int:
    """The table a match stands in; a number below zero outside of tables."""
    cell = draft.blocks[match.block].cell
    return cell.table if cell else -1


def _mixed(values: Mapping[str, set[str]]) -> bool:
    """Whether some kind of value occurs twice, as it does where several people are listed."""
    return any(len(found) > 1 for found in values.values())
