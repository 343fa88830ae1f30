"""Names that a draft itself says are nobody's: *Jono (bukan nama sebenarnya)*, *sebut saja Melati*."""

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
_CUES = (
    *("bukan nama", "bukan inisial", "samar", "sebut saja", "kita sebut", "panggil saja", "nama fiktif"),
    *("rekaan", "nama di", "namanya di", "identitas di", "real name", "pseudonym", "name changed"),
)


def pseudonyms(draft: Draft) -> frozenset[str]:
    """The words of the names that are said to be made up, in lower case."""
    return draft.once(pseudonyms, lambda: frozenset(_found(draft)))


def _found(draft: Draft) -> set[str]:
    found: set[str] = set()
    for block in draft.blocks:
        lowered = block.text.lower()
        if not any(cue in lowered for cue in _CUES):
            continue
        for expression in (_AFTER, _BEFORE):
            for match in expression.finditer(block.text):
                found.update(match["name"].lower().split())
    return found
