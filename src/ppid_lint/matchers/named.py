"""Values that a name beside them, or in them, makes somebody's: *Painem, RT 01/RW 03*; *painem@…*."""

from __future__ import annotations

import re

from ppid_lint.document import Role as Part
from ppid_lint.matchers.cast import Cast
from ppid_lint.matchers.tie import Tied
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.people.reading import name_words
from ppid_lint.text import Span

_REACH = 160  # code points from a name to the last of the fields behind it
_FAR = 600  # code points of a block in which the owner of a mailbox may be named
_LINE = 60  # code points of a line that is a name and little else
_ABOVE = 4  # blocks in which the owner of a mailbox may be named
_SHORTEST = 3  # letters; a shorter name says nothing
# What parts the fields of a list item: *Poniman, L, 2 Februari 1958, Dusun Jetis*.
_FIELDS = re.compile(r"(?:(?:[,;|]| [–-]) ?(?:[A-Z0-9][\w./() -]{0,24}|[a-z]{3,16})?)*(?:[,;|]| [–-]) ?")
_LABELLED = re.compile(r"[^:\n]{2,28}:")
_APPOSED = re.compile(
    r"(?:, ?| \(|; ?| [–-] | / |\), ?| di tempat:? ?|: )(?:warga |alamat |asal |d/a |d\.a\. |dari )?"
)

# Readers are told to write there; what somebody's own papers were sent to is no such place.
_OFFERED = re.compile(
    r"\b(?:kirim|daftar|aju|sampai|layang|alamat|tuju|hubung)(?:kan|kanlah|lah|i|ilah)?\b"
    r"|\b(?:lewat|melalui|via|lamaran|send|submit|write|contact|register|apply)\b"
    r"|(?<!nya )\b(?:dikirim|disampaikan|ditujukan|diajukan|dialamatkan|dilayangkan)(?:kan)?\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[a-z]+")
_ADDRESSED = re.compile(r",? ?(?:di |d/a |alamat )?:? ?")


def beside_name(cast: Cast, index: int, span: Span) -> Tied | None:
    """The private person whose name stands right before a value, a comma or a bracket between."""
    text = cast.draft.blocks[index].text
    if span.start == 0:
        return _addressee(cast, index)
    near = Span(max(span.start - _REACH, 0), span.start)
    before = [m for m in cast.people(index, near) if m.end < span.start]
    if not before or not before[-1].sure or before[-1].role not in NATURAL:
        return None
    between = Span(before[-1].end, span.start)
    broken = cast.draft.blocks[index].line(between.end).start > between.start  # an addressee's lines
    filled = _LABELLED.match(text) is not None  # a line of a form
    listed = filled or cast.draft.blocks[index].role in (Part.ITEM, Part.CELL)
    parts = (_FIELDS if listed else _APPOSED, _ADDRESSED if broken else _APPOSED)
    if not any(part.fullmatch(text, *between) for part in parts):
        return None
    return Tied(index, before[-1], "right behind the name")


def _addressee(cast: Cast, index: int) -> Tied | None:
    """The private person whom the line right above names and little else: *Yth. Sdr. Kuswanto*."""
    above = cast.draft.blocks[index - 1] if index else None
    if above is None or above.cell is not None or len(above.text) > _LINE:
        return None
    named = [m for m in cast.everybody(index - 1) if m.sure and m.end >= len(above.text.rstrip(" ,.:"))]
    return Tied(index - 1, named[-1], "line above") if named and named[-1].role in NATURAL else None


def named_in(cast: Cast, index: int, span: Span) -> Tied | None:
    """The private person of the few blocks above whose name an e-mail address is made of."""
    value = cast.draft.blocks[index].text[span.start : span.end].lower().partition("@")
    if not value[1]:
        return None
    for at in range(index, max(index - _ABOVE, 0) - 1, -1):
        text = cast.draft.blocks[at].text
        end = span.end if at == index else len(text)
        for mention in cast.people(at, Span(max(end - _FAR, 0), end)):
            words = name_words(text, mention) if mention.role in NATURAL else ()
            if any(len(word) > _SHORTEST and _shares(value[0], word) for word in words):
                return Tied(at, mention, "address named for them")
    return None


def _shares(local: str, word: str) -> bool:
    """Whether an address is made of a name or of its end: *sumarni* in *sumarni88* and in *marni.taipei*."""
    first = _LETTERS.match(local)
    short = first is not None and len(first[0]) > _SHORTEST and word.endswith(first[0])
    return word in local or short


def named_for(cast: Cast, index: int, span: Span) -> Tied | None:
    """Somebody whom nothing but a mailbox names that nobody is told to write to: *robby.tan.sby@…*."""
    text = cast.draft.blocks[index].text
    if _OFFERED.search(text, cast.draft.sentence(index, span.start).start, span.start):
        return None
    local = text[span.start : span.end].lower().partition("@")[0]
    parts = _LETTERS.findall(local)
    named = [part for part in parts if len(part) > _SHORTEST and cast.vocabulary.is_name(part)]
    if not named or (len(parts) < 2 and parts == named):
        return None
    return Tied(index, Mention(*span, *span, Role.PRIVATE, False, "name list"), "address named for somebody")
