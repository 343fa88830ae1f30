"""Kind `tokens`: spaCy Matcher patterns, run only on blocks where a cheap test says they may fire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Literal

from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Token patterns as spaCy's Matcher takes them, and the words without which none can match."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["tokens"] = "tokens"
    patterns: tuple[tuple[dict[str, Any], ...], ...]
    words: Lexicon  # at least one of them stands in a block that may match
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs(words=(self.words,))

    def find(self, draft: Draft) -> Iterator[Match]:
        blocks = dict.fromkeys(index for index, _ in draft.phrases(self.words, PROSE))
        if not blocks:
            return
        matcher = _matcher(repr(self.patterns))
        for index in blocks:
            doc = draft.tokens(index)
            for span in _longest(matcher(doc, as_spans=True)):
                if draft.spared(index, span.start_char, span.end_char):
                    continue
                yield Match(block=index, start=span.start_char, end=span.end_char, confidence=self.confidence)


@lru_cache(maxsize=64)
def _matcher(patterns: str) -> Any:
    """The Matcher of patterns in their written form, built once on the pipeline's vocabulary."""
    from ast import literal_eval

    from spacy.matcher import Matcher

    from ppid_lint.nlp.pipeline import pipeline

    matcher = Matcher(pipeline().vocab)
    matcher.add("rule", [list(pattern) for pattern in literal_eval(patterns)])
    return matcher


def _longest(spans: Iterable[Any]) -> list[Any]:
    from spacy.util import filter_spans

    return sorted(filter_spans(spans), key=lambda span: span.start)
