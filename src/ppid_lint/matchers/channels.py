"""Whether a phone or an e-mail address is one of the office's own."""

from __future__ import annotations

from typing import Literal

from ppid_lint.draft import Draft
from ppid_lint.text import Span


def is_official(draft: Draft, index: int, span: Span, channel: Literal["phone", "email", ""]) -> bool:
    """Whether the contact directory lists the value at this place, or its domain is an official one."""
    if not channel:
        return False
    value = draft.folded(index)[span.start : span.end]
    if channel == "email" and value.lower().rstrip(".").endswith((".go.id", ".mil.id", ".desa.id")):
        return True
    directory = draft.settings.directory
    if directory is None:
        return False
    from ppid_lint.contacts.extraction import channels_in

    found = channels_in(value)
    return any(directory.find(item.kind, item.value) for item in found)
