"""Workbooks written back: a cell's text changes, its format stays; a shared string only where it must.

A number or a formula's result that is edited becomes text in its cell.
"""

from __future__ import annotations

import copy
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from ppid_lint.finding import Edit
from ppid_lint.readers.markup import label, within
from ppid_lint.readers.package import Package
from ppid_lint.readers.xlsx import open_xlsx, sheets
from ppid_lint.readers.xlsx_values import Values, string_index, text_nodes
from ppid_lint.text import Span
from ppid_lint.writers.element import apply, put
from ppid_lint.writers.package import repacked
from ppid_lint.writers.splice import Splice, spliced, splices

_Edits = tuple[Edit, ...]


def rewrite_xlsx(data: bytes, edits: Iterable[Edit], name: str) -> bytes:
    """The workbook with edits of its extracted text applied."""
    reading = open_xlsx(data, name)
    package, main = reading.package, reading.package.main()
    touched = splices(reading.transcript.strips, edits)
    values = Values(package, main)
    cells = [splice for splice in touched if label(splice.element) == "x:c"]
    for splice in touched:
        if label(splice.element) != "x:c":
            apply(splice)
    shared = [splice for splice in cells if splice.element.get("t") == "s"]
    changed = {splice.part for splice in touched if splice not in shared} | _share(
        package, main, values, shared
    )
    formulas = [_inline(splice, values) for splice in cells if splice.element.get("t") != "s"]
    chain = package.related(main, "calcChain") if any(formulas) else []
    return repacked(package, changed, without=chain)


def _share(package: Package, main: str, values: Values, cells: list[Splice]) -> set[str]:
    """Edits shared strings: in place where all cells that show one are edited alike, else in a copy."""
    if not cells:
        return set()
    uses = _uses(package, main, values)
    variants: dict[int, dict[_Edits, list[Splice]]] = defaultdict(lambda: defaultdict(list))
    for splice in cells:
        index = _index(splice.element, values)
        if index is not None:
            variants[index][splice.edits].append(splice)
    changed = {values.strings_part}
    for index, found in variants.items():
        untouched = uses[index] - sum(map(len, found.values()))
        original = copy.deepcopy(values.strings[index])
        for number, (edits, users) in enumerate(found.items()):
            if not number and not untouched:
                _edit_string(values.strings[index], edits)
                continue
            place = _append(values, copy.deepcopy(original), edits)
            for splice in users:
                _held(splice.element).text = str(place)
                changed.add(splice.part)
    return changed


def _uses(package: Package, main: str, values: Values) -> Counter[int]:
    """How many cells show each shared string."""
    cells = (
        cell
        for sheet in sheets(package, main)
        for cell in within(package.tree(sheet.part), "x:c")
        if cell.get("t") == "s"
    )
    return Counter(index for cell in cells if (index := _index(cell, values)) is not None)


def _append(values: Values, string: Any, edits: _Edits) -> int:
    """Adds an edited copy of a shared string; gives its index."""
    _edit_string(string, edits)
    root = values.strings[0].getparent()
    root.insert(root.index(values.strings[-1]) + 1, string)
    values.strings.append(string)
    if root.get("uniqueCount") is not None:
        root.set("uniqueCount", str(len(values.strings)))
    return len(values.strings) - 1


def _edit_string(string: Any, edits: Iterable[Edit]) -> None:
    """Edits the text of a string over all its runs, so that each keeps its look."""
    at = 0
    for node in text_nodes(string):
        text = node.text or ""
        put(node, spliced(text, _share_of(edits, Span(at, at + len(text)))))
        at += len(text)


def _share_of(edits: Iterable[Edit], span: Span) -> list[Edit]:
    """The parts of edits that fall into one run, in its offsets; a longer text goes to the first run."""
    found = []
    for edit in edits:
        first, last = max(edit.span.start, span.start), min(edit.span.end, span.end)
        if first >= last:
            continue
        even = len(edit.text) == edit.span.end - edit.span.start
        start = first - edit.span.start
        text = edit.text[start : last - edit.span.start] if even else "" if start else edit.text
        found.append(Edit(Span(first - span.start, last - span.start), text))
    return found


def _inline(splice: Splice, values: Values) -> bool:
    """Turns a cell into text of its own, edited; tells whether that took a formula away."""
    cell = splice.element
    if cell.get("t") == "inlineStr":
        _edit_string(cell, splice.edits)
        return False
    text = spliced(values.value(cell).text, splice.edits)
    formulas = [item for item in cell if label(item) == "x:f"]
    for formula in formulas:
        _detach(formula)
    for item in list(cell):
        if label(item) in ("x:f", "x:v"):
            cell.remove(item)
    cell.set("t", "inlineStr")
    namespace = cell.tag.rpartition("}")[0] + "}"
    string = cell.makeelement(f"{namespace}is")
    node = string.makeelement(f"{namespace}t")
    put(node, text)
    string.append(node)
    cell.insert(0, string)
    return bool(formulas)


def _detach(formula: Any) -> None:
    """Takes the formulas away that depend on this one as their model; their results stay."""
    if formula.get("t") != "shared" or formula.get("ref") is None:
        return
    root = formula.getroottree().getroot()
    for other in [item for item in within(root, "x:f") if item.get("t") == "shared"]:
        if other is not formula and other.get("si") == formula.get("si"):
            other.getparent().remove(other)


def _index(cell: Any, values: Values) -> int | None:
    held = _held(cell)
    return string_index(held.text or "", len(values.strings)) if held is not None else None


def _held(cell: Any) -> Any:
    return next((item for item in cell if label(item) == "x:v"), None)
