"""XML parts parsed safely: no document type, no entities, no network, no endless nesting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Protocol

from lxml import etree

from ppid_lint.errors import InputError

# The namespaces that matter, transitional and strict, by their usual prefixes.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "xdr",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing": "xdr",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
}


class Failing(Protocol):
    """What words an error about a file."""

    format: str

    def fail(self, message: str) -> InputError: ...


def parse(data: bytes, part: str, file: Failing) -> Any:
    """The root element of an XML part. Raises InputError where it is broken or declares a document type."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    strange = f"berkas {file.format} mencurigakan: bagian {part} mendefinisikan entitas"
    if b"<!DOCTYPE" in data:
        raise file.fail(strange)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise file.fail(f"berkas {file.format} rusak: bagian {part} bukan XML yang sah") from error
    if root.getroottree().docinfo.internalDTD is not None:  # in UTF-16, where the bytes differ
        raise file.fail(strange)
    return root


def serialise(root: Any) -> bytes:
    """The bytes of an XML part."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


@lru_cache(maxsize=4096)
def _label(tag: str) -> str:
    namespace, _, name = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:], "")
    return f"{prefix}:{name}" if prefix else name


def label(element: Any) -> str:
    """The element's name with its usual prefix, `w:p`; without one where the namespace is another."""
    return _label(element.tag)


def local(element: Any) -> str:
    """The element's name without a prefix."""
    name: str = element.tag.rpartition("}")[2]
    return name


def attribute(element: Any, name: str) -> str:
    """An attribute's value by its name without prefix; '' where there is none."""
    key = attribute_key(element, name)
    return element.get(key) or "" if key else ""


def attribute_key(element: Any, name: str) -> str:
    """The full name of an attribute; '' where the element has none of this name."""
    return next((key for key in element.keys() if key.rpartition("}")[2] == name), "")  # noqa: SIM118


def child(element: Any, *names: str) -> Any:
    """The first descendant down a way of labels; None where it breaks off."""
    for name in names:
        element = next((item for item in element if label(item) == name), None)
        if element is None:
            return None
    return element


def switched_on(element: Any) -> bool:
    """Whether a toggle such as `<w:b/>` is there and on."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


def within(element: Any, name: str) -> Iterator[Any]:
    """All descendants with a label, in order."""
    return (item for item in element.iter() if label(item) == name)
