"""What is marked inside the text of a block being read: its links, its images and its inline code."""

from __future__ import annotations

from dataclasses import dataclass

from ppid_lint.document import Link
from ppid_lint.text import Span


@dataclass(slots=True)
class _Target:
    """Where the link that is being read leads, and where its text begins in the block."""

    text: str
    source: Span
    start: int


class Inline:
    """Collects links and code by their places in the text, whose length so far is told each time."""

    def __init__(self) -> None:
        self._links: list[Link] = []
        self._code: list[Span] = []
        self._target: _Target | None = None
        self._code_start = -1

    def open_link(self, target: str, source: Span, at: int) -> None:
        self._target = _Target(target, source, at)

    def close_link(self, at: int) -> None:
        if self._target:
            self._links.append(Link(Span(self._target.start, at), self._target.text, self._target.source))
            self._target = None

    def image(self, target: str, source: Span, at: int) -> None:
        self._links.append(Link(Span(at, at), target, source, image=True))

    def open_code(self, at: int) -> None:
        if self._code_start < 0:
            self._code_start = at

    def close_code(self, at: int) -> None:
        if self._code_start >= 0:
            self._code.append(Span(self._code_start, at))
            self._code_start = -1

    def links(self, at: int, length: int) -> tuple[Link, ...]:
        """The links of a text of a length, one that is still open too."""
        links = list(self._links)
        if self._target and self._target.start < at:
            links.append(Link(Span(self._target.start, at), self._target.text, self._target.source))
        return tuple(
            link._replace(span=Span(min(link.span.start, length), min(link.span.end, length)))
            for link in links
        )

    def code(self, at: int, length: int) -> tuple[Span, ...]:
        """The code in a text of a length, one piece that is still open too."""
        spans = [*self._code]
        if self._code_start >= 0:
            spans.append(Span(self._code_start, at))
        return tuple(Span(start, min(end, length)) for start, end in spans if start < min(end, length))

    def next_block(self) -> None:
        """Forgets what stood in the block; what is still open goes on at the start of the next."""
        self._links.clear()
        self._code.clear()
        if self._target:
            self._target.start = 0
        if self._code_start >= 0:
            self._code_start = 0
