"""What a sentence does not tell of the person it names: asked, made up as an example, said of others."""

from __future__ import annotations

import re2

from ppid_lint.draft import Draft
from ppid_lint.matchers.quotation import quotation
from ppid_lint.matchers.tie import Tied
from ppid_lint.people.mention import Role
from ppid_lint.text import Span

_ASKS = re2.compile(
    r"(?i)\b(?:apakah|bolehkah|dapatkah|bisakah|kapankah|perlukah|haruskah|bagaimana (?:jika|kalau|bila|cara)"
    r"|kapan|berapa|can|may|does|is|are|how)\b"
)
_EXAMPLE = re2.compile(
    r"(?i)\b(?:(?:memberi(?:kan)?|memberi|mengambil) (?:contoh|ilustrasi|perumpamaan)|mencontohkan"
    r"|contoh kasus(?:nya)?|sebagai (?:contoh|ilustrasi)|misalkan|andaikan|andaikata|umpamanya|umpamakan"
    r"|ilustrasinya|for example|suppose)\b"
)
_SELF = re2.compile(r"(?i)\b(?:saya|aku|my|i)\b")


def is_untold(draft: Draft, index: int, span: Span, tied: Tied) -> bool:
    """Whether a fact is not told of the person it was tied to."""
    text = draft.blocks[index].text
    sentence = draft.sentence(index, span.start)
    if _EXAMPLE.search(text, sentence.start, span.start):
        return True
    return _is_asked(text, sentence, span, tied, index) or _is_said_of_others(draft, index, span, tied)


def _is_asked(text: str, sentence: Span, span: Span, tied: Tied, index: int) -> bool:
    """Whether the one named only asks: *Pak Roni, Lawang: Apakah cuci darah ditanggung?*."""
    if not text[sentence.start : sentence.end].rstrip(' *_"”').endswith("?"):
        return False
    start = tied.person.end if tied.block == index and tied.person.end <= span.start else sentence.start
    asked = _ASKS.search(text, start, span.start + 1)
    return asked is not None and ":" in text[start : asked.start()]


def _is_said_of_others(draft: Draft, index: int, span: Span, tied: Tied) -> bool:
    """Whether an officer who is quoted speaks of somebody unnamed: *Ia menjelaskan. "Kondisinya lemas."*."""
    if tied.way != "named before" or tied.person.role is not Role.OFFICIAL:
        return False
    said = quotation(draft, index, span)
    return said is not None and not _SELF.search(draft.blocks[index].text, said.start, said.end)
