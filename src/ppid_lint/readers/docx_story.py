"""One story of a docx, such as its body, a header or a footnote: its paragraphs and tables as blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ppid_lint.document import Role
from ppid_lint.readers.docx_alternatives import alternatives
from ppid_lint.readers.docx_inline import Contents, Inline
from ppid_lint.readers.docx_styles import PLAIN, Style, Styles, is_listed, list_level, outline_level
from ppid_lint.readers.grid import Grid
from ppid_lint.readers.marks import is_heading, mark
from ppid_lint.readers.markup import attribute, attribute_key, child, label, switched_on
from ppid_lint.readers.package import Package
from ppid_lint.readers.transcript import Location, Origin, Passage, Scrap, Transcript

_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"})


@dataclass(slots=True)
class Counts:
    """What has been counted over all stories."""

    paragraphs: int = 0
    tables: int = 0
    boxes: int = 0
    marks: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class _Table:
    """A table being read: its grid, and the blocks of each place in it."""

    grid: Grid
    blocks: dict[int, list[int]] = field(default_factory=dict)
    place: int = 0

    @property
    def location(self) -> Location:
        at = self.grid.places[self.place]
        return {"table": self.grid.number, "row": at.row, "column": at.column}


class Story:
    """Reads one story into a transcript.

    `location` is that of all its blocks; without one paragraphs and cells are counted. `aside` names
    what all of it is, such as "comment", where none of it is published.
    """

    def __init__(
        self,
        part: str,
        package: Package,
        transcript: Transcript,
        styles: Styles,
        counts: Counts,
        location: Location | None = None,
        aside: str = "",
    ) -> None:
        self._package = package
        self._transcript = transcript
        self._styles = styles
        self._counts = counts
        self._location = location
        self._aside = aside
        self._inline = Inline(part, package, styles)
        self._tables: list[_Table] = []
        self._section = ""

    def read(self, root: Any) -> None:
        """Reads everything below an element."""
        with self._inline.aside(self._aside):
            self._blocks(root)
            self._flush(None, PLAIN)
        for kind, names in self._inline.marks.items():
            self._counts.marks[kind] += names

    def _blocks(self, element: Any) -> None:
        for item in element:
            name = label(item)
            if name == "w:p":
                self._paragraph(item)
            elif name == "w:tbl":
                self._table(item)
            elif name == "mc:AlternateContent":
                for aside, branch in alternatives(item):
                    with self._inline.aside(aside):
                        self._blocks(branch)
            elif not name.endswith("Pr"):
                self._blocks(item)

    def _paragraph(self, element: Any) -> None:
        properties = child(element, "w:pPr")
        named = child(properties, "w:pStyle") if properties is not None else None
        style = self._styles.style(attribute(named, "val") if named is not None else "")
        self._inline.read(element, style)
        joined = child(properties, "w:rPr", "w:del") if properties is not None else None
        if joined is None:
            self._flush(properties, style)

    def _flush(self, properties: Any, style: Style) -> None:
        """Ends the paragraph being read."""
        contents = self._inline.take()
        table = self._tables[-1] if self._tables else None
        location = self._location or (table.location if table else self._numbered(contents))
        first = len(self._transcript.blocks)
        role, level, skip = (Role.CELL, 0, 0) if table else _role(contents, properties, style)
        index = self._transcript.add(
            contents.shown, role, level=level, skip=skip, location=location, section=self._section
        )
        for name, passage in contents.asides:
            self._transcript.add(passage, Role.HIDDEN, name=name, location=location, section=self._section)
        for name, scrap in contents.attributes:
            shown = Role.HIDDEN if self._aside else Role.ATTRIBUTE
            self._transcript.add(Passage([scrap]), shown, name=name, location=location, section=self._section)
        if index is not None and role is Role.HEADING:
            self._section = self._transcript.blocks[index].text
        if table:
            table.blocks.setdefault(table.place, []).extend(range(first, len(self._transcript.blocks)))
        for box in contents.boxes:
            self._box(box)

    def _numbered(self, contents: Contents) -> Location:
        """The paragraph's number; blank ones are not counted."""
        if contents.shown.text.strip() or contents.asides:
            self._counts.paragraphs += 1
        return {"paragraph": self._counts.paragraphs}

    def _box(self, element: Any) -> None:
        self._counts.boxes += 1
        location = {**(self._location or {}), "textbox": self._counts.boxes}
        if label(element) == "v:textpath":
            key = attribute_key(element, "string")
            scrap = Scrap(attribute(element, "string"), Origin(self._inline.part, element, key))
            self._transcript.add(Passage([scrap]), Role.PARAGRAPH, location=location)
            return
        story = Story(
            self._inline.part,
            self._package,
            self._transcript,
            self._styles,
            self._counts,
            location,
            self._aside,
        )
        story.read(element)

    def _table(self, element: Any) -> None:
        self._counts.tables += 1
        table = _Table(Grid(self._counts.tables))
        self._tables.append(table)
        for row in _through(element, "w:tr"):
            self._row(table, row)
        self._tables.pop()
        texts = {
            place: " ".join(
                block.text for index in indexes if (block := self._transcript.blocks[index]).role is Role.CELL
            )
            for place, indexes in table.blocks.items()
        }
        for place, cell in enumerate(table.grid.cells(texts)):
            for index in table.blocks.get(place, ()):
                self._transcript.blocks[index] = replace(self._transcript.blocks[index], cell=cell)

    def _row(self, table: _Table, row: Any) -> None:
        properties = child(row, "w:trPr")
        head = properties is not None and switched_on(child(properties, "w:tblHeader"))
        aside = ""
        if properties is not None and child(properties, "w:del") is not None:
            aside = "deleted"
        elif properties is not None and switched_on(child(properties, "w:hidden")):
            aside = "hidden"
        table.grid.start_row()
        for cell in _through(row, "w:tc"):
            span = child(cell, "w:tcPr", "w:gridSpan")
            width = attribute(span, "val") if span is not None else "1"
            table.place = table.grid.start_cell(
                width=int(width) if width.isdecimal() and len(width) < 6 else 1, head=head
            )
            gone = "deleted" if child(cell, "w:tcPr", "w:cellDel") is not None else aside
            with self._inline.aside(gone):
                self._blocks(cell)
                self._flush(None, PLAIN)


def _through(element: Any, name: str) -> Iterator[Any]:
    """Children with a label, also inside wrappers such as content controls."""
    for item in element:
        if label(item) == name:
            yield item
        elif label(item) in _WRAPPERS:
            yield from _through(item, name)


def _role(contents: Contents, properties: Any, style: Style) -> tuple[Role, int, int]:
    """What a paragraph outside of tables is, its level, and how long its typed list mark is."""
    outline = child(properties, "w:outlineLvl") if properties is not None else None
    listing = child(properties, "w:numPr") if properties is not None else None
    heading = style.heading or (outline_level(outline) if outline is not None else 0)
    if heading:
        return Role.HEADING, heading, 0
    if style.quote:
        return Role.QUOTE, 0, 0
    listed = is_listed(listing) if listing is not None else style.listed
    text = contents.shown.text
    if listed or style.contents:
        return Role.ITEM, (list_level(listing) if listing is not None else style.level) + 1, 0
    found = mark(text)
    if (found.capitals or not contents.light) and not found.labelled and is_heading(text):
        return Role.HEADING, 1 if found.capitals else 2, 0
    if found.role is Role.ITEM:
        return Role.ITEM, 1, found.length
    return Role.PARAGRAPH, 0, 0
