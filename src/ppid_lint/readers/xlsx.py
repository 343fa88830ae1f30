"""Workbooks (xlsx): the cells of all sheets, hidden ones too, and what the package carries beside them.

SpreadsheetML, ECMA-376 part 1 (transitional and strict).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ppid_lint.document import Cell, Document, Role
from ppid_lint.readers.authors import read_authors
from ppid_lint.readers.markup import attribute, attribute_key, child, label, local, within
from ppid_lint.readers.package import Package, relations_part
from ppid_lint.readers.properties import read_properties
from ppid_lint.readers.reading import Reading
from ppid_lint.readers.transcript import Location, Origin, Passage, Scrap, Transcript, cut
from ppid_lint.readers.xlsx_sheet import Sheet, SheetReader
from ppid_lint.readers.xlsx_values import Values, text_nodes

_PAGE_CODE = re.compile(r'&(?:"[^"]*"|[0-9]+|K[0-9A-Fa-f]{6}|.)')


def read_xlsx(data: bytes, name: str = "") -> Document:
    """The document in a workbook. Raises InputError for damaged, locked and hostile files."""
    return open_xlsx(data, name).document


def open_xlsx(data: bytes, name: str = "") -> Reading:
    """The document in a workbook, with the origin of each piece of its text."""
    package = Package(data, name, "xlsx")
    main = package.main()
    if label(package.tree(main)) != "x:workbook":
        raise package.fail("bukan berkas xlsx: isinya format lain")
    workbook = _Workbook(package, main)
    try:
        workbook.read()
    except RecursionError:
        raise package.fail("berkas xlsx mencurigakan: bersarang terlalu dalam") from None
    return Reading(package, workbook.transcript)


def sheets(package: Package, main: str) -> Iterator[Sheet]:
    """The sheets that hold cells, in the order of their tabs."""
    targets = {item.id: item for item in package.relations(main)}
    for item in child(package.tree(main), "x:sheets"):
        relation = targets.get(attribute(item, "id"))
        if relation is not None and relation.kind == "worksheet" and relation.target in package.names:
            yield Sheet(
                attribute(item, "name"), relation.target, attribute(item, "state") in ("hidden", "veryHidden")
            )


class _Workbook:
    """Reads a workbook sheet by sheet, then what belongs to none."""

    def __init__(self, package: Package, main: str) -> None:
        self.package = package
        self.main = main
        self.transcript = Transcript()
        self.values = Values(package, main)
        self._commented: list[str] = []  # parts with comments

    def read(self) -> None:
        if child(self.package.tree(self.main), "x:sheets") is None:
            raise self.package.fail("berkas xlsx rusak: tidak ada daftar lembar")
        reader = SheetReader(self.values, self.transcript)
        for sheet in sheets(self.package, self.main):
            root = self.package.tree(sheet.part)
            reader.read(sheet, root, self._links(sheet.part, root))
            self._page_texts(sheet, root)
            self._comments(sheet)
            self._drawings(sheet)
        self._unused_strings()
        self._copies()
        people = self.package.related(self.main, "person")
        read_authors(self.package, [*self._commented, *people], self.transcript)
        read_properties(self.package, self.transcript)

    def _links(self, part: str, root: Any) -> Mapping[str, Scrap]:
        """The targets of hyperlinks by their cell."""
        relations = {item.id: item for item in self.package.relations(part)}
        found = {}
        for item in within(root, "x:hyperlink"):
            relation = relations.get(attribute(item, "id"))
            if relation is not None and relation.external:
                key = attribute_key(relation.element, "Target")
                origin = Origin(relations_part(part), relation.element, key)
                found[attribute(item, "ref").partition(":")[0]] = Scrap(relation.target, origin)
        return found

    def _page_texts(self, sheet: Sheet, root: Any) -> None:
        """What is printed above and below each page, without its layout codes."""
        for element in child(root, "x:headerFooter") if child(root, "x:headerFooter") is not None else ():
            text = element.text or ""
            scraps, at = [], 0
            for code in _PAGE_CODE.finditer(text):
                scraps += [*cut([Scrap(text, Origin(sheet.part, element))], at, code.start()), Scrap(" ")]
                at = code.end()
            scraps += cut([Scrap(text, Origin(sheet.part, element))], at, len(text))
            kind = "header" if local(element).endswith("Header") else "footer"
            self._put(scraps, Role.PARAGRAPH, {"sheet": sheet.name, kind: 1})

    def _comments(self, sheet: Sheet) -> None:
        parts = [
            part
            for kind in ("comments", "threadedComment")
            for part in self.package.related(sheet.part, kind)
        ]
        number = 0
        self._commented += parts
        for part in parts:
            for comment in self.package.tree(part).iter():
                if local(comment) in ("comment", "threadedComment"):
                    number += 1
                    texts = [item for item in comment.iter() if local(item) in ("t", "text") and item.text]
                    location: Location = {
                        "sheet": sheet.name,
                        "cell": attribute(comment, "ref"),
                        "comment": number,
                    }
                    scraps = [Scrap(item.text, Origin(part, item)) for item in texts]
                    self._put(scraps, Role.HIDDEN, location, name="comment")

    def _drawings(self, sheet: Sheet) -> None:
        """Text boxes on a sheet, and the texts and cached values of its charts."""
        number = 0
        for part in self.package.related(sheet.part, "drawing"):
            for drawn in (part, *self.package.related(part, "chart")):
                kind = "textbox" if drawn == part else "chart"
                for element in self.package.tree(drawn).iter():
                    if label(element) in ("a:p", "c:pt"):
                        number += 1
                        texts = [
                            item for item in element.iter() if label(item) in ("a:t", "c:v") and item.text
                        ]
                        scraps = [Scrap(item.text, Origin(drawn, item)) for item in texts]
                        self._put(scraps, Role.PARAGRAPH, {"sheet": sheet.name, kind: number})

    def _unused_strings(self) -> None:
        """Strings that no cell shows any more but the file still holds."""
        for index, item in enumerate(self.values.strings):
            if index not in self.values.used:
                scraps = [
                    Scrap(node.text or "", Origin(self.values.strings_part, node))
                    for node in text_nodes(item)
                ]
                self._put(scraps, Role.HIDDEN, {"property": "sharedStrings"}, name="unused-string")

    def _copies(self) -> None:
        """Copies of other data: behind pivot tables, and of linked workbooks."""
        for number, part in enumerate(self.package.related(self.main, "pivotCacheDefinition"), start=1):
            fields = list(within(self.package.tree(part), "x:cacheField"))
            names = [attribute(item, "name") for item in fields]
            for column, item in enumerate(fields, start=1):
                shared = child(item, "x:sharedItems")
                self._cached(
                    part,
                    number,
                    1,
                    [(column, value) for value in (shared if shared is not None else ())],
                    names,
                )
            for records in self.package.related(part, "pivotCacheRecords"):
                for row, record in enumerate(self.package.tree(records), start=2):
                    self._cached(records, number, row, list(enumerate(record, start=1)), names)
        for part in self.package.related(self.main, "externalLink"):
            for item in within(self.package.tree(part), "x:v"):
                scraps = [Scrap(item.text or "", Origin(part, item))]
                self._put(scraps, Role.HIDDEN, {"property": "externalLink"}, name="external-link")

    def _cached(
        self, part: str, number: int, row: int, items: list[tuple[int, Any]], names: list[str]
    ) -> None:
        for column, item in items:
            if label(item) in ("x:s", "x:n") and attribute(item, "v"):
                scraps = [Scrap(attribute(item, "v"), Origin(part, item, "v"))]
                header = names[column - 1] if column <= len(names) else ""
                cell = Cell(-number, row, column, header, False)
                self._put(scraps, Role.HIDDEN, {"pivot": number}, name="pivot-cache", cell=cell)

    def _put(
        self,
        scraps: list[Scrap],
        role: Role,
        location: Location,
        *,
        name: str = "",
        cell: Cell | None = None,
    ) -> None:
        section = str(location.get("sheet", ""))
        self.transcript.add(Passage(scraps), role, name=name, cell=cell, location=location, section=section)
