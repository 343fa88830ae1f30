"""The words of a capitalised run that are no name: what leads to one, and words of the language."""

from __future__ import annotations

import re

from ppid_lint.people.runs import Word
from ppid_lint.people.vocabulary import Vocabulary

# Forms that words of the language take and names do not: menggambarkan, pelayanan, keterangannya.
_FORMED = re.compile(
    r"di[a-z]{3,}kan|me[mn]g?[a-z]{3,}(?:kan|i)|pe[a-z]{6,}an|pe[mnr]g?[a-z]{4,}an|ke[a-z]{5,}an"
    r"|ber[a-z]{4,}an|[a-z]{4,}nya"
)


def is_formed(word: str) -> bool:
    """Whether a word in lower case bears the affixes of an ordinary word."""
    return _FORMED.fullmatch(word) is not None


def bare(words: tuple[Word, ...], vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The words without those that only lead to a name: *(Skor) IQ Budi*, *Gaji Pokok Sri*."""
    first = next((at for at, word in enumerate(words) if vocabulary.is_name(word.text)), 0)
    leads = all(word.upper or vocabulary.note(word.text) == "word" for word in words[:first])
    if first:
        return words[first:] if leads else words
    short = next((at for at, word in enumerate(words) if at and words[at - 1].upper), 0)
    if not short or not vocabulary.is_strange(words[short].text) or words[short].upper:
        return words
    return words[short:] if vocabulary.are_words(word.text for word in words[: short - 1]) else words


def before_capitals(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a titled name up to one in capitals: *Bu Marwah (AB rhesus negatif)*."""
    stop = next((at for at, word in enumerate(words) if at and word.upper), len(words))
    return words[:stop]


def after_office(words: tuple[Word, ...], vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The words from the first common name on: *Menteri Keuangan Sri Mulyani*; all where there is none."""
    first = next((at for at, word in enumerate(words) if vocabulary.is_name(word.text)), 0)
    return words[first:]
