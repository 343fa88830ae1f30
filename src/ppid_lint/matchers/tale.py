"""Tales: who is named in a legend, a fable, a novel or a film is nobody whose facts are restricted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.phrases import PhraseHit

_NEAR = 10  # blocks on each side in which a tale is told
_LONG_AGO = re.compile(r"\b1(?:[5-8][0-9]{2}|9[0-3][0-9])\b(?![./-]\d)")
_WORK = re.compile(
    r"\W{0,3}(?:\d{1,2}\. ?)?[\"“*_]{1,2}[^\"”*_]{3,70}[\"”*_]{1,2},? ?(?:\([A-Z]|(?:karya|oleh|by) [A-Z])"
)
_ENOUGH = 2  # words of a tale that make one; one alone may be said of anything


def in_tale(draft: Draft, index: int, offset: int, words: Lexicon) -> bool:
    """Whether what stands at an offset of a block is told in a tale.

    Several words of a tale stand in the block or around it; or one noted *story* in the block or in its
    heading: *dalam novel itu*. A sentence about who wrote it, a word noted *author*, is no tale.
    """
    if not words:
        return False
    if _is_listed_work(draft, index):
        return True
    told = draft.once((in_tale, words.name), lambda: _told(draft, words))
    if not told:
        return False
    near = (told.get(at, frozenset()) for at in range(index - _NEAR, index + _NEAR + 1))
    if len(frozenset().union(*near)) >= _ENOUGH:
        return True
    return _in_story(draft, index, offset, words)


def _is_listed_work(draft: Draft, index: int) -> bool:
    """Whether a block is an entry of a list of books: *"Bumi Manusia" (Pramoedya): Annelies …*."""
    return _WORK.match(draft.blocks[index].text) is not None


def _in_story(draft: Draft, index: int, offset: int, words: Lexicon) -> bool:
    """Whether a word of a made-up story stands there or in the heading, and none of who made it up."""
    own = (*draft.said(index, words), *draft.section_phrases(index, words))
    if not any(hit.entry.note == "story" for hit in own) and not _is_fiction(draft, index, own, words):
        return False
    return not any(
        hit.entry.note == "author" for hit in draft.said_within(index, draft.sentence(index, offset), words)
    )


def _is_fiction(draft: Draft, index: int, own: Iterable[PhraseHit], words: Lexicon) -> bool:
    """Whether several words noted *fiction* stand in a block, its heading or the blocks beside it."""
    beside = (draft.said(at, words) for at in (index - 1, index + 1) if 0 <= at < len(draft.blocks))
    hits = (*own, *(hit for each in beside for hit in each))
    return len({hit.entry.text for hit in hits if hit.entry.note == "fiction"}) >= _ENOUGH


def _told(draft: Draft, words: Lexicon) -> Mapping[int, frozenset[str]]:
    """The words of a tale by the block that holds them."""
    found: dict[int, set[str]] = defaultdict(set)
    for index, hit in draft.phrases(words):
        found[index].update(() if hit.entry.note else (hit.entry.text,))
    for index in range(len(draft.blocks)) if found else ():
        if _LONG_AGO.search(draft.blocks[index].text):
            found[index].add("a year of long ago")
    return {index: frozenset(entries) for index, entries in found.items()}
