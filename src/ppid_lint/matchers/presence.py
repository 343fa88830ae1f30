"""Which word lists occur in a draft, or in some of its blocks, at all: asked before anything dearer."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.table import rows_hold


def is_absent(draft: Draft, words: Lexicon) -> bool:
    """Whether no block and no heading holds an entry of a word list."""
    return not draft.where_said(words) and draft.once(
        (is_absent, words.name), lambda: _heads_nothing(draft, words)
    )


def _heads_nothing(draft: Draft, words: Lexicon) -> bool:
    sections = draft.once(
        _heads_nothing, lambda: {block.section: at for at, block in enumerate(draft.blocks)}
    )
    return not any(draft.section_has(index, words) for index in sections.values())


def may_be_labelled(draft: Draft, index: int, words: Lexicon) -> bool:
    """Whether an entry of a word list stands in a block, or where the label of a value in it may stand."""
    block = draft.blocks[index]
    if block.role is Role.CODE or draft.phrases_in(index, words):
        return True
    if block.cell is not None and (draft.header_has(index, words) or rows_hold(draft, index, words)):
        return True
    lead = draft.lead_in(index)
    return lead is not None and bool(draft.phrases_in(lead, words))


def is_said(draft: Draft, indexes: Iterable[int], words: Lexicon) -> bool:
    """Whether one of some blocks holds an entry of a word list."""
    for index in indexes:  # noqa: SIM110  any() takes longer, and this is asked of every other block
        if draft.has(index, words):
            return True
    return False
