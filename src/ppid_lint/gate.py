"""Which of many expressions a text may hold, judged by the words that they cannot match without."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_lint.atoms import Atoms, Prefilter, everyday, passes


class Gate:
    """Expressions by their prefilters. Each set of atoms has a bit: one number says which a text meets.

    Sets that any page meets have none. Expressions that need no others are `weak`: one RE2 Set of those is
    faster.
    """

    def __init__(self, prefilters: Mapping[str, Prefilter]) -> None:
        self._prefilters = prefilters
        self.bits: dict[Atoms, int] = {}
        telling = {text: [a for a in needed if not everyday(a)] for text, needed in prefilters.items()}
        self.weak = tuple(text for text, needed in telling.items() if not needed)
        for atoms in (atoms for needed in telling.values() for atoms in needed):
            self.bits.setdefault(atoms, 1 << len(self.bits))
        self._first: dict[int, list[tuple[int, str]]] = {}  # by the bit of what is most telling
        for expression, needed in telling.items():
            if needed:
                every = sum(self.bits[atoms] for atoms in needed)
                self._first.setdefault(self.bits[needed[0]], []).append((every, expression))
        self._telling = sum(self._first)

    def opened(self, bits: int) -> list[str]:
        """The expressions, but the weak ones, whose sets of atoms are all among those that a text meets."""
        found = []
        left = bits & self._telling
        while left:
            lowest = left & -left
            left ^= lowest
            for every, expression in self._first[lowest]:
                if bits & every == every:
                    found.append(expression)
        return found

    def tried(self, text: str) -> list[str]:
        """The same and the weak ones, each looked for in the text as `spacing.held` gives it."""
        return [expression for expression, needed in self._prefilters.items() if passes(text, needed)]
