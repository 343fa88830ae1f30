"""Kind `combination`: a fact that is restricted because of the one person it is told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role as Part
from ppid_lint.draft import SHOWN, Draft
from ppid_lint.finding import Match, Severity
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.above import introduced, somebody_above
from ppid_lint.matchers.cast import Cast, cast_of
from ppid_lint.matchers.channels import is_offices
from ppid_lint.matchers.evidence import Place, Value, naming
from ppid_lint.matchers.facts import Fact, paired, told
from ppid_lint.matchers.labels import labelled_values
from ppid_lint.matchers.mildness import is_mild
from ppid_lint.matchers.named import beside_name, named_for, named_in
from ppid_lint.matchers.objection import has_words, spoken_against
from ppid_lint.matchers.quoted import told_of_self
from ppid_lint.matchers.record import person_of
from ppid_lint.matchers.taken import Taken
from ppid_lint.matchers.tale import in_tale
from ppid_lint.matchers.tie import Tied, tie
from ppid_lint.matchers.unnamed import BY_LABEL, unnamed
from ppid_lint.matchers.untold import is_untold
from ppid_lint.people.lines import labelled, line_end, trimmed
from ppid_lint.people.mention import Role
from ppid_lint.people.vocabulary import NO_WORDS
from ppid_lint.text import Span

Who = Literal["private", "child", "victim", "witness", "unknown", "official", "company"]

_NOTHING = Lexicon("")
_ITEM = 240  # code points before a fact in which an item may name somebody of its own
_LABEL = 64  # code points of the longest label
_UNSURE = 0.15  # taken off where only capitals say that somebody is named
_APART = frozenset({Place.LEAD, Place.ROW, Place.HEADER})
_NO_WORDS = WordSet("")
_ROLES: tuple[Who, ...] = ("private", "child", "victim", "witness", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Facts that count only where they are tied to one person in one sentence, row, card or record.

    A fact is a phrase of `facts`, a word of `topics` with one of `verdicts` near it, a value of `values`
    (`(?P<value>…)`) with a label of `beside` near it, or whatever stands under a label or column
    head of `labels`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["combination"] = "combination"
    people: Lexicon  # words around names, and what they tell (note)
    names: Lexicon  # common given names
    ordinary: WordSet = NO_WORDS  # words of the language and places: a capitalised word beside them is a name
    facts: Lexicon = _NOTHING
    topics: Lexicon = _NOTHING  # words that tell nothing alone: uji, kinerja
    verdicts: Lexicon = _NOTHING  # what must be said of them: gagal, rendah
    values: tuple[str, ...] = ()
    beside: Lexicon = _NOTHING  # labels without which a value says nothing
    labels: Lexicon = _NOTHING
    until: Lexicon = _NOTHING  # labels of something else, at which a value ends
    shape: str = ""  # what a value under a label must hold
    roles: tuple[Who, ...] = _ROLES
    milder_roles: tuple[Who, ...] = ()  # roles for which it is only a warning
    milder: Lexicon = _NOTHING  # words in the block that make it a warning
    unless: Lexicon = _NOTHING  # words in the sentence that rule it out
    tales: Lexicon = _NOTHING  # words of tales, in which nobody is protected
    things: Lexicon = _NOTHING  # words right before a fact that make it the name of a thing: duta HIV
    against: Lexicon = _NOTHING  # words before it, at its column or in its heading that rule it out
    anyone: Lexicon = _NOTHING  # labels that are of people alone, so that nobody need be named
    covers: Literal["clause", "fact"] = "fact"
    above: bool = False  # whether a label may speak of somebody named in the blocks above
    objects: bool = True  # whether a fact may be of somebody whom its verb only acts on: *menipu Sri*
    apposed: bool = False  # whether a value counts right behind a name only: *Painem, Dusun Krajan RT 01*
    alone: bool = False  # whether *ia* may stand for somebody whom the draft does not name
    channel: Literal["phone", "email", ""] = ""  # values that a contact directory may hold
    addresses: bool = False  # whether the address of a unit of the directory is none of it
    mailboxes: WordSet = _NO_WORDS  # words in an e-mail address that make it an office's
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs(
            expressions=(*self.values, *([self.shape] if self.shape else [])),
            words=(self.facts, self.topics, self.labels),
            nearby=(
                *(self.verdicts, self.beside, self.milder, self.unless, self.things),
                *(self.against, self.anyone, self.until, self.tales),
            ),
        )

    def find(self, draft: Draft) -> Iterator[Match]:
        taken = Taken(draft)
        cast: Cast | None = None
        for one in self._facts(draft, taken):
            fact = one._replace(span=taken.rest(one.block, one.span)) if one.why == "fact" else one
            block, span = fact.block, fact.span
            if taken.overlaps(block, span) or in_tale(draft, block, span.start, self.tales):
                continue
            cast = cast or cast_of(draft, self.people, self.names, self.ordinary)
            tied = self._standing(cast, fact)
            if tied is None or is_untold(draft, block, span, tied):
                continue
            if not is_offices(draft, block, span, self.channel, self.mailboxes, addresses=self.addresses):
                taken.take(block, span)
                yield self._match(draft, fact, tied)

    def _standing(self, cast: Cast, fact: Fact) -> Tied | None:
        """Whom a fact is told of, unless something rules it out; what is dearer is asked last."""
        if self.apposed and self._tied(cast, fact) is None:
            return None
        return None if self._ruled_out(cast, fact) else self._tied(cast, fact)

    def _facts(self, draft: Draft, taken: Taken) -> Iterator[Fact]:
        """What may be a fact; of values, only those that do not overlap what is `taken` by then."""
        for index, span in labelled_values(draft, self.labels, partial(self._shaped, draft)):
            yield Fact(index, span, "label", labelled=True)
        values = set(self._values(draft, taken))
        for index, span in sorted(values, key=lambda value: (value[0], value[1].start - value[1].end)):
            if taken.overlaps(index, span):
                continue
            label = naming(draft, Value(index, span.start, span.end), self.beside, _NOTHING).own
            if label is not None or not self.beside:
                yield Fact(index, span, "value", labelled=label is not None and label.place in _APART)
        clause = self.covers == "clause"
        yield from told(draft, self.facts, self.things, clause=clause)
        if self.topics:
            yield from paired(draft, self.topics, self.verdicts, clause=clause)

    def _shaped(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether a labelled value holds what it must."""
        return not self.shape or draft.holds(index, span, self.shape)

    def _values(self, draft: Draft, taken: Taken) -> Iterator[tuple[int, Span]]:
        for expression in self.values:
            for index, hit in draft.hits(expression, SHOWN, where=taken.has_room):
                block = draft.blocks[index]
                start, end = hit.groups.get("value", (hit.start, hit.end))
                span = Span(start, line_end(block.text, block.breaks, start, end))
                yield index, self._within_labels(draft, index, trimmed(block.text, span))

    def _within_labels(self, draft: Draft, index: int, span: Span) -> Span:
        """A value without labels that its expression took in: *Lahir Sumedang, 5 Desember …*."""
        low, high = span
        near = draft.said_within(index, Span(max(low - _LABEL, 0), high), self.beside)
        ends = (hit.end for hit in near if low < hit.end < high - 6)
        starts = (hit.start for hit in draft.said_within(index, Span(low + 1, high), self.until))
        start, end = max(ends, default=low), min(starts, default=high)
        return trimmed(draft.blocks[index].text, Span(start, end)) if start < end else span

    def _ruled_out(self, cast: Cast, fact: Fact) -> bool:
        segment = partial(cast.segment, fact.block, fact.span.start)
        if has_words(cast.draft, fact.block, segment, self.unless):
            return True
        if fact.labelled and cast.draft.header_has(fact.block, self.unless):
            return True
        return bool(self.against) and spoken_against(cast.draft, fact, segment, self.against, but=self.anyone)

    def _tied(self, cast: Cast, fact: Fact) -> Tied | None:
        """Whom a fact is told of: by its own sentence, its record, and for labels somebody named above."""
        allowed = _parts((*self.roles, *self.milder_roles))
        tied = self._labelled(cast, fact, allowed) if fact.labelled else self._told(cast, fact, allowed)
        tied = tied or unnamed(cast.draft, fact, self.anyone, self.against, opening=bool(self.beside))
        if tied is None or tied.person.role not in allowed:
            return None
        return tied

    def _told(self, cast: Cast, fact: Fact, allowed: frozenset[Role]) -> Tied | None:
        if self.apposed:
            return beside_name(cast, fact.block, fact.span)
        tied = self._beside_it(cast, fact, allowed)
        tied = tied or self._recorded(cast, fact) or self._introduced(cast, fact)
        tied = tied or told_of_self(cast, fact.block, fact.span)
        if tied is None and self.channel == "email":
            return named_in(cast, fact.block, fact.span) or named_for(cast, fact.block, fact.span)
        return tied

    def _beside_it(self, cast: Cast, fact: Fact, allowed: frozenset[Role]) -> Tied | None:
        if cast.draft.blocks[fact.block].text.isdigit():  # sheets hold many thousands of these
            return None
        return tie(
            cast,
            fact.block,
            fact.span,
            allowed,
            inside=not (self.beside or self.channel),
            alone=self.alone or bool(self.channel or self.beside),
            stated=fact.why == "value",
            objects=self.objects or fact.why != "fact",
        )

    def _introduced(self, cast: Cast, fact: Fact) -> Tied | None:
        """Whom a list is about, for an item in which nobody is named before the fact."""
        if cast.draft.blocks[fact.block].role is not Part.ITEM:
            return None
        start = cast.segment(fact.block, fact.span.start).start
        before = Span(max(start, fact.span.start - _ITEM), fact.span.start)
        named = any(m.sure for m in cast.people(fact.block, before))
        return None if named else introduced(cast, fact.block, start)

    def _labelled(self, cast: Cast, fact: Fact, allowed: frozenset[Role]) -> Tied | None:
        tied = self._recorded(cast, fact) or self._beside(cast, fact, allowed)
        return tied or (somebody_above(cast, fact.block) if self.above else None)

    def _recorded(self, cast: Cast, fact: Fact) -> Tied | None:
        """The person of the record that a value, a cell or a labelled line belongs to."""
        block = cast.draft.blocks[fact.block]
        bare = fact.why == "fact" and block.cell is None
        if bare and labelled(block.text, block.line(fact.span.start)) is None:
            return None
        return person_of(cast, fact.block, fact.span.start)

    def _beside(self, cast: Cast, fact: Fact, allowed: frozenset[Role]) -> Tied | None:
        """Somebody named in the sentence of a labelled value, outside the value itself."""
        tied = tie(cast, fact.block, fact.span, allowed)
        if tied is None or not tied.person.sure:
            return None
        own = tied.block == fact.block and fact.span.start <= tied.person.name_start < fact.span.end
        return None if own else tied

    def _match(self, draft: Draft, fact: Fact, tied: Tied) -> Match:
        person = tied.person
        mild = person.role.value in self.milder_roles or is_mild(draft, fact.block, self.milder)
        return Match(
            block=fact.block,
            start=fact.span.start,
            end=fact.span.end,
            confidence=round(self.confidence if person.sure else self.confidence - _UNSURE, 2),
            evidence=(fact.why, f"person: {person.role.value} ({person.why})", tied.way),
            related=() if tied.way == BY_LABEL else (("person", tied.block, *person.name),),
            severity=Severity.WARNING if mild else None,
        )


@lru_cache
def _parts(names: tuple[Who, ...]) -> frozenset[Role]:
    return frozenset(map(Role, names))
