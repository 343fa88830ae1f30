"""Patterns to fill in that were left where a channel should stand: `08xx-xxxx-xxxx`, `[nomor telepon]`."""

from __future__ import annotations

import re2

from ppid_lint.contacts.channel import Channel, Kind, Problem
from ppid_lint.text import Span

_NUMBER = re2.compile(
    r"(?i)(?:^|[^A-Za-z0-9])([(]?(?:\+?62|0|1[0-9]{2,3}[ -])[0-9() .-]{0,8}x{2,}(?:[ .()-]{0,2}[0-9x]+)*"
    r"|[(][0x]{3,4}[)] ?[0x]{3,}(?:[ -]?[0x]+)*)"
)
_BLANK = re2.compile(
    r"[(]?\b0[2-9][0-9]{1,2}[)]?[ -]?(?:_{3,}|\.{4,}|…{2,})"
)  # an area code, and a line to fill in
_WORDS = {
    Kind.EMAIL: r"(?:alamat[ _])?(?:e-?mail|surel|surat elektronik)",
    Kind.URL: r"(?:alamat )?(?:situs|website|laman|tautan|link|url)",
    Kind.PHONE: (
        r"(?:(?:nama dan )?no(?:mor)?\.?[ _]?)?(?:telepo?n|telp|tlp|hp|handphone|ponsel|wa|whatsapp"
        r"|ekstensi|extension|kontak"
        r"|fax|faks"
        r"|faksimile|no(?:mor)?[ _](?:humas|kantor|panitia|narahubung|admin|petugas|layanan)"
        r"|call center|hotline|phone(?: number)?)"
    ),
    Kind.ADDRESS: r"alamat(?: (?:lengkap|kantor|unit))?",
    Kind.HOURS: r"jam (?:layanan|pelayanan|kerja|operasional|buka)",
}
_ALONG = (
    r"nama|jabatan|unit|bagian|petugas|narahubung|contact person|pic"  # what else is to be filled in there
)
_JOIN = r" ?(?:,|/|&|\+|;|-|dan|atau) ?"
_ANY = "|".join(f"(?:{words})" for words in _WORDS.values())
_BRACKETS = {
    kind: re2.compile(
        r"(?i)(^|[^$A-Za-z0-9])([\[{<]{1,2} ?"
        r"(?:(?:isi|diisi|masukkan|tulis|isikan|cantumkan|sebutkan|your|enter|insert)[ _](?:dengan )?)?"
        rf"(?:(?:{_ALONG})(?: [a-z]{{2,12}})?{_JOIN}){{0,3}}(?:{words})"
        r"(?:[ _-](?:kantor|unit|instansi|dinas|kami|anda|resmi|pejabat|petugas|lengkap|here"
        r"|di sini|situs|laman|wa|narahubung|yang dapat dihubungi|yang bisa dihubungi"
        r"|panitia|admin|humas|aktif|yang aktif|number|address|bapak|ibu))*"
        rf"(?:{_JOIN}(?:{_ANY}|{_ALONG})(?: [a-z]{{2,12}})?){{0,3}} ?[\]}}>]{{1,2}})"
    )
    for kind, words in _WORDS.items()
}


def find_placeholders(text: str) -> tuple[Channel, ...]:
    """Phones written with x for digits, and brackets that name a channel; each carries the problem."""
    found = (
        [_channel(Kind.PHONE, text, Span(*match.span(1))) for match in _NUMBER.finditer(text)]
        if "x" in text.lower()
        else []
    )
    if "___" in text or "...." in text or "……" in text:
        found += [_channel(Kind.PHONE, text, Span(*match.span())) for match in _BLANK.finditer(text)]
    if any(bracket in text for bracket in "[{<"):
        for kind, pattern in _BRACKETS.items():
            found += [_channel(kind, text, Span(*match.span(2))) for match in pattern.finditer(text)]
    return tuple(sorted(found, key=lambda channel: channel.span))


def _channel(kind: Kind, text: str, span: Span) -> Channel:
    written = text[span.start : span.end]
    end = span.end if written.endswith("..") else span.start + len(written.rstrip(" .-("))
    return Channel(kind, text[span.start : end], Span(span.start, end), "", problem=Problem.PLACEHOLDER)
