"""One pass over a text for everything that any rule looks for: RE2 expressions and word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import re2

from ppid_lint.atoms import DIGITS, Prefilter, passes, prefilter
from ppid_lint.errors import RuleError
from ppid_lint.gate import Gate
from ppid_lint.index import Index, index_of
from ppid_lint.lexicon import Lexicon
from ppid_lint.phrases import Found, Phrases
from ppid_lint.spacing import between_spaces, held

_MUCH = 40_000  # characters from which an automaton of all words is worth its making
_GROUP = 48  # expressions
_A_DIGIT = (DIGITS,)
_DIGIT = re.compile("[0-9]")


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

    Word lists named in `near` matter beside other finds only, as do expressions of `beside`, which nothing
    else knows. The `index` is one of these word lists or of more, where there is one already. Once much
    text is expected, one automaton looks for all words, and for the atoms of all `prefilters`; for a short
    draft its making would take longer than all the rest.
    """

    def __init__(
        self,
        expressions: Iterable[str],
        lexicons: Iterable[Lexicon],
        near: Iterable[str] = (),
        prefilters: Mapping[str, Prefilter] | None = None,
        beside: Iterable[str] = (),
        index: Index | None = None,
    ) -> None:
        self.expressions = tuple(dict.fromkeys(expressions))
        self.lexicons = tuple({lexicon.name: lexicon for lexicon in lexicons}.values())
        self.near = frozenset(near)
        self.beside = tuple(dict.fromkeys(beside))
        self._prefilters: dict[str, Prefilter] = dict(prefilters or {})
        self._all = tuple(dict.fromkeys((*self.expressions, *self.beside)))
        self._gate = Gate({text: needed for text in self._all if (needed := self._told(text))})
        self._programs: dict[str, tuple[Any, dict[str, int]]] = {}  # compiled when needed: most never are
        self._expected = 0  # characters
        self._given = index

    def __reduce__(self) -> tuple[object, ...]:
        given = (self.expressions, self.lexicons, self.near, self._prefilters, self.beside, self._given)
        return Scanner, given

    def expect(self, length: int) -> None:
        """Tells the scanner of as many characters to come."""
        self._expected += length

    def phrases(self, text: str) -> Found:
        """Entries by the name of their word list, whole words only (any part of a word for roots)."""
        return (self._long if self._expected > _MUCH else self._short).find(text)

    def bit(self, lexicon: Lexicon) -> int:
        """The bit of a word list in what is found, in a short draft or a long one."""
        return self._short.bits.get(lexicon.name, 0)

    def possible(self, text: str, found: Found) -> frozenset[str]:
        """The expressions that may occur in the text, given the words that were found in it."""
        long, digit = found.phrases.tells_atoms, _DIGIT.search(text) is not None
        told = (
            self._gate.opened(found.bits >> found.phrases.above)
            if long
            else self._gate.tried(held(between_spaces(text)))
        )
        return frozenset((*told, *self._together[long, digit].matching(_encode(text))))

    def search(self, expression: str, text: str, possible: frozenset[str] | None = None) -> Iterator[Hit]:
        """The places of an expression that the text need not hold; `possible` are those that it may."""
        if possible is not None and expression in self._known:
            return self.finditer(expression, text) if expression in possible else iter(())
        needed = self._prefilters.get(expression)
        if needed is None:
            needed = self._prefilters[expression] = prefilter(expression)
        may = not needed or passes(held(between_spaces(text)), needed)
        return self.finditer(expression, text) if may else iter(())

    def finditer(self, expression: str, text: str) -> Iterator[Hit]:
        """The places of one expression, left to right, not overlapping."""
        program, names = self._program(expression)
        data = _encode(text)
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

    def _told(self, expression: str) -> Prefilter:
        """The prefilter of an expression, unless it says only that there is a digit."""
        needed = self._prefilters.get(expression, ())
        return () if needed == _A_DIGIT else needed

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._all)

    @cached_property
    def _together(self) -> dict[tuple[bool, bool], _Set]:
        """The expressions that words tell too little of, in a long draft or not, beside a digit or not."""
        other = tuple(text for text in self._all if not self._prefilters.get(text))
        numeric = tuple(text for text in self._all if self._prefilters.get(text) == _A_DIGIT)
        return {
            (long, digit): _Set((*other, *(self._gate.weak if long else ()), *(numeric if digit else ())))
            for long in (False, True)
            for digit in (False, True)
        }

    @cached_property
    def everywhere(self) -> int:
        """The bits of the word lists that matter on their own."""
        return sum(bit for name, bit in self._short.bits.items() if name not in self.near)

    @cached_property
    def _index(self) -> Index:
        return self._given or index_of(self.lexicons)

    @cached_property
    def _short(self) -> Phrases:
        return Phrases(self.lexicons, self._index)

    @cached_property
    def _long(self) -> Phrases:
        return Phrases(self.lexicons, self._index, long=True, atoms=self._gate.bits)


class _Set:
    """Expressions that are looked for together, some at a time.

    The states of all together are many times as many, and each new wording makes new ones: a draft of many
    wordings takes a fifth of the time so, and only megabytes of them would make up for it.
    """

    def __init__(self, expressions: tuple[str, ...]) -> None:
        self._groups = [expressions[at : at + _GROUP] for at in range(0, len(expressions), _GROUP)]

    def matching(self, data: bytes) -> list[str]:
        """Those that occur in a text."""
        return [group[at] for group, program in self._programs for at in program.Match(data) or ()]

    @cached_property
    def _programs(self) -> list[tuple[tuple[str, ...], Any]]:
        return [(group, _program_of(group)) for group in self._groups]


def _program_of(expressions: tuple[str, ...]) -> Any:
    program = re2.Set.SearchSet(_options())
    for expression in expressions:
        program.Add(expression)
    program.Compile()
    return program


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


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _groups(match: Any, names: dict[str, int]) -> dict[str, tuple[int, int]]:
    spans = {name: match.span(index) for name, index in names.items()}
    return {name: span for name, span in spans.items() if span[0] >= 0}
