"""An open draft as the editor holds it: one frozen version after another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from lsprotocol import types
from pygls.uris import to_fs_path

from ppid_lint.errors import InputError
from ppid_lint.lsp.positions import Places, Units

_SUFFIXES = {"markdown": ".md", "html": ".html", "plaintext": ".txt", "text": ".txt"}


@dataclass(frozen=True, slots=True)
class Buffer:
    """One version of an open draft, with its text."""

    uri: str
    text: str
    version: int
    language: str = ""  # as the editor names it: "markdown", "html", "plaintext"

    @property
    def path(self) -> Path | None:
        """The file behind it; None for a draft that was not saved yet."""
        found = to_fs_path(self.uri)
        return Path(found) if found else None

    @property
    def name(self) -> str:
        """What the draft is called: its path, else a name whose suffix says what the editor takes it for."""
        path = self.path or Path(urlsplit(self.uri).path or "draf")
        return str(path if path.suffix else path.with_suffix(_SUFFIXES.get(self.language, ".md")))

    def changed(
        self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int, units: Units
    ) -> Buffer:
        """The next version: each change applied in turn, a change without a range being the whole text."""
        text = self.text
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = Places(text, units).span(change.range)
                text = text[:start] + change.text + text[end:]
            else:
                text = change.text
        return replace(self, text=text, version=version)


def closed(uri: str) -> Buffer:
    """A draft that is not open, as its file holds it. Raises InputError where that cannot be read."""
    from ppid_lint.readers.decoding import decode, stored

    path = Buffer(uri, "", 0).path
    if path is None:
        raise InputError("bukan berkas", path=uri)
    return Buffer(uri, decode(stored(path), str(path)).text, 0)
