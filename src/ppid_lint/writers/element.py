"""Text in an XML element changed in its place."""

from __future__ import annotations

import string
from typing import Any
from urllib.parse import quote

from ppid_lint.readers.markup import label
from ppid_lint.writers.splice import Splice, spliced

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ASCII = string.printable  # kept in a link's target; all else is percent-encoded there


def apply(splice: Splice) -> None:
    """Edits an element's text or attribute."""
    element = splice.element
    if splice.attribute:
        is_target = label(element) == "Relationship"
        edits = [edit._replace(text=quote(edit.text, _ASCII)) for edit in splice.edits]
        old = element.get(splice.attribute) or ""
        element.set(splice.attribute, spliced(old, edits if is_target else splice.edits))
        return
    put(element, spliced(element.text or "", splice.edits))
    _drop_fallback(element)


def put(element: Any, text: str) -> None:
    """Sets the text of an element so that space at its ends stays."""
    element.text = text
    if text != text.strip() and label(element).startswith(("w:", "x:")):
        element.set(SPACE, "preserve")


def _drop_fallback(element: Any) -> None:
    """Takes the copy for older programs away, which would still show what was there before."""
    for above in list(element.iterancestors()):
        parent = above.getparent()
        if label(above) == "mc:Choice" and parent is not None:
            for fallback in [item for item in parent if label(item) == "mc:Fallback"]:
                parent.remove(fallback)
