"""The inside of a docx paragraph: what would be published of it, and what is hidden or carried along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ppid_lint.readers.docx_alternatives import alternatives
from ppid_lint.readers.docx_fields import Field
from ppid_lint.readers.docx_styles import PLAIN, Style, Styles
from ppid_lint.readers.markup import attribute, attribute_key, child, label, switched_on
from ppid_lint.readers.package import Package, relations_part
from ppid_lint.readers.transcript import Anchor, Origin, Passage, Scrap


class Aside(NamedTuple):
    """Text that stands in the file, not on the page; `name` says why: "hidden", "deleted", "field"."""

    name: str
    passage: Passage


@dataclass(slots=True)
class Contents:
    """What one paragraph holds."""

    shown: Passage = field(default_factory=Passage)
    asides: list[Aside] = field(default_factory=list)
    attributes: list[tuple[str, Scrap]] = field(default_factory=list)  # name ("alt", "title") and text
    boxes: list[Any] = field(default_factory=list)  # text boxes and word art anchored here
    light: bool = False  # whether any letter is not bold


class Inline:
    """Reads paragraphs one after the other; fields and deletions may reach over several."""

    def __init__(self, part: str, package: Package, styles: Styles) -> None:
        self.part = part
        self.marks: dict[str, list[str]] = defaultdict(list)  # ids of notes as their marks are met
        self._package = package
        self._styles = styles
        self._contents = Contents()
        self._modes = [""]
        self._paragraph = PLAIN
        self._bold = False
        self._stretch = False  # whether the last aside goes on
        self._fields: list[Field] = []
        self._links: list[tuple[int, tuple[Scrap, ...]]] = []  # open ones: first scrap, target
        self._relations: Mapping[str, Any] | None = None

    def read(self, element: Any, style: Style = PLAIN) -> None:
        """Reads a paragraph's content, after what is still there of one whose mark was deleted."""
        self._paragraph = style
        self._children(element)

    def take(self) -> Contents:
        """What was read since the last time."""
        done, self._contents = self._contents, Contents()
        self._stretch = False
        for number, (first, target) in enumerate(self._links):
            done.shown.anchors.append(Anchor(first, len(done.shown.scraps), target))
            self._links[number] = (0, target)
        return done

    @contextmanager
    def aside(self, name: str) -> Iterator[None]:
        """Everything read inside is an aside of this name; '' changes nothing."""
        self._modes.append(name or self._modes[-1])
        yield
        self._modes.pop()

    def _children(self, element: Any) -> None:
        for item in element:
            name = label(item)
            handle = _HANDLERS.get(name)
            if handle is not None:
                handle(self, item)
            elif not name.endswith(("Pr", "PrChange")):
                self._children(item)

    def _run(self, element: Any) -> None:
        properties = child(element, "w:rPr")
        style, hidden, bold = PLAIN, None, None
        if properties is not None:
            named = child(properties, "w:rStyle")
            style = self._styles.style(attribute(named, "val")) if named is not None else PLAIN
            hidden, bold = child(properties, "w:vanish"), child(properties, "w:b")
        inherited = style.hidden or self._paragraph.hidden
        vanishes = switched_on(hidden) if hidden is not None else inherited
        self._bold = switched_on(bold) if bold is not None else style.bold or self._paragraph.bold
        self._modes.append(self._modes[-1] or ("hidden" if vanishes else ""))
        self._children(element)
        self._modes.pop()

    def _text(self, element: Any) -> None:
        if element.text:
            self._put(element.text, Origin(self.part, element))

    def _put(self, text: str, origin: Origin | None = None) -> None:
        mode = self._modes[-1]
        code = next((item for item in reversed(self._fields) if item.in_code), None)
        if code is not None:
            code.code.append(Scrap(text, origin))
        elif mode:
            if not self._stretch or self._contents.asides[-1].name != mode:
                self._contents.asides.append(Aside(mode, Passage()))
            self._contents.asides[-1].passage.scraps.append(Scrap(text, origin))
            self._stretch = True
        else:
            self._contents.shown.scraps.append(Scrap(text, origin))
            if not text.isspace():
                self._stretch = False
                self._contents.light = self._contents.light or not self._bold

    def _deleted(self, element: Any) -> None:
        with self.aside("deleted"):
            self._children(element)

    def _symbol(self, element: Any) -> None:
        code = attribute(element, "char")
        value = int(code, 16) if code and all(char in "0123456789abcdefABCDEF" for char in code[:6]) else 0
        if 32 <= value < 0xD800:  # above lie the private characters of symbol fonts
            self._put(chr(value))

    def _hyperlink(self, element: Any) -> None:
        relation = self._related().get(attribute(element, "id"))
        if relation is None or not relation.external or self._modes[-1]:
            self._children(element)
            return
        key = attribute_key(relation.element, "Target")
        scrap = Scrap(relation.target, Origin(relations_part(self.part), relation.element, key))
        with self._linking((scrap,)):
            self._children(element)

    def _simple_field(self, element: Any) -> None:
        key = attribute_key(element, "instr")
        found = Field([Scrap(element.get(key) or "", Origin(self.part, element, key))])
        self._tell(found)
        with self._linking(found.target()):
            self._children(element)

    def _field(self, element: Any) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields and self._fields[-1].in_code:
            found = self._fields[-1]
            found.in_code = False
            self._tell(found)
            if found.target() and not self._modes[-1]:
                found.links = True
                self._links.append((len(self._contents.shown.scraps), found.target()))
        elif kind == "end" and self._fields:
            found = self._fields.pop()
            if found.in_code:
                self._tell(found)
            if found.links:
                self._close_link()

    def _tell(self, found: Field) -> None:
        if found.told():
            self._contents.asides.append(Aside("field", Passage(found.told())))
            self._stretch = False

    @contextmanager
    def _linking(self, target: tuple[Scrap, ...]) -> Iterator[None]:
        if target:
            self._links.append((len(self._contents.shown.scraps), target))
        yield
        if target:
            self._close_link()

    def _close_link(self) -> None:
        first, target = self._links.pop()
        self._contents.shown.anchors.append(Anchor(first, len(self._contents.shown.scraps), target))

    def _related(self) -> Mapping[str, Any]:
        if self._relations is None:
            self._relations = {item.id: item for item in self._package.relations(self.part)}
        return self._relations

    def _alternatives(self, element: Any) -> None:
        """The choice that Word shows; the fallback for older programs only where it says something else."""
        for name, branch in alternatives(element):
            with self.aside(name):
                self._children(branch)

    def _box(self, element: Any) -> None:
        self._contents.boxes.append(element)

    def _described(self, element: Any) -> None:
        for key, name in (("descr", "alt"), ("title", "title")):
            text = attribute(element, key)
            if text:
                self._contents.attributes.append((name, Scrap(text, Origin(self.part, element, key))))

    def _note(self, element: Any) -> None:
        self.marks[label(element)[2:].removesuffix("Reference")].append(attribute(element, "id"))

    def _nothing(self, element: Any) -> None:
        """What holds no text of the draft."""


def _mark(text: str) -> Callable[[Inline, Any], None]:
    return lambda inline, element: inline._put(text)


_HANDLERS: Mapping[str, Callable[[Inline, Any], None]] = {
    "w:r": Inline._run,
    "w:t": Inline._text,
    "m:t": Inline._text,
    "w:delText": Inline._text,
    "w:instrText": Inline._text,
    "w:delInstrText": Inline._text,
    "w:tab": _mark("\t"),
    "w:ptab": _mark("\t"),
    "w:br": _mark("\n"),
    "w:cr": _mark("\n"),
    "w:noBreakHyphen": _mark("-"),
    "w:sym": Inline._symbol,
    "w:del": Inline._deleted,
    "w:moveFrom": Inline._deleted,
    "w:hyperlink": Inline._hyperlink,
    "w:fldSimple": Inline._simple_field,
    "w:fldChar": Inline._field,
    "mc:AlternateContent": Inline._alternatives,
    "w:txbxContent": Inline._box,
    "v:textpath": Inline._box,
    "wp:docPr": Inline._described,
    "w:footnoteReference": Inline._note,
    "w:endnoteReference": Inline._note,
    "w:rt": Inline._nothing,
    "wp:align": Inline._nothing,
    "wp:posOffset": Inline._nothing,
}
