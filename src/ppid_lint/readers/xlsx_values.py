"""What the cells of a workbook hold: shared strings, number formats, cached results of formulas."""

from __future__ import annotations

from typing import Any, NamedTuple

from ppid_lint.readers.markup import attribute, child, label, within
from ppid_lint.readers.package import Package
from ppid_lint.readers.xlsx_format import BUILT_IN, as_number, general, number_text


class Value(NamedTuple):
    """A cell's text, whether it is a number, and whether its format hides it."""

    text: str
    number: bool = False
    hidden: bool = False


class Values:
    """Reads the value of a cell element."""

    def __init__(self, package: Package, main: str) -> None:
        self.strings_part = next(iter(package.related(main, "sharedStrings")), "")
        root = package.tree(self.strings_part) if self.strings_part else None
        self.strings = [] if root is None else [item for item in root if label(item) == "x:si"]
        self.used: set[int] = set()
        self._texts: dict[int, str] = {}
        properties = child(package.tree(main), "x:workbookPr")
        self._from_1904 = properties is not None and attribute(properties, "date1904") in ("1", "true")
        styles = next(iter(package.related(main, "styles")), "")
        self._formats = _formats(package.tree(styles)) if styles else []

    def value(self, cell: Any) -> Value:
        """What a cell shows; an empty text where it shows nothing."""
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return Value(joined(cell[0] if len(cell) == 1 else cell))
        text = next((item.text for item in cell if item.tag.endswith("}v")), None) or ""
        if kind == "s":
            return Value(self._shared(text))
        if kind == "b":
            return Value({"1": "TRUE", "0": "FALSE"}.get(text, text))
        return Value(text) if kind != "n" or not text else self._number(cell, text)

    def _number(self, cell: Any, text: str) -> Value:
        index = cell.get("s") or ""
        known = index.isdecimal() and int(index) < len(self._formats)
        shown = number_text(text, self._formats[int(index)] if known else "", from_1904=self._from_1904)
        number = as_number(text)
        return Value(shown or (general(number) if number is not None else text), True, not shown)

    def _shared(self, text: str) -> str:
        index = string_index(text, len(self.strings))
        if index is None:
            return ""
        self.used.add(index)
        if index not in self._texts:
            self._texts[index] = joined(self.strings[index])
        return self._texts[index]


def string_index(text: str, count: int) -> int | None:
    """The index of a shared string that a cell names; None where there is no such string."""
    return int(text) if text.isdecimal() and len(text) < 10 and int(text) < count else None


def text_nodes(element: Any) -> list[Any]:
    """The elements that hold a string's text, phonetic guides apart."""
    return [
        item
        for item in within(element, "x:t")
        if not any(label(above) == "x:rPh" for above in item.iterancestors())
    ]


def joined(element: Any) -> str:
    """A string's text, its runs joined."""
    if len(element) == 1 and label(element[0]) == "x:t":
        return element[0].text or ""
    return "".join(item.text or "" for item in text_nodes(element))


def _formats(styles: Any) -> list[str]:
    """The format code of each cell style."""
    codes: dict[int, str] = dict(BUILT_IN)
    for item in _children(styles, "x:numFmts"):
        codes[_number(attribute(item, "numFmtId"))] = attribute(item, "formatCode")
    return [codes.get(_number(attribute(item, "numFmtId")), "") for item in _children(styles, "x:cellXfs")]


def _children(element: Any, name: str) -> list[Any]:
    found = child(element, name)
    return list(found) if found is not None else []


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
