"""Kind `disclosure`: a statement that tells what is not yet, or not at all, for the public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Entry, Lexicon
from ppid_lint.matchers.beside import lead_in, told_of
from ppid_lint.matchers.phrase import longest
from ppid_lint.matchers.record import row
from ppid_lint.scan import PhraseHit, lowered
from ppid_lint.text import Span

_NOTHING = Lexicon("")
_READ = PROSE | {Role.CELL, Role.CODE}
_BESIDE = 24  # code points before a word in which its `unless` counts
_HEAD = 4  # blocks at the head of a draft that tell what it is
_EDGES = " \t\"'“”.;,:!?-–*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """Words of a subject, of what is done to it and of its state, together in one sentence.

    Every group that is filled must be there; `details` are expressions of which one must be. The
    state may also stand in what leads in to a list, in the heading, in the next sentence where a word
    of `back` points back, or as a word of `setting` at the head of the draft. `unless` in the sentence
    rules it out, `talk` where only the kind of information is spoken of.
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
    unless: Lexicon = _NOTHING
    talk: Lexicon = _NOTHING
    covers: Literal["sentence", "subject"] = "sentence"
    internal: bool | None = None  # where it differs from the rule's
    confidence: float = 0.8

    def expressions(self) -> Iterable[str]:
        likes = (entry.text for words in self.lexicons() for entry in words.entries if entry.like)
        return (*self.patterns, *self.details, *likes)

    def lexicons(self) -> Iterable[Lexicon]:
        return (self.subjects, self.deeds, self.states, self.setting, self.back, self.unless, self.talk)

    def find(self, draft: Draft) -> Iterator[Match]:
        detailed = self._detailed(draft)
        seen: set[tuple[int, Span]] = set()
        for index, subject in self._subjects(draft):
            if not self._possible(draft, index, detailed):
                continue
            span = draft.sentence(index, subject.start)
            place = subject if self.covers == "subject" else trimmed(draft, index, span)
            if (index, place) not in seen and self._told(draft, index, span, subject, detailed):
                seen.add((index, place))
                yield self._match(index, place)

    def _subjects(self, draft: Draft) -> Iterator[tuple[int, Span]]:
        for index, hit in longest(draft.phrases(self.subjects, _READ)):
            if not excused(draft, index, hit):
                yield index, Span(hit.start, hit.end)
        for expression in (*self.patterns, *(entry.text for entry in likes(self.subjects))):
            for index, found in draft.hits(expression, _READ):
                yield index, Span(*found.groups.get("value", (found.start, found.end)))

    def _detailed(self, draft: Draft) -> dict[int, list[Span]]:
        """The places of details, by block."""
        found: dict[int, list[Span]] = {}
        for expression in self.details:
            for index, hit in draft.hits(expression, _READ):
                found.setdefault(index, []).append(Span(hit.start, hit.end))
        return found

    def _possible(self, draft: Draft, index: int, detailed: dict[int, list[Span]]) -> bool:
        """Whether a block holds all that must stand in the sentence: a cheap test before the dear one."""
        if self.details and not any(at in detailed for at in self._reach(draft, index)):
            return False
        return not self.deeds or any(True for at in self._reach(draft, index) for _ in said(draft, at, self.deeds))

    def _reach(self, draft: Draft, index: int) -> Iterator[int]:
        """The block; of a cell all of its row."""
        yield index
        if draft.blocks[index].cell is not None:
            yield from row(draft, index)

    def _told(
        self, draft: Draft, index: int, span: Span, subject: Span, detailed: dict[int, list[Span]]
    ) -> bool:
        if self._ruled_out(draft, index, span):
            return False
        if self.deeds and not self._has(draft, index, span, self.deeds, subject):
            return False
        if self.states and not self._stated(draft, index, span):
            return False
        return not self.details or self._has_detail(draft, index, span, detailed)

    def _has(
        self, draft: Draft, index: int, span: Span, words: Lexicon, other: Span | None = None
    ) -> bool:
        """Whether a word of the list stands in the sentence, or elsewhere in the row of a cell."""
        for at in self._reach(draft, index):
            for hit in said(draft, at, words):
                inside = at != index or span.start <= hit.start < span.end
                apart = at != index or other is None or hit.end <= other.start or hit.start >= other.end
                if inside and apart and not excused(draft, at, hit):
                    return True
        return False

    def _has_detail(
        self, draft: Draft, index: int, span: Span, detailed: dict[int, list[Span]]
    ) -> bool:
        return any(
            at != index or span.start <= place.start < span.end
            for at in self._reach(draft, index)
            for place in detailed.get(at, ())
        )

    def _stated(self, draft: Draft, index: int, span: Span) -> bool:
        if self._has(draft, index, span, self.states):
            return True
        lead = lead_in(draft, index)
        if lead is not None and any(True for _ in said(draft, lead, self.states)):
            return True
        if draft.section_has(index, self.states):
            return True
        return self._is_set(draft) or (bool(self.back) and self._beside(draft, index, span))

    def _beside(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether the sentence before or after tells the state: *Kedua rencana belum dibahas.*"""
        sentences = draft.sentences(index)
        before = [other for other in sentences if other.end <= span.start][-1:]
        after = [other for other in sentences if other.start >= span.end][:1]
        return any(self._has(draft, index, other, self.states) for other in (*before, *after))

    def _is_set(self, draft: Draft) -> bool:
        """Whether the head of the draft tells the state of all of it."""
        return any(draft.phrases_in(at, self.setting) for at in range(min(_HEAD, len(draft.blocks))))

    def _made_public(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether the next sentence takes it back: *Tarif itu telah diumumkan.*"""
        following = next((other for other in draft.sentences(index) if other.start >= span.end), None)
        if following is None or not self._has(draft, index, following, self.unless):
            return False
        opening = following.start + _BESIDE
        return any(following.start <= hit.start <= opening for hit in draft.phrases_in(index, self.back))

    def _ruled_out(self, draft: Draft, index: int, span: Span) -> bool:
        stated = [hit for hit in said(draft, index, self.states) if span.start <= hit.start < span.end]
        for hit in said(draft, index, self.unless):
            inside = span.start <= hit.start < span.end
            part = any(_within(hit, state) for state in stated)
            if inside and not part and not excused(draft, index, hit):
                return True
        if self._made_public(draft, index, span):
            return True
        return told_of(draft, index, span, self.talk)

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


def _within(hit: PhraseHit, state: PhraseHit) -> bool:
    """Whether a word is a part of a state: *diumumkan* of *belum diumumkan*."""
    ends = hit.end == state.end if state.entry.like else hit.end <= state.end
    return state.start <= hit.start and ends


def likes(words: Lexicon) -> Iterator[Entry]:
    """The entries of a word list that are expressions."""
    return (entry for entry in words.entries if entry.like)


def said(draft: Draft, index: int, words: Lexicon) -> Iterator[PhraseHit]:
    """The places of a word list's entries in a block, expressions too."""
    yield from draft.phrases_in(index, words)
    for entry in likes(words):
        for hit in draft.hits_in(index, entry.text):
            yield PhraseHit(hit.start, hit.end, entry)


def excused(draft: Draft, index: int, hit: PhraseHit) -> bool:
    """Whether a word of the entry's own `unless` stands right before it."""
    if not hit.entry.unless:
        return False
    before = lowered(draft.folded(index)[max(hit.start - _BESIDE, 0) : hit.start]).split()
    return any(word in before for word in hit.entry.unless)


def trimmed(draft: Draft, index: int, span: Span) -> Span:
    """A span without the spaces and marks at its edges."""
    text = draft.blocks[index].text
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
