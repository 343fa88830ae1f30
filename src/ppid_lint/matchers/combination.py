"""Kind `combination`: a fact that is restricted because of the one person it is told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Literal, NamedTuple

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE, SHOWN, Draft
from ppid_lint.finding import Match, Severity
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.channels import is_official
from ppid_lint.matchers.evidence import Place, Value, naming
from ppid_lint.matchers.labels import labelled_values
from ppid_lint.matchers.record import person_of, row, somebody_above
from ppid_lint.matchers.tie import Tied, tie
from ppid_lint.people.lines import labelled, trimmed
from ppid_lint.people.mention import Role
from ppid_lint.people.vocabulary import Vocabulary, vocabulary
from ppid_lint.scan import PhraseHit
from ppid_lint.text import Span

Who = Literal["private", "child", "victim", "witness", "unknown", "official", "company"]

_NOTHING = Lexicon("")
_GAP = 36  # code points between two words of one fact
_AROUND = 10  # code points that a label has beside its phrase: numbers, a year
_LINES, _LINE = 6, 160  # lines above that may introduce a value, and how long one is
_CLAUSE = 80  # as far as a fact reaches beyond its words
_ENDS = ".,;:!?()\"“”"
_JOINS = (" dan ", " serta ", " tetapi ", " sehingga ", " and ", " but ")
_WITHIN = PROSE | {Part.CELL, Part.CODE}
_ROLES: tuple[Who, ...] = ("private", "child", "victim", "witness", "unknown")


class Fact(NamedTuple):
    """What may be restricted: where it stands, how it was found, and whether its label speaks for it."""

    block: int
    span: Span
    why: str
    labelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Facts that count only where they are tied to one person in one sentence, row, card or record.

    A fact is a phrase of `facts`, a value of `values` (`(?P<value>…)`) with a label of `beside` near it,
    or whatever stands under a label or column head of `labels`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["combination"] = "combination"
    people: Lexicon  # words around names, and what they tell (note)
    names: Lexicon  # common given names
    facts: Lexicon = _NOTHING
    values: tuple[str, ...] = ()
    beside: Lexicon = _NOTHING  # labels without which a value says nothing
    labels: Lexicon = _NOTHING
    shape: str = ""  # what a value under a label must hold
    roles: tuple[Who, ...] = _ROLES
    milder_roles: tuple[Who, ...] = ()  # roles for which it is only a warning
    milder: Lexicon = _NOTHING  # words in the block that make it a warning
    unless: Lexicon = _NOTHING  # words in the sentence that rule it out
    against: Lexicon = _NOTHING  # words before it, at its column or in its heading that rule it out
    covers: Literal["clause", "fact"] = "fact"
    above: bool = False  # whether a label may speak of somebody named in the blocks above
    channel: Literal["phone", "email", ""] = ""  # values that a contact directory may hold
    confidence: float = 0.85

    def expressions(self) -> Iterable[str]:
        return (*self.values, *([self.shape] if self.shape else []))

    def lexicons(self) -> Iterable[Lexicon]:
        return (self.facts, self.beside, self.labels, self.milder, self.unless, self.against)

    def find(self, draft: Draft) -> Iterator[Match]:
        words = vocabulary(self.people, self.names)
        taken: dict[int, list[Span]] = {}
        for fact in self._facts(draft):
            claimed = taken.setdefault(fact.block, [])
            if any(span.overlaps(fact.span) for span in claimed) or self._ruled_out(draft, fact):
                continue
            tied = self._tied(draft, fact, words)
            if tied is not None and not is_official(draft, fact.block, fact.span, self.channel):
                claimed.append(fact.span)
                yield self._match(draft, fact, tied)

    def _facts(self, draft: Draft) -> Iterator[Fact]:
        shaped = partial(_shaped, draft, self.shape)
        for index, span in labelled_values(draft, self.labels, shaped):
            yield Fact(index, span, "label", labelled=True)
        yield from self._valued(draft)
        yield from self._told(draft)

    def _told(self, draft: Draft) -> Iterator[Fact]:
        groups: dict[int, list[PhraseHit]] = {}
        for index, hit in draft.phrases(self.facts, _WITHIN):
            if not _excused(draft, index, hit):
                groups.setdefault(index, []).append(hit)
        for index, hits in groups.items():
            for span in _merged(draft, index, [hit for hit in hits if not _is_label(draft, index, hit)]):
                yield Fact(index, self._reach(draft, index, span), "fact")

    def _valued(self, draft: Draft) -> Iterator[Fact]:
        for expression in self.values:
            for index, hit in draft.hits(expression, SHOWN):
                span = trimmed(draft.blocks[index].text, Span(*hit.groups.get("value", (hit.start, hit.end))))
                label = naming(draft, Value(index, span.start, span.end), self.beside, _NOTHING).own
                if self.beside and label is None:
                    continue
                labelled = label is not None and label.place in {Place.LEAD, Place.ROW, Place.HEADER}
                yield Fact(index, span, "value", labelled=labelled)

    def _reach(self, draft: Draft, index: int, span: Span) -> Span:
        """The fact alone, or with the rest of its clause."""
        if self.covers == "fact":
            return span
        text = draft.blocks[index].text
        limit = min(draft.sentence(index, span.start).end, span.end + _CLAUSE)
        end = span.end
        while end < limit and text[end] not in '.,;:!?()"“”':
            end += 1
        return Span(
            span.start, end if end < limit or limit - span.end < _CLAUSE else text.rfind(" ", span.end, end)
        )

    def _ruled_out(self, draft: Draft, fact: Fact) -> bool:
        sentence = draft.sentence(fact.block, fact.span.start)
        if any(
            sentence.start <= hit.start < sentence.end for hit in draft.phrases_in(fact.block, self.unless)
        ):
            return True
        return bool(self.against) and _spoken_against(draft, fact, self.against)

    def _tied(self, draft: Draft, fact: Fact, words: Vocabulary) -> Tied | None:
        allowed = frozenset(Role(role) for role in (*self.roles, *self.milder_roles))
        block = draft.blocks[fact.block]
        recorded = fact.labelled or fact.why == "value" or block.cell is not None
        recorded = recorded or labelled(block.text, block.line(fact.span.start)) is not None
        tied = None if fact.labelled else tie(draft, fact.block, fact.span, words, allowed)
        if tied is None and recorded:
            tied = person_of(draft, fact.block, fact.span.start, words)
        if tied is None and fact.labelled:
            tied = self._beside(draft, fact, words, allowed)
        if tied is None and fact.labelled and self.above:
            tied = somebody_above(draft, fact.block, words)
        return tied if tied is not None and tied.person.role in allowed else None

    def _beside(self, draft: Draft, fact: Fact, words: Vocabulary, allowed: frozenset[Role]) -> Tied | None:
        """Somebody named in the sentence of a labelled value, outside the value itself."""
        tied = tie(draft, fact.block, fact.span, words, allowed)
        if tied is None or not tied.person.sure:
            return None
        own = tied.block == fact.block and fact.span.start <= tied.person.name_start < fact.span.end
        return None if own else tied

    def _match(self, draft: Draft, fact: Fact, tied: Tied) -> Match:
        mild = tied.person.role.value in self.milder_roles or bool(draft.phrases_in(fact.block, self.milder))
        person = tied.person
        return Match(
            block=fact.block,
            start=fact.span.start,
            end=fact.span.end,
            confidence=self.confidence if person.sure else self.confidence - 0.15,
            evidence=(fact.why, f"person: {person.role.value} ({person.why})", tied.way),
            related=(("person", tied.block, person.name_start, person.name_end),),
            severity=Severity.WARNING if mild else None,
        )


def _shaped(draft: Draft, shape: str, index: int, span: Span) -> bool:
    """Whether a labelled value holds what it must."""
    if not shape:
        return True
    return any(span.start <= hit.start and hit.end <= span.end for hit in draft.hits_in(index, shape))


def _excused(draft: Draft, index: int, hit: PhraseHit) -> bool:
    """Whether a word of the entry's own `unless` stands in its sentence."""
    if not hit.entry.unless:
        return False
    span = draft.sentence(index, hit.start)
    sentence = draft.folded(index)[span.start : span.end].lower()
    return any(word in sentence for word in hit.entry.unless)


def _is_label(draft: Draft, index: int, hit: PhraseHit) -> bool:
    """Whether a phrase names a field rather than tells a fact: *Riwayat pidana: …*."""
    block = draft.blocks[index]
    line = labelled(block.text, block.line(hit.start))
    if line is None or not line.label.covers(Span(hit.start, hit.end)):
        return False
    return line.label.end - line.label.start <= hit.end - hit.start + _AROUND


def _merged(draft: Draft, index: int, hits: list[PhraseHit]) -> Iterator[Span]:
    """Hits that tell one fact: near one another in one sentence."""
    last: Span | None = None
    for hit in sorted(hits, key=lambda hit: hit.start):
        if (
            last is not None
            and hit.start - last.end <= _GAP
            and hit.start < draft.sentence(index, last.start).end
        ):
            last = Span(last.start, max(last.end, hit.end))
            continue
        if last is not None:
            yield last
        last = Span(hit.start, hit.end)
    if last is not None:
        yield last


def _spoken_against(draft: Draft, fact: Fact, against: Lexicon) -> bool:
    """Whether a word before the value in its sentence, its column head or the heading above says otherwise."""
    block = draft.blocks[fact.block]
    sentence = draft.sentence(fact.block, fact.span.start)
    if any(sentence.start <= hit.start < fact.span.start for hit in draft.phrases_in(fact.block, against)):
        return True
    if block.cell is not None and any(draft.header_has(at, against) for at in row(draft, fact.block)):
        return True
    section = block.section.lower()
    if any(entry.note == "heading" and entry.text in section for entry in against.entries):
        return True
    return _led_in(draft, fact.block, against)


def _led_in(draft: Draft, index: int, against: Lexicon) -> bool:
    """Whether a line that ends in a colon above a short one says otherwise: *Keterangan lebih lanjut hubungi:*."""
    for at in range(index - 1, max(index - _LINES, 0) - 1, -1):
        text = draft.blocks[at].text.rstrip()
        if len(text) > _LINE or len(draft.blocks[index].text) > _LINE:
            return False
        if text.endswith(":"):
            return bool(draft.phrases_in(at, against))
    return False
