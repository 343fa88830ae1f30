"""Drafts as documents: a table from file suffix to reader; of bytes or, where the source is text, of text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from ppid_lint.document import Document
from ppid_lint.errors import InputError
from ppid_lint.readers.decoding import decode

__all__ = ["BINARY", "SUFFIXES", "read", "read_text"]


def _markdown(source: str) -> Document:
    from ppid_lint.readers.markdown import read_markdown

    return read_markdown(source)


def _html(source: str) -> Document:
    from ppid_lint.readers.html import read_html

    return read_html(source)


def _plaintext(source: str) -> Document:
    from ppid_lint.readers.plaintext import read_plaintext

    return read_plaintext(source)


def _csv(source: str) -> Document:
    from ppid_lint.readers.csv import read_csv

    return read_csv(source)


def _docx(data: bytes, name: str) -> Document:
    from ppid_lint.readers.docx import read_docx

    return read_docx(data, name)


def _xlsx(data: bytes, name: str) -> Document:
    from ppid_lint.readers.xlsx import read_xlsx

    return read_xlsx(data, name)


def _pdf(data: bytes, name: str) -> Document:
    from ppid_lint.readers.pdf import read_pdf

    return read_pdf(data, name)


SUFFIXES: dict[str, Callable[[str], Document]] = {
    ".txt": _plaintext,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".csv": _csv,
}


BINARY: dict[str, Callable[[bytes, str], Document]] = {".docx": _docx, ".xlsx": _xlsx, ".pdf": _pdf}


def read(data: bytes, name: str) -> Document:
    """The draft in a file's bytes; the name's suffix says the format, else the content.

    Raises InputError where they are neither text nor a format that is read.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES and suffix not in BINARY:
        _refuse_old(data, suffix, name)
        suffix = _kind_of(data)
    if suffix in BINARY:
        return BINARY[suffix](data, name)
    decoded = decode(data, name)
    document = read_text(decoded.text, name)
    return replace(document, notes=(*decoded.notes, *document.notes)) if decoded.notes else document


def read_text(source: str, name: str = "") -> Document:
    """The draft in a text; the name's suffix says the format, else the content: HTML or plain text.

    Raises InputError where it holds NUL characters.
    """
    if "\0" in source:
        raise InputError("berkas biner, bukan teks (ada karakter NUL)", path=name or None)
    suffix = PurePath(name).suffix.lower()
    return SUFFIXES.get(suffix, _by_content)(source)


def _refuse_old(data: bytes, suffix: str, name: str) -> None:
    """Raises InputError for a file of Word or Excel as they were before 2007."""
    if data.startswith(_OLE):
        new = _SUCCESSORS.get(suffix, ".docx atau .xlsx")
        raise InputError(
            f"format Office lama; buka di Word atau LibreOffice, simpan sebagai {new}", path=name
        )


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SUCCESSORS = {".doc": ".docx", ".dot": ".docx", ".xls": ".xlsx", ".xlt": ".xlsx", ".ppt": ".pdf"}


def _kind_of(data: bytes) -> str:
    """The suffix that a file's first bytes, or the names of the parts in it, ask for; '' for text."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK"):
        return next((suffix for part, suffix in _MAIN_PARTS.items() if part in data), "")
    return ""


_MAIN_PARTS = {b"word/document": ".docx", b"xl/workbook": ".xlsx"}


def _by_content(source: str) -> Document:
    start = source[:1000].lstrip("\ufeff \t\r\n").lower()
    return (_html if start.startswith(("<!doctype html", "<html")) else _plaintext)(source)
