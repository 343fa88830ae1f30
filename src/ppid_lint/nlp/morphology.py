"""Affix analysis without a dictionary: every root a word could have, and words rebuilt on another root."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ppid_lint.nlp.affixes import PARTICLES, POSSESSIVES, SUFFIXES, VOWELS, Prefix, attach
from ppid_lint.nlp.syllables import count_syllables

_SHORTEST = 2  # letters of a root
_DEEPEST = 3  # prefixes on one root: memper-, diper-, keber-, se-per-…
_LONGEST = 40  # letters of a word worth taking apart

# What meN- and peN- may be written as: the nasal, the first letters the root may have lost to it before
# a vowel, and the letters it stands before whole (mengkoordinasi, menterjemahkan too).
_NASALS: tuple[tuple[str, str, str], ...] = (
    ("ng", "k", "aiueoghkqxlr"),
    ("ny", "s", ""),
    ("m", "p", "bfpv"),
    ("n", "t", "cdjstz"),
    ("", "", "lmnrwy"),
)
# Other prefixes as written, and what must follow where that is not free.
_PLAIN: tuple[tuple[str, Prefix, re.Pattern[str]], ...] = (
    ("di", "di", re.compile("")),
    ("ber", "ber", re.compile("")),
    ("bel", "ber", re.compile("ajar")),
    ("be", "ber", re.compile("r|[^aiueo]er")),
    ("ter", "ter", re.compile("")),
    ("te", "ter", re.compile("r")),
    ("per", "per", re.compile("")),
    ("pel", "per", re.compile("ajar")),
    ("pe", "pe", re.compile("")),
    ("se", "se", re.compile("")),
    ("ke", "ke", re.compile("")),
)


class Stem(NamedTuple):
    """One way to take a word apart; prefixes stand outermost first, all parts in small letters."""

    root: str
    prefixes: tuple[Prefix, ...] = ()
    suffixes: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    repeated: bool = False


@lru_cache(maxsize=16384)
def stems(word: str) -> tuple[Stem, ...]:
    """The candidate analyses of a word, the least taken apart first.

    Nothing says which root exists: look the candidates up. Longer than 40 letters: the word alone.
    """
    lower = word.lower()
    if len(lower) > _LONGEST:
        return (Stem(lower),)
    found: dict[Stem, None] = {}
    for base, clitics in _without_clitics(lower):
        for body, suffixes in _without_suffixes(base):
            for root, prefixes in _without_prefixes(body, _DEEPEST):
                stem = _unrepeated(Stem(root, prefixes, suffixes, clitics))
                if _plausible(stem):
                    found[stem] = None
    return tuple(sorted(found, key=lambda stem: sum(map(len, stem[1:4]))))


def roots(word: str) -> tuple[str, ...]:
    """The candidate roots of a word, without repeats, the least taken apart first."""
    return tuple(dict.fromkeys(stem.root for stem in stems(word)))


def reinflect(word: str, old_root: str, new_root: str) -> str | None:
    """The word with another root under the same affixes, or None if it cannot be a form of the old one.

    diijinkan, ijin, izin → diizinkan. With the root unchanged it gives the standard form:
    menterjemahkan, terjemah, terjemah → menerjemahkan. Capitals follow the word. A word that is
    already a form of the new root comes back as it is: perubahan, rubah, ubah → perubahan.
    """
    old, new = old_root.lower(), new_root.lower()
    matching = [stem for stem in stems(word) if stem.root == old]
    if not matching:
        return None
    if any(stem.root == new and _rebuilt(stem, new) == word.lower() for stem in stems(word)):
        return word
    exact = (stem for stem in matching if _rebuilt(stem, old) == word.lower())
    return _cased_like(word, _rebuilt(next(exact, matching[0]), new))


def _rebuilt(stem: Stem, root: str) -> str:
    if not stem.repeated:
        return attach(root, stem.prefixes, stem.suffixes, stem.clitics)
    head = attach(root, stem.prefixes)
    return f"{head}-{attach(root, (), stem.suffixes, stem.clitics)}"


def _cased_like(word: str, form: str) -> str:
    if len(word) > 1 and word.isupper():
        return form.upper()
    return form[0].upper() + form[1:] if word[:1].isupper() else form


def _without_clitics(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The word as it is, then without a particle, a possessive, or both ("-" before them is dropped)."""
    yield word, ()
    for particle in ("", *PARTICLES):
        if not word.endswith(particle):
            continue
        base = word[: len(word) - len(particle)]
        if particle and len(base) > _SHORTEST:
            yield base.removesuffix("-"), (particle,)
        for possessive in POSSESSIVES:
            if base.endswith(possessive) and len(base) > len(possessive) + 1:
                clitics = (possessive, particle) if particle else (possessive,)
                yield base[: -len(possessive)].removesuffix("-"), clitics


def _without_suffixes(base: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield base, ()
    for suffix in SUFFIXES:
        if base.endswith(suffix) and len(base) > len(suffix) + 1:
            yield base[: -len(suffix)].removesuffix("-"), (suffix,)


def _without_prefixes(body: str, depth: int) -> Iterator[tuple[str, tuple[Prefix, ...]]]:
    yield body, ()
    if not depth:
        return
    for prefix, rest in _prefix_splits(body):
        if len(rest) >= _SHORTEST:
            for root, inner in _without_prefixes(rest, depth - 1):
                if prefix not in inner:
                    yield root, (prefix, *inner)


def _prefix_splits(body: str) -> Iterator[tuple[Prefix, str]]:
    for written, prefix, follows in _PLAIN:
        if body.startswith(written) and follows.match(body, len(written)):
            yield prefix, body[len(written) :].removeprefix("-")
    nasal: Prefix | None = "meN" if body.startswith("me") else "peN" if body.startswith("pe") else None
    if nasal:
        yield from ((nasal, rest) for rest in _unmelted(body[2:]))


def _unmelted(rest: str) -> Iterator[str]:
    """What may follow meN- or peN-, with the letter the nasal took given back."""
    if rest.startswith("nge") and count_syllables(rest[3:]) == 1:
        yield rest[3:]
    for nasal, lost, whole in _NASALS:
        after = rest[len(nasal) :]
        if rest.startswith(nasal) and after:
            if after[0] in whole:
                yield after
            if after[0] in VOWELS:
                yield from (letter + after for letter in lost)


def _unrepeated(stem: Stem) -> Stem:
    """A doubled root made single: undang-undang, bersama-sama, kemerah-merahan."""
    first, hyphen, second = stem.root.partition("-")
    if hyphen and second and (first == second or first.endswith(second)):
        return stem._replace(root=second, repeated=True) if first == second else stem
    return stem


def _plausible(stem: Stem) -> bool:
    """Whether the root is long enough and can be said; without a vowel it takes clitics only (KTP-nya)."""
    if len(stem.root) < _SHORTEST or stem.root.endswith("-"):
        return False
    return not VOWELS.isdisjoint(stem.root) or not (stem.prefixes or stem.suffixes)
