from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.nlp.morphology import Stem, reinflect, roots, stems
from ppid_lint.nlp.voice import active_verb, passive_verb

REINFLECTED = """
    diijinkan ijin izin diizinkan; perijinannya ijin izin perizinannya; Perijinan ijin izin Perizinan;
    MENGIJINKAN ijin izin MENGIZINKAN; menterjemahkan terjemah terjemah menerjemahkan; mengkomunikasikan
    komunikasi komunikasi mengomunikasikan; mempengaruhi pengaruh pengaruh memengaruhi; mensukseskan
    sukses sukses menyukseskan; mempraktekkan praktek praktik mempraktikkan; dirubah rubah ubah diubah;
    merubah rubah ubah mengubah; menghimbau himbau imbau mengimbau; antrian antri antre antrean;
    ketrampilan trampil terampil keterampilan; berhutang hutang utang berutang; menganalisa analisa
    analisis menganalisis; menterlantarkan terlantar telantar menelantarkan; nasehat-nasehatnya nasehat
    nasihat nasihat-nasihatnya; diijinkannyalah ijin izin diizinkannyalah; mengesyahkan syah sah
    mengesahkan; disyahkan syah sah disahkan; mengkoordinir koordinir koordinasi mengoordinasi; mentaati
    taat taat menaati; pengrusakan rusak rusak perusakan; terrealisasi realisasi realisasi terealisasi;
    beresiko resiko risiko berisiko; kwitansinya kwitansi kuitansi kuitansinya
"""
UNCHANGED = """
    mengkaji kaji; mempunyai punya; mensyaratkan syarat; memproses proses; mempertanyakan tanya;
    mengetik tik; mengecek cek; mentransfer transfer; memberlakukan laku; memperbaiki baik; mempelajari
    ajar; pekerjaan kerja; perundang-undangan undang; bersama-sama sama; mengetahui tahu; menyelesaikan
    selesai; belajar ajar; mempekerjakan kerja; pembangunannya bangun; penyelenggaraan selenggara
"""
PASSIVES = """
    memeriksa diperiksa; mengirim dikirim; mengambil diambil; menulis ditulis; menilai dinilai; memasak
    dimasak; menyusun disusun; memulai dimulai; memperbaiki diperbaiki; mengecek dicek; mengumumkan
    diumumkan; mengumpulkan dikumpulkan; melaksanakan dilaksanakan; menandatangani ditandatangani;
    mengatasi diatasi; mengatakan dikatakan; merawat dirawat; memberi diberi; mendaftar didaftar;
    menyatakan dinyatakan; mengetahui diketahui; mengesahkan disahkan
"""


def entries(table: str) -> list[list[str]]:
    return [entry.split() for entry in table.split(";")]


@pytest.mark.parametrize(("word", "old", "new", "expected"), entries(REINFLECTED))
def test_reinflect(word: str, old: str, new: str, expected: str) -> None:
    assert reinflect(word, old, new) == expected


@pytest.mark.parametrize(("word", "root"), entries(UNCHANGED))
def test_standard_forms_come_back_as_they_were(word: str, root: str) -> None:
    assert root in roots(word)
    assert reinflect(word, root, root) == word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bekerjasama", "bekerja sama"),
        ("kerjasamanya", "kerja samanya"),
        ("dikerjasamakan", "dikerjasamakan"),
    ],
)
def test_roots_of_two_words(word: str, expected: str) -> None:
    assert reinflect(word, "kerjasama", "kerja sama") == expected


def test_a_form_of_the_new_root_comes_back_as_it_is() -> None:
    assert reinflect("Perubahan", "rubah", "ubah") == "Perubahan"


@pytest.mark.parametrize(
    ("word", "root"), [("memudahkan", "udah"), ("penegakan", "gak"), ("tetapi", "tapi"), ("memasak", "sak")]
)
def test_prefixes_follow_the_sounds_of_the_root(word: str, root: str) -> None:
    assert root not in roots(word)


@pytest.mark.parametrize(("word", "root"), [("perjanjian", "ijin"), ("izin", "ijin"), ("", "ijin")])
def test_no_form_of_the_root(word: str, root: str) -> None:
    assert reinflect(word, root, "izin") is None


def test_analysis_names_the_affixes() -> None:
    assert Stem("ijin", ("per",), ("an",), ("nya",)) in stems("Perijinannya")
    assert Stem("undang", ("per",), ("an",), repeated=True) in stems("perundang-undangan")
    assert stems("izin")[0] == Stem("izin")


@given(st.text(alphabet="menygpdibertkasulh-", max_size=60))
def test_any_word_is_taken_apart_quickly(word: str) -> None:
    found = stems(word)
    assert len(found) < 300
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("pemeriksaan", "memeriksa"),
        ("Penyusunan", "menyusun"),
        ("pemberian", "memberi"),
        ("penulisan", "menulis"),
        ("penandatanganan", "menandatangani"),
        ("perbaikan", None),
        ("perizinan", None),
        ("pekerjaan", None),
        ("keterangan", None),
        ("meja", None),
    ],
)
def test_active_verb(noun: str, verb: str | None) -> None:
    assert active_verb(noun, exceptions={"penandatanganan": "menandatangani"}) == verb


@pytest.mark.parametrize(
    ("active", "passive"),
    entries(PASSIVES),
)
def test_passive_verb(active: str, passive: str) -> None:
    assert passive_verb(active) == passive


def test_passive_verb_of_no_verb() -> None:
    assert passive_verb("makan") is None
    assert passive_verb("meja") is None
    assert passive_verb("membawahi", exceptions={"membawahi": "dibawahi"}) == "dibawahi"
