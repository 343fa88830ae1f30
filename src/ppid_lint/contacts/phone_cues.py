"""Words before a number that say it is dialled, or that it is something else."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

import re2

from ppid_lint.text import Span

_CUES = {
    "other": (
        r"rek(?:ening)?|bni|bri|bca|btn|bsi|mandiri|kode bayar|account|nipp?|nik|nrp|npwp|nitku|kk"
        r"|kartu keluarga|nisn|nuptk|nidn|nop|imei|isbn|issn|doi"
        r"|no(?:mor)?\.? ?(?:surat|sk|seri|kontrak|perkara|registrasi|pendaftaran|peserta|induk|polisi|urut"
        r"|sertifikat|faktur|resi|pelanggan|kartu|rumah|akta|rangka|mesin|antrean)"
        r"|zoom|meeting(?: id)?|id rapat|id pelanggan|passcode|pass ?word|kata sandi|sandi|pin|kode(?: pos)?"
        r"|billing|sp2d|spm|dipa|va|virtual account|rp|pasal|ayat|tahun|halaman|hlm|tabel|versi|bpjs|sim"
        r"|paspor"
        r"|passport|jl|jln|jalan|alamat|kontrak|perkara|lot|koordinat|lintang|bujur|sertifikat|kode billing"
    ),
    "fax": r"fax(?:imile|simile)?|facsimile|faks(?:imil[ei])?",
    "whatsapp": r"whats ?app(?: center)?|wa(?: center)?",
    "mobile": r"hp|handphone|ponsel|seluler|telepon genggam|mobile|nomor kontak",
    "sms": r"sms(?: ?center| gateway)?|nomor akses|ketik|(?:kirim|balas)(?:kan)? ke",
    "phone": (
        r"telepo?n|telefon|telep|telp|tlp|tel|tilp|phone|call ?cent(?:er|re)|hot ?line|pusat panggilan"
        r"|contact ?cent(?:er|re)"
        r"|no(?:mor)?\.? (?:layanan|pengaduan|aduan|darurat|kantor|yang dapat dihubungi)"
    ),
    "weak": (
        r"(?:meng|di)?hubungi|kontak|contact(?: person)?|narahubung|cp|halo|pengaduan|aduan|lapor(?:kan|!)?"
        r"|darurat"
        r"|call|panggil(?:an)?|customer service|layanan(?: pelanggan)?|saluran|(?:melalui|di|ke) nomor"
        r"|kring pajak|bantuan|kendala|informasi lebih lanjut|(?:ber)?tanya(?:kan)?|info"
    ),
}
_CUE = re2.compile(
    r"(?i)\b(?:" + "|".join(f"({pattern})" for pattern in _CUES.values()) + r")(?:[^A-Za-z]|$)|([☎📞📱📲💬])"
)
_KINDS = (*_CUES, "phone")
_STRONG = frozenset({"fax", "whatsapp", "mobile", "sms", "phone"})
_NUMBER = re.compile(r"[0-9][0-9.() -]{0,28}")  # as short as the reach of a label of something else


class Cue(NamedTuple):
    """A cue: its kind (a key of the table), the word itself, and where it stands."""

    kind: str
    word: str
    span: Span

    @property
    def strong(self) -> bool:
        """Whether a number must follow, so that even an impossible one was meant to be dialled."""
        return self.kind in _STRONG


class Cues:
    """The cues of a text, asked by place. `label` stands before the text: a column header, the line above."""

    def __init__(self, text: str, *, label: str = "") -> None:
        self._text = text
        first = _opening(label)
        self._cues = _merged([*([first] if first else ()), *_find(text)], text)
        self._ends = [cue.span.end for cue in self._cues]

    def before(self, offset: int) -> Cue | None:
        """The nearest cue before an offset that still speaks of what stands there."""
        index = bisect_right(self._ends, offset) - 1
        if index < 0:
            return None
        cue = self._cues[index]
        gap = self._text[max(cue.span.end, 0) : offset]
        if len(gap) > (30 if cue.kind == "other" else 45) or ". " in gap.lstrip(". ")[:-1]:
            return None
        return None if cue.kind == "other" and ":" in gap.lstrip(" .:") else cue

    def after(self, offset: int) -> Cue | None:
        """A cue in brackets right after a number: `0812-… (WA)`."""
        index = bisect_right(self._ends, offset)
        if index >= len(self._cues):
            return None
        cue = self._cues[index]
        bracketed = self._text[offset : cue.span.start].strip() == "("
        return cue if bracketed and cue.kind != "other" else None


def may_dial(text: str, label: str) -> bool:
    """Whether a number alone may be a phone, by its label or its first digit: sheets hold many thousands."""
    digits = text.isdigit()
    if not digits and (". " in text or not _NUMBER.fullmatch(text)):
        return True
    cue = _opening(label)
    return (not digits or text[0] in "01") if cue is None else cue.kind != "other"


@lru_cache(maxsize=128)
def _opening(label: str) -> Cue | None:
    """The first cue of a label, before the text it stands for; the head of a column of other numbers wins."""
    found = _find(label)
    head = [cue for cue in _find(label.rpartition(" | ")[2]) if cue.kind == "other" and cue.word != "alamat"]
    return next((Cue(cue.kind, cue.word, Span(-1, 0)) for cue in head or found), None)


def _find(text: str) -> list[Cue]:
    if text.isdigit():  # sheets hold many thousands of these
        return []
    found = []
    for match in _CUE.finditer(text):
        kind = _KINDS[match.lastindex - 1]
        span = Span(*match.span(match.lastindex))
        found.append(Cue(kind, match[match.lastindex].lower(), span))
    return found


def _merged(cues: list[Cue], text: str) -> list[Cue]:
    """Neighbours like `Telp/Faks` say no more than that a number follows."""
    merged: list[Cue] = []
    for cue in cues:
        last = merged[-1] if merged else None
        if (
            last
            and last.strong
            and cue.strong
            and text[last.span.end : cue.span.start].strip(" .") in {"/", "&", "dan"}
        ):
            word = text[max(last.span.start, 0) : cue.span.end].lower()
            cue = Cue("phone", word, Span(last.span.start, cue.span.end))
            merged.pop()
        merged.append(cue)
    return merged
