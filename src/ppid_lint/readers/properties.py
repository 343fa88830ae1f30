"""Properties of an Office file: who wrote and saved it, for whom, and what others have noted in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_lint.document import Role
from ppid_lint.readers.markup import attribute, local
from ppid_lint.readers.package import Package
from ppid_lint.readers.transcript import Origin, Passage, Scrap, Transcript

# What tells of a person or an office; the rest, such as the title, is about the draft.
_PERSONAL = {
    "creator": "author",
    "lastModifiedBy": "lastModifiedBy",
    "Manager": "manager",
    "Company": "company",
}
_ABOUT = {
    "title": "title",
    "subject": "subject",
    "description": "description",
    "keywords": "keywords",
    "category": "category",
    "contentStatus": "contentStatus",
    "identifier": "identifier",
    "HyperlinkBase": "hyperlinkBase",
    "Template": "template",
}


def read_properties(package: Package, transcript: Transcript) -> None:
    """Appends a hidden block for each property: `property` for personal ones, `metadata` for the rest."""
    for part, element, key in _properties(package):
        name = _PERSONAL.get(key) or _ABOUT.get(key, key)
        transcript.add(
            Passage([Scrap(element.text or "", Origin(part, element))]),
            Role.HIDDEN,
            name="property" if key in _PERSONAL else "metadata",
            location={"property": name},
        )
    for number, part in enumerate(_data_parts(package)):
        for element in package.tree(part).iter():
            scrap = Scrap(element.text or "", Origin(part, element))
            transcript.add(
                Passage([scrap]), Role.HIDDEN, name="metadata", location={"property": f"data {number + 1}"}
            )


def _properties(package: Package) -> Iterator[tuple[str, Any, str]]:
    """The elements that hold a property, with the name of their part and of the property."""
    for kind in ("core-properties", "extended-properties"):
        for part in package.related("", kind):
            for element in package.tree(part):
                if local(element) in _PERSONAL or local(element) in _ABOUT:
                    yield part, element, local(element)
    for part in package.related("", "custom-properties"):
        for owner in package.tree(part):
            yield from (
                (part, element, attribute(owner, "name")) for element in owner.iter() if len(element) == 0
            )


def _data_parts(package: Package) -> list[str]:
    """XML data that content controls are bound to."""
    return package.related(package.main(), "customXml")
