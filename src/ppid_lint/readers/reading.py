"""An Office file opened and read: its package, and its text with the origin of each piece."""

from __future__ import annotations

from dataclasses import dataclass

from ppid_lint.document import Document
from ppid_lint.readers.package import Package
from ppid_lint.readers.transcript import Transcript


@dataclass(slots=True)
class Reading:
    """What a file was read into, so that it can be written back."""

    package: Package
    transcript: Transcript

    @property
    def document(self) -> Document:
        return self.transcript.document(self.package.format)
