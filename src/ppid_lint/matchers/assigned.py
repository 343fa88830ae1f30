"""Where a secret may stand apart from its label: under it, in its row, in the answer to a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.card import left_cells
from ppid_lint.matchers.secrecy import runs

_TURNS = 3  # blocks behind a question in which it is answered
_WORDS = 6  # words of an answer before what was asked for
_ASKED = re.compile(r"[^.!?\n]{0,60}?(?:\?|\b(?P<what>berapa|apa|apaan|what)\b)", re.IGNORECASE)
# The time of a message and who wrote it: *[08.16] Tio:*.
_SPEAKER = re.compile(r"\W{0,3}(?:\d{1,2}[.:]\d{2}\W{0,3})?(?:[^\W\d][^:\n?]{0,28}:)?")


def labelled_cells(draft: Draft, labels: Lexicon) -> Iterator[tuple[int, str]]:
    """The cells under or right of a label."""
    if not any(True for _ in draft.phrases(labels)):
        return
    for index, block in enumerate(draft.blocks):
        if block.cell is None or block.cell.is_header:
            continue
        if draft.header_phrases(index, labels):
            yield index, "column header"
        elif any(draft.phrases_in(left, labels) for left in list(left_cells(draft, index))[:2]):
            yield index, "label in the row"


def lines_below(draft: Draft, labels: Lexicon) -> Iterator[tuple[int, str]]:
    """The blocks right under one that holds nothing but a label."""
    for index, hit in draft.phrases(labels):
        block, below = draft.blocks[index], index + 1
        alone = hit.end - hit.start == len(block.text.strip(" :"))
        if alone and block.cell is None and below < len(draft.blocks) and draft.blocks[below].cell is None:
            yield below, "label above it"


def answers(draft: Draft, labels: Lexicon, roles: frozenset[Role]) -> Iterator[tuple[int, int, bool]]:
    """The words of the turns behind a question for what a label names, and whether it asks *which* it is."""
    for index, hit in draft.phrases(labels, roles):
        question = _ASKED.match(draft.blocks[index].text, hit.end)
        if question is None or draft.blocks[index].role in (Role.HEADING, Role.CELL):
            continue
        for at, start in _turns(draft, index, question.end()):
            for step, (word, _, _) in enumerate(runs(draft.blocks[at].text, start)):
                if step < _WORDS:
                    yield at, word, bool(question["what"]) and step < 2


def _turns(draft: Draft, index: int, end: int) -> Iterator[tuple[int, int]]:
    """What is said in the turns behind an offset, in its block or in the next ones."""
    lines = [(index, at + 1) for at in draft.blocks[index].breaks if at >= end]
    lines += [(at, 0) for at in range(index + 1, min(index + 1 + _TURNS, len(draft.blocks)))]
    for at, start in lines[:_TURNS]:
        speaker = _SPEAKER.match(draft.blocks[at].text, start)
        if draft.blocks[at].role is Role.HEADING or speaker is None or ":" not in speaker[0]:
            return
        yield at, speaker.end()
