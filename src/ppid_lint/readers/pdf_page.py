"""One page of a PDF as pdfium sees it: its characters, its pictures, its annotations."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ppid_lint.readers.pdf_lines import Glyph

_DEEPEST = 6  # forms within forms that are looked into for pictures


class Note(NamedTuple):
    """What an annotation says: an address, a form field's value, or a remark."""

    kind: str  # "link", "field" or "comment"
    text: str


def glyphs(page: Any) -> list[Glyph]:
    """The characters of a page in the order of its content."""
    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    found: list[Glyph] = []
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xDC00 <= code < 0xE000 and found and "\ud800" <= found[-1].text < "\udc00":
            high = ord(found[-1].text)
            found[-1] = found[-1]._replace(text=chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00))
        elif pdfium.FPDFText_GetLooseCharBox(text, index, box):
            found.append(Glyph(chr(code), box.left, box.bottom, box.right, box.top))
        else:
            found.append(Glyph(chr(code)))
    text.close()
    return [item._replace(text="\ufffd") if "\ud800" <= item.text < "\ue000" else item for item in found]


def is_picture(page: Any, letters: int) -> bool:
    """Whether a page without text, or with hardly any, shows pictures or letters drawn as lines."""
    width, height = page.get_size()
    area, drawn = 0.0, 0
    for item in page.get_objects(max_depth=_DEEPEST):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            area += _area(item)
        drawn += item.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
    return area > width * height * 0.3 or (not letters and (area > 0 or drawn > 40))


def notes(document: Any, page: Any) -> Iterator[Note]:
    """What the annotations of a page say."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_LINK:
            note = Note("link", _address(document, annotation))
        elif kind == pdfium.FPDF_ANNOT_WIDGET:
            note = Note("field", _string(annotation, b"V"))
        else:
            note = Note("comment", _string(annotation, b"Contents"))
        pdfium.FPDFPage_CloseAnnot(annotation)
        if note.text.strip() and kind != pdfium.FPDF_ANNOT_POPUP:
            yield note


def _area(item: Any) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return 0.0
    return abs(right.value - left.value) * abs(top.value - bottom.value)


def _address(document: Any, annotation: Any) -> str:
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    size = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
    if not size:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _string(annotation: Any, key: bytes) -> str:
    return utf16(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size))


def utf16(fill: Callable[[Any, int], int]) -> str:
    """A text that pdfium writes into a buffer, once it has said how many bytes it needs."""
    size = fill(None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    fill(buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").replace("\r", "\n")
