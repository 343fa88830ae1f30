"""Kind `link`: links whose text says nothing about where they lead, and bare addresses as running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Block
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import WordSet
from ppid_lint.matcher import Needs

_NONE = WordSet("")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"“”]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkText:
    """Link texts, compared whole and in small letters; addresses over `longest` characters in the text.

    A line that opens with a word of `sources` says where its text is from: its address stays.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["link"] = "link"
    texts: WordSet
    sources: WordSet = _NONE
    longest: int = 60
    confidence: float = 0.95

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        if draft.document.format == "text":
            return
        for index, block in enumerate(draft.blocks):
            for start, end in self._places(block):
                yield Match(block=index, start=start, end=end, confidence=self.confidence)

    def _places(self, block: Block) -> Iterator[tuple[int, int]]:
        for link in block.links:
            start, end = link.span
            if not link.image and start < end and _bare(block.text[start:end]) in self.texts:
                yield start, end
        if block.role in PROSE and "//" in block.text and not self._is_source(block.text):
            for match in _ADDRESS.finditer(block.text):
                if len(match[0].rstrip(".,;:!?")) > self.longest:
                    yield match.start(), match.start() + len(match[0].rstrip(".,;:!?"))

    def _is_source(self, text: str) -> bool:
        return _bare(text.partition(":")[0]) in self.sources


def _bare(text: str) -> str:
    return " ".join(text.lower().split()).strip(' .,:;!?»›>→…()[]"“”')
