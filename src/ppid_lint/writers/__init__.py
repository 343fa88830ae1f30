"""Drafts written back: a table from file suffix to what applies edits to a file's bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath

from ppid_lint.errors import UsageError
from ppid_lint.finding import Edit
from ppid_lint.writers.text import rewrite_text

Writer = Callable[[bytes, Iterable[Edit], str], bytes]


def _docx(data: bytes, edits: Iterable[Edit], name: str) -> bytes:
    from ppid_lint.writers.docx import rewrite_docx

    return rewrite_docx(data, edits, name)


def _xlsx(data: bytes, edits: Iterable[Edit], name: str) -> bytes:
    from ppid_lint.writers.xlsx import rewrite_xlsx

    return rewrite_xlsx(data, edits, name)


def _csv(data: bytes, edits: Iterable[Edit], name: str) -> bytes:
    from ppid_lint.writers.csv import rewrite_csv

    return rewrite_csv(data, edits, name)


WRITERS: Mapping[str, Writer] = {
    **dict.fromkeys((".txt", ".md", ".markdown", ".html", ".htm"), rewrite_text),
    ".csv": _csv,
    ".docx": _docx,
    ".xlsx": _xlsx,
}


def rewrite(data: bytes, edits: Iterable[Edit], name: str) -> bytes:
    """A file's bytes with edits of its text applied; `UsageError` for a format that is not written back."""
    suffix = PurePath(name).suffix.lower()
    writer = WRITERS.get(suffix, rewrite_text)
    if suffix == ".pdf":
        raise UsageError("PDF tidak ditulis ulang: perbaiki naskah asalnya, lalu buat PDF baru", path=name)
    return writer(data, edits, name)
