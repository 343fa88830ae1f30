"""What the styles of a docx mean: headings, lists, quotations, hidden text; in English and Indonesian."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ppid_lint.readers.markup import attribute, child, label, switched_on

_HEADING = re.compile(r"(?:heading|judul|tajuk|header)\s?([1-9])", re.IGNORECASE)
_NAMED = {"title": 1, "judul": 1, "subtitle": 2, "subjudul": 2, "anak judul": 2, "toc heading": 1}
_QUOTES = frozenset({"quote", "intense quote", "kutipan", "kutipan intens", "quotations"})
_CONTENTS = re.compile(r"(?:toc|daftar isi|table of figures|contents)\s?[0-9]?", re.IGNORECASE)
_DEEPEST = 20  # styles a style may be based on in turn


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or character style says, with what it inherits."""

    heading: int = 0
    listed: bool = False
    level: int = 0  # of a list, from 0
    quote: bool = False
    contents: bool = False  # an entry of a table of contents
    hidden: bool = False
    bold: bool = False


PLAIN = Style()


class Styles:
    """The styles of a docx by their ids."""

    def __init__(self, root: Any) -> None:
        self._elements = (
            {}
            if root is None
            else {attribute(element, "styleId"): element for element in root if label(element) == "w:style"}
        )
        self._known: dict[str, Style] = {"": PLAIN}

    def style(self, name: str) -> Style:
        """The style with an id; a plain one where there is none."""
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _resolved(self, name: str) -> Style:
        chain: list[Any] = []
        while name in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[name])
            based = child(chain[-1], "w:basedOn")
            name = attribute(based, "val") if based is not None else ""
        style = PLAIN
        for element in reversed(chain):
            style = _with(style, element)
        return style


def _with(style: Style, element: Any) -> Style:
    """A style on top of the one it is based on."""
    named = child(element, "w:name")
    name = attribute(named, "val").strip().lower() if named is not None else ""
    outline = child(element, "w:pPr", "w:outlineLvl")
    listing = child(element, "w:pPr", "w:numPr")
    heading = _heading(name) or (outline_level(outline) if outline is not None else style.heading)
    vanish, bold = child(element, "w:rPr", "w:vanish"), child(element, "w:rPr", "w:b")
    return Style(
        heading=heading,
        listed=is_listed(listing) if listing is not None else style.listed,
        level=list_level(listing) if listing is not None else style.level,
        quote=style.quote or name in _QUOTES,
        contents=style.contents or _CONTENTS.fullmatch(name) is not None,
        hidden=switched_on(vanish) if vanish is not None else style.hidden,
        bold=switched_on(bold) if bold is not None else style.bold,
    )


def _heading(name: str) -> int:
    match = _HEADING.fullmatch(name)
    return min(int(match[1]), 6) if match else _NAMED.get(name, 0)


def outline_level(outline: Any) -> int:
    """The heading level, from 1, that an outline level means; 0 for body text."""
    value = attribute(outline, "val")
    return min(int(value) + 1, 6) if value.isdecimal() and int(value) < 9 else 0


def is_listed(listing: Any) -> bool:
    """Whether `w:numPr` puts a paragraph in a list; number 0 takes it out."""
    number = child(listing, "w:numId")
    return number is None or attribute(number, "val") != "0"


def list_level(listing: Any) -> int:
    """The depth, from 0, that `w:numPr` gives."""
    level = child(listing, "w:ilvl")
    value = attribute(level, "val") if level is not None else ""
    return int(value) if value.isdecimal() else 0
