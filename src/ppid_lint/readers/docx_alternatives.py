"""Content that a docx holds twice: for Word of today, and as a fallback for older programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_lint.readers.markup import child, label

_TEXTS = frozenset({"w:t", "w:delText", "m:t"})


def alternatives(element: Any) -> Iterator[tuple[str, Any]]:
    """The branches of `mc:AlternateContent` that tell something, and whether they are "hidden".

    A fallback of the same words tells nothing; another one is in the file, not on the page.
    """
    choice, fallback = child(element, "mc:Choice"), child(element, "mc:Fallback")
    if choice is not None:
        yield "", choice
    if fallback is not None and (choice is None or _letters(choice) != _letters(fallback)):
        yield "hidden" if choice is not None else "", fallback


def _letters(element: Any) -> str:
    return "".join(item.text or "" for item in element.iter() if label(item) in _TEXTS)
