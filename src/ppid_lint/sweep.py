"""A sweep over texts for all that rules look for: which words and which expressions each may hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import re2

from ppid_lint.atoms import DIGITS, Prefilter, passes
from ppid_lint.gate import Gate
from ppid_lint.phrases import Phrases
from ppid_lint.spacing import between_spaces, held

A_DIGIT: Prefilter = (DIGITS,)
_DIGIT = re.compile("[0-9]")
_AT_ONCE = 2_000  # texts
_GROUP = 48  # expressions


class Trace(NamedTuple):
    """What was found in a text: numbers of words, and expressions that words tell too little of."""

    words: set[int]
    expressions: list[str]


class Sought:
    """A text that was looked through: bits of its words, and expressions that words tell too little of."""

    def __init__(self, text: str, bits: int = 0, weak: Collection[str] = ()) -> None:
        self.text = text
        self.bits = bits
        self.weak = weak

    @cached_property
    def held(self) -> str:
        """What holds the words of expressions."""
        return held(between_spaces(self.text))


class Sweep:
    """Looks for words and expressions in texts: by looking words up, or by one automaton of all words.

    `needed` are the prefilters of all expressions; the automaton finds the words that a `gate` knows.
    """

    def __init__(self, phrases: Phrases, needed: Mapping[str, Prefilter], gate: Gate | None = None) -> None:
        self.phrases = phrases
        self.needed = needed
        self.gate = gate

    def traces(self, texts: Sequence[str]) -> list[Trace]:
        """What each of some texts holds."""
        found = []
        for at in range(0, len(texts), _AT_ONCE):
            part = texts[at : at + _AT_ONCE]
            for text, words in zip(part, self.phrases.numbers(part), strict=True):
                digit = _DIGIT.search(text) is not None
                found.append(Trace(words, self._together[digit].matching(encode(text))))
        return found

    def is_told(self, expression: str) -> bool:
        """Whether words tell enough of an expression for it not to be looked for in every text."""
        if self.gate is not None:
            return expression in self.gate.needed
        return self.needed[expression] not in ((), A_DIGIT)

    def allows(self, expression: str, text: Sought) -> bool:
        """Whether an expression may match in a text."""
        if not self.is_told(expression):
            return expression in text.weak
        if self.gate is None:
            return passes(text.held, self.needed[expression])
        every = self.bits[expression]
        return text.bits & every == every

    @cached_property
    def bits(self) -> Mapping[str, int]:
        """The bits that a text must have for an expression to match."""
        above = self.phrases.above
        gate = self.gate.needed if self.gate is not None else {}
        return {text: sum(bits) << above for text, bits in gate.items()}

    @cached_property
    def _together(self) -> tuple[_Set, _Set]:
        """The expressions that words tell too little of, without a digit and with one."""
        weak = [text for text in self.needed if not self.is_told(text)]
        return _Set([text for text in weak if self.needed[text] != A_DIGIT]), _Set(weak)


class _Set:
    """Expressions that are looked for together, some at a time.

    The states of all together are many times as many, and each new wording makes new ones: a draft of many
    wordings takes a fifth of the time so, and only megabytes of them would make up for it.
    """

    def __init__(self, expressions: Sequence[str]) -> None:
        self._groups = [expressions[at : at + _GROUP] for at in range(0, len(expressions), _GROUP)]

    def matching(self, data: bytes) -> list[str]:
        """Those that occur in a text."""
        return [group[at] for group, program in self._programs for at in program.Match(data) or ()]

    @cached_property
    def _programs(self) -> list[tuple[Sequence[str], Any]]:
        return [(group, _program_of(group)) for group in self._groups]


def _program_of(expressions: Sequence[str]) -> Any:
    program = re2.Set.SearchSet(options())
    for expression in expressions:
        program.Add(expression)
    program.Compile()
    return program


def options() -> Any:
    """The options of RE2 that all expressions share."""
    chosen = re2.Options()
    chosen.log_errors = False
    chosen.max_mem = 64 << 20
    return chosen


def encode(text: str) -> bytes:
    """A text as RE2 reads it."""
    return text.encode("utf-8", "replace")
