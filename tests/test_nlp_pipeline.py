from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_lint.nlp.pipeline import pipeline
from ppid_lint.nlp.sentences import sentence_spans


def tokens(text: str) -> list[str]:
    return [token.text for token in pipeline()(text)]


WHOLE = """
    anak-anak undang-undangnya KTP-nya e-KTP ke-2 non-ASN dan/atau 123/PMK.06/2020 150-991 0812-3456-7890
    Rp50.000,00 M.Kes. S.H. Dr. No. a.n. s.d. dll. Jl. pasca-COVID-19 1990-an R.A. 09.00 5/2/2025
    www.contoh.example/a?b=1 ppid@contoh.example https://contoh.example/x
"""


@pytest.mark.parametrize("word", WHOLE.split())
def test_stays_one_token(word: str) -> None:
    assert tokens(f"Ini {word} itu") == ["Ini", word, "itu"]


def test_marks_stand_alone() -> None:
    assert tokens("(Budi, M.Kes., hadir; “ya”?)") == [
        *("(", "Budi", ",", "M.Kes.", ",", "hadir", ";", "“", "ya", "”", "?", ")")
    ]
    assert tokens("09.00–15.00 WIB.") == ["09.00", "–", "15.00", "WIB", "."]
    assert tokens("KTP,KK 92,5%") == ["KTP", ",", "KK", "92,5", "%"]


def test_sentences_are_those_of_the_rules() -> None:
    text = "Dr. Budi hadir. Pasal 17 huruf a. Setiap orang berhak.  “Siap,” ujarnya. Selesai.Peserta pulang."
    found = [(sent.start_char, sent.text.strip()) for sent in pipeline()(text).sents]
    assert found == [(start, text[start:end]) for start, end in sentence_spans(text)]


def test_numbers() -> None:
    document = pipeline()("seribu orang ke-2 COVID-19 150-991 kedua")
    assert [token.text for token in document if token.like_num] == ["seribu", "ke-2", "kedua"]


@settings(deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="aB1 .,-/“”()\n\tDr", max_size=60))
def test_tokens_join_to_the_text(text: str) -> None:
    document = pipeline()(text)
    assert document.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in document)


@pytest.mark.parametrize(
    "piece", [".", '"', '".', "(", "([", "a(", "a.", "a@b.", '"a', ",-", "…", "-", " ", ". "]
)
def test_linear_on_hostile_text(piece: str) -> None:
    text = piece * (300_000 // len(piece)) + "@"
    started = time.perf_counter()
    assert pipeline()(text).text == text
    assert time.perf_counter() - started < 3


def test_threads_share_the_pipeline() -> None:
    texts = [
        f"Dr. Budi menerima {number} surat a.n. Bupati. Rapat ke-{number} usai." for number in range(300)
    ]
    alone = [tokens(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(tokens, texts)) == alone


def test_spacy_is_loaded_only_with_the_pipeline() -> None:
    code = (
        "import sys, ppid_lint.nlp, ppid_lint.nlp.sentences, ppid_lint.nlp.readability, ppid_lint.nlp.voice;"
        "import ppid_lint.nlp.language, ppid_lint.nlp.morphology; sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_building_is_quick() -> None:
    code = (
        "import spacy, time; started = time.perf_counter();"
        "from ppid_lint.nlp.pipeline import pipeline; pipeline(); print(time.perf_counter() - started)"
    )
    runs = [float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(3)]
    assert min(runs) < 0.25  # some 0.04 s alone on a core
