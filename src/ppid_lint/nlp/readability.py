"""How hard a text reads, from its sentences and words alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from operator import sub
from typing import Literal, NamedTuple

from ppid_lint.nlp.syllables import count_syllables
from ppid_lint.nlp.words import words

Band = Literal["easy", "medium", "hard", "very-hard"]

_BAND_LIMITS = (8.7, 11.3, 13.5)
_BANDS: tuple[Band, ...] = ("easy", "medium", "hard", "very-hard")
_LONG_WORD = 4  # syllables


@dataclass(frozen=True, slots=True)
class Readability:
    """The measures of a text; all zero for a text without words."""

    words: int
    sentences: int
    words_per_sentence: float
    long_sentence_share: float
    """Sentences over the limit, of all sentences: 0 to 1."""
    longest_sentence: int
    """In words."""
    long_word_share: float
    """Words of four and more syllables, of all words: 0 to 1."""
    syllables_per_word: float
    score: float
    """Khadijah Rohani's composite, in school years; meaningful from about 100 words."""
    band: Band


class Cost(NamedTuple):
    """What a sentence adds to the composite: the score with it less the score without it."""

    sentence: int  # its place in the sentences given
    words: int
    cost: float


class Size(NamedTuple):
    """How much there is of a sentence, or of several."""

    sentences: int
    words: int
    syllables: int
    long_words: int  # of four and more syllables

    def without(self, other: Size) -> Size:
        return Size(*map(sub, self, other))


_NOTHING = Size(0, 0, 0, 0)


def size_of(sentence: str) -> Size:
    """The size of one sentence; one without words does not count."""
    counts = [count for count in map(_SYLLABLES.__getitem__, sentence.split()) if count]
    if not counts:
        return _NOTHING
    return Size(1, len(counts), sum(counts), len([count for count in counts if count >= _LONG_WORD]))


class _Syllables(dict[str, int]):
    """The syllables of the word in a token between white space, 0 where it holds none; the last ones kept."""

    def __missing__(self, token: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        bare = token.rstrip(",.")
        count = count_syllables(bare) if bare.isalpha() else sum(map(count_syllables, words(token)))
        self[token] = count
        return count


_KEPT = 65536  # tokens: more than a long draft has
_SYLLABLES = _Syllables()  # a lookup takes a third of the time of `lru_cache`


def band(score: float) -> Band:
    """The band of a composite score: up to 8.7 easy, 11.3 medium, 13.5 hard, above it very hard."""
    return _BANDS[bisect_left(_BAND_LIMITS, score)]


def measure(sentences: Iterable[Size], *, long_sentence: int = 25) -> Readability:
    """The measures of sentences given as their sizes.

    A sentence is long above `long_sentence` words (GOV.UK, "Sentence length: why 25 words is our limit").
    """
    sizes = list(sentences)
    size = _sum(sizes)
    if not size.words:
        return Readability(0, 0, 0.0, 0.0, 0, 0.0, 0.0, 0.0, "easy")
    score = _composite(size)
    return Readability(
        words=size.words,
        sentences=size.sentences,
        words_per_sentence=size.words / size.sentences,
        long_sentence_share=sum(one.words > long_sentence for one in sizes) / size.sentences,
        longest_sentence=max(one.words for one in sizes),
        long_word_share=size.long_words / size.words,
        syllables_per_word=size.syllables / size.words,
        score=score,
        band=band(score),
    )


def costliest(sentences: Iterable[Size], *, count: int = 3) -> tuple[Cost, ...]:
    """The sentences that raise the composite most, dearest first; those that lower it are left out."""
    sizes = list(sentences)
    total = _sum(sizes)
    costs = [
        Cost(index, size.words, _composite(total) - _composite(total.without(size)))
        for index, size in enumerate(sizes)
        if 0 < size.words < total.words
    ]
    dear = [cost for cost in costs if cost.cost > 0]
    return tuple(sorted(dear, key=lambda cost: (-cost.cost, cost.sentence))[:count])


def _sum(sizes: Iterable[Size]) -> Size:
    return Size(*map(sum, zip(_NOTHING, *sizes, strict=True)))


def _composite(size: Size) -> float:
    """Khadijah Rohani's readability of Malay (diss., University of Miami, 1982), two predictors."""
    return -13.988 + 0.3793 * size.words / size.sentences + 0.0207 * 300 * size.syllables / size.words
