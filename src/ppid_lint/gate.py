"""Which of many expressions a text may hold, judged by the words that they cannot match without."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_lint.atoms import Atoms, Prefilter, everyday


class Gate:
    """Expressions by their prefilters. Each set of atoms has a bit: one number says which a text meets.

    Sets that any page meets have none. Expressions that need no others are `weak`: one RE2 Set of those is
    faster.
    """

    def __init__(self, prefilters: Mapping[str, Prefilter]) -> None:
        self.bits: dict[Atoms, int] = {}
        telling = {text: [a for a in needed if not everyday(a)] for text, needed in prefilters.items()}
        self.weak = tuple(text for text, needed in telling.items() if not needed)
        for atoms in (atoms for needed in telling.values() for atoms in needed):
            self.bits.setdefault(atoms, 1 << len(self.bits))
        self.needed: Mapping[str, tuple[int, ...]] = {
            text: tuple(self.bits[atoms] for atoms in needed) for text, needed in telling.items() if needed
        }
        """The bits that a text must have for an expression to match, the most telling first."""
