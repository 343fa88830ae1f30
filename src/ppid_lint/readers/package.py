"""The zip package that docx and xlsx are: its parts and how they are related, opened with care.

Office Open XML, ECMA-376 part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from typing import Any, NamedTuple

from ppid_lint.errors import InputError
from ppid_lint.readers.decoding import LARGEST
from ppid_lint.readers.markup import attribute, parse

TOTAL = 256 * 1024 * 1024  # bytes of all parts unpacked
LARGEST_XML = 64 * 1024 * 1024  # bytes of one XML part
MOST_PARTS = 10_000
RATIO = 250  # unpacked to packed, of a part beyond _SMALL; XML of real drafts stays under 60
_SMALL = 4 * 1024 * 1024
# What the zip module raises on damaged files, beside its own error.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Relation(NamedTuple):
    """What one part says of another: `kind` is the last word of its type; `element` holds it."""

    id: str
    kind: str
    target: str  # a part's name, or an address where `external`
    external: bool
    element: Any


class Package:
    """The parts of a package by name. XML is parsed when asked for, once, so that edits of it stay."""

    def __init__(self, data: bytes, name: str, format_: str) -> None:
        self.name = name
        self.format = format_
        self._zip = self._opened(data)
        self.names = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}
        self._check()
        self._trees: dict[str, Any] = {}

    def part(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            return self._zip.read(name)
        except _BROKEN as error:
            raise self.fail(f"berkas {self.format} rusak: bagian {name} tidak terbaca") from error

    def tree(self, name: str) -> Any:
        """The root element of an XML part, the same one each time; None where there is no such part."""
        if name not in self._trees:
            info = self.names.get(name)
            if info is not None and info.file_size > LARGEST_XML:
                raise self.fail(f"bagian {name} terlalu besar setelah dibuka")
            self._trees[name] = parse(self.part(name), name, self) if info is not None else None
        return self._trees[name]

    def relations(self, part: str) -> list[Relation]:
        """The relations of a part, in order; of the package where the name is empty."""
        root = self.tree(relations_part(part))
        return [_relation(element, part) for element in root] if root is not None else []

    def main(self) -> str:
        """The name of the part that is the draft itself."""
        names = (item.target for item in self.relations("") if item.kind == "officeDocument")
        name = next((name for name in names if name in self.names), None)
        if name is None:
            raise self.fail(f"bukan berkas {self.format}: bagian utamanya tidak ada")
        return name

    def related(self, part: str, kind: str) -> list[str]:
        """The names of parts that a part is related to in one way, each once."""
        found = (item.target for item in self.relations(part) if item.kind == kind and not item.external)
        return [name for name in dict.fromkeys(found) if name in self.names]

    def fail(self, message: str) -> InputError:
        return InputError(message, path=self.name or None)

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        if len(data) > LARGEST:
            raise self.fail("berkas lebih besar dari 64 MiB")
        if data.startswith(_OLE):
            if _ENCRYPTED in data:
                raise self.fail("berkas terkunci kata sandi; simpan salinan tanpa sandi")
            raise self.fail(f"format Office lama; simpan sebagai .{self.format}")
        if not data.startswith(b"PK"):
            raise self.fail(f"bukan berkas {self.format}: isinya tidak cocok dengan namanya")
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.fail(f"berkas {self.format} rusak atau terpotong") from error

    def _check(self) -> None:
        """Refuses names that lead outside, parts that come twice, locked parts and zip bombs."""
        entries = self._zip.infolist()
        names = [info.filename.lower() for info in entries]
        if any(_leads_out(name) for name in names) or len(set(names)) < len(names):
            raise self.fail(f"berkas {self.format} mencurigakan: nama bagian di dalamnya tidak wajar")
        if any(info.flag_bits & 1 for info in entries):
            raise self.fail("berkas terkunci kata sandi; simpan salinan tanpa sandi")
        total = sum(info.file_size for info in entries)
        swollen = any(
            info.file_size > _SMALL and info.file_size > RATIO * max(info.compress_size, 1)
            for info in entries
        )
        if total > TOTAL or swollen or len(entries) > MOST_PARTS:
            raise self.fail(f"berkas {self.format} membengkak tidak wajar saat dibuka (bom zip?)")


def relations_part(part: str) -> str:
    """The name of the part that holds the relations of another."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relation(element: Any, part: str) -> Relation:
    target = attribute(element, "Target")
    external = attribute(element, "TargetMode") == "External"
    kind = attribute(element, "Type").rpartition("/")[2]
    if not external:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
    return Relation(attribute(element, "Id"), kind, target, external, element)


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name
