"""One pass over a text for everything that any rule looks for: RE2 expressions and word lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import re2

from ppid_lint.atoms import Prefilter, passes, prefilter
from ppid_lint.errors import RuleError
from ppid_lint.gate import Gate
from ppid_lint.index import Index, index_of
from ppid_lint.lexicon import Lexicon
from ppid_lint.phrases import Found, Phrases
from ppid_lint.spacing import between_spaces, held
from ppid_lint.sweep import A_DIGIT, Sweep, encode, options

_MUCH = 40_000  # characters from which an automaton of all words is worth its making


class Hit(NamedTuple):
    """Where an expression matched: code points, and the spans of its named groups that took part."""

    start: int
    end: int
    groups: dict[str, tuple[int, int]]


def compile_expression(expression: str) -> Any:
    """The RE2 program of an expression; `RuleError` says what RE2 refuses."""
    try:
        return re2.compile(expression, options())
    except re2.error as error:
        reason = error.args[0] if error.args else error
        text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise RuleError(f"ungkapan ditolak RE2: {text} ({expression!r})") from None


class Scanner:
    """Finds which expressions and entries occur in a text, in one pass each. Its finds never change.

    Expressions of `beside` matter beside other finds only. The `index` is one of these word lists or of
    more, where there is one already. Once much text is expected, one automaton looks for all words, and for
    the atoms of all `prefilters`; for a short draft its making would take longer than all the rest.
    """

    def __init__(
        self,
        expressions: Iterable[str],
        lexicons: Iterable[Lexicon],
        prefilters: Mapping[str, Prefilter] | None = None,
        beside: Iterable[str] = (),
        index: Index | None = None,
    ) -> None:
        self.expressions = tuple(dict.fromkeys(expressions))
        self.lexicons = tuple({lexicon.name: lexicon for lexicon in lexicons}.values())
        self.beside = tuple(dict.fromkeys(beside))
        self._prefilters: dict[str, Prefilter] = dict(prefilters or {})
        self._programs: dict[str, tuple[Any, dict[str, int]]] = {}  # compiled when needed: most never are
        self._expected = 0  # characters
        self._given = index

    def __reduce__(self) -> tuple[object, ...]:
        given = (self.expressions, self.lexicons, self._prefilters, self.beside, self._given)
        return Scanner, given

    def expect(self, length: int) -> None:
        """Tells the scanner of as many characters to come."""
        self._expected += length

    def phrases(self, text: str) -> Found:
        """Entries by the name of their word list, whole words only (any part of a word for roots)."""
        return self.sweep.phrases.find(text)

    @property
    def sweep(self) -> Sweep:
        """How texts are looked through by now; for one draft it should not change."""
        return self._long if self._expected > _MUCH else self._short

    def bit(self, lexicon: Lexicon) -> int:
        """The bit of a word list in what is found, in a short draft or a long one."""
        return self._short.phrases.bits.get(lexicon.name, 0)

    def search(self, expression: str, text: str) -> Iterator[Hit]:
        """The places of an expression that the text need not hold."""
        needed = self._prefilters.get(expression)
        if needed is None:
            needed = self._prefilters[expression] = prefilter(expression)
        may = not needed or passes(held(between_spaces(text)), needed)
        return self.finditer(expression, text) if may else iter(())

    def finditer(self, expression: str, text: str) -> Iterator[Hit]:
        """The places of one expression, left to right, not overlapping."""
        program, names = self._program(expression)
        data = encode(text)
        if len(data) == len(text):
            for match in program.finditer(data):
                yield Hit(match.start(), match.end(), _groups(match, names))
            return
        place = _Places(data)
        for match in program.finditer(data):
            groups = _groups(match, names)
            bounds = sorted(
                {match.start(), match.end(), *(edge for span in groups.values() for edge in span)}
            )
            at = {edge: place(edge) for edge in bounds}
            yield Hit(at[match.start()], at[match.end()], {n: (at[s], at[e]) for n, (s, e) in groups.items()})

    def _program(self, expression: str) -> tuple[Any, dict[str, int]]:
        """The program of an expression, and the indices of its groups by name."""
        found = self._programs.get(expression)
        if found is None:
            program = compile_expression(expression)
            found = self._programs[expression] = program, program.groupindex
        return found

    @cached_property
    def _needed(self) -> dict[str, Prefilter]:
        """The prefilters of the expressions."""
        return {text: self._prefilters.get(text, ()) for text in (*self.expressions, *self.beside)}

    @cached_property
    def _index(self) -> Index:
        return self._given or index_of(self.lexicons)

    @cached_property
    def _gate(self) -> Gate:
        return Gate({text: needed for text, needed in self._needed.items() if needed not in ((), A_DIGIT)})

    @cached_property
    def _short(self) -> Sweep:
        return self._sweep(Phrases(self.lexicons, self._index))

    @cached_property
    def _long(self) -> Sweep:
        return self._sweep(Phrases(self.lexicons, self._index, long=True, atoms=self._gate.bits))

    def _sweep(self, phrases: Phrases) -> Sweep:
        return Sweep(phrases, self._needed, self._gate if phrases.tells_atoms else None)


class _Places:
    """Turns ascending byte offsets into code points, decoding each byte once."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._byte = 0
        self._point = 0
        self._known: dict[int, int] = {}

    def __call__(self, offset: int) -> int:
        if offset < self._byte:
            return len(self._data[:offset].decode("utf-8", "replace"))
        self._point += len(self._data[self._byte : offset].decode("utf-8", "replace"))
        self._byte = offset
        return self._point


def _groups(match: Any, names: dict[str, int]) -> dict[str, tuple[int, int]]:
    spans = {name: match.span(index) for name, index in names.items()}
    return {name: span for name, span in spans.items() if span[0] >= 0}
