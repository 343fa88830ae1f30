"""Kind `rewrite`: expressions with a written form that is better, built from their named groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import quoted
from ppid_lint.scan import Hit

_PLACES = PROSE | {Role.CELL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """An RE2 expression whose group `value` (else all of it) is better written as `to`.

    `{name}` in `to` stands for a named group; with `separators`, its full stops and commas change
    places. Groups named in `same` must hold the same text.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    pattern: str
    to: str | None = None
    safe: bool = False
    separators: Literal["keep", "swap", "group"] = "keep"
    same: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()  # texts of it or of a group, in small letters, that are right


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """Forms to rewrite, in running text and tables; numbers and codes they are part of are left alone."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kind: Literal["rewrite"] = "rewrite"
    forms: tuple[Form, ...]
    confidence: float = 0.9

    def needs(self) -> Needs:
        return Needs(expressions=tuple(form.pattern for form in self.forms))

    def find(self, draft: Draft) -> Iterator[Match]:
        for form in self.forms:
            for index, hit in draft.hits(form.pattern, _PLACES):
                match = self._match(draft, index, hit, form)
                if match:
                    yield match

    def _match(self, draft: Draft, index: int, hit: Hit, form: Form) -> Match | None:
        text = draft.folded(index)
        start, end = hit.groups.get("value", (hit.start, hit.end))
        parts = {name: text[s:e] for name, (s, e) in hit.groups.items()}
        if len({parts.get(name, "").lower() for name in form.same}) > 1:
            return None
        if any(part.lower() in form.unless for part in (text[start:end], *parts.values())):
            return None
        if not _apart(text, start, end):
            return None
        if quoted(draft, index) or draft.spared(index, start, end):
            return None
        to = None if form.to is None else form.to.format_map(_separated(parts, form.separators))
        return Match(
            block=index,
            start=start,
            end=end,
            confidence=self.confidence,
            values={"suggestion": to or ""},
            replacement=to,
            safe=form.safe,
        )


def _separated(parts: dict[str, str], separators: str) -> dict[str, str]:
    if separators == "keep":
        return parts
    if separators == "group":
        return {name: f"{int(part):,}".replace(",", ".") for name, part in parts.items() if part.isdecimal()}
    swapped = str.maketrans({".": ",", ",": "."})
    return {name: part.translate(swapped) for name, part in parts.items()}


def _apart(text: str, start: int, end: int) -> bool:
    """Whether the place is no part of a longer number, word or code."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before.isalnum() or before in {"/", "\\", "_", "@", "="}:
        return False
    if after.isalnum() and text[end - 1].isalnum():
        return False
    joined = after in {".", ",", "/", "-", ":"} and text[end + 1 : end + 2].isdigit()
    return not (joined or (before in {".", ",", ":", "-"} and start > 1 and text[start - 2].isdigit()))
