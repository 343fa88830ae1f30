"""Kind `identity`: the pieces that tell who somebody is whose identity must stay closed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.cast import Cast, cast_of
from ppid_lint.matchers.pieces import (
    Cases,
    Piece,
    apposed,
    end_with_trade,
    following,
    follows_name,
    is_protected,
    led_in_items,
    named_pieces,
    opens_another,
    row_about,
    traits,
)
from ppid_lint.matchers.record import name_in, named_cell, row
from ppid_lint.matchers.rivals import is_another
from ppid_lint.matchers.strand import Strand, picked, three_sentences
from ppid_lint.matchers.tale import in_tale
from ppid_lint.people.lines import trimmed
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.people.vocabulary import NO_WORDS, Vocabulary
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_NOTHING = Lexicon("")
_FITTING = "description that fits one person"
_INITIALS = (
    r"(?:\b(?:ber)?inisial [A-Z]|\b[A-Z]{1,3} \(\d{1,2}\)|\binitials [A-Z]"
    r"|(?i:\b(?:nama samaran|bukan nama sebenarnya|nama disamarkan))\b)"
)
_WITHIN = PROSE | {Part.CELL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Names, schools and addresses of people whose part the law keeps closed, near words of such a case."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["identity"] = "identity"
    people: Lexicon  # words around names, and what they tell (note)
    names: Lexicon  # common given names
    ordinary: WordSet = NO_WORDS  # words of the language and places: a capitalised word beside them is a name
    cases: Lexicon  # words of such a case
    subjects: Lexicon = _NOTHING  # words for the protected person, one of which must stand beside the case
    pieces: tuple[str, ...] = ()  # expressions of other identifying pieces
    descriptions: tuple[str, ...] = ()  # expressions that tell who it is without a name
    labels: Lexicon = _NOTHING  # labels and column heads of the protected person
    records: Lexicon = _NOTHING  # labels of such a person where a line of the same record tells the case
    traits: Lexicon = _NOTHING  # labels of their address, school or trade, in such a record
    goes_on: Lexicon = _NOTHING  # words that speak on of them in a paragraph after the case's
    one_of: Lexicon = _NOTHING  # words that pick one of those told of: salah satunya
    others: Lexicon = _NOTHING  # words right before a name that make it somebody else's; after a comma, too
    tales: Lexicon = _NOTHING  # words of tales, in which nobody is protected
    unless: Lexicon = _NOTHING  # words in the sentence of the case that rule it out
    apart: Lexicon = _NOTHING  # words in the block that make it another rule's
    reach: int = 320  # code points between the case and a piece
    one_sentence: bool = False  # whether they must stand in one sentence
    minor: bool = False  # leaves out grown-ups who are no kin
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs(
            expressions=(*self.pieces, *self.descriptions, _INITIALS),
            words=(self.cases, self.labels, self.records, self.traits),
            nearby=(
                *(self.goes_on, self.one_of, self.subjects, self.others),
                *(self.unless, self.apart, self.tales),
            ),
        )

    def find(self, draft: Draft) -> Iterator[Match]:
        taken: dict[int, list[Span]] = {}
        for piece in (*self._labelled(draft), *self._told(draft)):
            claimed = taken.setdefault(piece.block, [])
            at = bisect_left(claimed, piece.span)
            twice = any(span.overlaps(piece.span) for span in claimed[max(at - 1, 0) : at + 1])
            if not twice and not in_tale(draft, piece.block, piece.span.start, self.tales):
                claimed.insert(at, piece.span)
                yield Match(piece.block, *piece.span, confidence=self.confidence, evidence=(piece.what,))

    def _labelled(self, draft: Draft) -> Iterator[Piece]:
        cases = Cases(self.cases, self.unless)
        vocabulary = cast_of(draft, self.people, self.names, self.ordinary).vocabulary
        for piece in named_pieces(draft, self.labels, self.records, cases, vocabulary):
            yield piece
            yield from self._beside(draft, piece.block)
        yield from traits(draft, self.traits, cases)

    def _beside(self, draft: Draft, index: int) -> Iterator[Piece]:
        """The other pieces in the row of a cell."""
        if draft.blocks[index].cell is not None:
            for at in row(draft, index):
                yield from self._others(draft, at, [])

    def _told(self, draft: Draft) -> Iterator[Piece]:
        cases = dict(self._cases(draft))
        if not cases:
            return
        cast = cast_of(draft, self.people, self.names, self.ordinary)
        near = {
            index: [Span(hit.start, hit.end) for hit in hits if self._about(cast, index, hit)]
            for index, hits in cases.items()
        }
        opened = {index for index, hits in cases.items() if near[index] or opens_another(hits, self.goes_on)}
        for index, spans in near.items():
            if draft.blocks[index].cell is not None and row_about(draft, index, self.subjects):
                yield from self._in_row(draft, index, cast.vocabulary)
            if spans:
                yield from self._in_block(cast, index, spans)
                yield from self._in_list(cast, index)
            if not self.one_sentence and (spans or not self.minor):
                yield from self._further(cast, index, opened)

    def _cases(self, draft: Draft) -> Iterator[tuple[int, list[PhraseHit]]]:
        """The blocks that tell of a case, each with the words that do, by place."""
        told, cases = Cases(self.cases, self.unless), dict[int, list[PhraseHit]]()
        for index, hit in draft.phrases(self.cases, _WITHIN, where=lambda at: not draft.has(at, self.apart)):
            if not told.rule_out(draft, index, hit):
                cases.setdefault(index, []).append(hit)
        yield from ((index, sorted(hits, key=lambda hit: hit[:2])) for index, hits in cases.items())

    def _in_list(self, cast: Cast, index: int) -> Iterator[Piece]:
        """Who the items that a case leads in to name."""
        for at in led_in_items(cast.draft, index):
            text = cast.draft.blocks[at].text
            named = name_in(text, Span(0, len(text)), Role.VICTIM, cast.vocabulary)
            if named is not None and named.role in NATURAL:
                yield Piece(at, Span(named.start, named.end), "name in the list")
                yield from self._others(cast.draft, at, [])

    def _further(self, cast: Cast, index: int, cases: Container[int]) -> Iterator[Piece]:
        """Who the next paragraphs call a victim or a child."""
        role = Role.CHILD if self.minor else Role.VICTIM
        for at in following(cast.draft, index, cases):
            people = [m for m in cast.everybody(at) if m.sure and m.role is role]
            people += [m for m in self._picked(cast, at) if m not in people]
            yield from (Piece(at, Span(m.name_start, m.end), f"name ({m.why})") for m in people)
            if people or cast.draft.phrases_in(at, self.goes_on):
                yield from self._others(cast.draft, at, [])
                yield from self._expressed(cast.draft, at, self.descriptions, [], _FITTING)

    def _picked(self, cast: Cast, index: int) -> list[Mention]:
        """Who a paragraph picks out of those told of, a child only where it speaks of one."""
        if self.minor and not cast.draft.has(index, self.subjects):
            return []
        return list(picked(cast, index, self.one_of))

    def _about(self, cast: Cast, index: int, case: PhraseHit) -> bool:
        """Whether a case is of somebody protected: by a word for them, by a child's age, by its verb."""
        wide = Span(case.start - self.reach, case.end + self.reach)
        around = three_sentences(cast.draft, index, case) if case.entry.note == "weak" else wide
        if not self.subjects or self._names_subject(cast.draft, index, around):
            return True
        if self._is_headed(cast.draft, index):
            return True
        if self.minor and cast.names_child(index, around):
            return True
        return case.entry.note == "suffered" and follows_name(cast, index, case.start)

    def _is_headed(self, draft: Draft, index: int) -> bool:
        """Whether the heading names the victims of what is told below."""
        return not (self.minor or self.one_sentence) and draft.section_has(index, self.subjects)

    def _names_subject(self, draft: Draft, index: int, around: Span) -> bool:
        """Whether a word for the protected person stands there, and in no phrase of others: *anak kos*."""
        others = [Span(hit.start, hit.end) for hit in draft.said_within(index, around, self.unless)]
        return any(
            not any(other.covers(Span(hit.start, hit.end)) for other in others)
            for hit in draft.said_within(index, around, self.subjects)
        )

    def _in_row(self, draft: Draft, index: int, words: Vocabulary) -> Iterator[Piece]:
        for at in row(draft, index):
            named = named_cell(draft, at, words)
            if named is not None and named.role in NATURAL:
                yield Piece(at, Span(named.start, named.end), "name in the row")
            if at != index:
                yield from self._others(draft, at, [])

    def _in_block(self, cast: Cast, index: int, cases: list[Span]) -> Iterator[Piece]:
        draft = cast.draft
        people = [
            mention
            for mention in cast.everybody(index)
            if is_protected(mention, draft.blocks[index].text, cases, self.one_sentence, minor=self.minor)
            and (self.one_sentence or self._strand.holds(draft, index, mention))
            and not self._another(draft, index, mention, cases)
        ]
        near = [m for m in people if self._near(draft, index, Span(m.name_start, m.end), cases)]
        for mention in near:
            end = end_with_trade(cast, index, mention) if self.one_sentence else mention.end
            yield Piece(index, Span(mention.name_start, end), f"name ({mention.why})")
        if near or any(True for _ in draft.hits_in(index, _INITIALS)):
            yield from self._others(draft, index, cases)
        yield from self._expressed(draft, index, self.descriptions, cases, _FITTING)

    def _others(self, draft: Draft, index: int, cases: list[Span]) -> Iterator[Piece]:
        return self._expressed(draft, index, self.pieces, cases, "other identifying piece")

    def _expressed(
        self, draft: Draft, index: int, expressions: tuple[str, ...], cases: list[Span], what: str
    ) -> Iterator[Piece]:
        for expression in expressions:
            for hit in draft.hits_in(index, expression):
                span = trimmed(draft.blocks[index].text, Span(*hit.groups.get("value", (hit.start, hit.end))))
                if not cases or self._near(draft, index, span, cases):
                    yield Piece(index, span, what)

    def _near(self, draft: Draft, index: int, span: Span, cases: list[Span]) -> bool:
        at = bisect_left(cases, span)
        return any(
            max(span.start - case.end, case.start - span.end) <= self.reach
            and (not self.one_sentence or draft.sentence(index, case.start).overlaps(span))
            for case in cases[max(at - 2, 0) : at + 2]
        )

    def _another(self, draft: Draft, index: int, mention: Mention, cases: list[Span]) -> bool:
        """Whether a word right before a name says that it is somebody else's: *tersangka Joko*."""
        if apposed(draft, index, mention, (self.subjects, self.cases), that=self.one_sentence):
            return False
        if mention.told:
            return self.one_sentence and all(case.end <= mention.start for case in cases)
        return is_another(draft, index, mention, self.others)

    @property
    def _strand(self) -> Strand:
        return Strand(self.cases, self.subjects if self.minor else _NOTHING, self.one_of, self.goes_on)
