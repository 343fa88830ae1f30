"""When what is told of somebody is worth a warning only."""

from __future__ import annotations

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.facts import heads, recorded


def is_mild(draft: Draft, index: int, words: Lexicon) -> bool:
    """Whether an entry of a word list stands in a block, in its heading or in its record."""
    return (
        bool(draft.phrases_in(index, words))
        or heads(draft, words, draft.blocks[index].section)
        or recorded(draft, words, index)
    )
