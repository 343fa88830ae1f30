"""Capitals that are a place where a name might stand, and names where a place might."""

from __future__ import annotations

import re

from ppid_lint.people.runs import Word
from ppid_lint.people.surroundings import apposition
from ppid_lint.people.vocabulary import ROLES, Vocabulary

_STORY = 60  # code points from which a block is more than a line of a list
_DASH = re.compile(r" ?[-–—]{1,2} ?[\"“]?[A-Z]")  # between a place and its story


def is_dateline(text: str, words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether a story opens with its place: *Bumiarta – Seorang anak …*."""
    opens = not text[: words[0].start].strip(" *") and len(text) > _STORY
    listed = any(vocabulary.is_name(word.text) for word in words)
    return opens and not listed and _DASH.match(text, words[-1].end) is not None


def is_somebody(text: str, words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether a word of origin stands before somebody, no place: *dari Kasman, nelayan yang …*."""
    told = apposition(text, words[-1].end, vocabulary) if vocabulary.is_strange(words[0].text) else None
    return vocabulary.is_name(words[0].text) or (told is not None and told.note in ROLES)
