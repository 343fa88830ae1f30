from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp_gold
from ppid_lint.nlp.sentences import sentence_spans


def starts(text: str) -> list[int]:
    return [span.start for span in sentence_spans(text)]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Budi Hartono, S.H., M.H., M.Kes. hadir",
        "Plt. Kepala Dinas, Drs. H. Ir. Slamet, M.Si. NIP. 1970",
        "Surat a.n. Bupati, u.b. Sekretaris, s.d. Jumat",
        "Kantor di Jl. Melati No. 5 RT. 01/RW. 02 Kel. Suka Kec. Maju",
        "Buku, pena, dsb. dibagikan",
        "pukul 09.00 di Gd. B Lt. 2 biaya Rp. 50.000,00",
        "PT. Sinar dan CV. Karya",
        "oleh B. J. Santosa dan R.A. Kusuma",
        "“Kami siap.” ujarnya",
        "“Siap?” Ujar Camat",
        "“Kapan selesai?” tanya warga",
        "Syarat berikut: 1. KTP 2. KK 3. Akta",
        "1. Fotokopi KTP",
        "a. Mengisi formulir",
        "IV. Penutup",
        "Tabel 3. Jumlah Pemohon",
        "Alur (Lihat Pasal 5. Ayat 2) berlaku",
        "Mengisi formulir; Menyerahkan berkas; Membayar",
        "NIK: ........ Nama: ......",
    ],
)
def test_stays_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "marked",
    [
        "Pasal 17 ayat (1) huruf a.|Setiap orang berhak.",
        "Ada KTP, KK, dll.|Semua gratis.",
        "Tutup pukul 15.00 WIB.|Loket buka lagi Senin.",
        "Ada 25.|Semua hadir.",
        "Hadir Budi, S.H.|Ia berpidato.",
        "Lihat www.contoh.example.|Surel: a@contoh.example.|e-KTP gratis.",
        "Ia berkata, “Kami siap.”|Rapat usai.",
        "(Baca juga panduan.)|Panitia siap.",
        "Benar?!|Ya.",
        "Hujan turun...|Jalan tergenang.",
        "Gratis.|Syarat-syaratnya:",
        "Saham PT Bumi Tbk.|Nilainya naik.",
        "Tahun 395 M.|Kerajaan berdiri.",
        "Satu.\n\nDua",
    ],
)
def test_ends_at_bars(marked: str) -> None:
    assert sentences(marked.replace("|", " ")) == marked.replace("\n\n", "|").split("|")


def test_missing_space_after_a_stop_still_ends() -> None:
    assert sentences("Formulir diisi.Petugas memeriksa.") == ["Formulir diisi.", "Petugas memeriksa."]


@pytest.mark.parametrize(("half", "least"), [("tuning", 0.98), ("test", 0.95)])
def test_own_gold(half: str, least: float) -> None:
    assert nlp_gold.f_score(nlp_gold.own(half), starts) >= least


def test_gold_is_large_enough() -> None:
    halves = nlp_gold.own("tuning"), nlp_gold.own("test")
    assert sum(map(len, halves)) >= 160
    assert not {text for text, _ in halves[0]} & {text for text, _ in halves[1]}


@pytest.mark.skipif(not nlp_gold.REALDOCS.is_dir(), reason="published pages are not in ../shared/realdocs")
def test_published_gold() -> None:
    paragraphs = list(nlp_gold.published())
    assert sum(len(borders) for _, borders in paragraphs) >= 100
    assert nlp_gold.f_score(paragraphs, starts) >= 0.94


@given(st.text() | st.text(alphabet='aB1 .?!…,:;"“”()[]\n\tDr', max_size=80))
def test_spans_are_ordered_and_cover_all_but_space(text: str) -> None:
    spans = sentence_spans(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end
        assert not text[end : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "piece",
    [".", ". ", '"', '".', "(", "([", ". (", "A. ", "1. ", "\n", "\n\n\x0b", " ", "a.B", "(a. B) "],
)
def test_linear_on_hostile_text(piece: str) -> None:
    text = piece * (1_000_000 // len(piece)) + "x"
    started = time.perf_counter()
    spans = sentence_spans(text)
    assert time.perf_counter() - started < 6
    assert spans[-1].end == len(text)
