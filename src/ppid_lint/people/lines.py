"""Lines of *label: value*, and the pieces of a text in which one person is meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ppid_lint.people.mention import Role
from ppid_lint.people.vocabulary import ROLES, Vocabulary
from ppid_lint.text import Span

_LONGEST_LABEL = 64
_LABEL_WORDS = 4  # of a label that begins with a role: Penerima kursi roda
_OPENS = re.compile(r"[^\s:][^:.;]{0,44}:\s")
_WORDS = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])?")
# A colon, an equals sign between blanks, or dots that lead over to the value.
_APART = re.compile(r":|(?<=\s)=(?=\s)|(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,})[ .…_]*:?")
_BLANK = re.compile(r"[\W_]*|(?:tidak ada|nihil|kosong|n/?a|none|xxx+|diisi .*|\[.*\]?)", re.I)
_WITH_NAME = frozenset(
    {"lengkap", "full", "dan", "gelar", "panggilan", "asli", "calon", "para", "si", "of", "the"}
    | {"orang", "tua", "keluarga", "ybs", "terang", "wali", "penuh"}
    | {
        "manfaat",
        "binaan",
        "didik",
        "ahli",
        "bantuan",
        "hibah",
        "undian",
        "beasiswa",
        "aduan",
        "wajib",
        "pajak",
        "wp",
    }
)


class Line(NamedTuple):
    """A label, and the value after its colon."""

    label: Span
    value: Span


def segments(text: str, breaks: Sequence[int], sentences: Iterable[Span]) -> tuple[Span, ...]:
    """Sentences, cut where a line of the source opens with a label of its own."""
    cuts = [at + 1 for at in breaks if _OPENS.match(text, at + 1)]
    found: list[Span] = []
    for start, end in sentences:
        inside = [cut for cut in cuts if start < cut < end]
        found += [Span(a, b) for a, b in zip([start, *inside], [*inside, end], strict=True)]
    return tuple(found)


def lines(text: str, breaks: Sequence[int]) -> Iterator[Span]:
    """The lines of a text as its source has them."""
    start = 0
    for at in (*breaks, len(text)):
        yield Span(start, at)
        start = at + 1


def line_end(text: str, breaks: Sequence[int], start: int, end: int) -> int:
    """Where a range ends at the latest: before the first line in it that opens with a label of its own."""
    first = bisect_left(breaks, start)
    cuts = (at for at in breaks[first : bisect_left(breaks, end)] if _OPENS.match(text, at + 1))
    return next(cuts, end)


def labelled(text: str, span: Span) -> Line | None:
    """The label and the value of a line; None where no colon or dotted leader stands near its start."""
    apart = separator(text, span.start, min(span.start + _LONGEST_LABEL, span.end))
    if apart is None or (text[apart.end - 1] == ":" and text[apart.end : apart.end + 1].isdigit()):
        return None
    if text.startswith("//", apart.end):
        return None
    return Line(Span(span.start, apart.start), trimmed(text, Span(apart.end, span.end)))


def separator(text: str, start: int, end: int) -> Span | None:
    """What parts a label from its value in a range of a text: a colon, "=", or dots that lead over to it."""
    found = _APART.search(text, start, end)
    if found is None:
        return None
    dotted = _APART.match(text, found.start()) or found  # the range may cut a leader short
    return Span(*dotted.span())


def trimmed(text: str, span: Span) -> Span:
    """The span without white space and closing stops around it."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "*_•·-–"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".;,*_"):
        end -= 1
    return Span(start, end)


def is_blank(value: str) -> bool:
    """Whether a value is left open: dots, dashes, brackets to fill in."""
    return _BLANK.fullmatch(value.strip()) is not None


def person_label(label: str, vocabulary: Vocabulary) -> Role | None:
    """The part of the person that a label or column head asks for: *Nama*, *Nama Korban*, *Penerima*."""
    words = [word.lower() for word in _WORDS.findall(label)]
    if not 0 < len(words) <= 5:
        return None
    notes = [vocabulary.note(word) for word in words]
    rest = [
        note for word, note in zip(words, notes, strict=True) if word not in _WITH_NAME and note != "label"
    ]
    if notes[0] in ROLES and len(words) < _LABEL_WORDS:
        return Role(notes[0])
    if any(note not in ROLES and note not in {"kin", "title"} for note in rest):
        return None
    if not rest and "label" not in notes:
        return None
    return next((Role(note) for note in rest if note in ROLES), Role.PRIVATE)


def is_bare_name(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a few words with a capital, a common given name among them, and nothing else."""
    words = text.split()
    capital = all(word.isalpha() and word[0].isupper() for word in words)
    return 0 < len(words) < 5 and capital and any(vocabulary.is_name(word.lower()) for word in words)
