"""The organisations that a draft names beside those of the directory, and which of them publishes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import re2

from ppid_lint.document import Block, Role
from ppid_lint.text import Span

_KINDS = (
    "Dinas|Badan|Kantor|Kementerian|Kanwil|Balai|Direktorat|Sekretariat|Polres|Polresta|Polsek|Polda"
    "|Kejaksaan|Pengadilan|RSUD|RSU|RS|Rumah Sakit|Puskesmas|Bank|PT|CV|UD|Hotel|Universitas|Institut"
    "|Politeknik|Kecamatan|Kelurahan|BPJS|Ombudsman|KPPN|KPP|KPPBC|KPKNL|Yayasan|Koperasi|Perum|Perumda"
    "|PDAM|BKAD|BPKAD|Komisi|Lembaga|Ministry|Agency|SMA|SMAN|SMK|SMKN|SMP|SMPN|SD|SDN|MAN|MTsN|Sekolah"
    "|Madrasah|Pesantren|Masjid|Gereja|Restoran|Rumah Makan|Kafe|Museum|Klinik|Apotek|Toko|Forum|Sanggar"
    "|Asosiasi|Paguyuban|Dinkes|Dinsos|Disdik|Dispendik|Dishub|Diskominfo|Disdukcapil|Dispendukcapil"
    "|Disnaker|Disbudpar|Disperindag|DPMPTSP|Satpol PP|Bapenda|Bappeda|BPBD|PMI|PLN|BNN|KPU|Bawaslu|BPS"
    "|BPN|KUA|Samsat|Kodim|Koramil|Lapas|Rutan|Perpustakaan|Stasiun|Terminal|Pelabuhan|Bandara|BNPB"
    "|Basarnas|Palang Merah|Damkar|Posko|Pos Komando|KPK|Dukcapil|Inspektorat|UPTD?|Kejari|Kejati"
    "|Kemenag|Bulog|Perhutani|Imigrasi"
)
_BODY = re2.compile(
    r"\b(?:[A-Z][a-z]+ ){1,3}(?:Office|Hospital|Department|Police) of [A-Z][a-z]+"
    rf"|\b(?:{_KINDS}|{_KINDS.upper()})\.? (?:(?:[Dd]r\. |[Dd]r |[KHR]+\. )?[A-Z][A-Za-z]*"
    r"|[0-9]{1,3} [A-Z][A-Za-z]*|dan|of)"
    r"(?: (?:[A-Z][A-Za-z]*|dan|DAN|of))*"
)
_STREETS = ("jl. ", "jl ", "jln. ", "jln ", "jalan ", "jalan raya ")
_VENUES = (
    "halaman ",
    "depan ",
    "sebelah ",
    "belakang ",
    "dekat ",
    "samping ",
    "seberang ",
    "lokasi: ",
    "tempat: ",
)
_STREET = 12  # code points that hold the longest of them
_PREFIXES = frozenset({"kantor", "sekretariat", "upt", "uptd"})  # of a body, which is the same
_FILLING = frozenset({"dan", "of", "kota", "kabupaten", "kab"})
_FIRST_BLOCKS = 4
_CUE = re2.compile(
    r"(?i)(?:^|[.] )[^a-z]{0,4}(?:pendaftaran|informasi|info|keterangan|narahubung|kontak|hubungi|konfirmasi"
    r"|pengaduan|contact"
    r"|information|registration)(?: [a-z]+){0,3} ?:? ?$"
)
_LEAD = 50  # code points that hold such a cue
_LISTED = frozenset(",:(–-")
_NO_NAMES = frozenset(  # words that go on a heading, not the name of an office
    {
        "akan", "anda", "baru", "bebas", "buka", "dibuka", "ditutup", "gelar", "hari", "ini", "juga",
        "kami", "kembali", "kita", "libur", "masih", "mulai", "pindah", "raih", "saudara", "sementara",
        "setempat", "siap", "siapkan", "sudah", "telah", "terdekat", "terima", "tersedia", "tetap",
        "tutup",
    }
)  # fmt: skip


class Body(NamedTuple):
    """An organisation named in a text."""

    span: Span
    name: str


def bodies_in(text: str) -> Iterator[Body]:
    """The organisations a text names, in order; a street named after one is none, nor is a landmark."""
    for match in _BODY.finditer(text):
        span = Span(*match.span())
        before = text[max(span.start - _STREET, 0) : span.start].lower()
        on_street = before.endswith(_STREETS) or before.endswith(_VENUES)
        if not on_street and match[0].split()[1].lower() not in _NO_NAMES:
            yield Body(span, match[0])


def body_after(text: str, start: int, end: int) -> Body | None:
    """The first organisation named in a range of a text."""
    match = _BODY.search(text[start:end])
    return Body(Span(start + match.start(), start + match.end()), match[0]) if match else None


def publishers_of(blocks: Sequence[Block]) -> frozenset[tuple[str, ...]]:
    """The organisations that the head of a draft names, by their keys: in its title, its letterhead, its
    first sentences; those of a list of offices are none."""
    shown = [block for block in blocks if block.role not in {Role.HIDDEN, Role.ATTRIBUTE}][:_FIRST_BLOCKS]
    return frozenset(_heads(shown))


def _heads(blocks: Iterable[Block]) -> Iterator[tuple[str, ...]]:
    headed = False
    for block in blocks:
        if block.role not in {Role.HEADING, Role.PARAGRAPH}:
            continue
        first = next(bodies_in(block.text), None)
        if first is None:
            continue
        after = block.text[first.span.end :].lstrip()[:1]
        title = block.role is Role.HEADING or first.name.isupper()
        if title or (not headed and (first.span.start or after not in _LISTED)):
            headed = True
            yield body_key(first.name)


def body_key(name: str) -> tuple[str, ...]:
    """The words by which an organisation is known again, without a word for its office before them."""
    words = [word for word in name.lower().replace(".", "").split() if word not in _FILLING]
    if len(words) > 2 and words[0] in _PREFIXES:
        words = words[1:]
    return tuple(words)


def same_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two keys are of one organisation, one of them perhaps without its place."""
    few, many = sorted((one, other), key=len)
    return few == many[: len(few)]


def is_introduced(text: str, body: Body) -> bool:
    """Whether a block names an organisation as the one to turn to: `Pendaftaran: Dinas …`."""
    return _CUE.search(text[max(body.span.start - _LEAD, 0) : body.span.start]) is not None
