"""Prefilters: words that a text must hold for an expression to match, looked for before the expression.

The idea and the terms are those of RE2's FilteredRE2. What is not understood counts as any text, so a
prefilter may be empty (nothing can be said) but is never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

Atoms = frozenset[str]  # of which a text must hold one
Prefilter = tuple[Atoms, ...]  # all of which must be met, the most telling first

DIGITS: Atoms = frozenset("0123456789")

_SHORTEST = 3  # characters; shorter atoms stand in every text
_LONG_ENOUGH = 6  # characters from which a longer atom says no more
_MOST = 3  # sets of atoms that are kept of one expression
_MANY = ("*", "+", "?", "{")
_EDGE = "\0"  # in a run of literals: the edge of a word
_PLAIN = re.compile(r"[A-Za-z0-9 ,;:'/<>=@#%&_~!-]+(?![*?+{])")  # characters that stand for themselves
_DIGIT_CLASSES = ("\\d", "[0-9]", "[1-9]")
# Words and parts of words that stand on every page: to find them says little, and takes long.
_EVERYDAY = frozenset(
    "adalah akan an atau ber bisa dalam dan dapat dari data dengan di dia dua hari ia indonesia inform"
    " informasi ini itu jan jawa ke kepada kerja lan mar men menjadi mem meng mereka no nomor nya oleh pada"
    " pasal pemerintah per peraturan publi publik sebagai sel sep des sudah tahun tersebut tidak undang untuk"
    " yang".split()
)

# Beginnings that few words have but abbreviations: short as they are, they tell.
_RARE = frozenset(
    "aa br cv db ds gg gh gl hp hv im iq jl km kp ks kw ld mt nd ps pt rm rp rt rw sd sk sm tk ud us".split()
)


def prefilter(expression: str) -> Prefilter:
    """What an RE2 expression cannot match without; nothing where it may match without any of a few words.

    Atoms are in lower case, with a space for anything but letters, digits and `_`, as is the text
    that must hold them, between spaces. The edges of words in them are those that RE2 sees: every
    character beyond ASCII is an edge.
    """
    return _Reading(expression).alternatives(0)[0] if "\\Q" not in expression else ()


class _Part(NamedTuple):
    """A piece of an expression: a literal character, or the prefilter of a group, and where it ends."""

    end: int
    literal: str = ""
    prefilter: Prefilter = ()


class _Reading:
    """Reads one expression from left to right; each function gives what it read and where that ends."""

    def __init__(self, expression: str) -> None:
        self._text = expression

    def alternatives(self, at: int, before: str = "", after: str = "") -> tuple[Prefilter, int]:
        """What all branches need up to the end of the group, each between the same edges of words."""
        branches = []
        while True:
            found, at = self._branch(at, before, after)
            branches.append(found)
            if self._text[at : at + 1] != "|":
                break
            at += 1
        if len(branches) == 1:
            return branches[0], at
        return ((frozenset().union(*(found[0] for found in branches)),) if all(branches) else ()), at

    def _branch(self, at: int, before: str, after: str) -> tuple[Prefilter, int]:
        """What all of one branch needs."""
        found: list[Atoms] = []
        run = before
        while at < len(self._text) and self._text[at] not in "|)":
            if plain := _PLAIN.match(self._text, at):
                run, at = run + plain[0].lower(), plain.end()
                continue
            part = self._part(at, _EDGE if run and not _in_word(run[-1]) else "")
            at, repeated, needed = self._repetition(part.end)
            if part.literal and not repeated:
                run += part.literal
                continue
            found += [_atom(run), *(part.prefilter if needed else ())]
            run = ""
        return _most_telling([*found, _atom(run + after)]), at

    def _part(self, at: int, before: str) -> _Part:
        char = self._text[at]
        if char == "(":
            return self._group(at, before)
        for name in _DIGIT_CLASSES:
            if self._text.startswith(name, at):
                return _Part(at + len(name), prefilter=(DIGITS,))
        if self._text.startswith("[ ]", at):
            return _Part(at + 3, " ")
        if char == "[":
            return _Part(self._class_end(at))
        if char == "\\":
            return self._escape(at)
        plain = char.isascii() and char not in ".^$"
        return _Part(at + 1, char.lower() if plain else "")

    def _group(self, at: int, before: str) -> _Part:
        """A group; one that only sets flags needs nothing."""
        inside = at + 1
        if self._text.startswith("(?", at):
            inside = at + 2
            if self._text[inside] in "P<":
                inside = self._text.index(">", inside) + 1
            else:
                while self._text[inside] not in ":)":
                    inside += 1
                inside += self._text[inside] == ":"
        found, end = self.alternatives(inside)
        after = _EDGE if self._is_edge(end + 1) else ""
        if (before or after) and not self._text.startswith(_MANY, end + 1):
            found, _ = self.alternatives(inside, before, after)
        return _Part(end + 1, prefilter=found)

    def _is_edge(self, at: int) -> bool:
        """Whether what stands there ends the word before it: an edge, a space, or *(?:-…)?* before one."""
        if self._text.startswith(" ", at):
            return not self._text.startswith(_MANY, at + 1)
        if self._text.startswith(("(?::", "(?: ", "(?:-"), at):
            end = self.alternatives(at + 3)[1] + 1
            single = not self._text.startswith("|", self._branch(at + 3, "", "")[1])
            return single and self._text.startswith("?", end) and self._is_edge(end + 1)
        return self._text.startswith("\\b", at)

    def _escape(self, at: int) -> _Part:
        char = self._text[at + 1]
        if char in "pPx" and self._text[at + 2 : at + 3] == "{":
            return _Part(self._text.index("}", at) + 1)
        if char in "pP":
            return _Part(at + 3)
        if char == "x":
            return _Part(at + 4)
        if char == "b":
            return _Part(at + 2, _EDGE)
        end = at + 2
        while char.isdigit() and self._text[end : end + 1].isdigit():
            end += 1
        return _Part(end, "" if char.isalnum() else char)

    def _class_end(self, at: int) -> int:
        at += 2 if self._text[at + 1] == "^" else 1
        first = at
        while self._text[at] != "]" or at == first:
            if self._text[at] == "\\":
                at += 1
            elif self._text.startswith("[:", at):
                at = self._text.index(":]", at) + 1
            at += 1
        return at + 1

    def _repetition(self, at: int) -> tuple[int, bool, bool]:
        """Where the repetition of a part ends, whether there is one, whether the part must be there."""
        if not self._text.startswith(_MANY, at):
            return at, False, True
        needed = self._text[at] == "+"
        end = at + 1
        if self._text[at] == "{":
            end = self._text.index("}", at) + 1
            needed = self._text[at + 1 : end - 1].partition(",")[0].strip() not in {"", "0"}
        return end + (self._text[end : end + 1] == "?"), True, needed


def passes(text: str, needed: Prefilter) -> bool:
    """Whether a text, as `spacing.held` gives it, holds one atom of each set."""
    for atoms in needed:
        for atom in atoms:  # any() takes twice the time
            if atom in text:
                break
        else:
            return False
    return True


def everyday(atoms: Atoms) -> bool:
    """Whether one of a set of atoms stands on every page, so that to ask for the set says little."""
    return any(_is_everyday(atom) for atom in atoms)


def _is_everyday(atom: str) -> bool:
    bare = atom.strip()
    part = len(bare) < _SHORTEST and len(atom) < len(bare) + 2 and atom[1:] not in _RARE
    return part or bare in _EVERYDAY or bare.isdigit()


def _atom(run: str) -> Atoms:
    """A run of literals as it stands in a text of words and spaces."""
    edges = (_space_beside(run[1:2]) if run.startswith(_EDGE) else "", _space_beside(run[-2:-1]))
    inner = "".join(char if _in_word(char) else " " for char in run if char != _EDGE)
    return frozenset({f"{edges[0]}{inner}{edges[1] if run.endswith(_EDGE) else ''}"})


def _space_beside(char: str) -> str:
    """What stands on the other side of the edge of a word, where anything can be said of it."""
    return " " if _in_word(char) else ""


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _most_telling(found: Iterable[Atoms]) -> Prefilter:
    """Of sets of atoms those that say most: rare words first, then long ones, then few; a digit last."""
    fit = {atoms for atoms in found if all(_tells(atom) for atom in atoms)}
    return tuple(sorted(fit, key=lambda atoms: (*_weight(atoms), sorted(atoms)), reverse=True)[:_MOST])


def _weight(atoms: Atoms) -> tuple[bool, int, int]:
    """How much a set of atoms says, to be compared."""
    return not everyday(atoms), min(_LONG_ENOUGH, *(len(atom.strip()) for atom in atoms)), -len(atoms)


def _tells(atom: str) -> bool:
    return atom in DIGITS or (len(atom) >= _SHORTEST and len(atom.strip()) > 1)
