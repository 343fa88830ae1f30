"""Where a person finds a finding: line and column, or the words for a place in Word, Excel or PDF."""

from __future__ import annotations

from collections.abc import Mapping

from ppid_lint.rule import Language

# In the order in which they are said.
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "id": {
        "page": "halaman {}",
        "sheet": "lembar {}",
        "cell": "sel {}",
        "paragraph": "paragraf {}",
        "table": "tabel {}",
        "row": "baris {}",
        "column": "kolom {}",
        "header": "kepala halaman {}",
        "footer": "kaki halaman {}",
        "footnote": "catatan kaki {}",
        "endnote": "catatan akhir {}",
        "comment": "komentar {}",
        "textbox": "kotak teks {}",
        "chart": "bagan {}",
        "pivot": "data pivot {}",
        "annotation": "anotasi {}",
        "property": "properti {}",
    },
    "en": {
        "page": "page {}",
        "sheet": "sheet {}",
        "cell": "cell {}",
        "paragraph": "paragraph {}",
        "table": "table {}",
        "row": "row {}",
        "column": "column {}",
        "header": "header {}",
        "footer": "footer {}",
        "footnote": "footnote {}",
        "endnote": "endnote {}",
        "comment": "comment {}",
        "textbox": "text box {}",
        "chart": "chart {}",
        "pivot": "pivot data {}",
        "annotation": "annotation {}",
        "property": "property {}",
    },
}


def place_words(location: Mapping[str, int | str], language: Language = "id") -> str:
    """The words for a location: "tabel 2 baris 4 kolom 3", "halaman 3", "lembar Data sel C4"."""
    words = _WORDS[language]
    return " ".join(word.format(location[key]) for key, word in words.items() if key in location)
