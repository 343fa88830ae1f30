"""Kind `marking`: a word stamped on a paper, told from the same word in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.beside import lead_in, left_text, neighbours, told_of
from ppid_lint.phrases import longest
from ppid_lint.spacing import lowered
from ppid_lint.text import Span

_NOTHING = Lexicon("")
_READ = PROSE | {Role.CELL, Role.CODE}
_AROUND = " \t*_#[](){}<>=~|:;.,/\"'“”«»-–—•·!"  # what a mark may be set in
_JOIN = re.compile(r"[/,;(]|\b(?:dan|and|serta)\b")  # between the marks of one label
_PAGE = re.compile(r"(?:hal|halaman|page|p)?[ .]*\d+(?: *(?:dari|of|/) *\d+)?[ .|–—-]*", re.IGNORECASE)
_DASH = re.compile(r" *[-–—:,.(/]")
_AFTER_LABEL = ("", "/", ",", ";", "(", ".", "-", "–", "—", "dan ", "and ", "&")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """Words that mark a paper where they are all of a line, or stand right after a label.

    `beside` are words that a mark may share its line with, `levels` other steps of the same scale:
    next to one of them a mark is a list of steps. `against` are words of the line before or after
    that make it a part of something else, `talk` those that tell a list of kinds of information.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["marking"] = "marking"
    words: Lexicon = _NOTHING
    labels: Lexicon = _NOTHING
    labelled: Lexicon = _NOTHING  # words that are a mark only after a label
    spaced: tuple[str, ...] = ()  # expressions of the words in letter-spacing
    beside: Lexicon = _NOTHING
    orders: Lexicon = _NOTHING  # words that open an order behind a mark: *RAHASIA – hanya untuk …*
    levels: Lexicon = _NOTHING
    against: Lexicon = _NOTHING
    talk: Lexicon = _NOTHING
    case: Literal["upper", "title"] = "upper"  # title: a heading in title case marks too
    confidence: float = 0.95

    def needs(self) -> Needs:
        marks = (self.words, self.labels, self.labelled, self.levels)
        return Needs(
            expressions=self.spaced, words=(*marks, self.beside, self.orders, self.against, self.talk)
        )

    def find(self, draft: Draft) -> Iterator[Match]:
        for index, hit in longest(draft.phrases(self.words, _READ)):
            way = self._way(draft, index, Span(hit.start, hit.end))
            if way:
                yield self._match(index, hit.start, hit.end, way)
        for index, hit in longest(draft.phrases(self.labelled, _READ)):
            if self._after_label(draft, index, Span(hit.start, hit.end)):
                yield self._match(index, hit.start, hit.end, "label before it")
        for expression in self.spaced:
            for index, found in draft.hits(expression, _READ):
                if self._is_line(draft, index, Span(found.start, found.end)):
                    yield self._match(index, found.start, found.end, "letter-spaced line")

    def _match(self, index: int, start: int, end: int, way: str) -> Match:
        return Match(block=index, start=start, end=end, confidence=self.confidence, evidence=(way,))

    def _way(self, draft: Draft, index: int, span: Span) -> str:
        """How the words at this place mark the paper; '' where they do not."""
        if self._after_label(draft, index, span):
            return "label before it"
        return "alone on its line" if self._is_line(draft, index, span) else ""

    def _after_label(self, draft: Draft, index: int, span: Span) -> bool:
        text = draft.blocks[index].text
        line = draft.blocks[index].line(span.start)
        if not lowered(text[span.end : line.end]).lstrip(' *_"”)]').startswith(_AFTER_LABEL[1:]) and text[
            span.end : line.end
        ].strip(_AROUND):
            return False
        before = lowered(text[line.start : span.start])
        if draft.blocks[index].cell is not None:
            before = f"{lowered(left_text(draft, index))}:{before}"
        return self._is_label(before) or self._shares(before)

    def _is_label(self, before: str) -> bool:
        """Whether a label, perhaps behind a comma, is what stands before."""
        label = _JOIN.split(before.rstrip(_AROUND))[-1] if "," in before else before
        names = {entry.text for entry in self.labels.entries}
        return label.strip(_AROUND) in names or before.strip(_AROUND) in names

    def _shares(self, before: str) -> bool:
        """Whether a label and other marks of the line stand before: *Sifat: Segera dan Rahasia*."""
        label, colon, rest = before.partition(":")
        if not colon or not self._is_label(label):
            return False
        lexicons = (self.words, self.labelled, self.beside, self.levels)
        words = {entry.text for lexicon in lexicons for entry in lexicon.entries}
        return all(part.strip(_AROUND) in words for part in _JOIN.split(rest) if part.strip(_AROUND))

    def _is_line(self, draft: Draft, index: int, span: Span) -> bool:
        block = draft.blocks[index]
        line = block.line(span.start)
        if not self._is_bare(draft, index, line, span) or not self._stands_out(draft, index, span):
            return False
        if block.role is Role.ITEM and _is_listed(draft, index):
            return False
        if block.cell is not None and (left_text(draft, index) or block.cell.header):
            return False
        beside = [lowered(text).strip(_AROUND) for text in neighbours(draft, index, line)]
        if self._in_scale(lowered(block.text[span.start : span.end]), beside):
            return False
        return not (self._spoken_against(beside) or told_of(draft, index, line, self.talk))

    def _is_bare(self, draft: Draft, index: int, line: Span, span: Span) -> bool:
        """Whether the line holds the mark, its companions, a page number or an order, and no more."""
        rest = self._rest(draft, index, line, span).strip(_AROUND)
        if not rest or (_PAGE.fullmatch(rest) and not rest.isdigit()):
            return True
        text = lowered(draft.blocks[index].text[span.end : line.end])
        return span.start == line.start and _DASH.match(text) is not None and self._orders(text)

    def _orders(self, after: str) -> bool:
        opening = after.strip(_AROUND)
        return any(opening.startswith(f"{entry.text} ") for entry in self.orders.entries)

    def _rest(self, draft: Draft, index: int, line: Span, span: Span) -> str:
        """What else the line holds, beside the mark and its companions."""
        text = list(draft.blocks[index].text)
        for start, end in [span, *((hit.start, hit.end) for hit in self._companions(draft, index))]:
            text[start:end] = " " * (end - start)
        return "".join(text[line.start : line.end])

    def _companions(self, draft: Draft, index: int) -> Iterator[Any]:
        for lexicon in (self.beside, self.words):
            yield from draft.phrases_in(index, lexicon)

    def _stands_out(self, draft: Draft, index: int, span: Span) -> bool:
        text = draft.blocks[index].text[span.start : span.end]
        if text.isupper():
            return True
        if self.case == "title":
            return draft.blocks[index].role is Role.HEADING or text.istitle()
        return text[0].isupper() and draft.blocks[index].role is Role.PARAGRAPH and _at_edge(draft, index)

    def _in_scale(self, word: str, beside: list[str]) -> bool:
        levels = {entry.text for lexicon in (self.words, self.levels) for entry in lexicon.entries}
        return any(text in levels and text != word for text in beside)

    def _spoken_against(self, beside: list[str]) -> bool:
        return any(text.endswith(entry.text) for text in beside[:1] for entry in self.against.entries)


def _is_listed(draft: Draft, index: int) -> bool:
    """Whether an item stands in a list; a line between two dashes is read as an item too."""
    return lead_in(draft, index) is not None or draft.blocks[index].text.rstrip()[-1] not in "-–—"


def _at_edge(draft: Draft, index: int) -> bool:
    """Whether a block is where headers and footers stand."""
    return index == 0 or index == len(draft.blocks) - 1
