"""What kind of draft it is and in which language it is written; nothing is guessed beyond the contract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ppid_lint.document import Document, Role
from ppid_lint.rule import Language

KINDS = (
    "siaran-pers",
    "pengumuman",
    "pengumuman-lelang",
    "artikel",
    "layanan",
    "ppid",
    "media-sosial",
    "umum",
)
DEFAULT = "umum"
MEASURES = ("sentence", "paragraph", "hard-text")  # that a kind has limits of

_TITLES = {
    "SIARANPERS": "siaran-pers",
    "PRESSRELEASE": "siaran-pers",
    "PENGUMUMANLELANG": "pengumuman-lelang",
    "PENGUMUMAN": "pengumuman",
}
_FIRST_LINES = 10
_SAMPLE = 40_000  # code points that the vote on the language reads
_READ = frozenset({Role.HEADING, Role.PARAGRAPH, Role.ITEM, Role.QUOTE, Role.CELL})


def kind_of(document: Document, configured: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The draft's kind and notes: front matter, else the configured kind, else a title line, else `umum`."""
    named = document.meta.get("kind")
    if named in KINDS:
        return named, ()
    notes = (f"jenis naskah “{named}” tidak dikenal; diabaikan",) if named else ()
    return configured or _titled(document) or DEFAULT, notes


def language_of(document: Document, configured: Language | None = None) -> Language:
    """The draft's language: front matter, else the configured one, else a vote over its prose."""
    named = document.meta.get("language")
    if named in ("id", "en"):
        return "en" if named == "en" else "id"
    if configured:
        return configured
    from ppid_lint.nlp.language import vote

    prose = (block.text for block in document.blocks if block.role in _READ)
    return vote(" ".join(_beginning(prose))[:_SAMPLE])


def _beginning(texts: Iterable[str]) -> Iterator[str]:
    """As many of the texts as a vote needs."""
    length = 0
    for text in texts:
        yield text
        length += len(text)
        if length > _SAMPLE:
            return


def _titled(document: Document) -> str | None:
    """The kind that a whole line among the first ten names, letter-spacing folded."""
    lines = (
        block.text[start:end]
        for block in document.blocks
        if block.role in _READ
        for start, end in _lines(block.text, block.breaks)
        if block.text[start:end].strip()
    )
    for _, line in zip(range(_FIRST_LINES), lines, strict=False):
        found = _TITLES.get(re.sub(r"[\s*_#:.]+", "", line).upper())
        if (found and line.strip("*_#:. ").isupper()) or (found and line.istitle() and len(line.split()) > 1):
            return found
    return None


def _lines(text: str, breaks: tuple[int, ...]) -> list[tuple[int, int]]:
    starts = [0, *(at + 1 for at in breaks)]
    return list(zip(starts, [*breaks, len(text)], strict=True))
