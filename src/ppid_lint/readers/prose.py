"""A block's text in the making: verbatim and decoded runs, white space and invisible characters evened."""

from __future__ import annotations

import re

from ppid_lint.document import Piece
from ppid_lint.readers.excerpt import Excerpt
from ppid_lint.text import Span

# For use in character classes: every space but the plain one and the line feed; what takes no room.
ODD_SPACES = "\t\v\f\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SPACES = " \n" + ODD_SPACES
INVISIBLE = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f"
# More than one of them, or one that is no plain space; a class in front lets `re` skip from one to the next.
_ODD = re.compile(f"[{SPACES}{INVISIBLE}](?:[{SPACES}{INVISIBLE}]+|(?<! ))")
_SPACE = re.compile(f"[{SPACES}]")
_CUT = re.compile(rf"[{INVISIBLE}]+|\r\n|\n|\r")
_GONE = re.compile(f"[{INVISIBLE}]+")


def even(text: str) -> str:
    """Every kind of space as a plain one, character for character."""
    return text if text.isascii() and not _ODD.search(text) else _SPACE.sub(" ", text)


class Prose:
    """Collects one block's text with its pieces; runs of white space become one space.

    Without `collapse` spaces stay, and lines are joined by a line feed, as in a code block.
    """

    def __init__(self, *, collapse: bool = True) -> None:
        self.collapse = collapse
        self.breaks: list[int] = []
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._spaced = True  # whether a further space would be one too many

    def __len__(self) -> int:
        return self._length

    def take(self, excerpt: Excerpt, start: int, end: int) -> None:
        """Appends a range of the excerpt as it stands."""
        add = self._fold if self.collapse else self._keep
        for first, last, source in excerpt.cut(start, end):
            add(excerpt.text[first:last], source)

    def put(self, text: str, span: Span) -> None:
        """Appends text that stands for a span of the source: a decoded entity, an escape."""
        text = even(_GONE.sub("", text))
        if text.isspace() and self.collapse:
            text = "" if self._spaced else " "
        if text:
            self._append(text, *span)
            self._spaced = text[-1] == " "

    def line_break(self, span: Span) -> None:
        """Appends a space that stands for the end of a line."""
        if self.collapse:
            self.put(" ", span)
        else:
            self._append("\n", *span)
        self._mark_break()

    def finish(self) -> tuple[str, tuple[Piece, ...], tuple[int, ...]]:
        """The text without space at its end, its pieces and its line breaks."""
        text = "".join(self._parts)
        text = text.rstrip(" ") if self.collapse else text.rstrip("\n")
        while self._pieces and self._pieces[-1].end > len(text):
            start, end, source, source_end = self._pieces.pop()
            if start < len(text):
                cut = end - len(text) if end - start == source_end - source else 0
                self._pieces.append(Piece(start, len(text), source, source_end - cut))
        return text, tuple(self._pieces), tuple(offset for offset in self.breaks if offset < len(text))

    def _fold(self, chunk: str, source: int) -> None:
        at = 0
        for odd in _ODD.finditer(chunk):
            first, last = odd.span()
            if first > at:
                self._verbatim(chunk[at:first], source + at)
            self._fold_space(odd[0], source + first)
            at = last
        if at < len(chunk):
            self._verbatim(chunk[at:], source + at)

    def _fold_space(self, run: str, source: int) -> None:
        at = 0 if run[0] == " " else _first_space(run)
        if at < 0:
            return
        if not self._spaced:
            self._append(" ", source + at, source + at + 1)
            self._spaced = True
        if "\n" in run or "\r" in run:
            self._mark_break()

    def _keep(self, chunk: str, source: int) -> None:
        at = 0
        for odd in _CUT.finditer(chunk):
            self._verbatim(even(chunk[at : odd.start()]), source + at)
            if odd.group()[0] in "\r\n":
                self.breaks.append(self._length)
                self._append("\n", source + odd.start(), source + odd.start() + 1)
            at = odd.end()
        self._verbatim(even(chunk[at:]), source + at)

    def _verbatim(self, chunk: str, source: int) -> None:
        if self.collapse and chunk:
            if self._spaced and chunk[0] == " ":
                chunk, source = chunk[1:], source + 1
            if chunk:
                self._spaced = chunk[-1] == " "
        if chunk:
            self._append(chunk, source, source + len(chunk))

    def _append(self, chunk: str, source: int, source_end: int) -> None:
        start, end = self._length, self._length + len(chunk)
        self._parts.append(chunk)
        self._length = end
        if self._pieces and end - start == source_end - source:
            first, last, first_source, last_source = self._pieces[-1]
            if last_source == source and last - first == last_source - first_source:
                self._pieces[-1] = Piece(first, end, first_source, source_end)
                return
        self._pieces.append(Piece(start, end, source, source_end))

    def _mark_break(self) -> None:
        if self._length and (not self.breaks or self.breaks[-1] != self._length - 1):
            self.breaks.append(self._length - 1)


def _first_space(run: str) -> int:
    space = _SPACE.search(run)
    return space.start() if space else -1
