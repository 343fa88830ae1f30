"""Word documents (docx): the body and everything else the package carries.

WordprocessingML, ECMA-376 part 1 (transitional and strict).
"""

from __future__ import annotations

from typing import Any

from ppid_lint.document import Document, Role
from ppid_lint.readers.authors import read_authors
from ppid_lint.readers.docx_story import Counts, Story
from ppid_lint.readers.docx_styles import Styles
from ppid_lint.readers.markup import attribute, attribute_key, label, within
from ppid_lint.readers.package import Package
from ppid_lint.readers.properties import read_properties
from ppid_lint.readers.reading import Reading
from ppid_lint.readers.transcript import Location, Origin, Passage, Scrap, Transcript

_GRAPHICS = ("diagramData", "diagramDrawing", "chart", "chartEx")
_EMBEDDED = ("package", "oleObject", "aFChunk")


def read_docx(data: bytes, name: str = "") -> Document:
    """The document in a docx. Raises InputError for damaged, locked and hostile files."""
    return open_docx(data, name).document


def open_docx(data: bytes, name: str = "") -> Reading:
    """The document in a docx, with the origin of each piece of its text."""
    package = Package(data, name, "docx")
    main = package.main()
    root = package.tree(main)
    if label(root) != "w:document":
        raise package.fail("bukan berkas docx: isinya format lain")
    draft = _Draft(package, main)
    try:
        draft.read(root)
    except RecursionError:
        raise package.fail("berkas docx mencurigakan: bersarang terlalu dalam") from None
    return Reading(package, draft.transcript)


class _Draft:
    """The stories of one docx, read in the order in which a reader meets them."""

    def __init__(self, package: Package, main: str) -> None:
        self.package = package
        self.main = main
        self.transcript = Transcript()
        self.counts = Counts()
        styles = next(iter(package.related(main, "styles")), "")
        self.styles = Styles(package.tree(styles) if styles else None)

    def read(self, root: Any) -> None:
        self._story(self.main, root)
        self._notes("footnote")
        self._notes("endnote")
        for kind in ("header", "footer"):
            for number, part in enumerate(self._in_use(root, kind), start=1):
                self._story(part, self.package.tree(part), {kind: number})
        self._graphics()
        self._comments()
        read_authors(self.package, self._signed(), self.transcript)
        self._settings()
        read_properties(self.package, self.transcript)
        self._embedded()

    def _story(self, part: str, root: Any, location: Location | None = None, *, aside: str = "") -> None:
        story = Story(part, self.package, self.transcript, self.styles, self.counts, location, aside)
        story.read(root)

    def _notes(self, kind: str) -> None:
        """Footnotes or endnotes, numbered as their marks are met in the text."""
        order = {name: number for number, name in enumerate(self.counts.marks[kind], start=1)}
        for part in self.package.related(self.main, f"{kind}s"):
            for note in self.package.tree(part):
                if attribute(note, "type") in ("", "normal"):
                    number = order.setdefault(attribute(note, "id"), len(order) + 1)
                    self._story(part, note, {kind: number})

    def _in_use(self, root: Any, kind: str) -> list[str]:
        """The headers or footers in order of the sections that use them, then those left behind."""
        relations = {item.id: item.target for item in self.package.relations(self.main)}
        used = [relations.get(attribute(item, "id"), "") for item in within(root, f"w:{kind}Reference")]
        parts = self.package.related(self.main, kind)
        return [
            *dict.fromkeys(part for part in used if part in parts),
            *(part for part in parts if part not in used),
        ]

    def _graphics(self) -> None:
        """The text of charts and diagrams."""
        parts = (part for kind in _GRAPHICS for part in self.package.related(self.main, kind))
        for number, part in enumerate(dict.fromkeys(parts), start=1):
            for element in self.package.tree(part).iter():
                if label(element) in ("a:p", "c:pt"):
                    found = [item for item in element.iter() if label(item) in ("a:t", "c:v") and item.text]
                    scraps = [Scrap(item.text, Origin(part, item)) for item in found]
                    self.transcript.add(Passage(scraps), Role.PARAGRAPH, location={"chart": number})

    def _comments(self) -> None:
        for part in self.package.related(self.main, "comments"):
            for number, comment in enumerate(self.package.tree(part), start=1):
                self._story(part, comment, {"comment": number}, aside="comment")

    def _signed(self) -> list[str]:
        """The parts that may name who commented or changed something."""
        kinds = ("comments", "footnotes", "endnotes", "header", "footer", "people")
        return [self.main, *(part for kind in kinds for part in self.package.related(self.main, kind))]

    def _settings(self) -> None:
        """Document variables: values that macros and mail merge leave behind."""
        for part in self.package.related(self.main, "settings"):
            for variable in within(self.package.tree(part), "w:docVar"):
                scrap = Scrap(
                    attribute(variable, "val"), Origin(part, variable, attribute_key(variable, "val"))
                )
                location = {"property": attribute(variable, "name")}
                self.transcript.add(Passage([scrap]), Role.HIDDEN, name="metadata", location=location)

    def _embedded(self) -> None:
        """A note for what the draft carries along unread: workbooks behind charts, inserted files."""
        relations = (item for part in (self.main, *self._charts()) for item in self.package.relations(part))
        names = sorted({item.target for item in relations if item.kind in _EMBEDDED and not item.external})
        self.transcript.notes += [f"objek tertanam tidak diperiksa: {name}" for name in names]

    def _charts(self) -> list[str]:
        return self.package.related(self.main, "chart")
