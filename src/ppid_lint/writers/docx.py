"""Word documents written back: only the text of the runs that an edit touches changes."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_lint.finding import Edit
from ppid_lint.readers.docx import open_docx
from ppid_lint.writers.element import apply
from ppid_lint.writers.package import repacked
from ppid_lint.writers.splice import splices


def rewrite_docx(data: bytes, edits: Iterable[Edit], name: str) -> bytes:
    """The docx with edits of its extracted text applied."""
    reading = open_docx(data, name)
    touched = splices(reading.transcript.strips, edits)
    for splice in touched:
        apply(splice)
    return repacked(reading.package, {splice.part for splice in touched})
