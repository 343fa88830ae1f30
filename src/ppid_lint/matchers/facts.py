"""Facts before they are anybody's: phrases that tell one, how far it reaches, and what rules it out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE, Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.presence import is_absent
from ppid_lint.matchers.verdict import excused_in_sentence, verdicts_of
from ppid_lint.people.lines import labelled, trimmed
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_LONGEST = 64  # code points of an entry of a word list
_PAIR = 64  # code points between the two words of a pair
_GAP = 36  # code points between two words of one fact
_AROUND = 10  # code points that a label has beside its phrase: numbers, a year
_RECORD = 5  # lines on each side that belong to one record
_CLAUSE = 80  # as far as a fact reaches beyond its words
_NUMBER = re.compile(r"\d(?:[ .-]?\d){7,}")  # an identifier in the clause has a rule of its own
_SHORT_TITLE = re.compile(r"(?:^|\s)[A-Z]\S{0,3}$")
_ENDS = '.,;:!?()"“”'
_JOINS = (
    *(" dan ", " serta ", " tetapi ", " tapi ", " namun ", " sehingga ", " sedangkan ", " sementara "),
    *(" padahal ", " lalu ", " kemudian ", " meski ", " meskipun ", " walau ", " and ", " but ", " while "),
)
_WITHIN = PROSE | {Part.CELL, Part.CODE}


class Fact(NamedTuple):
    """What may be restricted: where it stands, how it was found, and whether its label speaks for it."""

    block: int
    span: Span
    why: str
    labelled: bool = False


def told(draft: Draft, facts: Lexicon, things: Lexicon, *, clause: bool) -> Iterator[Fact]:
    """What phrases of a word list tell, alone or with the rest of their clause.

    `things`: words right before a phrase that make it a thing's name: *duta HIV*, *klinik kanker*.
    """
    for index in draft.holders(facts, _WITHIN):
        cell = draft.blocks[index].cell
        if cell is not None and cell.is_header:
            continue
        key = (told, facts.name, things.name, clause)
        for span in draft.once_for(index, key, partial(_told, draft, index, facts, things, clause)):
            yield Fact(index, span, "fact")


def _told(draft: Draft, index: int, facts: Lexicon, things: Lexicon, clause: bool) -> tuple[Span, ...]:
    hits = [
        hit
        for hit in draft.phrases_in(index, facts)
        if not (
            _of_thing(draft, index, hit, things)
            or excused_in_sentence(draft, index, hit)
            or _is_label(draft, index, hit)
        )
    ]
    spans = _merged(draft, index, hits)
    return tuple(_clause(draft, index, span) if clause else span for span in spans)


def paired(draft: Draft, topics: Lexicon, verdicts: Lexicon, *, clause: bool) -> Iterator[Fact]:
    """What a word of one list tells with a word of another near it in its sentence: *tes … gagal*."""
    if is_absent(draft, verdicts):
        return
    key = (paired, topics.name, verdicts.name, clause)
    said = draft.where_said(verdicts)
    for index in draft.holders(topics, _WITHIN):
        if index not in said:
            continue
        for span in draft.once_for(index, key, partial(_paired, draft, index, topics, verdicts, clause)):
            yield Fact(index, span, "fact")


def _paired(draft: Draft, index: int, topics: Lexicon, verdicts: Lexicon, clause: bool) -> tuple[Span, ...]:
    spans: list[Span] = []
    for hit in draft.phrases_in(index, topics):
        around = Span(max(hit.start - _PAIR, 0), hit.end + _PAIR)
        near = [other for other in draft.said_within(index, around, verdicts) if not _overlap(other, hit)]
        apart = verdicts_of(draft, index, hit, near) if near else []
        if apart and not excused_in_sentence(draft, index, hit) and not _is_label(draft, index, hit):
            other = min(apart, key=lambda span: max(span.start - hit.end, hit.start - span.end))
            spans.append(Span(min(hit.start, other.start), max(hit.end, other.end)))
    return tuple(_clause(draft, index, span) if clause else span for span in _united(spans))


def _overlap(one: PhraseHit, other: PhraseHit) -> bool:
    return one.start < other.end and other.start < one.end


def _united(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans, those that overlap made one."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def heads(draft: Draft, words: Lexicon, section: str) -> bool:
    """Whether the heading or lead-in above holds an entry whose note is *heading*."""
    return bool(section) and draft.once((heads, words.name, section), lambda: _heads(words, section.lower()))


def _heads(words: Lexicon, section: str) -> bool:
    return any(entry.note == "heading" and entry.text in section for entry in words.entries)


def recorded(draft: Draft, words: Lexicon, index: int) -> bool:
    """Whether a line near a block, of the same record, holds an entry whose note is *record*."""
    telling = draft.once((recorded, words.name), lambda: _of_records(draft, words))
    first = bisect_left(telling, index - _RECORD)
    return first < len(telling) and telling[first] <= index + _RECORD


def _of_records(draft: Draft, words: Lexicon) -> list[int]:
    """The blocks that hold an entry whose note is *record*, in order."""
    if all(entry.note != "record" for entry in words.entries):
        return []
    known = draft.candidates(words.name)
    return [at for at in known if any(hit.entry.note == "record" for hit in draft.phrases_in(at, words))]


def _of_thing(draft: Draft, index: int, hit: PhraseHit, things: Lexicon) -> bool:
    """Whether a word for a thing or an event stands right before a phrase."""
    before = draft.said_within(index, Span(max(hit.start - _LONGEST, 0), hit.start), things)
    return any(thing.end == hit.start - 1 for thing in before)


def _is_label(draft: Draft, index: int, hit: PhraseHit) -> bool:
    """Whether a phrase names a field rather than tells a fact: *Riwayat pidana: …*."""
    block = draft.blocks[index]
    line = labelled(block.text, block.line(hit.start))
    if line is None or not line.label.covers(Span(hit.start, hit.end)):
        return False
    return line.label.end - line.label.start <= hit.end - hit.start + _AROUND


def _merged(draft: Draft, index: int, hits: Iterable[PhraseHit]) -> Iterator[Span]:
    """Hits that tell one fact: near one another in one sentence, with no name between."""
    text = draft.blocks[index].text
    last: Span | None = None
    for hit in sorted(hits, key=lambda hit: hit.start):
        if last is not None and _joined(text[last.end : hit.start]):
            last = Span(last.start, max(last.end, hit.end))
            continue
        if last is not None:
            yield last
        last = Span(hit.start, hit.end)
    if last is not None:
        yield last


def _joined(between: str) -> bool:
    """Whether two phrases with this text between them belong together: one clause, nobody named in it."""
    return len(between) <= _GAP and not any(char.isupper() or char in ".;:!?" for char in between)


def _clause(draft: Draft, index: int, span: Span) -> Span:
    """A fact with the rest of its clause, as far as that is short."""
    text = draft.blocks[index].text
    limit = min(draft.sentence(index, span.start).end, span.end + _CLAUSE)
    end = span.end
    while (
        end < limit and (text[end] not in _ENDS or _shortened(text, end)) and not text.startswith(_JOINS, end)
    ):
        end += 1
    if end == limit and limit - span.end == _CLAUSE:
        end = max(text.rfind(" ", span.end, end), span.end)
    number = _NUMBER.search(text, span.end, end)
    end = number.start() if number else end
    return trimmed(text, Span(span.start, end))


def _shortened(text: str, at: int) -> bool:
    """Whether a full stop only shortens a title before a name: *Ny. Ratmi*."""
    return text.startswith(". ", at) and bool(_SHORT_TITLE.search(text[max(at - 5, 0) : at]))
