"""Kind `image`: images without a text that tells what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import WordSet
from ppid_lint.matcher import Needs

_NONE = WordSet("")
_FARTHEST = 2000  # code points of a tag before and after the address of its image
_ALT = re.compile(r"(?i)\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_DECORATIVE = re.compile(r"(?i)\brole\s*=\s*[\"']?(?:presentation|none)\b|\baria-hidden\s*=\s*[\"']?true\b")
_MARKDOWN = re.compile(r"!\[([^\]\[]*)\]\(\s*<?$")
_FILE_NAME = re.compile(r"(?i)\S+\.(?:jpe?g|png|gif|webp|svg|bmp)|(?:img|dsc|image|screenshot)[\s_-]*\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """Images whose alternative text is missing, empty, a file's name or one of `empty`.

    A picture that HTML marks as decoration (role, aria-hidden) needs none; `alt=""` alone marks nothing.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["image"] = "image"
    empty: WordSet = _NONE
    confidence: float = 0.95

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        for index, block in enumerate(draft.blocks):
            if block.name != "src" or not block.text:
                continue
            alt = alternative(draft.document.source, *block.source_span(0, len(block.text)))
            if alt is not None and self._says_nothing(alt):
                yield Match(block=index, start=0, end=len(block.text), confidence=self.confidence)

    def _says_nothing(self, alt: str) -> bool:
        bare = " ".join(alt.lower().split()).strip(" .")
        return not bare or bare in self.empty or bool(_FILE_NAME.fullmatch(bare))


def alternative(source: str, start: int, end: int) -> str | None:
    """The alternative text of the image whose address stands here; None for decoration and other tags."""
    before = source[max(start - _FARTHEST, 0) : start]
    markdown = _MARKDOWN.search(before[before.rfind("![") :]) if "![" in before else None
    if markdown:
        return markdown[1]
    opening = before.rfind("<")
    if opening < 0 or before[opening + 1 : opening + 4].lower() != "img":
        return None
    closing = source.find(">", end, end + _FARTHEST)
    tag = before[opening:] + source[start : closing if closing >= 0 else end + _FARTHEST]
    if _DECORATIVE.search(tag):
        return None
    found = _ALT.search(tag)
    return next((part for part in found.groups() if part is not None), "") if found else ""
