"""What may be shown of a draft: its text with every restricted value covered."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from ppid_lint.finding import Excerpt
from ppid_lint.text import Span

Style = Literal["full", "tail", "hidden"]

DOT = "•"
BAR = "█"
AROUND = 48  # code points shown on each side of a finding
LONGEST = 72  # code points of a finding that are shown


_LONG_NUMBER = re.compile(r"\d(?:[ .-]?\d){9,}")
_NAME_WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")
_LONG = 8  # digits of a number that stands for one thing
_SHORTEST_CODE = 6
_MOBILE = re.compile(r"(?:62|0)(?=8)")


class Covered(NamedTuple):
    """A span of the source and how much of it may be shown."""

    span: Span
    style: Style


def covered(value: str, style: Style) -> str:
    """What is shown instead of a value: nothing of region, date or serial; of long ones the last two."""
    if style == "full":
        return DOT * 16
    if style == "tail" and len(value) >= 10:
        return DOT * (len(value) - 2) + value[-2:]
    return DOT * 5


def guarded(text: str, values: Iterable[str]) -> str:
    """Words that somebody wrote beside a draft, without its values and without long numbers."""
    for value in sorted(set(values), key=len, reverse=True):
        if len(value) > 3:
            text = text.replace(value, DOT * 5)
    return _LONG_NUMBER.sub(DOT * 5, text)


def echoes(source: str, names: Iterable[str]) -> list[Span]:
    """Where names stand in a source, whole or a word of them; their own places are among these."""
    whole = {name.strip() for name in names}
    words = sorted(
        whole | {word for name in whole for word in _NAME_WORD.findall(name)}, key=len, reverse=True
    )
    if not words:
        return []
    wanted = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
    return [Span(*match.span()) for match in wanted.finditer(source)]


def repeats(source: str, values: Iterable[str]) -> list[Span]:
    """Where mailboxes, long numbers and mixed codes stand in a source again, numbers in another form too."""
    forms = {form for value in values if (form := _form(value.strip()))}
    if not forms:
        return []
    wanted = re.compile(
        rf"(?<![A-Za-z0-9])(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?![A-Za-z0-9])"
    )
    return [Span(*match.span()) for match in wanted.finditer(source)]


def _form(value: str) -> str:
    """An expression for a value wherever it stands; "" for what may be anybody's: a word, a short number."""
    digits = "".join(filter(str.isdigit, value))
    if len(digits) >= _LONG and not any(map(str.isalpha, value)):
        mobile = _MOBILE.match(digits)
        inner = r"[ .()-]{0,2}".join(digits[mobile.end() :] if mobile else digits)
        return rf"(?:\+?62|0)?{inner}" if mobile else inner
    mixed = bool(digits) and len(value) >= _SHORTEST_CODE and " " not in value
    return re.escape(value) if "@" in value[1:-1] or mixed else ""


class Veil:
    """Shows parts of a source with covered spans masked; with `bare` everything as it stands."""

    def __init__(self, source: str, spans: Iterable[Covered], *, bare: bool = False) -> None:
        self._source = source
        self._spans: tuple[Covered, ...] = () if bare else _disjoint(spans)
        self._starts = [item.span.start for item in self._spans]

    def show(self, span: Span) -> str:
        """The text of a span, each covered value in it (or partly in it) masked whole."""
        own = self._own(span)
        if own is not None:
            return own
        parts: list[str] = []
        at = span.start
        for item in self._within(span):
            parts.append(self._source[at : max(at, item.span.start)])
            parts.append(covered(self._source[item.span.start : item.span.end], item.style))
            at = max(at, item.span.end)
        parts.append(self._source[at : max(at, span.end)])
        return "".join(parts)

    def excerpt(self, span: Span) -> Excerpt:
        """The finding's place with some text of its line around it, masked, on one line."""
        own = self._own(span) if span.end - span.start <= LONGEST else None
        if own is not None and self._opens_line(span.start) and self._closes_line(span.end):
            inside = _flat(own)  # all of its line, as in a sheet
            return Excerpt(inside, 0, len(inside))
        end = min(span.end, span.start + LONGEST)
        left, right = self._line(span.start, end)
        show = self.show if self._within(Span(left, right)) else self._bare
        before = _flat(show(Span(left, span.start)) if left < span.start else "")
        cut = end < span.end
        inside = _flat(show(Span(span.start, end))) + ("…" if cut else "")
        after = _flat(show(Span(end, right)) if end < right and not cut else "")
        before = before if self._opens_line(left) else f"…{before}"
        after = after if cut or self._closes_line(right) else f"{after}…"
        return Excerpt(before + inside + after, len(before), len(before) + len(inside))

    def _own(self, span: Span) -> str | None:
        """A covered value as it is shown, where a span is that very value."""
        at = bisect_left(self._starts, span.start)
        if at == len(self._starts) or self._spans[at].span != span:
            return None
        return covered(self._source[span.start : span.end], self._spans[at].style)

    def _bare(self, span: Span) -> str:
        return self._source[span.start : span.end]

    def touches(self, span: Span) -> bool:
        """Whether any covered value lies in the span, even in part."""
        return bool(self._within(span))

    def hides(self, span: Span) -> bool:
        """Whether the whole span lies in a covered value."""
        return any(item.span.covers(span) for item in self._within(span))

    def _within(self, span: Span) -> Sequence[Covered]:
        """The covered spans that lie in a span, even in part."""
        first = max(bisect_left(self._starts, span.start) - 1, 0)
        near = self._spans[first : bisect_left(self._starts, span.end, first)]
        return [item for item in near if item.span.overlaps(span)] if near else ()

    def _line(self, start: int, end: int) -> Span:
        """The part of the lines around a range that an excerpt shows, whole values at its edges."""
        left = max(start - AROUND, 0)
        newline = max(self._source.rfind("\n", left, start), self._source.rfind("\r", left, start))
        left = newline + 1 if newline >= 0 else left
        right = min(end + AROUND, len(self._source))
        breaks = [at for mark in "\r\n" if (at := self._source.find(mark, end, right)) >= 0]
        right = min(breaks, default=right)
        for item in self._within(Span(left, right)):
            if item.span.start < left:
                left = min(item.span.end, start)
            if item.span.end > right:
                right = max(item.span.start, end)
        return Span(left, right)

    def _opens_line(self, at: int) -> bool:
        return at == 0 or self._source[at - 1] in "\r\n"

    def _closes_line(self, at: int) -> bool:
        return at >= len(self._source) or self._source[at] in "\r\n"


def _disjoint(spans: Iterable[Covered]) -> tuple[Covered, ...]:
    """The spans in order, overlapping ones joined under the stricter style."""
    joined: list[Covered] = []
    for item in sorted(spans, key=lambda item: item.span):
        if joined and item.span.start < joined[-1].span.end:
            last = joined.pop()
            end = max(last.span.end, item.span.end)
            style: Style = last.style if last.style == item.style else "hidden"
            joined.append(Covered(Span(last.span.start, end), style))
        elif item.span.end > item.span.start:
            joined.append(item)
    return tuple(joined)


def _flat(text: str) -> str:
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ")
