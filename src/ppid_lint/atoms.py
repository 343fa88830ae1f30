"""Words of which a text must hold one for an expression to match: what is looked for before the expression.

The idea is that of RE2's FilteredRE2. What is not understood counts as any text, so an answer may be
empty (nothing can be said) but is never wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

Atoms = frozenset[str]

_SHORTEST = 3  # characters; shorter atoms stand in every text
_LONG_ENOUGH = 6  # characters from which a longer atom says no more
_MANY = ("*", "+", "?", "{")


def atoms(expression: str) -> Atoms:
    """The atoms of an RE2 expression, case folded; none where it may match without any of a few words."""
    return _Reading(expression).alternatives(0)[0] if "\\Q" not in expression else frozenset()


class _Part(NamedTuple):
    """A piece of an expression: a literal character, or the atoms of a group, and where it ends."""

    end: int
    literal: str = ""
    needs: Atoms = frozenset()


class _Reading:
    """Reads one expression from left to right; each function gives what it read and where that ends."""

    def __init__(self, expression: str) -> None:
        self._text = expression

    def alternatives(self, at: int) -> tuple[Atoms, int]:
        """The atoms of all branches up to the end of the group; none if one branch has none."""
        branches = []
        while True:
            best, at = self._branch(at)
            branches.append(best)
            if self._text[at : at + 1] != "|":
                break
            at += 1
        return (frozenset().union(*branches) if all(branches) else frozenset()), at

    def _branch(self, at: int) -> tuple[Atoms, int]:
        """The atoms of the most telling part of one branch."""
        found: list[Atoms] = []
        run = ""
        while at < len(self._text) and self._text[at] not in "|)":
            part = self._part(at)
            at, repeated, needed = self._repetition(part.end)
            if part.literal and not repeated:
                run += part.literal
                continue
            found += [frozenset({run}), *([part.needs] if needed else [])]
            run = ""
        return _most_telling([*found, frozenset({run})]), at

    def _part(self, at: int) -> _Part:
        char = self._text[at]
        if char == "(":
            return self._group(at)
        if char == "[":
            return _Part(self._class_end(at))
        if char == "\\":
            return self._escape(at)
        plain = char.isascii() and char not in ".^$"
        return _Part(at + 1, char.casefold() if plain else "")

    def _group(self, at: int) -> _Part:
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
        needs, end = self.alternatives(inside)
        return _Part(end + 1, needs=needs)

    def _escape(self, at: int) -> _Part:
        char = self._text[at + 1]
        if char in "pPx" and self._text[at + 2 : at + 3] == "{":
            return _Part(self._text.index("}", at) + 1)
        if char == "x":
            return _Part(at + 4)
        return _Part(at + 2, "" if char.isalnum() else char)

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


def _most_telling(found: Iterable[Atoms]) -> Atoms:
    """Of sets of atoms the one that says most: long atoms first, then few."""
    fit = [words for words in found if words and min(map(len, words)) >= _SHORTEST]
    return max(fit, key=lambda words: (min(_LONG_ENOUGH, *map(len, words)), -len(words)), default=frozenset())
