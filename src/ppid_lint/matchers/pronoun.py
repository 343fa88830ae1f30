"""How a sentence speaks of somebody named before it: *ia*, *istrinya*, *Lahir di …*."""

from __future__ import annotations

import re
from itertools import pairwise

from ppid_lint.people.vocabulary import ROLES, Vocabulary
from ppid_lint.text import Span

_WORD = re.compile(r"[^\W\d_]+")
_KIN = 14  # code points of a fact that may open with whose it is: *orang tuanya bercerai*
_OPENING = 30  # code points before a fact that opens its sentence
_CLAUSES = 400  # code points before a fact in which its sentence may quote somebody
# Who says it of themselves: *menulis bahwa ia*.
_OF_SELF = re.compile(
    r"\bbahwa (?:ayah|ibu|bapak|orang tua|suami|istri|anak|kakak|adik|keluarga|kedua orang tua)nya\b|"
    r"\b(?:bahwa|that|mengatakan|menyatakan|menyebut) (?:ia|dia|dirinya|beliau|he|she)\b|\bdirinya\b"
    r"|\b(?:karena|sebab|lantaran|akibat|meski|meskipun|walau|walaupun|padahal|sejak|setelah|because|after)"
    r" (?:sedang|tengah|masih|harus|pernah|sempat|sudah|telah|baru|ia|dia|terpaksa|he|she)\b"
)
# What follows a role where it is a kind of people: *pasien yang …*, *korban banjir*.
_OF_A_KIND_TABLE = "yang peserta baru lain umum atau jkn bpjs rawat gawat bencana banjir gempa penipuan"
_OF_A_KIND = frozenset(_OF_A_KIND_TABLE.split())
# Several others of whom a sentence speaks: *Tiga tersangka pertama …*.
_SEVERAL = re.compile(
    r"\W*(?:(?:ke)?(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?: orang)?|para|beberapa"
    r"|sejumlah|banyak|semua|seluruh|seorang|\d+(?: orang)?) ([^\W\d_]+)",
    re.I,
)
_BY_INITIALS = re.compile(r"\b(?:ber)?inisial [A-Z]")  # of whom the sentence itself tells
_AHEAD = re.compile(r",? ?[^\W\d_]+\b")  # the subject behind a fact: *Born on 9 June 1990, he …*
_ELLIPTIC = re.compile(r"(?:Lahir|Kelahiran|Born)\b")  # of whom the sentence before speaks
_THAT = frozenset({"itu", "ini", "tersebut"})
SPOKEN_OF = ROLES | {"kin", "title"}
"""Notes of words for people whom *itu* points back at: *petani itu*."""


def is_of_self(text: str, span: Span, clause: str) -> bool:
    """Whether what is said is of whoever is spoken of: *bahwa ia …*, *bahwa ayahnya …*."""
    return _OF_SELF.search(clause + text[span.start : span.start + _KIN]) is not None


def speaks_on(text: str, segment: Span, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether the sentence speaks of somebody named before it, neither asks nor quotes them on others."""
    several = _SEVERAL.match(text, segment.start)
    asks = text[segment.start : segment.end].rstrip(" *_").endswith("?")
    others = several is not None and not several[1].endswith("nya")
    if asks or (several is not None and others and vocabulary.note(several[1].lower()) in ROLES):
        return False
    between = text[max(segment.start, span.start - _CLAUSES) : span.start].rsplit(": ", 1)[-1]
    spoken = any(vocabulary.note(word.lower()) == "speech" for word in _WORD.findall(between))
    if (spoken and not is_of_self(text, span, between)) or _BY_INITIALS.search(between):
        return False
    return _ELLIPTIC.match(text, segment.start) is not None or _points_back(text, segment, span, vocabulary)


def _points_back(text: str, segment: Span, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether the sentence speaks of somebody named before it: *ia*, *korban*, *istrinya*, *his*."""
    ahead = _AHEAD.match(text, span.end, segment.end) if span.start - segment.start < _OPENING else None
    words = [word.lower() for word in _WORD.findall(text, segment.start, ahead.end() if ahead else span.end)]
    if any(_stands_for(word, after, vocabulary) for word, after in pairwise([*words, ""])):
        return True
    return any(
        (after in _THAT and vocabulary.note(word) in SPOKEN_OF)
        or (word == "the" and vocabulary.note(after) in ROLES)
        for word, after in pairwise(words)
    )


def _stands_for(word: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether a word points back at somebody: *ia*, *korban*, but no *korban* of a kind, *pasien JKN*."""
    if word in vocabulary.pronouns:
        return vocabulary.note(word) not in ROLES or after not in _OF_A_KIND
    return _possessive(word, vocabulary)


def _possessive(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word bears *-nya* of a person's own: *istrinya*, not *biasanya*."""
    return len(word) > 5 and word.endswith("nya") and vocabulary.notes.get(word) != "word"
