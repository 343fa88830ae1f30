"""Kind `spelling`: words that no dictionary, affix or name explains, with one close word that is right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Literal

from ppid_lint.document import Block, Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.phrase import is_explained
from ppid_lint.matchers.prose import quoted
from ppid_lint.matchers.wording import is_name, recased
from ppid_lint.nlp.affixes import PARTICLES, POSSESSIVES, attach
from ppid_lint.nlp.morphology import Stem, stems
from ppid_lint.nlp.syllables import count_syllables

_NONE = WordSet("")
_READ = PROSE | {Role.CELL}
_WORD = re.compile(r"(?<![\w@#./'’-])[^\W\d_]{4,30}(?![\w@]|[./'’-]\w)")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = frozenset(row[at : at + 2] for row in _ROWS for at in range(len(row) - 1)) | {"fp", "fv", "pv"}
_VOWELS = frozenset("aeiou")
_COMMON = 5  # letters of a common word that shorter slips are looked for in
_NOUN = 2  # syllables up to which a root in -an may be a verb's: tahan, lawan
_SHORTEST, _LONG = 7, 9  # letters of a word that may be misspelt, and of one that needs no affix
_AFFIXED = re.compile(
    r"(?:mem|men|meng|me|di|ber|ter|pem|pen|peng|per|ke|se)[a-z]{3,}|[a-z]{3,}(?:kan|an|nya|[aeiou]si|itas|men|tif|isme)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Words in small letters (or where a sentence begins) one edit away from exactly one known word.

    `others` are words that are not Indonesian, or no dictionary's, and right all the same. Of `common` words
    shorter forms with a slip are found too, and long ones with a capital inside a sentence (Dinas Kesehtan).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["spelling"] = "spelling"
    words: WordSet
    others: WordSet = _NONE
    common: WordSet = _NONE
    confidence: float = 0.8

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        unknown = list(self._unknown(draft))
        names = _names(draft, unknown)
        for index, start, end, word in unknown:
            if word.lower() not in names and (word.islower() or _opens(draft.blocks[index], start, end)):
                yield from self._weigh(draft, index, start, end)
            elif word[0].isupper() and len(word) > _SHORTEST:
                yield from self._weigh_name(draft, index, start, end)

    def _unknown(self, draft: Draft) -> Iterator[tuple[int, int, int, str]]:
        """The words that no list holds as they stand, in small letters but perhaps for the first."""
        terms = {part for term in draft.settings.terms for part in term.lower().split()}
        right = _accepted(self.words, self.others)
        for index, block in enumerate(draft.blocks):
            if block.role not in _READ or quoted(draft, index):
                continue
            strange = set(_LETTERS.findall(block.text.lower())) - right - terms
            if not strange:
                continue
            for match in _WORD.finditer(block.text):
                if match[0].lower() in strange and match[0][1:].islower():
                    yield index, match.start(), match.end(), match[0]

    def _weigh(self, draft: Draft, index: int, start: int, end: int) -> Iterator[Match]:
        text = draft.blocks[index].text
        word = text[start:end]
        if is_name(text, start, end) or is_explained(text, start, end) or draft.spared(index, start, end):
            return
        right = correction(word.lower(), self.words)
        if right is None and (word.islower() or len(word) >= _SHORTEST):
            right = common_correction(word.lower(), self.common, self.words)
        if right is not None:
            yield self._match(index, start, end, recased(word, right))

    def _weigh_name(self, draft: Draft, index: int, start: int, end: int) -> Iterator[Match]:
        """A word of a name that is a common word but for a slip, which no one's own name is."""
        word = draft.blocks[index].text[start:end]
        right = common_correction(word.lower(), self.common, self.words)
        if right is not None and len(right) != len(word) and not draft.spared(index, start, end):
            yield self._match(index, start, end, recased(word, right))

    def _match(self, index: int, start: int, end: int, to: str) -> Match:
        return Match(
            block=index,
            start=start,
            end=end,
            confidence=self.confidence,
            values={"suggestion": to},
            replacement=to,
        )


@lru_cache(maxsize=4)
def _accepted(words: WordSet, others: WordSet) -> frozenset[str]:
    """All words that need no further look, those of phrases one by one."""
    return words.words | {part for phrase in others.words for part in phrase.split()}


def _opens(block: Block, start: int, end: int) -> bool:
    """Whether a word with a capital begins a sentence or a heading, rather than being a lone name."""
    plain = block.text[end : end + 2]
    return block.role is not Role.CELL and len(plain) == 2 and plain[0] == " " and plain[1].islower()


def _names(draft: Draft, words: Iterable[tuple[int, int, int, str]]) -> set[str]:
    """Those of the words that stand with a capital inside a sentence somewhere, in small letters."""
    return {
        word.lower()
        for index, start, end, word in words
        if word[0].isupper() and is_name(draft.blocks[index].text, start, end)
    }


def is_slip(word: str, right: str) -> bool:
    """Whether the difference is one that fingers make, in a word long enough to tell.

    A letter left out, put in or swapped with its neighbour; another letter only if it lies beside the right
    one on the keyboard or sounds like it, or if both are vowels of a long word. Words of seven and eight
    letters must have an affix: roots that no dictionary lists are that short.
    """
    if len(word) < _SHORTEST or (len(word) < _LONG and not _AFFIXED.fullmatch(right)):
        return False
    if len(right) != len(word):
        return True
    pairs = [one + other for one, other in zip(word, right, strict=True) if one != other]
    if len(pairs) == 2:
        return True
    if _VOWELS.issuperset(pairs[0]):
        return len(word) >= _LONG
    return pairs[0] in _NEIGHBOURS or pairs[0][::-1] in _NEIGHBOURS


@lru_cache(maxsize=8192)
def correction(word: str, vocabulary: WordSet) -> str | None:
    """The one known word an edit away from an unknown one, affixes kept; None for none, for several."""
    if is_known(word, vocabulary):
        return None
    index = _by_shape(vocabulary)
    found = {
        right + tail
        for base, tail in _without_clitics(word)
        for right in _close(base, index)
        if is_slip(base, right)
    }
    longer = {other for other in found if len(other) > len(word)}  # a letter left out is the likeliest slip
    likely = longer if len(longer) == 1 else found
    return likely.pop() if len(likely) == 1 else None


@lru_cache(maxsize=8192)
def common_correction(word: str, common: WordSet, vocabulary: WordSet) -> str | None:
    """The one common word that a slip makes of it; a short one lacks a letter or has two swapped."""
    if not common or is_known(word, vocabulary):
        return None
    index = _by_shape(common)
    found = {
        right + tail
        for base, tail in _without_clitics(word)
        for right in _close(base, index)
        if (
            len(base) >= _COMMON
            and (len(right) > len(base) or len(base) >= _SHORTEST or _swapped(base, right))
        )
        or _lacks_vowel(base, right)
    }
    return found.pop() if len(found) == 1 else None


def _lacks_vowel(word: str, right: str) -> bool:
    """Whether a vowel was left out: wktu, tnggal."""
    at = next((i for i, (one, other) in enumerate(zip(word, right, strict=False)) if one != other), len(word))
    return len(right) == len(word) + 1 and right[at] in _VOWELS and right[:at] + right[at + 1 :] == word


def _swapped(word: str, right: str) -> bool:
    """Whether two letters changed places."""
    return len(word) == len(right) and sum(one != other for one, other in zip(word, right, strict=True)) == 2


def _without_clitics(word: str) -> Iterator[tuple[str, str]]:
    """The word whole, and without each clitic it may end in."""
    yield word, ""
    for tail in (*POSSESSIVES, *PARTICLES):
        if word.endswith(tail) and len(word) >= len(tail) + _SHORTEST:
            yield word[: -len(tail)], tail


def is_known(word: str, vocabulary: WordSet) -> bool:
    """Whether a word, or a root it may be built on by its affixes, is in the vocabulary."""
    return word in vocabulary or any(
        stem.root in vocabulary and len(stem.root) > 2 and _can_be(stem) and _built(stem) == word
        for stem in stems(word)
    )


def _can_be(stem: Stem) -> bool:
    """Whether the affixes go together: meN- and di- never stand before a noun in -an (melaporan)."""
    if stem.prefixes[:1] not in {("meN",), ("di",)}:
        whole = not stem.prefixes and stem.root.startswith("me") and len(stem.root) > _COMMON
        return not (whole and stem.suffixes == ("an",))
    noun = stem.root.endswith("an") and not stem.suffixes and count_syllables(stem.root) > _NOUN
    return not noun and stem.suffixes != ("an",)


def _built(stem: Stem) -> str:
    return attach(stem.root, stem.prefixes, stem.suffixes, stem.clitics)


def _close(word: str, index: Mapping[tuple[str, int], list[str]]) -> Iterator[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for length in (len(word) - 1, len(word), len(word) + 1):
        known = index.get((word[0], length), ())
        for found, distance, _ in process.extract_iter(word, known, scorer=OSA.distance, score_cutoff=1):
            if distance == 1:
                yield found


@lru_cache(maxsize=4)
def _by_shape(vocabulary: WordSet) -> Mapping[tuple[str, int], list[str]]:
    """The words by their first letter and length."""
    shapes: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(vocabulary.words):
        shapes[word[0], len(word)].append(word)
    return shapes
