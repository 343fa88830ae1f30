"""Syllables of Indonesian words, counted from spelling."""

from __future__ import annotations

import re
from functools import lru_cache

_PLAIN_VOWELS = "aiueo"
_VOWELS = re.compile(r"[aiueoáàâéèêëíóôúü]")
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DIGITS = re.compile(r"\d+")

# Roots that end in a true diphthong, so that "ai" counts once after a verb prefix too
# (me-mu-lai), where in other verbs it is a root's vowel and the suffix -i (me-nan-da-i).
_AI_ROOTS = """
    akai nilai mulai sampai ampai ramai capai urai selesai elesai santai damai intai cerai belai lalai gapai
    tunai bagai rantai bengkalai lerai semai
"""
_AI_ENDINGS = tuple(_AI_ROOTS.split())
_DIPHTHONGS = ("ai", "au", "oi", "ei")
_VERB_PREFIX = re.compile(r"(?:me(?:ng|ny|n|m|l|r|w)|di|ku|kau|ter)")
_ENDING = re.compile(r"(?:nya|ku|mu|lah|kah|pun|kan|an)$")
# Inside a word these are diphthongs; elsewhere the vowels part: la-u-tan, ma-in-an.
_INNER = re.compile(
    r"^au(?!s\b)|sau(?=[dn]a)|trau|fau|klau|kau(?=s[ai]|kus)|tau(?=lad|hid|bat|fik|ras)|gai(?=mana)|desai(?=n)"
)
_HIATUS_AU = ("mau", "bau", "tau")
_READ_AS_SIGNS = 3  # numbers, addresses and codes are taken in at a glance, never as long words


@lru_cache(maxsize=65536)
def count_syllables(word: str) -> int:
    """The syllables of a word, at least 1; hyphenated parts add up.

    A number counts one a digit and an address or code what it spells, both at most three;
    an acronym of up to three letters, or without a vowel, is spelt out letter by letter.
    """
    if word.isascii() and word.isalpha():
        return _of_part(word)
    parts = _PART.findall(word)
    if "@" in word or "://" in word or word.lower().startswith("www."):
        return _READ_AS_SIGNS
    digits = sum(len(run) for run in _DIGITS.findall(word))
    syllables = digits + sum(_of_part(part) for part in parts)
    return max(1, min(syllables, _READ_AS_SIGNS) if digits else syllables)


def _of_part(part: str) -> int:
    if part.isupper() and len(part) > 1 and (len(part) <= 3 or not _VOWELS.search(part.lower())):
        return len(part)
    word = part.lower()
    vowels = _vowels(word)
    if any(map(word.__contains__, _DIPHTHONGS)):
        vowels -= len(_INNER.findall(word)) + _final_diphthong(word)
    if not vowels and word.endswith("y"):
        return 1
    return max(vowels, 1)


def _vowels(word: str) -> int:
    return sum(map(word.count, _PLAIN_VOWELS)) if word.isascii() else len(_VOWELS.findall(word))


def _final_diphthong(word: str) -> int:
    """1 where the word's stem ends in a diphthong, else 0."""
    stem = _stem_with_glide(word)
    if len(stem) < 4 or stem[-2:] not in _DIPHTHONGS:
        return 0
    if stem[-2:] == "au":
        return int(not any(stem == root or stem in ("ke" + root, "se" + root) for root in _HIATUS_AU))
    if stem[-2:] == "ai" and stem is word and _VERB_PREFIX.match(word):
        return int(stem.endswith(_AI_ENDINGS))
    return 1


def _stem_with_glide(word: str) -> str:
    """The word up to a final ai, au, oi or ei, past clitics and -an; the word itself if there is none."""
    stem = word
    for _ in range(3):
        if stem[-2:] in _DIPHTHONGS:
            return stem
        shorter = _ENDING.sub("", stem)
        if shorter == stem:
            return word
        stem = shorter
    return word
