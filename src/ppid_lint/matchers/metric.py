"""Kind `metric`: a measure of a sentence, a paragraph or the whole draft above the limit of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.kind import DEFAULT
from ppid_lint.matcher import Needs
from ppid_lint.matchers.anchor import anchor
from ppid_lint.matchers.prose import (
    all_sizes,
    counts,
    measured,
    running,
    sentences,
    sizes,
    units,
    word_count,
)
from ppid_lint.nlp.readability import costliest
from ppid_lint.nlp.spared import quoted_length
from ppid_lint.text import LineIndex, Span

_DEAREST = 3  # sentences that are named where the whole draft is too hard


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A measure and its limit for each kind of draft; `least` words must be there to measure."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kind: Literal["metric"] = "metric"
    measure: Literal["sentence", "paragraph", "hard-text"]
    limits: Mapping[str, float]
    least: int = 0

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        limit = limit_of(draft, self.measure, self.limits)
        return _MEASURES[self.measure](draft, limit, self.least)


def limit_of(draft: Draft, measure: str, limits: Mapping[str, float]) -> float:
    """The limit for the draft's kind: the configuration's, else the rule's own."""
    configured = draft.settings.limits.get(draft.kind, {})
    return configured.get(measure, limits.get(draft.kind, limits[DEFAULT]))


def _sentences(draft: Draft, limit: float, least: int) -> Iterator[Match]:
    for index in running(draft):
        text = draft.blocks[index].text
        if len(text) <= 2 * limit:  # too short to hold so many words
            continue
        for (start, end), size in zip(units(draft, index), sizes(draft, index), strict=True):
            if size.words > limit and quoted_length(text, start, end) * 2 <= end - start:
                yield _over(index, start, end, size.words, limit)


def _paragraphs(draft: Draft, limit: float, least: int) -> Iterator[Match]:
    for index, count in counts(draft).items():
        if count > limit:
            yield _over(index, 0, len(draft.blocks[index].text), count, limit)


def _draft(draft: Draft, limit: float, least: int) -> Iterator[Match]:
    found = measured(draft)
    if found.score > limit and _shown_words(draft) >= least:
        values = {"value": f"{found.score:.1f}", "limit": f"{limit:g}"}
        dear = costly(draft)
        values |= {"lines": lines_of(draft, dear), "count": str(len(dear))}
        yield on_draft(draft, values, dear)


def _shown_words(draft: Draft) -> int:
    """How many words the draft has, headings included."""
    return sum(word_count(draft, index) for index, block in enumerate(draft.blocks) if block.role in PROSE)


_MEASURES = {"sentence": _sentences, "paragraph": _paragraphs, "hard-text": _draft}


def _over(index: int, start: int, end: int, count: int, limit: float) -> Match:
    values = {"words": str(count), "limit": f"{limit:g}"}
    return Match(block=index, start=start, end=end, confidence=0.95, values=values, whole=True)


def costly(draft: Draft) -> list[tuple[int, Span]]:
    """The sentences that raise the reading level most, dearest first."""
    found = sentences(draft)
    costs = costliest(all_sizes(draft), count=_DEAREST)
    return [found[cost.sentence] for cost in costs]


def lines_of(draft: Draft, places: Sequence[tuple[int, Span]]) -> str:
    """The source lines that the places begin on, in order: "3, 17, 20"."""
    lines = LineIndex(draft.document.source)
    starts = {draft.blocks[index].source_span(*span).start for index, span in places}
    return ", ".join(map(str, sorted({lines.position(start).line for start in starts})))


def on_draft(draft: Draft, values: Mapping[str, str], places: Sequence[tuple[int, Span]]) -> Match:
    """A match of the whole draft, on its anchor, with the sentences it speaks of."""
    index = anchor(draft)
    return Match(
        block=index,
        start=0,
        end=len(draft.blocks[index].text),
        values=values,
        related=tuple(("sentence", block, *span) for block, span in places),
        whole=True,
    )
