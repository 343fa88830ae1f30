"""Kind `identity`: the pieces that tell who somebody is whose identity must stay closed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, NamedTuple

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.cast import Cast, cast_of
from ppid_lint.matchers.facts import within
from ppid_lint.matchers.labels import labelled_values
from ppid_lint.matchers.record import name_in, named_cell, row
from ppid_lint.people.lines import trimmed
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.people.surroundings import is_verb
from ppid_lint.people.vocabulary import ROLES, Vocabulary
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_NOTHING = Lexicon("")
_ADULT = 18
_RECORD = 6  # lines above and below that belong to one record
_OTHER = 20  # code points before a name in which a word tells whose it is
_INITIALS = r"(?:\b(?:ber)?inisial [A-Z]|\b[A-Z]{1,3} \(\d{1,2}\)|\binitials [A-Z])"
_WITHIN = PROSE | {Part.CELL}


class Piece(NamedTuple):
    """One piece of an identity: where it stands and what it is."""

    block: int
    span: Span
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Names, schools and addresses of people whose part the law keeps closed, near words of such a case."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["identity"] = "identity"
    people: Lexicon  # words around names, and what they tell (note)
    names: Lexicon  # common given names
    cases: Lexicon  # words of such a case
    subjects: Lexicon = _NOTHING  # words for the protected person, one of which must stand beside the case
    pieces: tuple[str, ...] = ()  # expressions of other identifying pieces
    descriptions: tuple[str, ...] = ()  # expressions that tell who it is without a name
    labels: Lexicon = _NOTHING  # labels and column heads of the protected person
    records: Lexicon = _NOTHING  # labels of such a person where a line of the same record tells the case
    others: Lexicon = _NOTHING  # words right before a name that make it somebody else's
    unless: Lexicon = _NOTHING  # words in the sentence of the case that rule it out
    apart: Lexicon = _NOTHING  # words in the block that make it another rule's
    reach: int = 320  # code points between the case and a piece
    one_sentence: bool = False  # whether they must stand in one sentence
    minor: bool = False  # leaves out grown-ups who are no kin
    confidence: float = 0.85

    def expressions(self) -> Iterable[str]:
        return (*self.pieces, *self.descriptions, _INITIALS)

    def lexicons(self) -> Iterable[Lexicon]:
        return (self.cases, self.subjects, self.labels, self.records, self.others, self.unless, self.apart)

    def nearby(self) -> Iterable[Lexicon]:
        return (self.subjects, self.others, self.unless, self.apart)

    def find(self, draft: Draft) -> Iterator[Match]:
        seen: set[tuple[int, int]] = set()
        for piece in (*self._labelled(draft), *self._told(draft)):
            if (piece.block, piece.span.start) not in seen:
                seen.add((piece.block, piece.span.start))
                yield Match(
                    block=piece.block,
                    start=piece.span.start,
                    end=piece.span.end,
                    confidence=self.confidence,
                    evidence=(piece.what,),
                )

    def _labelled(self, draft: Draft) -> Iterator[Piece]:
        recorded = labelled_values(draft, self.records, lambda index, span: self._in_record(draft, index))
        labelled = labelled_values(draft, self.labels, lambda index, span: True)
        for index, span in (*labelled, *_listed(draft, self.labels), *recorded):
            words = cast_of(draft, self.people, self.names).vocabulary
            named = name_in(draft.blocks[index].text, span, Role.WITNESS, words)
            if named is not None and named.role in NATURAL:
                yield Piece(index, Span(named.start, named.end), "name under its label")
                yield from self._beside(draft, index)

    def _in_record(self, draft: Draft, index: int) -> bool:
        """Whether a line near a labelled one, with no heading between, tells of such a case."""
        for step in (-1, 1):
            for at in range(index + step, index + step * (_RECORD + 1), step):
                if not 0 <= at < len(draft.blocks) or draft.blocks[at].role is Part.HEADING:
                    break
                if draft.names(at, self.cases) and not draft.names(at, self.unless):
                    return True
        return draft.names(index, self.cases)

    def _beside(self, draft: Draft, index: int) -> Iterator[Piece]:
        """The other pieces in the row of a cell."""
        if draft.blocks[index].cell is not None:
            for at in row(draft, index):
                yield from self._others(draft, at, [])

    def _told(self, draft: Draft) -> Iterator[Piece]:
        cases: dict[int, list[Span]] = {}
        for index, hit in draft.phrases(self.cases, _WITHIN, where=lambda at: self._may_tell(draft, at)):
            if not self._ruled_out(draft, index, hit):
                cases.setdefault(index, []).append(Span(hit.start, hit.end))
        for index, spans in cases.items():
            spans.sort()
            cast = cast_of(draft, self.people, self.names)
            if draft.blocks[index].cell is not None and self._row_about(draft, index):
                yield from self._in_row(draft, index, cast.vocabulary)
            near = [case for case in spans if self._about(cast, index, case)]
            if near:
                yield from self._in_block(cast, index, near)

    def _may_tell(self, draft: Draft, index: int) -> bool:
        """Whether a block that holds a case may tell of somebody protected: a cheap test before dear ones."""
        if draft.names(index, self.apart):
            return False
        alone = not self.subjects or self.minor or draft.blocks[index].cell is not None
        return alone or draft.names(index, self.subjects)

    def _about(self, cast: Cast, index: int, case: Span) -> bool:
        """Whether a case is of somebody protected: by a word for them near it, or by a child's age."""
        around = Span(case.start - self.reach, case.end + self.reach)
        if not self.subjects or any(True for _ in within(cast.draft, index, around, self.subjects)):
            return True
        return self.minor and any(mention.role is Role.CHILD for mention in cast.people(index, around))

    def _ruled_out(self, draft: Draft, index: int, case: PhraseHit) -> bool:
        """Whether the case is no case: a phrase that holds it (*saksi ahli*), or a word of its sentence."""
        sentence = draft.sentence(index, case.start)
        for hit in within(draft, index, sentence, self.unless):
            holds = any(True for _ in within(draft, index, Span(hit.start, hit.end), self.cases))
            if not holds or (hit.start < case.end and case.start < hit.end):
                return True
        return False

    def _row_about(self, draft: Draft, index: int) -> bool:
        """Whether a row or its column heads hold a word for the protected person."""
        return not self.subjects or any(
            draft.names(at, self.subjects) or draft.header_has(at, self.subjects) for at in row(draft, index)
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
            if self._protects(mention, draft.blocks[index].text, cases)
            and not self._another(draft, index, mention, cases)
        ]
        near = [m for m in people if self._near(draft, index, Span(m.name_start, m.end), cases)]
        for mention in near:
            span = Span(mention.name_start, self._end(cast, index, mention))
            yield Piece(index, span, f"name ({mention.why})")
        if near or any(True for _ in draft.hits_in(index, _INITIALS)):
            yield from self._others(draft, index, cases)
        yield from self._expressed(draft, index, self.descriptions, cases, "description that fits one person")

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

    def _protects(self, mention: Mention, text: str, cases: list[Span]) -> bool:
        """Whether a mention is of a private person, for children's cases of no stranger of age."""
        grown = self.minor and mention.age is not None and mention.age >= _ADULT
        sure = mention.sure or _beside_case(text, mention, cases)
        return sure and mention.role in NATURAL and not mention.speaks and not grown

    def _another(self, draft: Draft, index: int, mention: Mention, cases: list[Span]) -> bool:
        """Whether a word right before a name says that it is somebody else's: *tersangka Joko*."""
        if self.one_sentence and mention.told and all(case.end <= mention.start for case in cases):
            return True
        before = Span(max(mention.name_start - _OTHER, 0), mention.name_start)
        text = draft.blocks[index].text
        return any(
            not any(char in ".;:" for char in text[hit.end : mention.start])
            and not any(is_verb(word) for word in text[hit.end : mention.start].split())
            for hit in within(draft, index, before, self.others)
        )

    def _end(self, cast: Cast, index: int, mention: Mention) -> int:
        """The end of a name, with what a witness is by trade: *Bu Tarmi, penjaga sekolah*."""
        text = cast.draft.blocks[index].text
        opening = text[mention.end : mention.end + 40].replace(",", " , ", 1).split(None, 2)
        trade = cast.vocabulary.note(opening[1]) if len(opening) > 1 and opening[0] == "," else ""
        if not self.one_sentence or trade not in {*ROLES, "office", "kin"}:
            return mention.end
        stop = mention.end + 2
        while stop < len(text) and text[stop] not in ",.;:()":
            stop += 1
        return stop if stop - mention.end < 70 else mention.end


def _beside_case(text: str, mention: Mention, cases: list[Span]) -> bool:
    """Whether two capitals or more stand right beside a word of the case: *foto bugil Intan Permatasari*."""
    if " " not in text[mention.name_start : mention.name_end]:
        return False
    return any(0 <= mention.start - case.end <= 1 or 0 <= case.start - mention.end <= 1 for case in cases)


def _listed(draft: Draft, labels: Lexicon) -> Iterator[tuple[int, Span]]:
    """The items of a list that a label leads in to: *Daftar saksi:*."""
    for index, hit in draft.phrases(labels, PROSE):
        text = draft.blocks[index].text.rstrip()
        if not text.endswith(":") or len(text) > hit.end + _OTHER:
            continue
        for at in range(index + 1, len(draft.blocks)):
            block = draft.blocks[at]
            if block.role is not Part.ITEM:
                break
            if ":" not in block.text:
                yield at, Span(0, len(block.text))
