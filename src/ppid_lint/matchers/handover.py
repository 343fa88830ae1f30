"""How a label hands over to the secret that it names: signs, words, quotation marks, a user's name."""

from __future__ import annotations

import re

# From a label to its value: up to eight words, then a sign or a word that gives it.
GIVEN = re.compile(
    r"""(?:-?nya)?["'`\]]*(?:[^\S\n]+(?:\([^()\n]{0,30}\)|[^\W\d_][\w/&-]{0,24},?)){0,8}?[^\S\n]*"""
    r"""(?:[:=]>?|->|→|\b(?:adalah|ialah|yaitu|yakni|is)\b"""
    r"""|\b(?:disetel|diatur|diubah|diganti|direset|set|reset|changed)[^\S\n](?:ke|menjadi|jadi|to)\b)\s*["'`“‘(]*""",
    re.IGNORECASE,
)
# Quotation marks right behind a label, or behind some words and a sign.
IN_QUOTES = re.compile(
    r"""(?:-?nya)?(?:(?:[^\S\n]+[^\W\d_][\w/&-]{0,24}){0,4}([:=,]|[^\S\n]+(?:adalah|ialah|yaitu|yakni|is)\b))?"""
    r"""[^\S\n]*["“]([^"“”\n]{4,64})["”]""",
    re.IGNORECASE,
)
NEXT = re.compile(r"""(?:-?nya)?[^\S\n]+["'`“‘(]*""", re.IGNORECASE)
OWN = re.compile(r"-?nya[,;.]?|[,;.]")
BACK = re.compile(
    r"""(?:\A|(?<=[\s"'`“‘(]))([^\s"'`“”‘’<>|,;:()]{4,128})["'`”’)]*([^\S\n]+(?:adalah|ialah|itu|untuk|sebagai|is|the|as))?[^\S\n]+\(?\Z"""
)
CLAUSE_END = re.compile(r"(?:-?nya)?[\"'”’)]*(?:[.,;!?]|\s*\Z|\n)")
ALSO = re.compile(r"""["'`”’)]*,?[^\S\n]+(?:dan|and|atau|or)(?=\s)""", re.IGNORECASE)
PAIR = re.compile(r"[^\S\n]*[/|][^\S\n]*")
USER = re.compile(r"\b(?:user|username|nama pengguna|pengguna|login|akun)\b", re.IGNORECASE)
NAME = re.compile(r"(?:[^\S\n]+[^\s/|]{1,40}){0,2}[^\S\n]*[/|][^\S\n]*")  # the rest of a user's name
