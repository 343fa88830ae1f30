"""Marks beside other marks, passwords in running text, and tables whose state is told beside them."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache

import pytest

from ppid_lint.config import Config
from ppid_lint.linter import Linter


@cache
def _linter() -> Linter:
    return Linter(replace(Config(), select=("restricted",)))


def _told(text: str, rule: str, name: str = "naskah.md") -> list[str]:
    """What a rule marks in a text."""
    found = _linter().check_text(text, name=name).findings
    return [text[item.span.start : item.span.end] for item in found if item.rule == f"restricted/{rule}"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Sifat : Segera dan Rahasia\nHal : Undangan", ["Rahasia"]),
        ("Sifat : Sangat Segera/Penting, Rahasia\nHal : Undangan", ["Rahasia"]),
        ("Derajat pengamanan: R (Rahasia)\n\nYth. Kepala Balai", ["R", "Rahasia"]),
        ("Klasifikasi keamanan : SR\nNomor : 12/BT/2026", ["SR"]),
        ("Laporan tim, klasifikasi: rahasia.", ["rahasia"]),
        ("Halaman 2 dari 7 | RAHASIA", ["RAHASIA"]),
        ("RAHASIA – hanya untuk Kepala Dinas\n\nIsi surat.", ["RAHASIA"]),
        ("Sifat cuti: terbatas untuk pegawai tetap", []),
        ("Status stok: terbatas", []),
        ("2. RAHASIA", []),
    ],
)
def test_a_mark_shares_its_line(text: str, marks: list[str]) -> None:
    assert _told(text, "classification-mark", "surat.txt") == marks


def test_a_line_between_dashes_is_a_mark_and_an_item_of_a_list_is_none() -> None:
    assert _told("- RAHASIA -\n\nLaporan bulanan.", "classification-mark") == ["RAHASIA"]
    assert _told("Asas pemilihan:\n\n- LANGSUNG\n- RAHASIA\n", "classification-mark") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Pakai user loket3, pass Mantap#77.", ["Mantap#77"]),
        ("Kalau lupa, kata kuncinya kancil2026 ya.", ["kancil2026"]),
        ("Sandi Wi-Fi ruang rapat: sinarpagi88", ["sinarpagi88"]),
        ("Password wifi aula lantai 2 sekarang Kenanga99, berlaku sampai Jumat.", ["Kenanga99"]),
        ("Kata sandinya sama seperti kemarin: Tirta2025!", ["Tirta2025!"]),
        ("Username dan password masing-masing perawat3 dan Kasih*Ibu9.", ["perawat3", "Kasih*Ibu9"]),
        ("Wifi tamu: DinasTamu / ngopidulu22", ["ngopidulu22"]),
        ("Login: operator/Bumi#2024", ["Bumi#2024"]),
    ],
)
def test_passwords_in_running_text(text: str, values: list[str]) -> None:
    found = _told(text, "credential")
    assert [value.rpartition("/")[2] for value in found] == values


@pytest.mark.parametrize(
    "text",
    [
        "Kata kunci: stunting, gizi, covid19, posyandu.",
        "Kata sandi bawaan wajib diubah pada 2026.",
        "Sandi dikirim ke akun warga_2026 milik masing-masing.",
        "Peserta memakai sandi 8 karakter, misalnya Ab12#xyz.",
        "Pegawai wajib mengganti kata sandi SIASN-nya tiap 90 hari.",
        "Akun: @dinas_air / @dinas_air2",
        "Wi-Fi: 2.4GHz / 5GHz",
        "Passing grade 311 poin, pass foto 4x6.",
    ],
)
def test_talk_of_passwords_tells_none(text: str) -> None:
    assert _told(text, "credential") == []


TABLE = (
    "| Jenis retribusi | Tarif kini | Usulan |\n| --- | --- | --- |\n| Sewa kios | Rp400.000 | Rp650.000 |\n"
)


def test_the_state_of_a_table_is_told_beside_it() -> None:
    closed = "\nUsulan ini belum diumumkan.\n"
    assert _told(TABLE + closed, "unreleased-policy")[:1] == ["Rp650.000"]
    far = "\n\n".join(["Rapat dibuka.", "Hadirin berdoa.", "Acara ditutup."])
    assert "Rp650.000" not in _told(f"{TABLE}\n{far}\n{closed}", "unreleased-policy")
    other = TABLE.replace("Jenis retribusi", "Nama").replace("Tarif kini", "Kini")
    assert "Rp650.000" not in _told(other + closed, "unreleased-policy")


def test_tables_cost_linear_time() -> None:
    def seconds(rows: int) -> float:
        text = TABLE + "| Sewa kios | Rp400.000 | Rp650.000 |\n" * rows
        start = time.perf_counter()
        _linter().check_text(text, name="naskah.md")
        return time.perf_counter() - start

    seconds(200)
    assert seconds(2000) < 25 * max(seconds(200), 0.02)


def test_a_list_is_closed_by_what_points_back_to_it() -> None:
    listed = "- Retribusi terminal dari Rp3.000 jadi Rp7.500\n- Penataan kios dilanjutkan\n\n"
    told = "Retribusi terminal dari Rp3.000 jadi Rp7.500"
    assert _told(f"{listed}Poin pertama jangan disebarkan dulu.\n", "unreleased-policy") == [told]
    assert _told(f"{listed}Warga menyambut baik.\n", "unreleased-policy") == []


def test_of_a_long_sentence_the_clauses_that_tell_it_are_marked() -> None:
    told = "tarif parkir direncanakan naik 20 persen mulai 1 Mei 2027"
    before = (
        "Rapat yang dihadiri camat, lurah, ketua rukun warga, dan wakil paguyuban itu membahas kebersihan"
    )
    after = "sedangkan perbaikan trotoar, penanaman pohon, dan pengecatan pagar dilanjutkan tahun ini juga"
    assert _told(f"{before}; {told}; {after}.", "unreleased-policy") == [told]


def test_a_password_before_its_label() -> None:
    assert _told("Zoom ID 883 4421 9067, Tegal77 kata sandinya.", "credential") == ["Tegal77"]
    assert _told("Warga kelas7B lupa kata sandi.", "credential") == []


def test_what_is_let_slip_frames_the_rest_of_its_paragraph() -> None:
    told = "Retribusi los dijadikan Rp9.000 per hari"
    start = "Kepala bidang kelepasan bicara. Pasar sedang ramai. Pedagang menyimak. "
    assert _told(f"{start}{told}.", "unreleased-policy") == [told]
    assert _told(f"Kepala bidang berpidato. Pasar sedang ramai. {told}.", "unreleased-policy") == []
    assert _told(f"{start}\n\n{told}.", "unreleased-policy") == []


def test_the_heading_of_a_seminar_closes_nothing() -> None:
    told = "Kompi senapan di pulau terdepan kini berkekuatan 64 orang"
    assert _told(f"# Pelatihan Juru Masak\n\n{told}.", "defence-security") == [told]
    assert _told(f"# Informasi yang Dikecualikan\n\n{told}.", "defence-security") == []


def test_a_sentence_that_only_points_back_is_no_statement_of_its_own() -> None:
    first = "Resep sambal PT Dapur Lembah: 40 persen cabai, 12 persen gula"
    assert _told(f"{first}. Resep itu dirahasiakan.", "trade-secret") == [first]
