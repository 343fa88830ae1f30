"""Numbers written in Indonesian, in figures or words."""

from __future__ import annotations

import re

_CARDINALS = """
    nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas seratus seribu sejuta
    semiliar setriliun belas puluh ratus ribu juta miliar milyar triliun lusin kodi setengah seperempat
"""
_GROUPS = "puluhan belasan ratusan ribuan jutaan miliaran triliunan"
_WORDS = frozenset(_CARDINALS.split()) | frozenset(_GROUPS.split())
_FIGURES = re.compile(r"[+−-]?(?:\d{1,3}(?:[.]\d{3})+|\d+)(?:,\d+)?(?:%|,-)?|\d+/\d+|\d+[.:]\d\d|[½¼¾]")
_ORDINAL = re.compile(r"ke-(?:\d+|[IVXLC]+)", re.IGNORECASE)


def like_num(word: str) -> bool:
    """Whether a word is a number: 1.250,50 · seribu · kedua · ke-2 · puluhan; not COVID-19 or 150-991."""
    lower = word.lower()
    if lower in _WORDS or _FIGURES.fullmatch(word) or _ORDINAL.fullmatch(word):
        return True
    return lower.startswith("ke") and lower[2:] in _WORDS
