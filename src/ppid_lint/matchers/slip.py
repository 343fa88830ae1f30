"""What fingers get wrong, undone: the one known word that an unknown one was meant to be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ppid_lint.lexicon import WordSet
from ppid_lint.nlp.affixes import PARTICLES, POSSESSIVES, attach
from ppid_lint.nlp.morphology import Stem, stems
from ppid_lint.nlp.syllables import count_syllables

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = frozenset(row[at : at + 2] for row in _ROWS for at in range(len(row) - 1)) | {"fp", "fv", "pv"}
_VOWELS = frozenset("aeiou")
_ENDINGS = frozenset(
    "ng ny ns ks rs lm rm st sk rt rd rk lt lk lf ps kt ft nd nt nk mp pt rn rf rg rp kh sy ms".split()
)
_COMMON = 5  # letters of a common word that shorter slips are looked for in
_NOUN = 2  # syllables up to which a root in -an may be a verb's: tahan, lawan
SHORTEST, _LONG = 7, 9  # letters of a word that may be misspelt, and of one that needs no affix
_AFFIXED = re.compile(
    r"(?:mem|men|meng|me|di|ber|ter|pem|pen|peng|per|ke|se)[a-z]{3,}|[a-z]{3,}(?:kan|an|nya|[aeiou]si|itas|men|tif|isme)"
)


def is_slip(word: str, right: str) -> bool:
    """Whether the difference is one that fingers make, in a word long enough to tell.

    A letter left out, put in or swapped with its neighbour; another letter only if it lies beside the right
    one on the keyboard or sounds like it, or if both are vowels of a long word. Words of seven and eight
    letters must have an affix: roots that no dictionary lists are that short.
    """
    if len(word) < SHORTEST or (len(word) < _LONG and not _AFFIXED.fullmatch(right)):
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
    found |= set(_with_vowel(word, vocabulary)) if not found else set()
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
            and (len(right) > len(base) or len(base) >= SHORTEST or _swapped(base, right))
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


def _with_vowel(word: str, vocabulary: WordSet) -> Iterator[str]:
    """The words that a vowel put into two consonants at the end makes: dimeriahkn, dimeriahkan."""
    if len(word) >= _COMMON and _VOWELS.isdisjoint(word[-2:]) and word[-2:] not in _ENDINGS:
        longer = (f"{word[:-1]}{vowel}{word[-1]}" for vowel in "aeiou")
        yield from (form for form in longer if is_known(form, vocabulary))


def _without_clitics(word: str) -> Iterator[tuple[str, str]]:
    """The word whole, and without each clitic it may end in."""
    yield word, ""
    for tail in (*POSSESSIVES, *PARTICLES):
        if word.endswith(tail) and len(word) >= len(tail) + SHORTEST:
            yield word[: -len(tail)], tail


@lru_cache(maxsize=16384)
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
    for word in vocabulary.words:
        shapes[word[0], len(word)].append(word)
    return shapes
