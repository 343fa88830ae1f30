"""Words of a list that do not count where they stand: parts of other words, or right behind an excuse."""

from __future__ import annotations

import re

from ppid_lint.draft import Draft
from ppid_lint.phrases import PhraseHit
from ppid_lint.spacing import lowered

_BESIDE = 24  # code points before a word in which its `unless` counts
_WORD = 24  # code points of a word that are read on either side of a root

_LETTERS_BEFORE = re.compile(r"[^\W\d_]*$")
_LETTERS_AFTER = re.compile(r"[^\W\d_]*")
_PREFIXES = re.compile(
    r"(?:di|ke|se|ter|ku|kau)?(?:me[mn]?|men[gy]|menge|pe[mnr]?|pen[gy]|penge|be[rl]?|per|ter|se|ke|di)?"
    r"(?:per|ber|ter|ke|se|an)?|n[gy]?|nge|m"
)
_SUFFIXES = re.compile(r"(?:kan|an|i|in)?(?:nya|ku|mu)?(?:lah|kah|pun)?")


def excused(draft: Draft, index: int, hit: PhraseHit) -> bool:
    """Whether a hit does not count: its root is in another word, or an `unless` right before it."""
    folded = draft.folded(index)
    if hit.entry.inflect and not is_form(folded, hit.start, hit.end):
        return True
    if not hit.entry.unless:
        return False
    before = lowered(folded[max(hit.start - _BESIDE, 0) : hit.start]).split()
    return any(word in before for word in hit.entry.unless)


def is_form(text: str, start: int, end: int) -> bool:
    """Whether a root stands in a form of its own, among affixes alone: *disita*, but not *universitas*."""
    before = _LETTERS_BEFORE.search(text[max(start - _WORD, 0) : start])
    after = _LETTERS_AFTER.match(text, end, end + _WORD)
    if before is None or after is None:
        return False
    return bool(_PREFIXES.fullmatch(lowered(before[0])) and _SUFFIXES.fullmatch(lowered(after[0])))
