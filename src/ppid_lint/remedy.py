"""The fixes of a ruling: bars over restricted values, replacements of wording and contacts."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_lint.finding import Applicability, Edit, Fix
from ppid_lint.mask import BAR, Veil
from ppid_lint.rule import RESTRICTED, Language, Rule
from ppid_lint.ruling import Ruling

_BAR: Mapping[Language, str] = {"id": "Tutup dengan bilah hitam", "en": "Cover with a black bar"}
_SWAP: Mapping[Language, str] = {"id": "Ganti dengan “{}”", "en": "Replace with “{}”"}
CUT: Mapping[Language, str] = {"id": "Hapus", "en": "Delete"}


def fixes_of(ruling: Ruling, rule: Rule, closed: Veil, language: Language) -> tuple[Fix, ...]:
    """The fixes, none of which touches what `closed` covers."""
    if rule.fix == "none":
        return ()
    if rule.category == RESTRICTED:
        bars = tuple(Edit(span, BAR * length) for span, length in ruling.runs)
        return (Fix(Applicability.UNSAFE, _BAR[language], bars),)
    if not ruling.edits or closed.touches(ruling.edits[0].span):
        return ()
    safe = rule.fix == "safe" and ruling.safe
    instead = ruling.values.get("suggestion", ruling.replacement)
    title = _SWAP[language].format(instead) if instead else CUT[language]
    edits = tuple(sorted(edit for edit in ruling.edits if not closed.touches(edit.span)))
    return (Fix(Applicability.SAFE if safe else Applicability.UNSAFE, title, edits),)
