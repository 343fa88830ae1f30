"""Bytes as text: byte order mark, else UTF-8, else what the character set detection says."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import NamedTuple

from ppid_lint.errors import InputError
from ppid_lint.text import LineIndex

LARGEST = 64 * 1024 * 1024
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf", b"\xd0\xcf\x11\xe0")
_CONTROLS = bytes([*range(8), *range(14, 27), *range(28, 32)])
# Eight-bit character sets that Indonesian drafts come in; all else is a guess too far.
_EIGHT_BIT = ["cp1252", "mac_roman", "iso8859_15"]
_SAMPLE = 65536
_NEVER = frozenset({0xFE, 0xFF})  # no part of UTF-8, and no letter of any Indonesian draft


class Decoded(NamedTuple):
    """A text, and what its bytes began with and are encoded in, so that it can be written back."""

    text: str
    encoding: str
    mark: bytes = b""
    notes: tuple[str, ...] = ()

    def encode(self, text: str) -> bytes:
        """Another text in the same encoding, with the same mark; UnicodeEncodeError where it has no room."""
        return self.mark + text.encode(self.encoding)


def stored(path: Path) -> bytes:
    """The bytes of a file. Raises InputError where it cannot be read, or holds more than 64 MiB."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError("berkas lebih dari 64 MiB", path=str(path))
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"tidak dapat dibaca: {error.strerror}", path=str(path)) from None


def decode(data: bytes, name: str = "") -> Decoded:
    """The text of a draft's bytes; the mark is no part of it.

    Raises InputError for binary content, broken UTF-8 or UTF-16, and more than 64 MiB.
    """
    path = name or None
    if len(data) > LARGEST:
        raise InputError("berkas lebih besar dari 64 MiB", path=path)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, path), encoding, mark)
    if data.startswith(_BINARY):
        raise InputError("berkas biner, bukan teks", path=path)
    try:
        return Decoded(_text(data.decode(), path), "utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise InputError("berkas biner, bukan teks", path=path) from None
        return _detect(data, error, path)


def _strict(data: bytes, encoding: str, path: str | None) -> str:
    try:
        return _text(data.decode(encoding), path)
    except UnicodeDecodeError as error:
        raise _broken(data[: error.start].decode(encoding, "replace"), encoding, path) from None


def _text(text: str, path: str | None) -> str:
    at = text.find("\0")
    if at >= 0:
        line, column = LineIndex(text[:at]).position(at)
        raise InputError("berkas biner, bukan teks (ada karakter NUL)", path=path, line=line, column=column)
    return text


def _broken(before: str, encoding: str, path: str | None) -> InputError:
    line, column = LineIndex(before).position(len(before))
    return InputError(f"bita rusak: bukan {encoding.upper()} yang sah", path=path, line=line, column=column)


def _detect(data: bytes, error: UnicodeDecodeError, path: str | None) -> Decoded:
    """Not UTF-8: a stray byte in it is an error, another character set gets a note."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) // 100:
        raise InputError("berkas biner, bukan teks", path=path)
    decoded = data.decode(errors="ignore")
    good = len(decoded) - len(decoded.encode("ascii", "ignore"))
    bad = data.decode(errors="replace").count("\ufffd")
    if good >= bad or data[error.start] in _NEVER:
        raise _broken(data[: error.start].decode(), "utf-8", path)
    from charset_normalizer import from_bytes

    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    best = from_bytes(b"".join(lines)[:_SAMPLE], cp_isolation=_EIGHT_BIT).best()
    if best is None:
        raise InputError("penyandian karakter tidak dikenali, simpan sebagai UTF-8", path=path)
    label = {"cp1252": "windows-1252"}.get(best.encoding, best.encoding.replace("_", "-"))
    text = data.decode(best.encoding, errors="replace")
    return Decoded(text, best.encoding, notes=(f"dibaca sebagai {label}",))
