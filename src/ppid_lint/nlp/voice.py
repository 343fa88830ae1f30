"""Verbs behind nouns and passives behind actives: pemeriksaan → memeriksa → diperiksa."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ppid_lint.nlp.affixes import VOWELS

_NONE: Mapping[str, str] = MappingProxyType({})
_VERB_NASALS = ("ng", "ny", "m", "n", "l", "w")

# Where the spelling does not tell what meN- hid, these roots do; each may also carry -kan or -i.
_SONORANTS = """
    nilai nama nanti nikah nikmat nasihat nyata nyala nyanyi naik niat nafkah masak masuk minta makan
    minum milik mulai muat maaf main mutakhir mohon maklum manfaat menang mudah musnah muka
"""
_K_ROOTS = """
    kirim kelola kumpul kembang kenal kena kerja kendali kutip kurang kuat kunjung kembali kawal keluar
    kemuka kukuh kosong kira kejar kecil kecuali koordinasi komunikasi konfirmasi kantong kuasa kubur
    kunci kupas kait kabul kandung kata kompensasi konsultasi konversi koreksi kategori kemas keluh
    kesamping ketahu keruk ketik kisah kontrol konsumsi kombinasi kaitkan kolaborasi kurung kaya kalah
    kemudi
"""
_SHORT_ROOTS = "cek pel lap bom cat las sah rem cap tes pak"


def _forms(roots: str, *, cut: int = 0) -> frozenset[str]:
    return frozenset(root[cut:] + tail for root in roots.split() for tail in ("", "kan", "i"))


_SONORANT_FORMS = _forms(_SONORANTS)
_K_FORMS = _forms(_K_ROOTS, cut=1)
_SHORT_FORMS = _forms(_SHORT_ROOTS)


def active_verb(noun: str, *, exceptions: Mapping[str, str] = _NONE) -> str | None:
    """The meN- verb behind a peN-…-an noun, in small letters: pemeriksaan → memeriksa.

    Whether the verb takes -kan or -i stands in no rule: give those nouns as `exceptions`
    (penandatanganan: menandatangani, pelaksanaan: melaksanakan). None for any other noun,
    and for per-…-an, whose verb the spelling does not tell.
    """
    lower = noun.lower()
    if lower in exceptions:
        return exceptions[lower]
    body = lower.removeprefix("pe")
    if body == lower or not body.endswith("an") or len(body) < 6 or not body.startswith(_VERB_NASALS):
        return None
    return "me" + body[:-2]


def passive_verb(active: str, *, exceptions: Mapping[str, str] = _NONE) -> str | None:
    """The di- form of a meN- verb, in small letters: memeriksa → diperiksa; None for any other word.

    A root the nasal hides is taken from a short table of common ones, else as the likelier reading
    (memV- from p, menV- from t, menyV- from s, mengV- from a vowel); `exceptions` win.
    """
    lower = active.lower()
    if lower in exceptions:
        return exceptions[lower]
    rest = lower.removeprefix("me")
    if rest == lower or len(rest) < 3:
        return None
    base = rest if rest in _SONORANT_FORMS else _without_nasal(rest)
    return None if base is None else "di" + base


def _without_nasal(rest: str) -> str | None:
    """What follows meN-, its first letter given back."""
    if rest.startswith("ng"):
        return _after_ng(rest[2:])
    if rest.startswith("ny"):
        return "s" + rest[2:]
    if rest[0] in "mn":
        melted = {"m": "p", "n": "t"}[rest[0]]
        return melted + rest[1:] if rest[1] in VOWELS else rest[1:]
    return rest if rest[0] in "lrwy" else None


def _after_ng(after: str) -> str:
    if after in _K_FORMS:
        return "k" + after
    return after[1:] if after[:1] == "e" and after[1:] in _SHORT_FORMS else after
