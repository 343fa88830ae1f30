"""What is said of a topic in its sentence: not what only might be, nor a word that is part of a name."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_lint.draft import Draft
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_IF = (" kalau ", " jika ", " bila ", " apabila ", " andaikan ", " seandainya ", " if ")
_LONGEST = 13  # code points of the longest of these


def verdicts_of(draft: Draft, index: int, hit: PhraseHit, near: Iterable[PhraseHit]) -> list[Span]:
    """Of other words near one those that its sentence holds and that tell something."""
    start, end = draft.sentence(index, hit.start)
    inside = (other for other in near if start <= other.start < end)
    return [
        Span(other.start, other.end) for other in inside if not _tells_nothing(draft, index, start, other)
    ]


def _tells_nothing(draft: Draft, index: int, start: int, hit: PhraseHit) -> bool:
    text = draft.blocks[index].text
    if f" {text[max(hit.start - _LONGEST, 0) : hit.start]}".lower().endswith(_IF):
        return True
    return excused_in_sentence(draft, index, hit) or _is_name(text, start, hit)


def _is_name(text: str, start: int, hit: PhraseHit) -> bool:
    """Whether one word has a capital within a sentence: *Malang-Batu*, of a place and not a stone."""
    word = text[hit.start : hit.end]
    return hit.start > start + 1 and word.istitle() and word.isalpha() and text[hit.start - 1] in " -"


def excused_in_sentence(draft: Draft, index: int, hit: PhraseHit) -> bool:
    """Whether a word of the entry's own `unless` stands in its sentence."""
    if not hit.entry.unless:
        return False
    span = draft.sentence(index, hit.start)
    sentence = draft.folded(index)[span.start : span.end].lower()
    return any(word in sentence for word in hit.entry.unless)
