"""Kind `disclosure`: a statement that tells what is not yet, or not at all, for the public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.beside import lead_in, told_of
from ppid_lint.matchers.phrase import longest
from ppid_lint.matchers.record import row
from ppid_lint.phrases import PhraseHit, lowered
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
        return (*self.patterns, *self.details)

    def lexicons(self) -> Iterable[Lexicon]:
        return (self.subjects, self.deeds, self.states, self.setting, self.back, self.unless, self.talk)

    def nearby(self) -> Iterable[Lexicon]:
        return ()

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
        for expression in self.patterns:
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
        return not self.deeds or any(draft.phrases_in(at, self.deeds) for at in self._reach(draft, index))

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

    def _has(self, draft: Draft, index: int, span: Span, words: Lexicon, other: Span | None = None) -> bool:
        """Whether a word of the list stands in the sentence, or elsewhere in the row of a cell."""
        for at in self._reach(draft, index):
            for hit in draft.phrases_in(at, words):
                inside = at != index or span.start <= hit.start < span.end
                apart = at != index or other is None or hit.end <= other.start or hit.start >= other.end
                if inside and apart and not excused(draft, at, hit):
                    return True
        return False

    def _has_detail(self, draft: Draft, index: int, span: Span, detailed: dict[int, list[Span]]) -> bool:
        return any(
            at != index or span.start <= place.start < span.end
            for at in self._reach(draft, index)
            for place in detailed.get(at, ())
        )

    def _stated(self, draft: Draft, index: int, span: Span) -> bool:
        if self._has(draft, index, span, self.states):
            return True
        lead = lead_in(draft, index)
        if lead is not None and draft.phrases_in(lead, self.states):
            return True
        if draft.section_has(index, self.states):
            return True
        return self._is_set(draft) or self._pointed_back(draft, index, span, self.states)

    def _is_set(self, draft: Draft) -> bool:
        """Whether the head of the draft tells the state of all of it."""
        return any(draft.phrases_in(at, self.setting) for at in range(min(_HEAD, len(draft.blocks))))

    def _pointed_back(self, draft: Draft, index: int, span: Span, words: Lexicon) -> bool:
        """Whether the next sentence speaks of this one: *Kedua rencana belum dibahas.*"""
        for following in draft.sentences(index):
            if following.start >= span.end:
                opens = any(
                    hit.start <= following.start + _BESIDE
                    for hit in draft.phrases_in(index, self.back)
                    if hit.start >= following.start
                )
                return opens and self._has(draft, index, following, words)
        return False

    def _ruled_out(self, draft: Draft, index: int, span: Span) -> bool:
        stated = [hit for hit in draft.phrases_in(index, self.states) if span.start <= hit.start < span.end]
        for hit in draft.phrases_in(index, self.unless):
            inside = span.start <= hit.start < span.end
            part = any(state.start <= hit.start and hit.end <= state.end for state in stated)
            if inside and not part and not excused(draft, index, hit):
                return True
        if self._pointed_back(draft, index, span, self.unless):
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
