"""Word documents written back: only the text of the runs that an edit touches changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ppid_lint.finding import Edit
from ppid_lint.mask import BAR
from ppid_lint.readers.docx import open_docx
from ppid_lint.readers.markup import label
from ppid_lint.writers.package import repacked
from ppid_lint.writers.splice import Splice, spliced, splices

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_IN_ADDRESS = "%E2%96%88"  # a bar, where the text must stay an address


def rewrite_docx(data: bytes, edits: Iterable[Edit], name: str) -> bytes:
    """The docx with edits of its extracted text applied."""
    reading = open_docx(data, name)
    touched = splices(reading.transcript.strips, edits)
    for splice in touched:
        apply(splice)
    return repacked(reading.package, {splice.part for splice in touched})


def apply(splice: Splice) -> None:
    """Edits an element's text or attribute."""
    element = splice.element
    if splice.attribute:
        text = spliced(element.get(splice.attribute) or "", splice.edits)
        is_target = label(element) == "Relationship"
        element.set(splice.attribute, text.replace(BAR, _IN_ADDRESS) if is_target else text)
        return
    element.text = spliced(element.text or "", splice.edits)
    if element.text != element.text.strip() and label(element).startswith("w:"):
        element.set(_SPACE, "preserve")
    _drop_fallback(element)


def _drop_fallback(element: Any) -> None:
    """Takes the copy for older programs away, which would still show what was there before."""
    for above in list(element.iterancestors()):
        parent = above.getparent()
        if label(above) == "mc:Choice" and parent is not None:
            for fallback in [item for item in parent if label(item) == "mc:Fallback"]:
                parent.remove(fallback)
