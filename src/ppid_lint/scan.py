"""One pass over a text for everything that any rule looks for: RE2 expressions and word lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import re2

from ppid_lint.atoms import Atoms, atoms
from ppid_lint.errors import RuleError
from ppid_lint.lexicon import Lexicon
from ppid_lint.phrases import Found, Phrases

_MUCH = 40_000  # characters from which one set of all expressions is worth its compiling


class Hit(NamedTuple):
    """Where an expression matched: code points, and the spans of its named groups that took part."""

    start: int
    end: int
    groups: dict[str, tuple[int, int]]


def compile_expression(expression: str) -> Any:
    """The RE2 program of an expression; `RuleError` says what RE2 refuses."""
    try:
        return re2.compile(expression, _options())
    except re2.error as error:
        reason = error.args[0] if error.args else error
        text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise RuleError(f"ungkapan ditolak RE2: {text} ({expression!r})") from None


class Scanner:
    """Finds which expressions and entries occur in a text, in one pass each. Its finds never change.

    Word lists named in `near` are looked for by `near_phrases` alone, and expressions of `beside` by
    `near_present`: they matter beside other finds only.
    Expressions with atoms in `known` are compiled one by one where an atom stands, and into one set only
    once much text has been seen: for a short draft that would take longer than all the rest.
    """

    def __init__(
        self,
        expressions: Iterable[str],
        lexicons: Iterable[Lexicon],
        near: Iterable[str] = (),
        known: Mapping[str, Atoms] | None = None,
        beside: Iterable[str] = (),
    ) -> None:
        self.expressions = tuple(dict.fromkeys(expressions))
        self.lexicons = tuple({lexicon.name: lexicon for lexicon in lexicons}.values())
        self.near = frozenset(near)
        self.beside = dict.fromkeys(beside)
        self._atoms: dict[str, Atoms] = dict(known or {})
        self._told = [text for text in self.expressions if self._atoms.get(text)]
        self._untold = tuple(text for text in self.expressions if not self._atoms.get(text))
        self._programs: dict[str, Any] = {}  # compiled at the first hit: most are never needed
        self._seen = 0  # characters
        self._everywhere = Phrases(lexicon for lexicon in self.lexicons if lexicon.name not in self.near)

    def __reduce__(self) -> tuple[object, ...]:
        return Scanner, (self.expressions, self.lexicons, self.near, self._atoms, tuple(self.beside))

    def present(self, text: str) -> list[str]:
        """The expressions that occur in the text."""
        self._seen += len(text)
        if self._seen > _MUCH:
            return _matching(self._set, self.expressions, text)
        folded = text.casefold()
        told = (one for one in self._told if _holds(folded, self._atoms[one]))
        found = [one for one in told if self._program(one).search(_encode(text))]
        return [*_matching(self._untold_set, self._untold, text), *found]

    def near_present(self, text: str) -> frozenset[str]:
        """Which of the expressions that matter beside other finds only may occur in the text."""
        if self._seen > _MUCH:
            return frozenset(_matching(self._beside_set, tuple(self.beside), text))
        return frozenset(self.beside)

    def search(self, expression: str, text: str) -> Iterator[Hit]:
        """The places of an expression that the text need not hold."""
        needed = self._atoms.get(expression)
        if needed is None:
            needed = self._atoms[expression] = atoms(expression)
        return iter(()) if needed and not _holds(text.casefold(), needed) else self.finditer(expression, text)

    def finditer(self, expression: str, text: str) -> Iterator[Hit]:
        """The places of one expression, left to right, not overlapping."""
        program = self._program(expression)
        data = _encode(text)
        names = program.groupindex
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

    def phrases(self, text: str) -> Found:
        """Entries by the name of their word list, whole words only (any part of a word for roots)."""
        return self._everywhere.find(text)

    def near_phrases(self, text: str) -> Found:
        """The same for the word lists that matter beside other finds only."""
        return self._nearby.find(text)

    def _program(self, expression: str) -> Any:
        if expression not in self._programs:
            self._programs[expression] = compile_expression(expression)
        return self._programs[expression]

    @cached_property
    def _set(self) -> Any:
        return _expression_set(self.expressions)

    @cached_property
    def _beside_set(self) -> Any:
        return _expression_set(tuple(self.beside))

    @cached_property
    def _untold_set(self) -> Any:
        return _expression_set(self._untold)

    @cached_property
    def _nearby(self) -> Phrases:
        return Phrases(lexicon for lexicon in self.lexicons if lexicon.name in self.near)


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


def _options() -> Any:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 64 << 20
    return options


def _expression_set(expressions: tuple[str, ...]) -> Any:
    found = re2.Set.SearchSet(_options())
    for expression in expressions:
        found.Add(expression)
    found.Compile()
    return found


def _matching(program: Any, expressions: Sequence[str], text: str) -> list[str]:
    """The expressions of a set that occur in the text."""
    return [expressions[index] for index in program.Match(_encode(text)) or ()] if expressions else []


def _holds(folded: str, needed: Atoms) -> bool:
    for atom in needed:  # noqa: SIM110  # any() takes twice the time
        if atom in folded:
            return True
    return False


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _groups(match: Any, names: dict[str, int]) -> dict[str, tuple[int, int]]:
    spans = {name: match.span(index) for name, index in names.items()}
    return {name: span for name, span in spans.items() if span[0] >= 0}
