"""Kind `capitals`: long runs of capitals in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Block, Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import is_source
from ppid_lint.matchers.sheet import sheets

_RUNNING = frozenset({Role.PARAGRAPH, Role.ITEM})
_RUN = re.compile(r"[A-Z][A-Z'’.,/&()-]*(?:[ \t]+[A-Z(“\"0-9][A-Z0-9'’.,/&()“”\":!-]*)+")
_LOUD = re.compile(r"[A-Z](?<![A-Z].)[A-Z]{2}\w{0,40}+[^\w\n]{1,3}[A-Z]")
_WORD = re.compile(r"[A-Z]{2,}")
_COMMA = re.compile(r"[,;:/()]")
_VOWELS = frozenset("AIUEO")
_NAMED = re.compile(r"(?:\b(?:H|Hj|Dr|Drs|Ir|Prof|KH|Tn|Ny|Sdr|Bpk|Kol|Letkol|PT|CV)\.? ?)$")
_SENTENCE = 5  # spaces of a line that its full stop makes a sentence
_NONE = WordSet("")


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
    says: WordSet = _NONE  # words that make a paragraph all in capitals a sentence, not a title
    paragraph: int = 10  # words of such a paragraph at least
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        for index in _loud(draft):
            block = draft.blocks[index]
            if not _is_running(block) or is_source(draft, index):
                continue
            for match in _RUN.finditer(block.text):
                start, end = match.start(), match.start() + len(match[0].rstrip(' .,:;(!"“'))
                alone = _on_own_line(block.text, block.line(start), start, end)
                titled = alone and not self._is_told(block, match[0])
                if _NAMED.search(block.text[max(start - 8, 0) : start + 4].rstrip()) or titled:
                    continue
                if self._is_shouting(match[0]) and not draft.spared(index, start, end):
                    yield Match(block=index, start=start, end=end, confidence=self.confidence)

    def _is_told(self, block: Block, run: str) -> bool:
        """Whether a paragraph all in capitals tells something: `… KARENA JALAN LICIN`."""
        words = _WORD.findall(run)
        told = any(word.lower() in self.says for word in words)
        return block.role is Role.PARAGRAPH and len(words) >= self.paragraph and told

    def _is_shouting(self, run: str) -> bool:
        return any(self._is_long(_WORD.findall(part)) for part in _COMMA.split(run))

    def _is_long(self, words: list[str]) -> bool:
        if not words or words[0].lower() in self.names:
            return False
        read = sum(len(word) > 3 and not _VOWELS.isdisjoint(word) for word in words)
        return read >= 2 and (len(words) >= self.words or sum(map(len, words)) >= self.letters)


def _loud(draft: Draft) -> list[int]:
    """The blocks that hold two words in capitals, the first of three letters and more."""
    places = (
        place
        for sheet in sheets(draft, PROSE)
        for match in _LOUD.finditer(sheet.text)
        for place in sheet.places(match.start())
    )
    return sorted({index for index, start in places if _LOUD.match(draft.blocks[index].text, start)})


def _is_running(block: Block) -> bool:
    """Whether a block is running text, or a line in capitals that its full stop makes a sentence."""
    closed = block.role is Role.HEADING and block.text.endswith((".", "!"))
    return block.role in _RUNNING or (closed and block.text.count(" ") > _SENTENCE)


def _on_own_line(text: str, line: tuple[int, int], start: int, end: int) -> bool:
    """Whether nothing in small letters shares the run's line, which is no sentence: a title, a letterhead."""
    if text[end : end + 1] in {".", "!"} and text.count(" ", start, end) >= _SENTENCE:
        return False
    return not any(char.islower() for char in text[line[0] : start] + text[end : line[1]])
