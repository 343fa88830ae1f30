"""Kind `unshown`: values in fields of a file that no reader sees: attributes, front matter, forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Block, Role
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.matcher import Needs
from ppid_lint.matchers.channels import is_official
from ppid_lint.matchers.standing import stands_alone
from ppid_lint.text import Span

_HIDDEN = frozenset({Role.HIDDEN})
_PARTS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unshown:
    """Expressions of the values, the names of blocks that are no fields, the words of an office's fields.

    In front matter a field counts only where its name holds a word of `owners`, too.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kind: Literal["unshown"] = "unshown"
    patterns: tuple[str, ...]
    other: tuple[str, ...] = ()  # names of hidden blocks that another rule reports as they stand
    offices: tuple[str, ...] = ()  # words in a field's name that make it a channel of an office
    named: tuple[str, ...] = ()  # names of hidden blocks that count only where an owner is named
    owners: tuple[str, ...] = ()  # words in a field's name for somebody
    channel: Literal["phone", "email", ""] = ""  # values that a contact directory may hold
    confidence: float = 0.8

    def needs(self) -> Needs:
        return Needs(expressions=self.patterns)

    def find(self, draft: Draft) -> Iterator[Match]:
        for expression in self.patterns:
            for index, hit in draft.hits(expression, _HIDDEN):
                span = Span(*hit.groups.get("value", (hit.start, hit.end)))
                block = draft.blocks[index]
                if block.name in self.other or not self._counts(block, span):
                    continue
                if stands_alone(block.text, *span) and not is_official(draft, index, span, self.channel):
                    yield Match(index, *span, confidence=self.confidence, evidence=(f"field {block.name}",))

    def _counts(self, block: Block, span: Span) -> bool:
        """Whether the name of the field lets its value be somebody's."""
        words = {part.lower() for part in _PARTS.findall(f"{block.name} {block.text[: span.start]}")}
        if not words.isdisjoint(self.owners):
            return True
        return block.name not in self.named and words.isdisjoint(self.offices)
