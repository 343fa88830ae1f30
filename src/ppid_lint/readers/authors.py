"""Who wrote the comments and tracked changes of an Office file: names that a reader of the file can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ppid_lint.document import Role
from ppid_lint.readers.markup import attribute, attribute_key
from ppid_lint.readers.package import Package
from ppid_lint.readers.transcript import Origin, Passage, Scrap, Transcript

_ATTRIBUTES = ("author", "initials", "displayName", "userId")
_ELEMENTS = "//*[local-name()='author']"  # in workbooks
_SIGNED = "//*[@*[local-name()='author' or local-name()='displayName']]"


def read_authors(package: Package, parts: Iterable[str], transcript: Transcript) -> None:
    """Appends a hidden block for each place in these parts that names an author."""
    for part in dict.fromkeys(parts):
        for scraps in _named(package.tree(part), part):
            if any(scrap.text.strip() for scrap in scraps):
                transcript.add(Passage(scraps), Role.HIDDEN, name="author", location={"property": "author"})


def _named(root: Any, part: str) -> Iterator[list[Scrap]]:
    """The authors of a part, each with his initials."""
    for element in root.xpath(_ELEMENTS):
        yield [Scrap(element.text or "", Origin(part, element))]
    for element in root.xpath(_SIGNED):
        scraps: list[Scrap] = []
        for name in _ATTRIBUTES:
            if attribute(element, name):
                origin = Origin(part, element, attribute_key(element, name))
                scraps += [Scrap(" "), Scrap(attribute(element, name), origin)]
        yield scraps[1:]
