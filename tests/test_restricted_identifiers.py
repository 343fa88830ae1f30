"""Identifiers in drafts: found under every kind of label, silent on other numbers, never shown again."""

from __future__ import annotations

import pickle
import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from identifier_cases import CLEAN as MORE_CLEAN
from identifier_cases import MARKED as MORE_MARKED
from identifier_drafts import FRAMES, KINDS, Frame, Made, bare, labelled, trap
from ppid_lint import Linter
from ppid_lint.config import Config
from ppid_lint.examples import unmark
from ppid_lint.finding import Finding, Severity
from ppid_lint.report import Report
from ppid_lint.reporters import json_v1, text

LINTER = Linter(Config(select=("restricted",)))
TRAPS_IN_TEST = 3_000


# Rules of numbers and secrets; those of people and of papers have tests of their own.
RULES = {
    *KINDS,
    "restricted/credential",
    "restricted/internal-network",
    "restricted/precise-location",
    "restricted/vehicle-plate",
}


def found(draft: str, name: str = "a.md") -> list[Finding]:
    return [finding for finding in LINTER.check_text(draft, name=name).findings if finding.rule in RULES]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.__name__.strip("_"))
@pytest.mark.parametrize("rule", KINDS)
def test_labelled_identifiers_are_found_in_every_frame(rule: str, frame: Frame) -> None:
    draft = labelled(random.Random(f"{rule} {frame.__name__}"), rule, frame)
    places = {
        draft.text[item.span.start : item.span.end]
        for item in found(draft.text, draft.name)
        if item.rule == rule
    }
    assert set(draft.values) <= places


def test_trap_numbers_raise_no_alarm() -> None:
    rng = random.Random(7)
    traps = [trap(rng) for _ in range(TRAPS_IN_TEST)]
    alarms = [
        (item.rule, draft)
        for draft in ("\n\n".join(traps[at : at + 60]) for at in range(0, TRAPS_IN_TEST, 60))
        for item in found(draft)
    ]
    assert alarms == []


def test_bare_numbers_seldom_raise_an_alarm() -> None:
    rng = random.Random(7)
    draft = "\n\n".join(bare(rng) for _ in range(TRAPS_IN_TEST))
    assert len(found(draft)) <= TRAPS_IN_TEST // 1000


MARKED = [
    "Nama: Budi; NIK: [[3573012309780004]]; KK: [[3573010203080017]]; Rek BRI: [[005101034567508]]",
    "Nomor Induk Kependudukan (NIK) : [[3573012309780004]]",
    "NIK/No. KTP: [[3573019909780004]]",
    "NIK:\n[[3573 0123\n0978 0004]]",
    "NIK suami/istri: [[3573012309780004]]/[[3573016309780007]]",
    "Kepala Layanan Umum, Budi Santoso, [[3573012309780004]], hadir.",
    "Password: [[Rain2026!]].",
    "user/pass: [[admin/Adm1n#24]]",
    "[unduh](https://data.contoh.go.id/cek?nik=[[3573012309780004]])",
    "Berkas `ktp_[[3573012309780004]].pdf` hilang.",
    "NIK [[3573019909780004]] salah ketik; angka [[3573019909780004]] tetap milik orang.",
    "NPWP/NIK: [[3573012309780004]]",
    "NITKU [[0925429434070000000001]]",
    "Transfer ke rekening Bank Mandiri [[144-00-1772908-6]] a.n. Kurniawan.",
    "Uang dikirim ke BCA [[4681107723]] (Sugiono).",
    "Pembina Tk. I, NIP. [[19690725.199403.1.002]]",
    "Letkol Inf Budi, NRP [[11980012340576]]",
    "Akta Cerai Nomor [[0123/AC/2019/PA.Mlg]] milik Rina.",
    "Pelaku mengendarai motor [[N 4417 YB]].",
    "Password Wi-Fi tamu adalah [[Tamu#2024]].",
    "PIN ATM saya [[482913]]",
    "DB_PASSWORD=[[s3cr3tXyz]]",
    '"password": "[[hunter2]]",',
    "Sandi masuk rapat: [[abc123]]",
    "Kirim ke https://admin:[[pintu77]]@intranet.contoh.go.id/x",
    "Gateway [[10.0.0.1]] pada jaringan [[10.0.0.0/24]].",
    "Lokasi gudang amunisi: [[-7.912044, 112.598310]]",
]


@pytest.mark.parametrize("marked", MARKED)
def test_values_are_found_at_their_place(marked: str) -> None:
    draft, spans = unmark(marked)
    assert sorted(finding.span for finding in found(draft)) == list(spans)


@pytest.mark.parametrize(("name", "marked"), MORE_MARKED)
def test_values_are_found_however_they_are_written(name: str, marked: str) -> None:
    draft, spans = unmark(marked)
    assert sorted(finding.span for finding in found(draft, name)) == list(spans)


BROKEN = """NIK:
[[3573 0123]]
[[0978 0004]]

Nomor KK: [[35730102]]
[[03080017]]

Pemohon dengan NIK [[3573 0123]]
[[0978 0012]] hadir kemarin.

Nomor:
1234 5678
9012 3456
"""


def test_a_number_that_lines_break_is_found_in_parts() -> None:
    draft, spans = unmark(BROKEN)
    bars = [edit.span for finding in found(draft, "a.txt") for edit in finding.fixes[0].edits]
    assert sorted(bars) == list(spans)


CLEAN = [
    "NIK ditutup: 3573********0004.",
    "Pemilik NIK berakhiran 0004 dapat hadir.",
    "Uang jaminan disetor ke rekening BNI 0471926633.",
    "Transfer ke Bank Jatim 0011223344 atas nama PT Maju Jaya.",
    "Rekening tujuan: Bank BNI 0471926633, atas nama RPL KPKNL Malang.",
    "Bank Mandiri, periode 2023-2024, dari 01-01-2024 sampai 31-12-2024.",
    "BRI mencatat laba Rp 12.345.678.901 pada 2025.",
    "Hubungi call center BRI 02157987400.",
    "Bank: BNI\n\nNo. Rekening: 0471926633\n\nAtas nama: RPL KPKNL Malang",
    "| Uraian | Isi |\n|---|---|\n| Rekening | 0471926633 |\n| Atas nama | RPL KPKNL Malang |\n",
    "Rekening listrik 512345678901 menunggak.",
    "Kode verifikasi dokumen: A1B2C3D4",
    "Password: Terlampir",
    "PIN 2026 dimulai besok.",
    "NPWP: 00.000.000.0-000.000",
    "| Nama Penyedia | NPWP | Nilai |\n|---|---|---|\n| PT A | 09.254.294.3-407.000 | Rp5 |\n",
    "Kata kunci: pelayanan publik, keterbukaan informasi",
    "Kata sandi harus terdiri atas delapan karakter.",
    "Kata sandi: [kata sandi]",
    "Gunakan password yang kuat: kombinasi huruf dan angka.",
    "Lupa password? Buka https://sso.contoh.go.id/reset",
    "Masukkan PIN 6 digit Anda.",
    "Token listrik 1234 5678 9012 3456 7890",
    "Sandiaga: saya siap. Sandi: saya juga siap.",
    "Kode rekening 5.1.02.01 dan 10.1.2.3 pada DPA.",
    "Lihat berkas main.local dan app.py.",
    "Nomor perkara 123/Pid.B/2024/PN Mlg diputus.",
    "INV-3573012309780004 lunas.",
    "Set data 3273014507890001-dataset-v2 tersedia.",
    "Mobil berpelat B 1234 PQR dilelang.",
]


@pytest.mark.parametrize("draft", CLEAN)
def test_what_only_looks_alike_is_clean(draft: str) -> None:
    assert found(draft) == []


@pytest.mark.parametrize(("name", "draft"), MORE_CLEAN)
def test_other_numbers_and_words_are_clean(name: str, draft: str) -> None:
    assert found(draft, name) == []


def test_an_open_meeting_makes_its_passcode_a_warning() -> None:
    passcode = "Webinar ini terbuka untuk umum.\n\nMeeting ID 882 1904 7716, passcode: HujanKu1\n"
    assert [finding.severity for finding in found(passcode)] == [Severity.WARNING]
    assert [finding.severity for finding in found(passcode[30:])] == [Severity.ERROR]


def test_five_people_are_bulk_and_four_are_not() -> None:
    rng = random.Random(3)
    rows = [f"| {name} | {KINDS['restricted/nik'][1](rng)} |\n" for name in "ABCDE"]
    head = "| Nama | NIK |\n| --- | --- |\n"
    many = LINTER.check_text(head + "".join(rows)).findings
    few = LINTER.check_text(head + "".join(rows[:4])).findings
    bulk = [finding for finding in many if finding.rule == "restricted/bulk-personal-data"]
    first = min(finding.span for finding in many if finding.rule == "restricted/nik")
    assert [finding.span for finding in bulk] == [first]
    assert "5" in bulk[0].message
    assert all(finding.rule == "restricted/nik" for finding in few)
    assert len(many) == 6


def test_one_person_with_many_numbers_is_not_bulk() -> None:
    lines = ["NIK: 3573012309780004", "No. KK: 3573010203080017", "Paspor: C4719036", "SIM A: 950613220418"]
    draft = "\n\n".join([*lines, "BPJS: 0001284490317", "Rekening BNI: 0471926633"])
    rules = {finding.rule for finding in LINTER.check_text(draft).findings}
    assert "restricted/bulk-personal-data" not in rules
    assert len(rules) == 6


def test_every_table_that_is_bulk_is_told() -> None:
    rng = random.Random(4)
    tables = [
        "| Nama | NIK |\n| --- | --- |\n"
        + "".join(f"| {name} | {KINDS['restricted/nik'][1](rng)} |\n" for name in "ABCDEF")
        for _ in range(2)
    ]
    findings = LINTER.check_text("\n\nTeks.\n\n".join(tables)).findings
    assert sum(finding.rule == "restricted/bulk-personal-data" for finding in findings) == 2


DRAFTS = st.builds(
    lambda seed, rule, frame: labelled(random.Random(seed), rule, frame),
    st.integers(0, 10_000),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(FRAMES),
)
SECRETS = st.text("abcdefghkmnpqrstuvwxyzABCDEFGHJKLMN#!23456789", min_size=9, max_size=16).map("Aa1".__add__)
RUN = 5  # digits in a row that would help to guess a number


@settings(max_examples=60, deadline=None, derandomize=True)
@given(draft=DRAFTS, secret=SECRETS)
def test_no_output_gives_a_value_away(draft: Made, secret: str) -> None:
    name, source, values = draft
    source += f"\n\n<p>Kata sandi: {secret}</p>\n" if name.endswith("html") else f"\n\nKata sandi: {secret}\n"
    report = LINTER.check_text(source, name=name)
    assert report.findings
    shown = _outputs(report)
    for value in values:
        digits = re.sub(r"\D", "", value)
        assert value not in shown
        assert not any(digits[at : at + RUN] in shown for at in range(len(digits) - RUN + 1))
    assert secret not in shown


def _outputs(report: Report) -> str:
    """Everything a run can print, log or hand to another process, without hashes and law numbers."""
    parts = [
        report.model_dump_json(),
        json_v1.render([report], version="0", rules_digest=""),
        text.render([report], verbose=True),
        text.render([report], verbose=True, language="en"),
        *map(repr, report.findings),
        repr(report.findings),
        pickle.dumps(report).decode("latin-1"),
    ]
    whole = "\n".join(parts)
    for finding in report.findings:
        whole = whole.replace(finding.fingerprint, "")
    return whole


@pytest.mark.parametrize("glue", ["\n\n", " "], ids=["paragraphs", "one line"])
def test_a_long_draft_takes_time_in_proportion(glue: str) -> None:
    rng = random.Random(5)
    short = glue.join(f"{trap(rng)} NIK {KINDS['restricted/nik'][1](rng)}" for _ in range(300)) + glue
    assert _seconds(short * 6) < max(_seconds(short), 0.05) * 6 * 4


def _seconds(draft: str) -> float:
    start = time.perf_counter()
    LINTER.check_text(draft, name="a.md")
    return time.perf_counter() - start


def test_a_number_is_found_over_a_line_end_behind_a_longer_label() -> None:
    text = "NIK kepala        : 3305200103630012\r\nNIK istri         : 33052045\r\n                    08670003\r\n"
    spans = [text[f.span.start : f.span.end] for f in LINTER.check_text(text, name="a.txt").findings]
    assert spans[0] == "3305200103630012"
    assert "".join("".join(spans[1:]).split()) == "3305204508670003"
