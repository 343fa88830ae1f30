"""A zip package written anew: the parts that changed replaced, every other one byte for byte as it was."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterable

from ppid_lint.readers.markup import attribute, serialise
from ppid_lint.readers.package import Package

_CONTENT_TYPES = "[Content_Types].xml"
_PREVIEW = "thumbnail"


def repacked(package: Package, changed: Iterable[str], *, without: Iterable[str] = ()) -> bytes:
    """The package with its changed parts taken from their trees, some parts left out.

    The preview picture, which shows the first page as it was, is left out too.
    """
    dropped = {*without, *package.related("", _PREVIEW)} & package.names.keys()
    altered = {*changed, *(_unrelated(package, dropped) if dropped else ())}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, info in package.names.items():
            if name in dropped:
                continue
            entry = copy.copy(info)
            entry.extra = b""
            data = serialise(package.tree(name)) if name in altered else package.part(name)
            target.writestr(entry, data)
    return stream.getvalue()


def _unrelated(package: Package, dropped: set[str]) -> list[str]:
    """Takes parts that go out of the relations and content types; gives the parts that this changed."""
    altered = []
    for name in package.names:
        if name.endswith(".rels"):
            folder, _, file = name.rpartition("_rels/")
            owner = folder + file.removesuffix(".rels")
            gone = [
                item.element
                for item in package.relations(owner)
                if item.target in dropped and not item.external
            ]
            for element in gone:
                element.getparent().remove(element)
            altered += [name] if gone else []
    types = package.tree(_CONTENT_TYPES)
    gone = [item for item in types if attribute(item, "PartName").lstrip("/") in dropped]
    for element in gone:
        types.remove(element)
    return [*altered, _CONTENT_TYPES] if gone else altered
