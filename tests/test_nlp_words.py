from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.nlp.language import vote
from ppid_lint.nlp.numerals import like_num
from ppid_lint.nlp.readability import band, costliest, measure, size_of
from ppid_lint.nlp.syllables import count_syllables
from ppid_lint.nlp.words import count_words, word_spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anak-anak dan/atau orang tua.", ["Anak-anak", "dan/atau", "orang", "tua"]),
        ("“Rp50.000,00,” (ujarnya) – ya!", ["Rp50.000,00", "ujarnya", "ya"]),
        ("a.n. Bupati, 123/PMK.06/2020;", ["a.n", "Bupati", "123/PMK.06/2020"]),
        ("... -- / & •", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert [text[start:end] for start, end in word_spans(text)] == expected
    assert count_words(text) == len(expected)


@given(st.text())
def test_a_word_is_a_token_with_a_letter_or_digit(text: str) -> None:
    assert count_words(text) == sum(any(mark.isalnum() for mark in token) for token in text.split())


@pytest.mark.parametrize("piece", [".", "a.", "a", "-a", "_", "a" + "." * 50])
def test_words_take_linear_time(piece: str) -> None:
    started = time.perf_counter()
    count_words("a" + piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - started < 3


SYLLABLES = """
    pantai 2, pulau 2, survei 2, baik 2, laut 2, main 2, saudara 3, audit 2, haus 2, lautan 3, kepulauan
    4, penyelesaian 5, penilaian 4, memulai 3, menandai 4, menyukai 4, memakai 3, nilainya 3, kemauan 4,
    maupun 3, pemantauan 4, keuangan 4, daerah 3, kualitas 4, anak-anak 4, mengetahui 5, keterbukaan 5,
    mau 2, dinilai 3, sesuai 3, pegawainya 4, bagaimana 4, restaurasi 4, dan 1, KTP 3, ASN 3, BPJS 4,
    KTP-nya 4, 2024 3, 5 1, pemerintah 4, danau 2, tahun 2, ppid@contoh.example 3, www.contoh.example 3,
    PENGUMUMAN 4
"""


@pytest.mark.parametrize("entry", SYLLABLES.split(","))
def test_syllables(entry: str) -> None:
    word, count = entry.split()
    assert count_syllables(word) == int(count)


@given(st.text(max_size=40))
def test_every_word_has_a_syllable(word: str) -> None:
    assert count_syllables(word) >= 1


def test_measures_of_a_small_text() -> None:
    found = measure(map(size_of, ["“Kami membuka – layanan.”", "...", "Informasi" + " dan" * 26]))
    assert (found.words, found.sentences, found.longest_sentence) == (30, 2, 27)
    assert found.words_per_sentence == 15
    assert found.long_sentence_share == 0.5
    assert found.long_word_share == pytest.approx(1 / 30)
    assert found.syllables_per_word == pytest.approx((2 + 3 + 3 + 4 + 26) / 30)
    assert found.score == pytest.approx(-13.988 + 0.3793 * 15 + 0.0207 * 300 * 38 / 30)


def test_no_words_measure_nothing() -> None:
    assert measure([]) == measure([size_of("")]) == measure([size_of("– •")])
    assert measure([]).score == 0
    assert costliest([]) == ()


@pytest.mark.parametrize(
    ("score", "name"),
    [(8.7, "easy"), (8.71, "medium"), (11.3, "medium"), (13.5, "hard"), (13.6, "very-hard")],
)
def test_bands(score: float, name: str) -> None:
    assert band(score) == name


def test_costliest_sentence_is_the_long_and_heavy_one() -> None:
    sentences = ["Loket buka.", "penyelenggaraan " * 30, "Antrean tertib.", "penyelenggaraan " * 20]
    text = [size_of(sentence) for sentence in sentences]
    costs = costliest(text, count=2)
    assert [cost.sentence for cost in costs] == [1, 3]
    without = [sentence for index, sentence in enumerate(text) if index != 1]
    assert costs[0].cost == pytest.approx(measure(text).score - measure(without).score)


INDONESIAN = (
    "Permohonan informasi diajukan kepada petugas dan dijawab paling lambat dalam sepuluh hari kerja. "
)
ENGLISH = "The request is sent to the officer and will be answered within ten working days at the latest. "


def test_vote() -> None:
    assert vote(INDONESIAN * 2) == "id"
    assert vote(ENGLISH * 2) == "en"
    assert vote(ENGLISH) == "id"  # under twenty words
    assert vote("Kabupaten " * 30) == "id"  # a tie
    assert vote(INDONESIAN * 3 + ENGLISH) == "id"


NUMBERS = "ke-2 seratus seribu kedua puluhan 1.250 12,5 3/4 -5 09.00 ke-III 92,5% ½"
NO_NUMBERS = "COVID-19 150-991 a-1 kesatuan ke kepala satunya"


@pytest.mark.parametrize("word", NUMBERS.split())
def test_numbers(word: str) -> None:
    assert like_num(word)


@pytest.mark.parametrize("word", NO_NUMBERS.split())
def test_not_numbers(word: str) -> None:
    assert not like_num(word)


def test_only_the_pipeline_needs_spacy() -> None:
    folder = Path(__file__).parents[1] / "src" / "ppid_lint" / "nlp"
    users = [
        path.name
        for path in folder.glob("*.py")
        if "import spacy" in (code := path.read_text()) or "from spacy" in code
    ]
    assert users == ["pipeline.py"]
