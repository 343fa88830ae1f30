"""A survey of many texts: which of them may hold a word of a list, or an expression."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from ppid_lint.sweep import Sought, Sweep, Trace

T = TypeVar("T")


class Survey:
    """Where the words and expressions of a sweep may stand, as the texts' indexes; made when asked for."""

    def __init__(self, sweep: Sweep, texts: Sequence[str], traces: Sequence[Trace]) -> None:
        self._sweep = sweep
        self._texts = texts
        self._traces = traces
        self._meeting: dict[int, set[int]] = {}

    def bits(self, at: int) -> int:
        """The word lists and atoms of which something may stand in a text, a bit each."""
        values, bits = self._sweep.phrases.values, 0
        for number in self._traces[at].words:
            bits |= values[number]
        return bits

    def holding(self, name: str) -> list[int]:
        """The texts in which an entry of the word list of a name may stand."""
        bit = self._sweep.phrases.bits.get(name, 0)
        return sorted(self._with(bit))

    def matching(self, expression: str) -> Collection[int]:
        """The texts in which an expression may match."""
        sweep = self._sweep
        if expression not in sweep.needed:
            return ()
        if not sweep.is_told(expression):
            return self._weak.get(expression, ())
        if sweep.gate is None:
            return [at for at, text in enumerate(self._sought) if sweep.allows(expression, text)]
        first, *others = (bit << sweep.phrases.above for bit in sweep.gate.needed[expression])
        found = self._with(first)
        for bit in others:
            found = found & self._with(bit) if found else found
        return sorted(found)

    @cached_property
    def _sought(self) -> list[Sought]:
        return [Sought(text) for text in self._texts]

    def _with(self, bit: int) -> set[int]:
        """The texts that have one of the bits."""
        found = self._meeting.get(bit)
        if found is None:
            places = (self._places[number] for number in self._numbers.get(bit, ()))
            found = self._meeting[bit] = set().union(*places)
        return found

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """The texts that hold a word, by its number."""
        return _inverted(trace.words for trace in self._traces)

    @cached_property
    def _weak(self) -> dict[str, list[int]]:
        return _inverted(trace.expressions for trace in self._traces)

    @cached_property
    def _numbers(self) -> dict[int, list[int]]:
        """The numbers of words in the texts by each of their bits."""
        found: dict[int, list[int]] = {}
        for number in self._places:
            left = self._sweep.phrases.values[number]
            while left:
                lowest = left & -left
                found.setdefault(lowest, []).append(number)
                left ^= lowest
        return found


def _inverted(held: Iterable[Iterable[T]]) -> dict[T, list[int]]:
    """The places of what is held, by what it is."""
    places: dict[T, list[int]] = {}
    for at, these in enumerate(held):
        for one in these:
            if one in places:
                places[one].append(at)
            else:
                places[one] = [at]
    return places
