"""The lines of a Markdown draft, and excerpts made of their tails.

A block's content holds, line by line, what is left of each source line once the marks of quotes and lists
before it are gone: a tail. So the ends of the lines and the length of each tail give every place.
"""

from __future__ import annotations

import re

from markdown_it.common.utils import MD_TRIM_CHARS

from ppid_lint.readers.excerpt import Excerpt

_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The draft from `start` on: `text` with line feeds only, and where its lines lie in the source."""

    def __init__(self, source: str, start: int = 0) -> None:
        marks = list(_LINE_END.finditer(source, start))
        self.source = source
        self.starts = [start, *(mark.end() for mark in marks)]
        self.ends = [*(mark.start() for mark in marks), len(source)]
        text = source[start:] if start else source
        self.text = _LINE_END.sub("\n", text) if "\r" in text else text

    def content(self, text: str, first: int) -> Excerpt:
        """Trimmed inline content that begins on line `first`."""
        parts = text.split("\n") if "\n" in text else [text]
        last = first + len(parts) - 1
        line = self.source[self.starts[last] : self.ends[last]]
        blank = len(line) - len(line.rstrip(MD_TRIM_CHARS))
        tails = [self.ends[first + i] - len(part) for i, part in enumerate(parts)]
        tails[-1] -= blank
        return _excerpt(text, parts, tails)

    def verbatim(self, text: str, first: int) -> Excerpt:
        """Untrimmed content that begins on line `first`, without spaces that stand for part of a tab."""
        parts = text.split("\n")
        tails = []
        for i, part in enumerate(parts):
            end = self.ends[min(first + i, len(self.ends) - 1)]
            while part[:1] == " " and not self.source.startswith(part, end - len(part)):
                part = part[1:]
            parts[i] = part
            tails.append(end - len(part))
        return _excerpt("\n".join(parts), parts, tails)

    def tail(self, line: int, length: int) -> Excerpt:
        """The last characters of a line."""
        start, end = self.ends[line] - length, self.ends[line]
        return Excerpt(self.source[start:end], (0,), (start,))


def _excerpt(text: str, parts: list[str], tails: list[int]) -> Excerpt:
    """The parts as one excerpt; those that follow each other in the source are one run."""
    starts, sources = [0], [tails[0]]
    at = 0
    for part, tail in zip(parts[:-1], tails[1:], strict=True):
        at += len(part) + 1
        if tail != sources[-1] + at - starts[-1]:
            starts.append(at)
            sources.append(tail)
    return Excerpt(text, tuple(starts), tuple(sources))
