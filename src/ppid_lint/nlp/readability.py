"""How hard a text reads, from its sentences and words alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ppid_lint.nlp.syllables import count_syllables

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


class _Size(NamedTuple):
    sentences: int
    words: int
    syllables: int

    def without(self, other: _Size) -> _Size:
        return _Size(
            self.sentences - other.sentences, self.words - other.words, self.syllables - other.syllables
        )


def band(score: float) -> Band:
    """The band of a composite score: up to 8.7 easy, 11.3 medium, 13.5 hard, above it very hard."""
    return _BANDS[bisect_left(_BAND_LIMITS, score)]


def measure(sentences: Iterable[Sequence[str]], *, long_sentence: int = 25) -> Readability:
    """The measures of sentences given as their words; a sentence without words does not count.

    A sentence is long above `long_sentence` words (GOV.UK, "Sentence length: why 25 words is our limit").
    """
    syllables = [[count_syllables(word) for word in sentence] for sentence in sentences if sentence]
    lengths = [len(counts) for counts in syllables]
    size = _Size(len(lengths), sum(lengths), sum(map(sum, syllables)))
    if not size.words:
        return Readability(0, 0, 0.0, 0.0, 0, 0.0, 0.0, 0.0, "easy")
    score = _composite(size)
    return Readability(
        words=size.words,
        sentences=size.sentences,
        words_per_sentence=size.words / size.sentences,
        long_sentence_share=sum(length > long_sentence for length in lengths) / size.sentences,
        longest_sentence=max(lengths),
        long_word_share=sum(count >= _LONG_WORD for row in syllables for count in row) / size.words,
        syllables_per_word=size.syllables / size.words,
        score=score,
        band=band(score),
    )


def costliest(sentences: Iterable[Sequence[str]], *, count: int = 3) -> tuple[Cost, ...]:
    """The sentences that raise the composite most, dearest first; those that lower it are left out."""
    sizes = [
        _Size(1, len(sentence), sum(map(count_syllables, sentence))) if sentence else _Size(0, 0, 0)
        for sentence in sentences
    ]
    total = _Size(*map(sum, zip(*sizes, strict=True))) if sizes else _Size(0, 0, 0)
    costs = [
        Cost(index, size.words, _composite(total) - _composite(total.without(size)))
        for index, size in enumerate(sizes)
        if size.words and size.words < total.words
    ]
    dear = [cost for cost in costs if cost.cost > 0]
    return tuple(sorted(dear, key=lambda cost: (-cost.cost, cost.sentence))[:count])


def _composite(size: _Size) -> float:
    """Khadijah Rohani's readability of Malay (diss., University of Miami, 1982), two predictors."""
    return -13.988 + 0.3793 * size.words / size.sentences + 0.0207 * 300 * size.syllables / size.words
