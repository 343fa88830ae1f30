"""Which blocks are running text, and their measures: sentences, paragraphs, the reading level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.nlp.readability import Readability, measure
from ppid_lint.nlp.words import words
from ppid_lint.text import Span

RUNNING = frozenset({Role.PARAGRAPH, Role.ITEM, Role.QUOTE})


def running(draft: Draft) -> Iterator[int]:
    """The indexes of blocks that are read as prose."""
    return (index for index, block in enumerate(draft.blocks) if block.role in RUNNING)


def sentences(draft: Draft) -> list[tuple[int, Span]]:
    """Every sentence of the running text: its block and its span."""
    return [(index, span) for index in running(draft) for span in draft.sentences(index)]


def measured(draft: Draft) -> Readability:
    """The measures of all running text."""
    return measure(words(draft.blocks[index].text[span.start : span.end]) for index, span in sentences(draft))


def metrics(draft: Draft) -> dict[str, Any]:
    """The measures as the JSON output prints them."""
    found = measured(draft)
    return {
        "words": found.words,
        "sentences": found.sentences,
        "words_per_sentence": round(found.words_per_sentence, 1),
        "long_sentence_share": round(found.long_sentence_share, 3),
        "readability": round(found.score, 1),
        "band": found.band,
    }
