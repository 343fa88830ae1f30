"""Values that a name beside them, or in them, makes somebody's: *Painem, RT 01/RW 03*; *painem@…*."""

from __future__ import annotations

import re

from ppid_lint.matchers.cast import Cast
from ppid_lint.matchers.tie import Tied
from ppid_lint.people.mention import NATURAL
from ppid_lint.people.reading import name_words
from ppid_lint.text import Span

_ABOVE = 4  # blocks in which the owner of a mailbox may be named
_SHORTEST = 3  # letters; a shorter name says nothing
_APPOSED = re.compile(r"(?:, ?| \(|; ?| [–-] |\), ?)(?:warga |alamat |asal |d/a |dari )?")


def beside_name(cast: Cast, index: int, span: Span) -> Tied | None:
    """The private person whose name stands right before a value, a comma or a bracket between."""
    text = cast.draft.blocks[index].text
    before = [m for m in cast.people(index, Span(0, span.start)) if m.end < span.start]
    if not before or not before[-1].sure or before[-1].role not in NATURAL:
        return None
    if _APPOSED.fullmatch(text, before[-1].end, span.start) is None:
        return None
    return Tied(index, before[-1], "right behind the name")


def named_in(cast: Cast, index: int, span: Span) -> Tied | None:
    """The private person of the few blocks above whose name an e-mail address is made of."""
    value = cast.draft.blocks[index].text[span.start : span.end].lower().partition("@")
    if not value[1]:
        return None
    for at in range(index, max(index - _ABOVE, 0) - 1, -1):
        text = cast.draft.blocks[at].text
        for mention in cast.everybody(at):
            words = name_words(text, mention) if mention.role in NATURAL else ()
            if any(len(word) > _SHORTEST and word in value[0] for word in words):
                return Tied(at, mention, "address named for them")
    return None
