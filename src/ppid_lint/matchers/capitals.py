"""Kind `capitals`: long runs of capitals in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matchers.prose import is_source

_PLACES = frozenset({Role.PARAGRAPH, Role.ITEM, Role.HEADING})
_RUN = re.compile(r"[A-Z][A-Z'’.,/&()-]*(?:[ \t]+[A-Z(“\"0-9][A-Z0-9'’.,/&()“”\":!-]*)+")
_LOUD = re.compile(r"(?<![A-Z])[A-Z]{3}\w{0,40}+[^\w\n]{1,3}[A-Z]")
_WORD = re.compile(r"[A-Z]{2,}")
_COMMA = re.compile(r"[,;:/()]")
_VOWELS = frozenset("AIUEO")
_NAMED = re.compile(r"(?:\b(?:H|Hj|Dr|Drs|Ir|Prof|KH|Tn|Ny|Sdr|Bpk|Kol|Letkol|PT|CV)\.? ?)$")
_NONE = WordSet("")
_ORDER = 6  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Capitals:
    """Runs of at least so many words, or letters, in capitals inside a text that is not all capitals.

    Runs that begin with one of `names` are the name of an office.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["capitals"] = "capitals"
    words: int = 4
    letters: int = 25
    names: WordSet = _NONE
    orders: WordSet = _NONE  # words of an order, which no title has
    confidence: float = 0.85

    def expressions(self) -> Iterable[str]:
        return ()

    def lexicons(self) -> Iterable[Lexicon]:
        return ()

    def nearby(self) -> Iterable[Lexicon]:
        return ()

    def find(self, draft: Draft) -> Iterator[Match]:
        for index, block in enumerate(draft.blocks):
            if block.role not in _PLACES or not _LOUD.search(block.text) or is_source(block):
                continue
            for match in _RUN.finditer(block.text):
                start, end = match.start(), match.start() + len(match[0].rstrip(' .,:;(!"“'))
                alone = block.role is Role.HEADING or _on_own_line(block.text, block.line(start), start, end)
                if _NAMED.search(block.text[max(start - 8, 0) : start + 4].rstrip()) or (
                    alone and not self._orders(match[0])
                ):
                    continue
                if self._is_shouting(match[0]) and not draft.spared(index, start, end):
                    yield Match(block=index, start=start, end=end, confidence=self.confidence)

    def _orders(self, run: str) -> bool:
        words = _WORD.findall(run)
        return len(words) >= _ORDER and any(word.lower() in self.orders for word in words)

    def _is_shouting(self, run: str) -> bool:
        return any(self._is_long(_WORD.findall(part)) for part in _COMMA.split(run))

    def _is_long(self, words: list[str]) -> bool:
        if not words or words[0].lower() in self.names:
            return False
        read = sum(len(word) > 3 and not _VOWELS.isdisjoint(word) for word in words)
        return read >= 2 and (len(words) >= self.words or sum(map(len, words)) >= self.letters)


def _on_own_line(text: str, line: tuple[int, int], start: int, end: int) -> bool:
    """Whether nothing written in small letters shares the run's line: a title, a letterhead."""
    return not any(char.islower() for char in text[line[0] : start] + text[end : line[1]])
