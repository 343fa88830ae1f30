"""Which of many expressions a text may hold, judged by the words that they cannot match without."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_lint.atoms import DIGITS, Atoms, Prefilter, passes


class Gate:
    """Expressions by their prefilters. Each set of atoms has a bit: one number says which a text meets."""

    def __init__(self, prefilters: Mapping[str, Prefilter]) -> None:
        self._prefilters = prefilters
        self.bits: dict[Atoms, int] = {DIGITS: 1}
        for atoms in (atoms for needed in prefilters.values() for atoms in needed):
            self.bits.setdefault(atoms, 1 << len(self.bits))
        self._first: dict[int, list[tuple[int, str]]] = {}  # by the bit of what is most telling
        for expression, needed in prefilters.items():
            every = sum(self.bits[atoms] for atoms in needed)
            self._first.setdefault(self.bits[needed[0]], []).append((every, expression))
        self._telling = sum(self._first)

    def opened(self, bits: int) -> list[str]:
        """The expressions all of whose sets of atoms are among those that a text meets."""
        found = []
        left = bits & self._telling
        while left:
            lowest = left & -left
            left ^= lowest
            for every, expression in self._first[lowest]:
                if bits & every == every:
                    found.append(expression)
        return found

    def has_digit(self, bits: int) -> bool:
        """Whether a text that meets these sets holds a digit."""
        return bool(bits & self.bits[DIGITS])

    def tried(self, text: str) -> list[str]:
        """The same, each looked for in the text as `spacing.held` gives it."""
        return [expression for expression, needed in self._prefilters.items() if passes(text, needed)]
