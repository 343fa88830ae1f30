"""Kind `enclosed`: what stands between two marks of its own, over several lines: a private key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import SHOWN, Draft
from ppid_lint.finding import Match
from ppid_lint.matcher import Needs

_EVERYTHING = SHOWN | {Role.HIDDEN}
_MOST = 120  # blocks between the two marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """RE2 expressions of an opening and a closing mark, each in its own block; what is between goes along."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kind: Literal["enclosed"] = "enclosed"
    opening: str
    closing: str
    confidence: float = 0.95

    def needs(self) -> Needs:
        return Needs(expressions=(self.opening, self.closing))

    def find(self, draft: Draft) -> Iterator[Match]:
        ends = sorted({index for index, _ in draft.hits(self.closing, _EVERYTHING)})
        for index, hit in draft.hits(self.opening, _EVERYTHING):
            end = next((end for end in ends if index < end <= index + _MOST), None)
            if end is None:
                continue
            between = (at for at in range(index + 1, end + 1) if draft.blocks[at].text)
            yield Match(
                index,
                hit.start,
                hit.end,
                confidence=self.confidence,
                evidence=("between two marks",),
                along=tuple((at, 0, len(draft.blocks[at].text), "") for at in between),
            )
