"""Words around a value that tell of passwords rather than one: what they must be, how they are kept."""

from __future__ import annotations

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.evidence import Value
from ppid_lint.matchers.surroundings import speaks


def speaks_around(draft: Draft, value: Value, words: Lexicon) -> bool:
    """Whether a word of the list is said beside a value, not in it."""
    hits = draft.phrases_in(value.block, words)
    place = (value.start, value.end)
    inside = any(value.start <= hit.start < value.end and (hit.start, hit.end) != place for hit in hits)
    return not inside and speaks(draft, value.block, value.start, words, "sentence")


def behind_alone(draft: Draft, value: Value, words: Lexicon) -> bool:
    """Whether the words of the list stand behind a value of figures alone: *sandi: 123456; ganti segera*."""
    text = draft.blocks[value.block].text
    hits = draft.phrases_in(value.block, words)
    return (
        text[value.start : value.end].isdigit() and bool(hits) and all(hit.start >= value.end for hit in hits)
    )
