"""Kind `disclosure`: a statement that tells what is not yet, or not at all, for the public."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.beside import follow_up, lead_in, opens, sentences_near, speaks_of_kinds, told_of
from ppid_lint.matchers.clause import around, clause, has_figure, nearest, trimmed
from ppid_lint.matchers.details import Details
from ppid_lint.matchers.excused import excused
from ppid_lint.matchers.occasion import on_occasion, said_in_public
from ppid_lint.matchers.presence import is_absent, is_said
from ppid_lint.matchers.record import with_row
from ppid_lint.matchers.statement import is_part, stands
from ppid_lint.phrases import longest
from ppid_lint.scan import compile_expression
from ppid_lint.text import Span

_NOTHING = Lexicon("")
_READ = PROSE | {Role.CELL, Role.CODE}
_HEAD = 2  # blocks at the head of a draft that tell what it is
_SHORT = 90  # code points of a sentence that may do no more than point back
_WIDE = 160  # code points from which a finding covers the clauses that tell it, not the sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """Words of a subject, of what is done to it and of its state, together in one sentence.

    Every group that is filled must be there; `details` are expressions of which one must be. The
    state may also stand in what leads in to a list or, pointing back, follows it, in the heading, as
    a word of `setting` at the head of the draft, or, where there are words of `back`, in a sentence
    nearby. `unless` in the sentence rules it out, as it does in the next one where that
    points back; so does `talk`, where only the kind of information is spoken of.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["disclosure"] = "disclosure"
    subjects: Lexicon = _NOTHING
    patterns: tuple[str, ...] = ()  # expressions of subjects
    deeds: Lexicon = _NOTHING
    states: Lexicon = _NOTHING
    details: tuple[str, ...] = ()
    setting: Lexicon = _NOTHING
    back: Lexicon = _NOTHING
    alone: bool = False  # whether the state must be told with the thing, not in a sentence nearby
    unless: Lexicon = _NOTHING
    talk: Lexicon = _NOTHING
    covers: Literal["sentence", "subject"] = "sentence"
    internal: bool | None = None  # where it differs from the rule's
    confidence: float = 0.8

    def __post_init__(self) -> None:
        needs = self.needs()
        likes = (entry.text for words in (*needs.words, *needs.nearby) for entry in words.likes)
        for expression in (*self.details, *likes):
            compile_expression(expression)  # those of subjects and patterns are checked with all others

    def needs(self) -> Needs:
        return Needs(
            expressions=(*self.patterns, *(entry.text for entry in self.subjects.likes)),
            words=(self.subjects, self.setting),
            nearby=(self.deeds, self.states, self.back, self.unless, self.talk),
            details=self.details,
        )

    def find(self, draft: Draft) -> Iterator[Match]:
        if self._is_hopeless(draft):
            return
        details = Details(draft, self.details)
        tried: set[tuple[int, Span]] = set()
        possible = cache(lambda index: self._possible(draft, index, details))
        for index, subject in self._subjects(draft, possible):
            span = draft.sentence(index, subject.start)
            place = self._place(draft, index, span, subject, details)
            key = (index, place)
            if key in tried:
                continue
            if self._told(draft, index, span, subject, details):
                tried.add(key)
                yield self._match(index, place)
            elif not self.deeds:  # only these depend on which of the sentence's subjects it is
                tried.add(key)

    def _is_hopeless(self, draft: Draft) -> bool:
        """Whether the draft lacks all words of a group."""
        if self.deeds and is_absent(draft, self.deeds):
            return True
        if self.details and not any(map(draft.occurs, self.details)):
            return True
        return bool(self.states) and is_absent(draft, self.states) and is_absent(draft, self.setting)

    def _place(self, draft: Draft, index: int, span: Span, subject: Span, details: Details) -> Span:
        """The subject, the sentence, or of a long sentence the clauses that tell it."""
        if self.covers == "subject":
            return subject
        text = draft.blocks[index].text
        place = trimmed(text, span)
        if place.end - place.start <= _WIDE:
            return place
        groups = [
            [(hit.start, hit.end) for hit in draft.said_within(index, span, words)]
            for words in (self.deeds, self.states)
        ]
        groups.append([(at, at + 1) for at in details.starts(index) if span.start <= at < span.end])
        core = around(subject, (nearest(subject, group) for group in groups))
        part = trimmed(text, clause(text, span, core))
        return part if has_figure(text, part) or not has_figure(text, place) else place

    def _subjects(self, draft: Draft, possible: Callable[[int], bool]) -> Iterator[tuple[int, Span]]:
        for index, hit in longest(draft.phrases(self.subjects, _READ, where=possible)):
            if not excused(draft, index, hit):
                yield index, Span(hit.start, hit.end)
        for expression in (*self.patterns, *(entry.text for entry in self.subjects.likes)):
            for index, found in draft.hits(expression, _READ, where=possible):
                yield index, Span(*found.groups.get("value", (found.start, found.end)))

    def _possible(self, draft: Draft, index: int, details: Details) -> bool:
        """Whether a block holds all that must stand in the sentence: cheap tests before the dear ones."""
        reach = (index,) if draft.blocks[index].cell is None else tuple(with_row(draft, index))
        if self.deeds and not is_said(draft, reach, self.deeds):
            return False
        if self.details and not any(details.within(at) for at in reach):
            return False
        return not self.states or is_said(draft, reach, self.states) or self._stated_around(draft, index)

    def _told(self, draft: Draft, index: int, span: Span, subject: Span, details: Details) -> bool:
        if self.deeds and not stands(draft, index, span, self.deeds, subject):
            return False
        if self.states and not self._stated(draft, index, span):
            return False
        if self.details and not any(details.within(at, span, index) for at in with_row(draft, index)):
            return False
        return not self._ruled_out(draft, index, span)

    def _stated(self, draft: Draft, index: int, span: Span) -> bool:
        if stands(draft, index, span, self.states) or self._stated_around(draft, index):
            return True
        if self._framed(draft, index, span):
            return True
        if self.alone or not self.back:
            return False
        near = sentences_near(draft, index, span, self.back)
        return any(self._lends(draft, index, other) for other in near)

    def _framed(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether a word noted *frame* opened what the block goes on to tell: *ia membocorkan …*."""
        before = draft.said_within(index, Span(0, span.start), self.states)
        return any(hit.entry.note == "frame" for hit in before)

    def _lends(self, draft: Draft, index: int, other: Span) -> bool:
        """Whether a sentence nearby tells the state, and nothing by which the thing is public or a kind."""
        if not stands(draft, index, other, self.states):
            return False
        return not self._is_public(draft, index, other) and not speaks_of_kinds(
            draft, index, other, self.talk
        )

    def _stated_around(self, draft: Draft, index: int) -> bool:
        """Whether what leads in to a block or follows its list, its heading or the draft's head tells it."""
        lead = lead_in(draft, index)
        if lead is not None and draft.said(lead, self.states):
            return True
        after = follow_up(draft, index) if self.back else None
        if after is not None and draft.said(after, self.back) and draft.said(after, self.states):
            return True
        return draft.section_has(index, self.states) or self._is_set(draft)

    def _is_set(self, draft: Draft) -> bool:
        """Whether the head of the draft tells the state of all of it."""
        head = range(min(_HEAD, len(draft.blocks)))
        return bool(self.setting) and draft.once(
            ("set", self.setting.name), lambda: any(draft.has(at, self.setting) for at in head)
        )

    def _ruled_out(self, draft: Draft, index: int, span: Span) -> bool:
        if self._is_public(draft, index, span) or self._points_back(draft, index, span):
            return True
        return self._taken_back(draft, index, span) or told_of(draft, index, span, self.talk)

    def _is_public(self, draft: Draft, index: int, span: Span) -> bool:
        if said_in_public(draft, index, span, self.unless):
            return True
        if self.alone and on_occasion(draft, index, span, self.unless):
            return True
        stated = draft.said_within(index, span, self.states)
        return any(
            not any(is_part(hit, state) for state in stated) and not excused(draft, index, hit)
            for hit in draft.said_within(index, span, self.unless)
        )

    def _points_back(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether a short sentence tells the state of the one before it and no more: *Resep itu rahasia.*"""
        text = draft.blocks[index].text[span.start : span.end]
        if not self.back or len(text) > _SHORT or any(map(str.isdigit, text)):
            return False
        first = draft.sentences(index)[:1]
        return first != (span,) and opens(draft, index, span, self.back)

    def _taken_back(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether the next sentence says it is public: *Tarif itu telah diumumkan.*"""
        for other in sentences_near(draft, index, span, self.back):
            if other.start >= span.end and opens(draft, index, other, self.back):
                return stands(draft, index, other, self.unless)
        return False

    def _match(self, index: int, place: Span) -> Match:
        return Match(
            block=index,
            start=place.start,
            end=place.end,
            confidence=self.confidence,
            evidence=("subject and state in one statement",),
            whole=self.covers == "sentence",
            internal=self.internal,
        )
