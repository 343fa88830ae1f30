"""Drafts with made-up identifiers under labels, and trap numbers as drafts have them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from ppid_lint.identifiers.digits import luhn_holds
from ppid_lint.identifiers.region import districts

NAMES = (
    "Slamet Riyadi",
    "Sumiati",
    "Wagimin",
    "Ni Made Ayu",
    "Tan Mei Hwa",
    "Yohanes Kambu",
    "Siti Aminah",
    "Petrus Waropen",
)
_DISTRICTS = sorted(districts())


class Made(NamedTuple):
    """A draft, its file name, and the values that must be found in it."""

    name: str
    text: str
    values: tuple[str, ...]


def _digits(rng: random.Random, count: int) -> str:
    """Digits nobody would take for a dummy."""
    return str(rng.randint(1, 9)) + "".join(rng.choices("0123456789", k=count - 1))


def _day(rng: random.Random, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(days=rng.randrange((last - first) * 365))


def nik(rng: random.Random) -> str:
    born = _day(rng, 1945, 2008)
    day = born.day + rng.choice((0, 40))
    number = f"{rng.choice(_DISTRICTS)}{day:02}{born:%m%y}{rng.randint(1, 9999):04}"
    return rng.choice((number,) * 4 + (" ".join(number[at : at + 4] for at in range(0, 16, 4)),))


def kk(rng: random.Random) -> str:
    return f"{rng.choice(_DISTRICTS)}{_day(rng, 2000, 2025):%d%m%y}{rng.randint(1, 9999):04}"


def npwp(rng: random.Random) -> str:
    body = _digits(rng, 8)
    body += next(digit for digit in "0123456789" if luhn_holds(body + digit)) + f"{rng.randint(1, 999):03}000"
    plain = rng.random() < 0.3
    return body if plain else f"{body[:2]}.{body[2:5]}.{body[5:8]}.{body[8]}-{body[9:12]}.{body[12:]}"


def nip(rng: random.Random) -> str:
    born, serial = _day(rng, 1965, 1998), rng.randint(1, 99)
    year = born.year + rng.randint(20, 27)
    number = f"{born:%Y%m%d}{year}{rng.randint(1, 12):02}{rng.randint(1, 2)}{serial:03}"
    spaced = f"{number[:8]} {number[8:14]} {number[14]} {number[15:]}"
    return rng.choice((number, spaced))


def account(rng: random.Random) -> str:
    number = _digits(rng, rng.choice((10, 13, 15)))
    if len(number) == 15 and rng.random() < 0.5:
        return f"{number[:4]}-{number[4:6]}-{number[6:12]}-{number[12:14]}-{number[14]}"
    return number


def card(rng: random.Random) -> str:
    body = rng.choice("45") + str(rng.randint(1, 5)) + _digits(rng, 13)
    number = body + next(digit for digit in "0123456789" if luhn_holds(body + digit))
    return " ".join(number[at : at + 4] for at in range(0, 16, 4))


def deed(rng: random.Random) -> str:
    kind = rng.choice(("LU", "LT", "KW", "KM"))
    return f"{rng.choice(_DISTRICTS)[:4]}-{kind}-{_day(rng, 1990, 2025):%d%m%Y}-{rng.randint(1, 9999):04}"


KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[random.Random], str]]] = {
    "restricted/nik": (("NIK", "No. KTP", "Nomor Induk Kependudukan", "NIK pemohon"), nik),
    "restricted/family-card": (("No. KK", "Nomor Kartu Keluarga", "KK"), kk),
    "restricted/npwp": (("NPWP", "Nomor NPWP", "Nomor Pokok Wajib Pajak"), npwp),
    "restricted/passport": (
        ("Paspor", "Nomor paspor", "No. Paspor"),
        lambda rng: rng.choice("ABCEX") + _digits(rng, 7),
    ),
    "restricted/driving-licence": (
        ("SIM A", "Nomor SIM", "SIM C"),
        lambda rng: f"{rng.randint(60, 99)}{rng.randint(1, 12):02}{_digits(rng, 8)}",
    ),
    "restricted/bpjs": (
        ("BPJS Kesehatan", "Nomor BPJS", "No. JKN"),
        lambda rng: "000" + _digits(rng, 10),
    ),
    "restricted/employee-id": (("NIP", "NIP.", "Nomor Induk Pegawai"), nip),
    "restricted/bank-account": (("Rekening BRI", "No. Rekening", "Norek Mandiri", "Rekening gaji"), account),
    "restricted/education-id": (("NISN", "NIDN"), lambda rng: "00" + _digits(rng, 8)),
    "restricted/civil-registry": (("Akta kelahiran", "Nomor akta", "Kutipan akta nikah"), deed),
    "restricted/payment-card": (("Kartu kredit", "Nomor kartu kredit", "Kartu debit"), card),
}

Frame = Callable[[random.Random, str, list[str]], tuple[str, str]]


def _rows(values: list[str]) -> list[tuple[int, str, str]]:
    return [(number, NAMES[number % len(NAMES)], value) for number, value in enumerate(values, 1)]


def _prose(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    lines = [f"{name} ({label} {value}) hadir pada rapat." for _, name, value in _rows(values)]
    return "a.md", "# Berita\n\n" + "\n\n".join(lines)


def _form(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    lines = [f"Nama    : {name}\n{label}    : {value}\n" for _, name, value in _rows(values)]
    return "a.txt", "\n".join(lines)


def _markdown_table(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    head = f"| No | Nama | {label} |\n| --- | --- | --- |\n"
    return "a.md", head + "".join(f"| {n} | {name} | {value} |\n" for n, name, value in _rows(values))


def _html_table(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    rows = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for _, name, value in _rows(values))
    return "a.html", f"<table><tr><th>Nama</th><th>{label}</th></tr>{rows}</table>"


def _set_table(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    rows = "".join(f"{n:<4}{name:<20}{value}\n" for n, name, value in _rows(values))
    return "a.txt", f"DAFTAR PESERTA\n\n{'No':<4}{'Nama':<20}{label}\n{rows}"


def _label_rows(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    rows = "".join(f"| Nama | {name} |\n| {label} | {value} |\n" for _, name, value in _rows(values))
    return "a.md", "| Uraian | Isi |\n| --- | --- |\n" + rows


def _colon_rows(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    rows = "".join(f"<tr><td>{label}</td><td>:</td><td>{value}</td></tr>" for value in values)
    return "a.html", f"<table>{rows}</table>"


def _items(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    return "a.md", "".join(f"- {name}, {label} {value}\n" for _, name, value in _rows(values))


def _led_items(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    return "a.md", f"Daftar {label} penerima:\n\n" + "".join(f"- {value}\n" for value in values)


def _next_line(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    return "a.md", "\n\n".join(f"{label}:\n{value}" for value in values)


def _several(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    return "a.md", f"Dicatat {label} {', '.join(values[:-1])} dan {values[-1]} milik warga."


def _code(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    return "a.md", "```\n" + "".join(f"{label}: {value}\n" for value in values) + "```\n"


def _comment(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    return "a.md", "Teks.\n\n" + "\n\n".join(f"<!-- {label} {value} -->" for value in values)


def _behind(rng: random.Random, label: str, values: list[str]) -> tuple[str, str]:
    return "a.md", "\n\n".join(f"Tercatat nomor {value} ({label}) hari ini." for value in values)


FRAMES: tuple[Frame, ...] = (
    _prose,
    _form,
    _markdown_table,
    _html_table,
    _set_table,
    _label_rows,
    _colon_rows,
    _items,
    _led_items,
    _next_line,
    _several,
    _code,
    _comment,
    _behind,
)


def labelled(rng: random.Random, rule: str, frame: Frame) -> Made:
    """A draft of one kind of identifier in one frame."""
    labels, make = KINDS[rule]
    values = [make(rng) for _ in range(rng.randint(2, 4))]
    name, text = frame(rng, rng.choice(labels), values)
    return Made(name, text, tuple(values))


def _random16(rng: random.Random) -> str:
    return _digits(rng, 16)


TRAPS: tuple[tuple[str, Callable[[random.Random], str]], ...] = (
    ("SP2D nomor {} terbit kemarin.", lambda rng: _digits(rng, 15)),
    ("SPM {} sudah dicatat.", lambda rng: f"{rng.randint(1, 99999):05}T/{_digits(rng, 6)}/2026"),
    ("Kode billing {} berlaku tujuh hari.", lambda rng: _digits(rng, 15)),
    ("NTPN {} sudah dicocokkan.", _random16),
    ("Pembayaran lewat virtual account {} ditutup besok.", _random16),
    ("Nomor VA: {}", _random16),
    ("DIPA {}", lambda rng: f"DIPA-015.08.1.{_digits(rng, 6)}/2026"),
    ("NOP {} atas tanah itu.", lambda rng: _digits(rng, 18)),
    ("NOP: {}", lambda rng: f"{_digits(rng, 2)}.{_digits(rng, 2)}.{_digits(rng, 3)}.001.002-0123.0"),
    ("Telepon genggam, IMEI {}, dilelang.", lambda rng: _digits(rng, 15)),
    ("Nomor kontrak {} tanggal 5 Mei 2026.", lambda rng: f"{_digits(rng, 4)}/SPK/{_digits(rng, 6)}/2026"),
    ("Nomor peserta {} dinyatakan lulus.", lambda rng: _digits(rng, rng.choice((10, 13, 16)))),
    ("No. Registrasi: {}", lambda rng: _digits(rng, rng.choice((10, 12, 16)))),
    ("Nomor seri {} tercatat dalam inventaris.", _random16),
    ("Barcode {} pada kemasan.", lambda rng: _digits(rng, 13)),
    ("ISBN {} terbit.", lambda rng: f"978-602-{_digits(rng, 4)}-{_digits(rng, 2)}-{_digits(rng, 1)}"),
    ("Nomor resi {} sedang dikirim.", lambda rng: _digits(rng, 12)),
    ("ID pelanggan {} menunggak.", lambda rng: _digits(rng, 12)),
    ("Nomor meter {} diganti.", lambda rng: _digits(rng, 11)),
    ("Nomor rangka MHKV{} dan nomor mesin tercantum.", lambda rng: _digits(rng, 13)),
    (
        "Realisasi Rp {} pada semester pertama.",
        lambda rng: f"{rng.randrange(10**11, 10**12):,}".replace(",", "."),
    ),
    ("Zoom Meeting ID: {}", lambda rng: f"{_digits(rng, 3)} {_digits(rng, 4)} {_digits(rng, 4)}"),
    ("Surat ND-{}/PB.1/2026 sudah terbit.", lambda rng: _digits(rng, 4)),
    ("Kode barang 3.06.02.{} dihapus.", lambda rng: _digits(rng, 6)),
    ("| Kode | Nomor seri |\n| --- | --- |\n| 1 | {} |\n", _random16),
    ("| Uraian | Nomor |\n| --- | --- |\n| Virtual account | {} |\n", _random16),
    ("| Nama | Nomor peserta |\n| --- | --- |\n| Budi | {} |\n", lambda rng: _digits(rng, 16)),
    ("Daftar SP2D:\n\n- {}\n", lambda rng: _digits(rng, 15)),
    ("Nomor {} tercatat pada buku agenda.", _random16),
    ("Berkas {} disimpan.", lambda rng: _digits(rng, rng.choice((10, 12, 13, 14, 15, 18)))),
)


def trap(rng: random.Random) -> str:
    """A sentence, line or table with one number that is no identifier."""
    frame, make = rng.choice(TRAPS)
    return frame.format(make(rng))


def bare(rng: random.Random) -> str:
    """A sentence with a random sixteen-digit number and no word for what it is."""
    return f"Catatan {_random16(rng)} ada pada halaman {rng.randint(1, 90)}."
