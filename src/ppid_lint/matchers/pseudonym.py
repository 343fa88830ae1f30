"""Names that a draft itself says are nobody's, or of the dead of long ago.

*Jono (bukan nama sebenarnya)*, *sebut saja Melati*; *Affandi (1907-1990)*.
"""

from __future__ import annotations

import re2

from ppid_lint.draft import Draft

_NAME = r"(?P<name>[A-Z][\p{L}]+(?: [A-Z][\p{L}]+){0,3})"
_AFTER = re2.compile(
    rf"{_NAME} ?[(,–-] ?(?i:(?:juga )?(?:bukan (?:nama|inisial) (?:sebenarnya|asli|aslinya)|nama samaran"
    r"|(?:nama )?samaran|(?:nama|namanya|identitas) (?:disamarkan|diubah|diganti)|nama fiktif|tokoh rekaan"
    r"|not (?:her|his|their) real name|a pseudonym|name changed))"
)
_BEFORE = re2.compile(
    r"(?i:\b(?:sebut saja|kita sebut|panggil saja|nama samaran|nama samarannya))"
    rf"(?i: (?:ia|dia|namanya|si)| sebagai)? {_NAME}"
)
_LIVED = re2.compile(rf"{_NAME} ?\((?:1[0-9]{{3}}) ?[–-] ?1[0-9]{{3}}\)")
_CUES = (
    *("bukan nama", "bukan inisial", "samar", "sebut saja", "kita sebut", "panggil saja", "nama fiktif"),
    *("rekaan", "nama di", "namanya di", "identitas di", "real name", "pseudonym", "name changed"),
)


def pseudonyms(draft: Draft) -> frozenset[str]:
    """The words of the names that are made up, or of people whose lives ended last century, in lower case."""
    return draft.once(pseudonyms, lambda: frozenset(_found(draft)))


def _found(draft: Draft) -> set[str]:
    found: set[str] = set()
    for block in draft.blocks:
        for match in _LIVED.finditer(block.text) if "(1" in block.text else ():
            found.update(match["name"].lower().split())
        lowered = block.text.lower()
        if not any(cue in lowered for cue in _CUES):
            continue
        for expression in (_AFTER, _BEFORE):
            for match in expression.finditer(block.text):
                found.update(match["name"].lower().split())
    return found
