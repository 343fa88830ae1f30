"""Which blocks are running text, and their measures: sentences, paragraphs, the reading level."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

from ppid_lint.document import Block, Role
from ppid_lint.draft import Draft
from ppid_lint.nlp.readability import Readability, Size, measure, size_of
from ppid_lint.nlp.words import count_words
from ppid_lint.text import Span

RUNNING = frozenset({Role.PARAGRAPH, Role.ITEM, Role.QUOTE})

_SOURCES = re.compile(r"(?i)^\W*(?:daftar\s+)?(?:pustaka|referensi|bibliografi|rujukan|references)\W*$")
_ENTRY = re.compile(r"^[A-Z][\w'’-]+(?:, [A-Z][\w.'’ -]{0,60})?[.,] \(?(?:19|20)\d\d[a-z]?\)?[.,:]")
_RECITAL = re.compile(
    r"^(?:Menimbang|Mengingat|Memperhatikan|Menetapkan|Membaca)\s*:|^(?:[a-z]\. )?bahwa\b.*[;:.]$"
)
_WHEREAS = re.compile(r"(?:[a-z]\. [Bb]|b)ahwa\b")
_GROUND = re.compile(r"Bahwa\b")
_CITED = re.compile(r"(?:\d+\. )?(?:Undang-[Uu]ndang|Peraturan [A-Z]\w+|Keputusan [A-Z]\w+)\b")
_MARKER = re.compile(r"\s*(?:\(?(?:\d{1,2}|[A-Za-z])[.)]|[-–•▪●*])\s")
_SMALL = re.compile(r"[\s(][a-z]")
_FEWEST, _FEWEST_CLOSED = 0.25, 0.15  # words in small letters; fewer will do where a full stop closes
_HEAD = 400  # code points that tell what a block is
_GAP = "   "  # parts columns
_COLUMNS = re.compile(rf"\S{_GAP} *\S")
_LINE = 400  # code points of a source line that are looked at on each side


def running(draft: Draft) -> tuple[int, ...]:
    """The indexes of blocks that are read as prose."""
    return draft.once(_running, lambda: _running(draft))


def counts(draft: Draft) -> Mapping[int, int]:
    """How many words each block of running prose has, by its index."""
    return draft.once(counts, lambda: {index: word_count(draft, index) for index in running(draft)})


def word_count(draft: Draft, index: int) -> int:
    """How many words a block has."""
    return draft.once_for(index, count_words, partial(count_words, draft.blocks[index].text))


def _running(draft: Draft) -> tuple[int, ...]:
    return tuple(
        index
        for index, block in enumerate(draft.blocks)
        if block.role in RUNNING
        and draft.once_for(index, is_prose, partial(is_prose, block.text))
        and not (is_source(draft, index) or _is_columnar(draft, index))
    )


def _is_columnar(draft: Draft, index: int) -> bool:
    """Whether most source lines of a block are cut into columns: a table that lost its borders."""
    block = draft.blocks[index]
    if draft.document.format != "text" or not block.breaks:
        return False
    source = draft.document.source[slice(*block.source_span(0, len(block.text)))]
    lines = source.splitlines() if _GAP in source else ()
    return bool(lines) and sum(bool(_COLUMNS.search(line.strip())) for line in lines) * 3 >= len(lines)


def is_prose(text: str) -> bool:
    """Whether a block's text holds sentences: no recital, list of names, letterhead or menu."""
    if _RECITAL.match(text):
        return False
    head = text[:_HEAD]
    share = len(_SMALL.findall(f" {head}")) / (head.count(" ") + 1)
    return share > (_FEWEST_CLOSED if text.endswith((".", "!", "?")) else _FEWEST)


def is_source(draft: Draft, index: int) -> bool:
    """Whether a block is an entry of a bibliography."""
    return index in draft.once(_sources, partial(_sources, draft))


def _sources(draft: Draft) -> frozenset[int]:
    lists = {section for section in {block.section for block in draft.blocks} if _SOURCES.match(section)}
    blocks = enumerate(draft.blocks)
    return frozenset(index for index, block in blocks if block.section in lists or _ENTRY.match(block.text))


def quoted(draft: Draft, index: int) -> bool:
    """Whether the wording of a block is not the writer's: a quotation or a source."""
    return draft.blocks[index].role is Role.QUOTE or index in draft.once(_sources, partial(_sources, draft))


def in_columns(draft: Draft, index: int, offset: int) -> bool:
    """Whether the source line that a place of a block stands on is cut into columns by runs of space."""
    if draft.document.format != "text":
        return False
    source = draft.document.source
    at = draft.blocks[index].source_span(offset, offset + 1).start
    left = source.rfind("\n", max(at - _LINE, 0), at) + 1 or max(at - _LINE, 0)
    right = source.find("\n", at, at + _LINE)
    return bool(_COLUMNS.search(source[left : right if right >= 0 else at + _LINE].strip()))


def sentences(draft: Draft) -> list[tuple[int, Span]]:
    """Every sentence of the running text: its block and its span."""
    return [(index, span) for index in running(draft) for span in units(draft, index)]


def units(draft: Draft, index: int) -> tuple[Span, ...]:
    """The sentences of a running block, items on lines of their own apart, recitals left out."""
    return draft.once_for(index, units, lambda: _units(draft, index))


def _units(draft: Draft, index: int) -> tuple[Span, ...]:
    block = draft.blocks[index]
    return tuple(
        part
        for span in draft.sentences(index)
        for part in (_items(block, span) if block.breaks else (span,))
        if not _is_recital(block.text, part)
    )


def sizes(draft: Draft, index: int) -> tuple[Size, ...]:
    """The sizes of the sentences of a running block."""
    return draft.once_for(index, sizes, lambda: _sizes(draft, index))


def _sizes(draft: Draft, index: int) -> tuple[Size, ...]:
    text = draft.blocks[index].text
    return tuple(size_of(text[start:end]) for start, end in units(draft, index))


def _is_recital(text: str, span: Span) -> bool:
    """Whether a unit is a ground or a law that a decree recites."""
    if _WHEREAS.match(text, span.start):
        return True
    closed = text[span.end - 1 : span.end] == ";"
    return closed and bool(_CITED.match(text, span.start) or _GROUND.match(text, span.start))


def _items(block: Block, span: Span) -> list[Span]:
    """A sentence cut at the line breaks that a list marker follows."""
    first, last = bisect_left(block.breaks, span.start), bisect_left(block.breaks, span.end)
    cuts = [at for at in block.breaks[first:last] if _MARKER.match(block.text, at + 1)]
    return [Span(*pair) for pair in pairwise([span.start, *(at + 1 for at in cuts), span.end])]


def measured(draft: Draft) -> Readability:
    """The measures of all running text."""
    return draft.once(measured, lambda: measure(all_sizes(draft)))


def all_sizes(draft: Draft) -> Iterator[Size]:
    """The sizes of all sentences of the running text."""
    return (size for index in running(draft) for size in sizes(draft, index))


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
