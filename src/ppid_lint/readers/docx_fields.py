"""Field codes of a docx: what they show is read as text; a HYPERLINK gives a link."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ppid_lint.readers.transcript import Scrap, cut

_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)?(?:"([^"]*)"|([^\s"\\]+))')
# Fields that only lay out the page; their codes tell nothing.
_LAYOUT = frozenset(
    """
    AUTONUM AUTONUMLGL DATE EQ FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK INDEX LISTNUM NOTEREF
    NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF RD SAVEDATE CREATEDATE SECTION SECTIONPAGES SEQ
    STYLEREF SYMBOL TA TC TIME TOA TOC XE = NEXT MERGEREC MERGESEQ BIBLIOGRAPHY CITATION ADDIN
    """.split()
)


@dataclass(slots=True)
class Field:
    """A field being read: its code, then what it shows."""

    code: list[Scrap] = field(default_factory=list)
    in_code: bool = True
    links: bool = False  # whether it opened a link

    def target(self) -> tuple[Scrap, ...]:
        """The address that a HYPERLINK leads to; empty for other fields and places in the draft."""
        return link_target(self.code)

    def told(self) -> list[Scrap]:
        """The code where it may tell something that is not shown."""
        text = "".join(scrap.text for scrap in self.code)
        words = text.split(None, 1)
        return self.code if words and words[0].upper() not in _LAYOUT else []


def link_target(code: list[Scrap]) -> tuple[Scrap, ...]:
    """The scraps of a HYPERLINK's address."""
    match = _LINK.match("".join(scrap.text for scrap in code))
    if not match or "\\l" in match[0]:
        return ()
    return cut(code, *match.span(1 if match[1] is not None else 2))
