"""How Indonesian affixes join a root: the nasal of meN- and peN-, ber-, per-, suffixes and clitics.

After Tata Bahasa Baku Bahasa Indonesia (Badan Bahasa): p, t, k, s melt before a vowel, clusters stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ppid_lint.nlp.syllables import count_syllables

Prefix = Literal["meN", "peN", "di", "ber", "ter", "per", "pe", "se", "ke"]

VOWELS = frozenset("aiueo")
SUFFIXES = ("kan", "an", "i")
POSSESSIVES = ("nya", "ku", "mu")
PARTICLES = ("lah", "kah", "pun", "tah")

_MELTING = {"p": "m", "t": "n", "k": "ng", "s": "ny"}
_NASALS = (
    ("ng", ("a", "i", "u", "e", "o", "g", "h", "k", "q", "x")),
    ("m", ("b", "f", "p", "v")),
    ("n", ("c", "d", "j", "s", "t", "z")),
    ("", ("l", "m", "n", "r", "w", "y")),
)
_NASAL_BEFORE = {letter: nasal for nasal, letters in _NASALS for letter in letters}
# These keep their first letter after meN-: mengkaji, mempunyai, memperbaiki, mempekerjakan.
_KEPT = frozenset({"kaji", "punya", "per", "pe"})


def attach(
    root: str, prefixes: Iterable[Prefix], suffixes: Iterable[str] = (), clitics: Iterable[str] = ()
) -> str:
    """The word built from a root, its prefixes (outermost first), suffixes and clitics.

    A root of two words closes up under a prefix and a suffix: bekerja sama, but mengerjasamakan.
    """
    outer = tuple(prefixes)
    tail = "".join(suffixes)
    stem = (root.replace(" ", "") if outer and tail else root) + tail
    head = root.partition(" ")[0]
    for prefix in reversed(outer):
        stem = _prefixed(prefix, stem, head)
        head = prefix if prefix in _KEPT else stem
    return stem + "".join(clitics)


def _prefixed(prefix: Prefix, stem: str, head: str) -> str:
    """A stem with a prefix before it; the head (the bare root or an inner prefix) decides its form."""
    match prefix:
        case "meN" | "peN":
            return prefix[:2] + _nasal(stem, head)
        case "ber" | "per" | "ter":
            return _without_double_r(prefix, head) + stem
        case _:
            return prefix + stem


def _nasal(stem: str, head: str) -> str:
    first = stem[:1]
    if head not in _KEPT and count_syllables(head) == 1:
        return "nge" + stem
    if first in _MELTING and stem[1:2] in VOWELS and head not in _KEPT:
        return _MELTING[first] + stem[1:]
    return _NASAL_BEFORE.get(first, "") + stem


def _without_double_r(prefix: str, head: str) -> str:
    """ber-, per-, ter- lose r before r; the first two also before a syllable in -er-: bekerja, belajar."""
    if prefix != "ter" and head == "ajar":
        return prefix[:-1] + "l"
    closed_er = prefix != "ter" and head[1:3] == "er" and head[3:4] not in VOWELS | {""}
    return prefix[:-1] if head.startswith("r") or closed_er else prefix
