"""The characters of a PDF page as lines of plain text: wide gaps as tabs, blank lines between passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_GAP = 1.4  # of the letter size: a gap that wide parts columns; justified text stays under it
_APART = 1.35  # of the usual distance of lines: a passage ends
_LARGER = 1.15  # of the letter size: a heading ends


class Glyph(NamedTuple):
    """A character and its box in points; where it has none (a space that was put in) all are 0."""

    text: str
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0


class Line(NamedTuple):
    """A line of text and its place: baseline and height of its letters."""

    text: str
    bottom: float
    height: float
    left: float
    right: float


def page_text(glyphs: Iterable[Glyph]) -> str:
    """The text of a page, line by line."""
    rows = _rows(line for run in _runs(glyphs) if (line := _line(run)).text)
    if not rows:
        return ""
    steps = [above.bottom - below.bottom for above, below in pairwise(rows)]
    usual = median([step for step in steps if step > 0] or [0.0])
    parts = [rows[0].text]
    for (above, below), step in zip(pairwise(rows), steps, strict=True):
        apart = not 0 < step <= usual * _APART or _differs(above.height, below.height)
        parts += ["\n\n" if apart else "\n", below.text]
    return "".join(parts)


def _runs(glyphs: Iterable[Glyph]) -> Iterable[list[Glyph]]:
    """Glyphs between line ends, said or seen; a hyphen that was put in at one joins the two lines."""
    run: list[Glyph] = []
    joined = False
    last: Glyph | None = None
    for glyph in glyphs:
        if _is_letter(glyph):
            if run and last and not joined and _on_other_line(last, glyph):
                yield run
                run = []
            last = glyph
        if glyph.text in ("\r", "\n"):
            if run and not joined:
                yield run
                run = []
        elif glyph.text in ("\x02", "\ufffe", "\xad"):
            joined = True
            continue
        else:
            run.append(glyph)
            joined = False
    if run:
        yield run


def _line(run: Sequence[Glyph]) -> Line:
    """A run as a line, a tab for each wide gap."""
    boxed = [glyph for glyph in run if _is_letter(glyph)]
    if not boxed:
        return Line("", 0, 0, 0, 0)
    height = median(glyph.top - glyph.bottom for glyph in boxed)
    parts: list[str] = []
    right: float | None = None
    for glyph in run:
        if glyph.text.isspace():
            parts.append(" ")
            continue
        if right is not None and glyph.left - right > height * _GAP:
            parts.append("\t")
        parts.append("•" if _is_symbol(glyph.text) else glyph.text)
        right = glyph.right if glyph.top > glyph.bottom else right
    text = "\t".join(" ".join(cell.split()) for cell in "".join(parts).split("\t"))
    bottom = median(glyph.bottom for glyph in boxed)
    return Line(text.strip(), bottom, height, boxed[0].left, boxed[-1].right)


def _is_letter(glyph: Glyph) -> bool:
    """Whether a glyph has a box and ink in it."""
    return glyph.top > glyph.bottom and not glyph.text.isspace()


def _on_other_line(last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph is higher or lower than a raised or lowered figure would be."""
    return abs(last.bottom - glyph.bottom) > max(last.top - last.bottom, glyph.top - glyph.bottom) * 0.7


def _is_symbol(text: str) -> bool:
    """Whether a character is from a symbol font, which draws bullets."""
    return "\uf020" <= text <= "\uf0ff"


def _rows(lines: Iterable[Line]) -> list[Line]:
    """Lines that stand side by side, one after the other to the right, as one."""
    rows: list[Line] = []
    for line in lines:
        last = rows[-1] if rows else None
        if last and abs(last.bottom - line.bottom) < last.height * 0.4 and line.left >= last.right:
            wide = line.left - last.right > last.height * _GAP
            text = f"{last.text}{chr(9) if wide else ' '}{line.text}"
            rows[-1] = Line(text, last.bottom, max(last.height, line.height), last.left, line.right)
        else:
            rows.append(line)
    return rows


def _differs(above: float, below: float) -> bool:
    return max(above, below) > min(above, below) * _LARGER
