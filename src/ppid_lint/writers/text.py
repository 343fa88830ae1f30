"""Plain text, Markdown and HTML written back: every byte outside the edits stays as it was."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_lint.errors import InputError
from ppid_lint.finding import Edit
from ppid_lint.readers.decoding import decode


def rewrite_text(data: bytes, edits: Iterable[Edit], name: str) -> bytes:
    """The bytes with the edits applied, in the same encoding; edits lie in order and do not overlap."""
    decoded = decode(data, name)
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        parts += [decoded.text[at : edit.span.start], edit.text]
        at = edit.span.end
    try:
        return decoded.encode("".join([*parts, decoded.text[at:]]))
    except UnicodeEncodeError:
        raise InputError(
            f"tidak dapat ditulis sebagai {decoded.encoding}; simpan sebagai UTF-8", path=name
        ) from None
