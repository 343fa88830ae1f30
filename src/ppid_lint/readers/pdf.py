"""PDF: the text of each page by the lines it is set in; a page that is a picture of text is a fault."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ppid_lint.document import Document, Role
from ppid_lint.errors import InputError
from ppid_lint.readers.decoding import LARGEST
from ppid_lint.readers.pdf_lines import Glyph, page_text
from ppid_lint.readers.pdf_page import glyphs, is_picture, notes, utf16
from ppid_lint.readers.plaintext import read_plaintext
from ppid_lint.readers.transcript import Passage, Scrap, Transcript

_ONE_AT_A_TIME = threading.Lock()  # pdfium must not be called from two threads
_FEW = 30  # letters on a page that is a picture all the same: a page number, a stamp
_PERSONAL = {"Author": "author"}
_ABOUT = {"Title": "title", "Subject": "subject", "Keywords": "keywords"}
_ROLES = {
    "link": (Role.ATTRIBUTE, "href"),
    "field": (Role.PARAGRAPH, ""),
    "comment": (Role.HIDDEN, "comment"),
}


def read_pdf(data: bytes, name: str = "") -> Document:
    """The document in a PDF. Raises InputError for damaged and locked files.

    Pages without readable text are named in the document's `faults`.
    """
    path = name or None
    if len(data) > LARGEST:
        raise InputError("berkas lebih besar dari 64 MiB", path=path)
    if b"%PDF-" not in data[:1024]:
        raise InputError("bukan berkas pdf: isinya tidak cocok dengan namanya", path=path)
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = "password" in str(error).lower()
            what = "berkas terkunci kata sandi; simpan salinan tanpa sandi" if locked else "berkas pdf rusak"
            raise InputError(what, path=path) from error
        try:
            return _read(document)
        except pypdfium2.PdfiumError as error:
            raise InputError("berkas pdf rusak: ada halaman yang tidak terbaca", path=path) from error
        finally:
            document.close()


def _read(document: Any) -> Document:
    transcript = Transcript()
    pictures, garbled = [], []
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        found = glyphs(page)
        letters = [glyph for glyph in found if not glyph.text.isspace()]
        if len(letters) < _FEW and is_picture(page, len(letters)):
            pictures.append(number)
        elif _is_garbled(letters):
            garbled.append(number)
        transcript.include(read_plaintext(page_text(found)), {"page": number})
        _notes(transcript, document, page, number)
        page.close()
    for numbers, what in ((pictures, "tidak berteks (hasil pindai?)"), (garbled, "hurufnya tidak terbaca")):
        if numbers:
            pages = ", ".join(map(str, numbers))
            transcript.faults.append(f"halaman {pages} {what}; baca dengan OCR atau periksa naskah asalnya")
    _properties(transcript, document)
    return transcript.document("pdf")


def _notes(transcript: Transcript, document: Any, page: Any, number: int) -> None:
    for count, note in enumerate(notes(document, page), start=1):
        role, name = _ROLES[note.kind]
        location = {"page": number, "annotation": count}
        transcript.add(Passage([Scrap(note.text)]), role, name=name, location=location)


def _is_garbled(letters: list[Glyph]) -> bool:
    """Whether the letters are from fonts that do not say which they are."""
    strange = sum(
        glyph.text < " " or glyph.text == "\ufffd" or "\ue000" <= glyph.text < "\uf900" for glyph in letters
    )
    return strange * 3 > len(letters)


def _properties(transcript: Transcript, document: Any) -> None:
    for key, known in (_PERSONAL | _ABOUT).items():
        value = utf16(partial(pdfium.FPDF_GetMetaText, document, key.encode()))
        role = "property" if key in _PERSONAL else "metadata"
        transcript.add(Passage([Scrap(value)]), Role.HIDDEN, name=role, location={"property": known})
    for index in range(pdfium.FPDFDoc_GetAttachmentCount(document)):
        attachment = pdfium.FPDFDoc_GetAttachment(document, index)
        name = utf16(partial(pdfium.FPDFAttachment_GetName, attachment)) if attachment else ""
        transcript.notes.append(f"lampiran tidak diperiksa: {name}")
