"""Kind `phrase`: words and phrases of a list, and what to say instead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, SHOWN, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import GAP, Entry, Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import quoted
from ppid_lint.matchers.wording import cut, is_name, recased
from ppid_lint.nlp.morphology import reinflect
from ppid_lint.phrases import PhraseHit, longest

_PLACES = {"prose": PROSE, "text": PROSE | {Role.CELL}, "shown": SHOWN}
_NOTHING = Lexicon("")
_NONE = WordSet("")
_WIDEST = 6  # words that `...` stands for
_NEAR = 8  # code points before a term that may hold a bracket
_OVERLAPS = 8  # hits that may end where one place does, or soon after
_NEIGHBOURS = 2  # words on each side that `unless` is looked for in
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HYPHENED = re.compile(r"(?i)(?:(?:di|me[nm]?g?|ter|ber|pen?g?|ke|se)-)?\|(?:-(?:nya|lah|kan|an|i))?")
_LONGEST_WORD = 40
_SHORTEST = 4  # letters of a root that affixes are looked for around


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Entries of a word list; the longest where several begin at one place.

    Quotations, names (a capital inside a sentence), laws, code and addresses are left alone; with
    `names` a lone capital is not. With `unexplained` a term that brackets explain is right, and so is
    one that stands in brackets itself. With `inflect` every entry of one word means its forms with
    affixes too, those that are `known` words apart; with `hyphened` an affix may stand before a
    hyphen or after one (di-scan, link-nya).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}
    reads_gaps: ClassVar[frozenset[str]] = frozenset({"words"})  # fields whose entries may hold `...`

    kind: Literal["phrase"] = "phrase"
    words: Lexicon
    within: Literal["prose", "text", "shown"] = "text"
    names: bool = False
    unexplained: bool = False
    inflect: bool = False
    hyphened: bool = False
    known: WordSet = _NONE
    foreign: WordSet = _NONE  # words beside which an entry is part of something longer
    right: Lexicon = _NOTHING  # phrases that an entry may be part of
    confidence: float = 0.9

    def __post_init__(self) -> None:
        if self.inflect:
            object.__setattr__(self, "words", inflecting(self.words))

    def needs(self) -> Needs:
        return Needs(words=(self.words, self._heads(), self.right))

    def find(self, draft: Draft) -> Iterator[Match]:
        hits = [*draft.phrases(self.words, _PLACES[self.within]), *self._gapped(draft)]
        for index, hit in longest(_whole(draft, hits, self.known, self.hyphened)):
            if self._applies(draft, index, hit):
                match = self._match(draft, index, hit)
                if match.replacement != draft.blocks[index].text[hit.start : hit.end]:
                    yield match

    def _heads(self) -> Lexicon:
        """The first words of entries with a gap, to find those by."""
        heads = dict.fromkeys(entry.text.partition(GAP)[0].strip() for entry in self.words.gapped)
        return Lexicon(self._heads_name(), tuple(map(Entry, heads)))

    def _heads_name(self) -> str:
        return f"{self.words.name}{GAP}"

    def _gapped(self, draft: Draft) -> Iterator[tuple[int, PhraseHit]]:
        if not draft.candidates(self._heads_name()):  # the heads of a long list take long to gather
            return
        gapped = self.words.gapped
        for index, hit in draft.phrases(self._heads(), _PLACES[self.within]):
            text = draft.folded(index)
            for entry in gapped:
                head, _, tail = entry.text.partition(GAP)
                end = _tail_end(text, hit.end, tail.strip()) if head.strip() == hit.entry.text else -1
                if end > 0:
                    yield index, PhraseHit(hit.start, end, entry)

    def _applies(self, draft: Draft, index: int, hit: PhraseHit) -> bool:
        text = draft.blocks[index].text
        if draft.spared(index, hit.start, hit.end) or quoted(draft, index):
            return False
        if not self.names and is_name(text, hit.start, hit.end):
            return False
        if self.foreign and not self.foreign.words.isdisjoint(_neighbours(text, hit.start, hit.end, 1)):
            return False
        if self.unexplained and (is_explained(text, hit.start, hit.end) or _is_paired(text, hit)):
            return False
        if self.right and covered(draft.phrases_in(index, self.right), hit.start, hit.end):
            return False
        return not _excused(text, hit)

    def _match(self, draft: Draft, index: int, hit: PhraseHit) -> Match:
        text = draft.blocks[index].text
        entry, found = hit.entry, text[hit.start : hit.end]
        gap = GAP in entry.text or any(GAP in choice for choice in entry.to)
        choices = [_instead(found, entry, choice) for choice in entry.to]
        left, right, cut_to = cut(text, hit.start, hit.end) if not choices else (hit.start, hit.end, "")
        return Match(
            block=index,
            start=hit.start,
            end=hit.end,
            confidence=self.confidence,
            values={"note": entry.note} | ({"suggestion": choices[0]} if choices else {}),
            replacement=None if gap else choices[0] if choices else cut_to,
            reach=(left, right),
            safe=entry.safe,
        )


def inflecting(lexicon: Lexicon) -> Lexicon:
    """The word list with every entry of one word, and one word to say instead, meaning its forms too."""
    entries = (entry._replace(inflect=entry.inflect or _is_root(entry)) for entry in lexicon.entries)
    return Lexicon(f"{lexicon.name} inflected", tuple(entries))


def _is_root(entry: Entry) -> bool:
    return entry.text.isalpha() and len(entry.text) >= _SHORTEST and "".join(entry.to[:1]).isalpha()


def covered(hits: list[PhraseHit], start: int, end: int) -> bool:
    """Whether one of the hits, which stand in order of their ends, holds the range."""
    at = bisect_left(hits, end, key=lambda hit: hit.end)
    return any(hit.start <= start for hit in hits[at : at + _OVERLAPS])


def is_explained(text: str, start: int, end: int) -> bool:
    """Whether the words stand in brackets or quotation marks, or before a bracket that explains them."""
    before, after = text[max(start - _NEAR, 0) : start].rstrip()[-1:], text[end : end + 2]
    return before in {"(", "/", "[", "“", '"', "‘", "'"} or after == " (" or after[:1] in {"/", ")"}


def _is_paired(text: str, hit: PhraseHit) -> bool:
    """Whether what to say instead already stands beside the entry: daring atau online."""
    before, after = text[max(hit.start - 60, 0) : hit.start].lower(), text[hit.end : hit.end + 60].lower()
    return any(
        before.endswith((f"{choice} atau ", f"{choice} alias ", f"{choice}/"))
        or after.startswith((f" atau {choice}", f" alias {choice}", f"/{choice}"))
        for choice in hit.entry.to
    )


def _whole(
    draft: Draft, hits: Iterable[tuple[int, PhraseHit]], known: WordSet, hyphened: bool
) -> Iterator[tuple[int, PhraseHit]]:
    """The hits that are words of their own, and forms of a root that entries with `inflect` mean."""
    for index, hit in hits:
        text = draft.folded(index)
        start, end = _word_around(text, hit.start, hit.end)
        if (start, end) == (hit.start, hit.end):
            yield index, hit
        elif (hit.entry.inflect and _inflected(text[start:end], hit.entry, known) is not None) or (
            hyphened and _HYPHENED.fullmatch(f"{text[start : hit.start]}|{text[hit.end : end]}")
        ):
            yield index, PhraseHit(start, end, hit.entry)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened over the letters, digits and inner hyphens that touch it, 40 at most each side."""
    left, right = start, end
    while left > 0 and start - left < _LONGEST_WORD and _joins(text, left - 1, left - 2):
        left -= 1
    while right < len(text) and right - end < _LONGEST_WORD and _joins(text, right, right + 1):
        right += 1
    return left, right


def _joins(text: str, at: int, beyond: int) -> bool:
    char = text[at]
    if char.isalnum() or char == "_":
        return True
    return char == "-" and 0 <= beyond < len(text) and text[beyond].isalnum()


def _inflected(word: str, entry: Entry, known: WordSet) -> str | None:
    if not entry.to or not word.isalpha() or word.lower() in known:
        return None
    return reinflect(word, entry.text, entry.to[0])


def _instead(found: str, entry: Entry, choice: str) -> str:
    if "-" in found and entry.text.isalpha():
        return reinflect(found.replace("-", ""), entry.text, choice) or recased(found, choice)
    if entry.inflect and found.lower() != entry.text:
        return reinflect(found, entry.text, choice) or recased(found, choice)
    return recased(found, choice)


def _tail_end(text: str, start: int, tail: str) -> int:
    """Where the tail ends that follows within six words of the same sentence, or -1."""
    at = start
    for _ in range(_WIDEST + 1):
        match = _WORD.search(text, at, at + _LONGEST_WORD + 8)
        if match is None or any(mark in text[at : match.start()] for mark in ".;:!?"):
            return -1
        if at > start and text[match.start() : match.start() + len(tail)].lower() == tail:
            end = match.start() + len(tail)
            return end if not text[end : end + 1].isalnum() else -1
        at = match.end()
    return -1


def _excused(text: str, hit: PhraseHit) -> bool:
    """Whether a word that makes the entry right stands beside it."""
    if not hit.entry.unless:
        return False
    beside = f" {' '.join(_neighbours(text, hit.start, hit.end, _NEIGHBOURS))} "
    return any(f" {word.lower()} " in beside for word in hit.entry.unless)


def _neighbours(text: str, start: int, end: int, count: int) -> list[str]:
    """So many words before a range and after it, in small letters, a bar between them."""
    before = _WORD.findall(text[max(start - 60, 0) : start].lower())[-count:]
    return [*before, "|", *_WORD.findall(text[end : end + 60].lower())[:count]]
