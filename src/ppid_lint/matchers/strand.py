"""How a paragraph speaks on of those a case was told of: *Salah satunya, Marselina, …*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.cast import Cast
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_OPENING = 12  # code points before a word that opens its sentence
_PICKED = 48  # code points from a word that picks somebody to the name


class Strand(NamedTuple):
    """What may tell of the protected person: words of the case, words for them, and words that speak on."""

    cases: Lexicon
    subjects: Lexicon  # none where the case alone is enough
    one_of: Lexicon
    goes_on: Lexicon

    def holds(self, draft: Draft, index: int, mention: Mention) -> bool:
        """Whether somebody is named in such a part or sentence, or right before one that speaks on."""
        if mention.role in {Role.CHILD, Role.VICTIM}:
            return True
        sentence = draft.sentence(index, mention.start)
        if any(draft.said_within(index, sentence, each) for each in self):
            return True
        if self._goes_before(draft, index, mention, sentence):
            return True
        following = draft.sentence(index, sentence.end + 1)
        return following.start > sentence.start and self._speaks_on(draft, index, following)

    def _goes_before(self, draft: Draft, index: int, mention: Mention, sentence: Span) -> bool:
        """Whether the sentence before tells of a case and whose it is, for a name that nothing explains."""
        before = draft.sentence(index, max(sentence.start - 2, 0))
        if not (mention.role is Role.UNKNOWN or mention.told) or before.start == sentence.start:
            return False
        if self.subjects:
            return all(draft.said_within(index, before, each) for each in (self.cases, self.subjects))
        opens = mention.start - sentence.start <= _OPENING
        return opens and any(
            hit.entry.note == "suffered" for hit in draft.said_within(index, before, self.cases)
        )

    def _speaks_on(self, draft: Draft, index: int, sentence: Span) -> bool:
        """Whether a sentence tells on of whom it points back at: *Korban …*, *Ia disekap*."""
        start = Span(sentence.start, sentence.start + _OPENING)
        if any(draft.said_within(index, start, each) for each in (self.subjects, self.one_of)):
            return True
        cases = [hit for hit in draft.said_within(index, sentence, self.cases) if hit.entry.note != "weak"]
        if any(hit.entry.text.endswith("nya") for hit in cases):
            return True
        return bool(cases) and bool(draft.said_within(index, sentence, self.goes_on))


def three_sentences(draft: Draft, index: int, hit: PhraseHit) -> Span:
    """The sentence of a word with its neighbours."""
    start, end = draft.sentence(index, hit.start)
    return Span(draft.sentence(index, max(start - 2, 0)).start, draft.sentence(index, end + 1).end)


def picked(cast: Cast, index: int, words: Lexicon) -> Iterator[Mention]:
    """The private people whom a word of the list picks out, by name, in its sentence."""
    draft = cast.draft
    for hit in draft.said(index, words):
        start, end = draft.sentence(index, hit.start)
        if hit.entry.note == "opens" and hit.start > start + _OPENING:
            continue
        people = cast.people(index, Span(hit.end, min(end, hit.end + _PICKED)))
        first = next((m for m in people if m.sure and m.role in NATURAL), None)
        if first is not None:
            yield first
            if hit.entry.note == "several":
                yield from (
                    m for m in cast.people(index, Span(first.end, end)) if m.sure and m.role in NATURAL
                )
