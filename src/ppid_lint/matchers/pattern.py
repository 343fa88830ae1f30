"""Kind `pattern`: an expression, what validates it, and the evidence that it is what it looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import SHOWN, Draft
from ppid_lint.finding import Match
from ppid_lint.identifiers import VALIDATORS
from ppid_lint.identifiers.verdict import SHAPE_ONLY, Verdict, plausible
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.evidence import NO_LABEL, Label, Place, nearest_label

_NOTHING = Lexicon("")
_UNCHECKED = plausible(SHAPE_ONLY)
_EVERYTHING = SHOWN | {Role.HIDDEN}
_LABELLED = {"valid": 0.99, "plausible": 0.95, "invalid": 0.75}
_PLACES = {
    Place.BEFORE: "label before it",
    Place.AFTER: "label after it",
    Place.HEADER: "column header",
    Place.ROW: "label in the row",
    Place.ABOVE: "label above it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """An RE2 expression, the value in it (`(?P<value>…)`), and what has to speak for it.

    A label of its own beats the check of the value; a nearer label of something else drops it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["pattern"] = "pattern"
    patterns: tuple[str, ...]
    validator: str | None = None  # a name of identifiers.VALIDATORS
    labels: Lexicon = _NOTHING
    against: Lexicon = _NOTHING
    unlabelled: Literal["valid", "plausible", "never"] = "valid"  # the least verdict without a label
    loose: tuple[str, ...] = ()  # expressions that count under a label only
    within: Literal["shown", "file"] = "shown"  # file: comments, front matter and attributes too
    confidence: float = 0.9

    def __post_init__(self) -> None:
        if self.validator is not None and self.validator not in VALIDATORS:
            raise ValueError(
                f"pemeriksa “{self.validator}” tidak dikenal; ada: {', '.join(sorted(VALIDATORS))}"
            )

    def expressions(self) -> Iterable[str]:
        return (*self.patterns, *self.loose)

    def lexicons(self) -> Iterable[Lexicon]:
        return (self.labels, self.against)

    def find(self, draft: Draft) -> Iterator[Match]:
        roles = _EVERYTHING if self.within == "file" else SHOWN
        for expression in self.expressions():
            for index, hit in draft.hits(expression, roles):
                start, end = hit.groups.get("value", (hit.start, hit.end))
                match = self._weigh(draft, index, start, end, loose=expression in self.loose)
                if match:
                    yield match

    def _weigh(self, draft: Draft, index: int, start: int, end: int, *, loose: bool) -> Match | None:
        text = draft.folded(index)
        if not _stands_alone(text, start, end):
            return None
        verdict = VALIDATORS[self.validator](text[start:end]) if self.validator else _UNCHECKED
        label = nearest_label(draft, index, start, end, self.labels)
        other = nearest_label(draft, index, start, end, self.against)
        if other.place and (not label.place or other.distance < label.distance):
            return None
        if not label.place and (loose or not self._suffices(verdict)):
            return None
        return Match(
            block=index,
            start=start,
            end=end,
            confidence=self._confidence(verdict, label),
            evidence=(*([_PLACES[label.place]] if label.place else []), *verdict.reasons),
        )

    def _suffices(self, verdict: Verdict) -> bool:
        if self.unlabelled == "never":
            return False
        return verdict.status == "valid" or verdict.status == self.unlabelled

    def _confidence(self, verdict: Verdict, label: Label) -> float:
        """High for a label, less with the distance and where the value fails its check."""
        if self.validator is None and label is NO_LABEL:
            return self.confidence
        if not label.place:
            return round(min(verdict.confidence, 0.95), 2)
        base = _LABELLED[verdict.status]
        return round(base - label.distance / 1000, 2)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the value is not a part of a longer number or word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum():
        return False
    joins_before = before in {"-", ".", "/"} and text[start - 2 : start - 1].isdigit()
    joins_after = after in {"-", "/"} and text[end + 1 : end + 2].isdigit()
    return not (joins_before or joins_after)
