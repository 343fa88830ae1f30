"""Who a draft names, block by block, each block read once and only where a fact asks for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE, Draft
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matchers.pseudonym import pseudonyms
from ppid_lint.people.lines import segments
from ppid_lint.people.listing import with_listed
from ppid_lint.people.mention import Mention, Role
from ppid_lint.people.openings import capitals, opening_word, tells_nobody
from ppid_lint.people.reading import mentions, name_words, with_known
from ppid_lint.people.relation import with_relations
from ppid_lint.people.surroundings import may_tell_age
from ppid_lint.people.vocabulary import NO_WORDS, Vocabulary, vocabulary
from ppid_lint.text import Span, holding

_REMEMBERED = 4  # blocks back whose names are known


class Cast:
    """The people of a draft, as one vocabulary reads them."""

    def __init__(self, draft: Draft, words: Vocabulary) -> None:
        self.draft = draft
        self.vocabulary = words
        self._known: dict[int, Mapping[str, Role]] = {}
        self._settled: dict[int, tuple[Mention, ...]] = {}

    def segments(self, index: int) -> tuple[Span, ...]:
        """The sentences of a block, lines of *label: value* apart."""
        block = self.draft.blocks[index]
        return self.draft.once_for(
            index, segments, lambda: segments(block.text, block.breaks, self.draft.sentences(index))
        )

    def segment(self, index: int, offset: int) -> Span:
        """The segment of a block that holds the offset; the whole block where none does."""
        return holding(self.segments(index), offset) or Span(0, len(self.draft.blocks[index].text))

    def people(self, index: int, span: Span) -> list[Mention]:
        """Who a part of a block names, in the part in which the blocks before named them."""
        if index not in self._settled:
            self._settled[index] = self._believed(index, self._settle(index))
        settled = self._settled[index]
        first = bisect_left(settled, span.start, key=lambda mention: mention.start)
        last = bisect_left(settled, span.end, first, key=lambda mention: mention.start)
        return list(settled[first:last])

    def everybody(self, index: int) -> list[Mention]:
        """Who a block names."""
        return self.people(index, Span(0, len(self.draft.blocks[index].text)))

    def _believed(self, index: int, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The mentions of a block; of a heading, where any word may have its capital, those that are sure."""
        if self.draft.blocks[index].role is not Part.HEADING:
            return found
        return tuple(mention for mention in found if mention.sure)

    def names_child(self, index: int, span: Span) -> bool:
        """Whether a part of a block names a child."""
        return self._may_tell_of_child(index) and any(m.role is Role.CHILD for m in self.people(index, span))

    def _may_tell_of_child(self, index: int) -> bool:
        """Whether a block holds a word for a child or an age: a cheap test before it is read for people."""
        text = self.draft.blocks[index].text
        return self.draft.once_for(
            index,
            (may_tell_age, self.vocabulary),
            lambda: may_tell_age(text) or any(map(text.lower().__contains__, self.vocabulary.children)),
        )

    def _settle(self, index: int) -> tuple[Mention, ...]:
        text = self.draft.blocks[index].text
        made_up = pseudonyms(self.draft)
        read = [m for m in self._read(index) if not made_up or not made_up.issuperset(name_words(text, m))]
        found = with_listed(read, text)
        open_to = [mention for mention in found if mention.why not in {"role", "office"}]
        if not open_to:
            return found
        asked = {word for mention in open_to for word in name_words(text, mention)}
        known: dict[str, Role] = {}
        for at in range(max(index - _REMEMBERED, 0), index + 1):
            if at < index and not self._may_name(at, asked):
                continue
            for word, role in self._names(at).items():
                if known.get(word) is not Role.OFFICIAL:
                    known[word] = role
        return with_listed(with_known(found, text, known), text)

    def _may_name(self, index: int, words: Iterable[str]) -> bool:
        """Whether a block holds any of some name words: a cheap test before it is read for people."""
        text = self.draft.blocks[index].text
        return any(next(capitals(text, word), None) is not None for word in words)

    def names_nobody(self, index: int, segment: Span) -> bool:
        """Whether a segment of a block surely names nobody: a cheap test before it is read for people.

        It holds no word for kin, and no capital but of a common word that opens it.
        """
        text = self.draft.blocks[index].text
        if not tells_nobody(text, segment, self.vocabulary):
            return False
        opening = opening_word(text, segment)
        if not opening:
            return True
        earlier = range(max(index - _REMEMBERED, 0), index)
        own = sum(1 for _ in capitals(text, opening))
        return own == 1 and not any(self._may_name(at, (opening,)) for at in earlier)

    def _read(self, index: int) -> tuple[Mention, ...]:
        text = self.draft.blocks[index].text
        return self.draft.once_for(
            index,
            (mentions, self.vocabulary),
            lambda: self._told(text, self.segments(index)),
        )

    def _told(self, text: str, spans: tuple[Span, ...]) -> tuple[Mention, ...]:
        """Who parts of a text name, and who they tell of by whose they are."""
        named = [mention for start, end in spans for mention in mentions(text, start, end, self.vocabulary)]
        return with_relations(named, text, self.vocabulary, spans)

    def _names(self, index: int) -> Mapping[str, Role]:
        """Name words of a block with the part they were named in; an office outweighs the rest."""
        if index not in self._known:
            self._known[index] = self._named(index) if self.draft.blocks[index].role in PROSE else {}
        return self._known[index]

    def _named(self, index: int) -> dict[str, Role]:
        named: dict[str, Role] = {}
        for mention in self._read(index):
            if not mention.sure or mention.role is Role.COMPANY or mention.why == "relation":
                continue
            for word in name_words(self.draft.blocks[index].text, mention):
                if len(word) > 2 and named.get(word) is not Role.OFFICIAL:
                    named[word] = mention.role
        return named


def cast_of(draft: Draft, words: Lexicon, names: Lexicon, ordinary: WordSet = NO_WORDS) -> Cast:
    """The people of a draft in the words of two lists, the same for every rule that names these lists.

    `ordinary` holds the words of Indonesian: in a draft in another language it says nothing.
    """
    known = vocabulary(words, names, ordinary if draft.language == "id" else NO_WORDS)
    return draft.once((Cast, known), lambda: Cast(draft, known))
