"""What public bodies keep closed: marks, memos, drafts, plans, cases, forces, positions, secrets."""

from __future__ import annotations

import json
import runpy
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from office_files import docx, paragraph
from ppid_lint.catalog import load_rules
from ppid_lint.compiled import rules_folder
from ppid_lint.config import Config
from ppid_lint.finding import Finding
from ppid_lint.linter import Linter
from ppid_lint.matchers.excused import is_form
from ppid_lint.rule import Rule

ROOT = Path(__file__).parents[1]
RULES = load_rules([rules_folder()])
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "build_coverage.py"))

INSTITUTIONAL = (
    "classification-mark",
    "internal-memo",
    "investigation",
    "trade-secret",
    "defence-security",
    "natural-wealth",
    "unreleased-policy",
    "foreign-relations",
    "private-deed",
    "audit-draft",
    "procurement",
    "tax-secrecy",
    "bank-secrecy",
    "hidden-content",
)


@cache
def _linter() -> Linter:
    return Linter(replace(Config(), select=("restricted",)))


def _findings(text: str, name: str = "naskah.md") -> list[Finding]:
    return list(_linter().check_text(text, name=name).findings)


def _told(text: str, rule: str, name: str = "naskah.md") -> list[str]:
    """What a rule marks in a text."""
    found = _findings(text, name)
    return [text[item.span.start : item.span.end] for item in found if item.rule == f"restricted/{rule}"]


@pytest.mark.parametrize(
    ("name", "text", "marks"),
    [
        ("a.txt", "SANGAT RAHASIA\r\n\r\nLaporan untuk pimpinan.\r\n", ["SANGAT RAHASIA"]),
        ("a.txt", "R A H A S I A\n\nYth. Kepala Biro", ["R A H A S I A"]),
        ("a.txt", "Nomor  : SR-7/BT.2/2026\nSifat  : Segera / Rahasia", ["SR-7/BT.2/2026", "Rahasia"]),
        ("a.txt", "Nomor : R/45/VI/2026/Reskrim", ["R/45/VI/2026/Reskrim"]),
        ("a.md", "**DOKUMEN NEGARA – RAHASIA**\n\nIsi.", ["RAHASIA"]),
        ("a.md", "Tingkat kerahasiaan: **terbatas**", ["terbatas"]),
        ("a.md", "| Hal | Rapat |\n| --- | --- |\n| Sifat | Rahasia |", ["Rahasia"]),
        ("a.html", "<table><tr><td>Klasifikasi</td><td>:</td><td>TERBATAS</td></tr></table>", ["TERBATAS"]),
        ("a.html", "<header>CONFIDENTIAL</header><p>Isi.</p>", ["CONFIDENTIAL"]),
    ],
)
def test_marks_in_their_forms(name: str, text: str, marks: list[str]) -> None:
    assert _told(text, "classification-mark", name) == marks


@pytest.mark.parametrize(
    "text",
    [
        "PERSEROAN TERBATAS",
        "KUOTA\nTERBATAS",
        "TERBATAS UNTUK 50 PESERTA",
        "Kelas: Terbatas untuk 20 anak",
        "Sifat: Penting\n\nSifat: Terbuka",
        "# Rahasia Sukses",
        "Asas LUBER (Langsung, Umum, Bebas, RAHASIA)",
        "- Sangat Rahasia\n- Rahasia\n- Terbatas",
        "Nomor: S-19/BS.1/2026",
        "| Informasi | Sifat |\n| --- | --- |\n| Denah | RAHASIA |\n| Agenda | TERBUKA |",
    ],
)
def test_the_same_words_are_no_marks(text: str) -> None:
    for name in ("a.md", "a.txt"):
        assert _told(text, "classification-mark", name) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("unreleased-policy", "Tarif bus akan naik jadi Rp6.000. Angka ini belum diumumkan."),
        ("unreleased-policy", "# Bahan Rapat Tertutup\n\n- Cukai gula akan dinaikkan bertahap."),
        ("unreleased-policy", "Yang berikut belum boleh disebarkan:\n\n- Tarif parkir akan dinaikkan."),
        ("unreleased-policy", "<ul><li>Bunga kredit daerah turun 2 persen, belum diumumkan</li></ul>"),
        ("natural-wealth", "Kadar emas di blok Tumpang 11 gram per ton. Mohon tidak disebarkan."),
        ("procurement", "Calon pemenang ialah PT Surya Lembah."),
        ("investigation", "Target operasi berikutnya: bandar di Kampung Dalam"),
        ("foreign-relations", "# Perundingan batas laut\n\nGaris merah kita adalah titik 17."),
        ("audit-draft", "Konsep LHP Inspektorat memuat sebelas temuan."),
        ("defence-security", "Kekuatan Kodim: 210 prajurit, 3 panser, 12 truk."),
    ],
)
def test_statements_and_what_speaks_for_them(rule: str, text: str) -> None:
    name = "a.html" if text.startswith("<") else "a.md"
    assert len(_told(text, rule, name)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Tarif bus akan naik jadi Rp6.000. Tarif itu telah ditetapkan dengan Perda 3/2026.",
        "Kenaikan cukai diumumkan Menteri Keuangan kemarin.",
        "Tarif air naik 5 persen sesuai Perda Nomor 4 Tahun 2026.",
        "Bupati menyampaikan rencana kenaikan pajak kepada DPRD dalam rapat paripurna.",
        "Polisi telah menangkap pelaku, kata Kapolres dalam konferensi pers.",
        "Sebanyak 40 prajurit membersihkan sungai bersama warga.",
        "Total HPS Rp2 miliar. Pemenang diumumkan 3 Mei.",
        "Laporan hasil pemeriksaan BPK telah diserahkan kepada DPRD.",
        "Menteri luar negeri kedua negara menerbitkan pernyataan bersama.",
        "Memorandum of Understanding nomor 12/MOU/2026 ditandatangani.",
        "SE-9/MK.1/2026, KEP-4/PB/2026, PENG-2/PB/2026, dan UND-19/BS.1/2026 terbuka.",
    ],
)
def test_what_is_public_is_left_alone(text: str) -> None:
    assert [item.rule for item in _findings(text)] == []


EXCLUDED = (
    "Rencana awal perubahan tarif pajak",
    "Rencana penyidikan dan identitas informan",
    "Jumlah prajurit dan denah gudang senjata",
    "Rincian HPS dan penawaran sebelum pemenang ditetapkan",
    "Kertas kerja pemeriksaan",
    "Posisi runding dan kawat diplomatik",
    "Formula yang belum dipatenkan",
    "Data seismik yang belum diumumkan",
    "Simpanan nasabah dan SPT wajib pajak",
)


@pytest.mark.parametrize("kind", EXCLUDED)
def test_kinds_of_information_are_no_information(kind: str) -> None:
    """Judgement 18: lists of excluded information, quoted law and forms are clean."""
    table = f"| Informasi yang dikecualikan | Dasar hukum |\n| --- | --- |\n| {kind} | Pasal 17 |"
    head = "<tr><th>Jenis informasi</th><th>Konsekuensi</th></tr>"
    markup = f"<table>{head}<tr><td>{kind}</td><td>…</td></tr></table>"
    listed = f"## Daftar Informasi yang Dikecualikan\n\n1. {kind}"
    quoted = f"{kind} termasuk informasi yang dikecualikan menurut Pasal 17 UU 14/2008."
    for text, name in ((table, "a.md"), (markup, "a.html"), (listed, "a.md"), (quoted, "a.txt")):
        assert [item.rule for item in _findings(text, name)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>Isi.</p><!-- tunggu kabar Pak Arif -->", 1),
        ("<p>Isi.</p><div hidden>Dana dari pos perjalanan</div>", 1),
        ("<p>Isi.</p><!-- Page Title -->", 0),
        ('<p>Isi.</p><!-- wp:paragraph {"align":"left"} -->', 0),
        ("<p>Isi.</p><!-- ======= bagian kolom kanan ======= -->", 0),
        ('<meta name="description" content="Layanan air untuk semua warga kota"><p>Isi.</p>', 0),
        ('<!-- ppid-lint: allow restricted/nik reason="sudah dinilai PPID" --><p>Isi.</p>', 0),
    ],
)
def test_hidden_text_that_says_something(text: str, found: int) -> None:
    assert len(_told(text, "hidden-content", "a.html")) == found


def test_a_value_inside_a_statement_keeps_its_own_finding() -> None:
    text = "Penyidik akan menggeledah rumah Slamet, NIK 3573012309780004, pada Jumat."
    assert {item.rule for item in _findings(text)} >= {"restricted/nik", "restricted/investigation"}


def test_a_sentence_gives_way_to_a_value_of_its_own_rule() -> None:
    text = "PT Sentosa Lembah menunggak PPN masa Mei sebesar Rp812 juta."
    assert _told(text, "tax-secrecy") == ["menunggak PPN masa Mei sebesar Rp812 juta"]


def test_a_column_is_closed_only_beside_a_firm() -> None:
    table = "| Wajib pajak | Tunggakan |\n| --- | --- |\n| {} | Rp210.000.000 |\n"
    assert _told(table.format("PT Sentosa Lembah"), "tax-secrecy") == ["Rp210.000.000"]
    assert _told(table.format("Seluruh kecamatan"), "tax-secrecy") == []


def test_a_rule_says_a_thing_of_a_place_once() -> None:
    text = "Saham dan lahan BUMD akan dijual 40 persen, 3 hektare, belum diumumkan."
    assert len(_told(text, "unreleased-policy")) == 1


@pytest.mark.parametrize(
    ("word", "root", "is_one"),
    [
        ("disita", "sita", True),
        ("universitas", "sita", False),
        ("mempersenjatai", "senjata", True),
        ("penempatannya", "nempat", True),
        ("televisi", "isi", False),
        ("mengisi", "isi", True),
        ("berikut", "beri", False),
        ("Geser-geser", "geser", True),
        ("berkekuatan", "kuat", True),
    ],
)
def test_a_root_counts_among_affixes_alone(word: str, root: str, is_one: bool) -> None:
    start = word.lower().index(root)
    assert is_form(f"Kata {word} itu.", 5 + start, 5 + start + len(root)) == is_one


def test_no_report_shows_a_statement() -> None:
    text = "Cadangan nikel Lamu 2,3 juta ton, belum diumumkan.\n\nTarif air direncanakan naik 15 persen."
    told = json.dumps([[item.message, item.excerpt.text] for item in _findings(text)])
    assert "Lamu" not in told
    assert "15 persen" not in told


def test_a_title_makes_the_paper_internal_a_cited_number_does_not() -> None:
    paper = {item.rule: item.internal for item in _findings("# NOTA DINAS\n\nMohon arahan.")}
    cited = {item.rule: item.internal for item in _findings("Lihat ND-45/PB.1/2024 untuk rincian.")}
    assert paper == {"restricted/internal-memo": True}
    assert cited == {"restricted/internal-memo": False}


@pytest.mark.parametrize("name", INSTITUTIONAL)
def test_rules_run_in_both_languages(name: str) -> None:
    rule = _rule(name)
    assert rule.languages == ("id", "en")
    assert rule.suggestion is not None
    assert len(rule.examples) >= 4


def test_time_is_linear_in_the_length() -> None:
    sentence = (
        "Tarif akan dinaikkan 5 persen; penyidik menyita barang bukti. Cadangan nikel belum diumumkan. "
    )
    short, long = (_seconds(sentence * times) for times in (40, 320))
    assert long < 16 * short + 0.5


def _seconds(text: str) -> float:
    _linter().check_text("Hangat.", name="a.txt")
    begin = time.perf_counter()
    _linter().check_text(text, name="a.txt")
    return time.perf_counter() - begin


def _rule(name: str) -> Rule:
    rule = RULES.get(f"restricted/{name}")
    assert rule is not None
    return rule


def test_every_item_of_the_law_has_a_rule() -> None:
    missing = SCRIPT["missing"](RULES)
    assert not missing, f"no rule cites: {', '.join(missing)}"


def test_the_items_of_the_law_are_all_known() -> None:
    items = set(SCRIPT["coverage"](RULES))
    expected = {f"uu-14-2008-17-{letter}" for letter in "abcdefghij"}
    for letter, last in {"a": 5, "c": 7, "e": 7, "f": 4, "h": 5}.items():
        expected |= {f"uu-14-2008-17-{letter}-{number}" for number in range(1, last + 1)}
    expected |= {f"uu-27-2022-4-2-{letter}" for letter in "abcdefg"}
    expected |= {f"uu-27-2022-4-3-{letter}" for letter in "abcdef"}
    assert items == expected


def test_name_sex_citizenship_and_marital_status_count_only_in_combination() -> None:
    kinds = {"bulk", "combination", "identity"}
    for name in SCRIPT["COMBINED"]:
        for rule in (rule for rule in RULES.rules if name in rule.basis):
            assert {matcher.kind for matcher in rule.match} <= kinds, rule.id


def test_the_coverage_page_is_up_to_date() -> None:
    page = (ROOT / "docs" / "legal-coverage.md").read_text(encoding="utf-8")
    assert page == SCRIPT["render"](RULES), "run scripts/build_coverage.py"


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("python-docx", 0),
        ("openpyxl", 0),
        ("Microsoft Office User", 0),
        ("ASUS", 0),
        ("PPID KPKNL Malang", 0),
        ("Kementerian Keuangan", 0),
        ("Humas Pemkab", 0),
        ("Budi Santoso", 1),
        ("Sri Wahyuni, S.H.", 1),
        ("slamet.r@gmail.com", 1),
        ("3573012309780004", 1),
    ],
)
def test_a_property_counts_where_it_tells_of_a_person(author: str, found: int) -> None:
    core = f"<c xmlns:dc='d'><dc:creator>{author}</dc:creator></c>"
    data = docx(paragraph("Layanan buka kembali."), {"/docProps/core.xml": core})
    findings = _linter().check_bytes(data, name="a.docx").findings
    assert sum(item.rule == "restricted/hidden-content" for item in findings) == found


@pytest.mark.parametrize(
    ("rule", "text", "told"),
    [
        # a museum's page may quote the mayor; what it tells of old is no leak
        (
            "unreleased-policy",
            "# Museum Kapal Dibuka Lagi\n\nWali kota akan menjual tanah parkirnya, tetapi minta tidak dibicarakan.",
            ["Wali kota akan menjual tanah parkirnya, tetapi minta tidak dibicarakan"],
        ),
        (
            "defence-security",
            "# Museum Kapal Dibuka Lagi\n\nSebanyak 40 prajurit ditempatkan di pos itu.",
            [],
        ),
        # once the award is announced all bids are public, but not those of another tender
        (
            "procurement",
            "# Pengumuman Pemenang Tender Pagar\n\n- Pemenang: CV Tirta\n- Harga penawaran: Rp410.000.000",
            [],
        ),
        (
            "procurement",
            "# Pengumuman Pemenang Tender Pagar\n\nPaket lain belum dibuka: penawaran CV Tirta Rp410 juta.",
            ["Paket lain belum dibuka: penawaran CV Tirta Rp410 juta"],
        ),
    ],
)
def test_a_heading_silences_what_it_heads_and_no_more(rule: str, text: str, told: list[str]) -> None:
    assert _told(text, rule) == told


def test_a_sentence_after_lends_its_state_only_where_it_points_back() -> None:
    first = "Tanah blok timur dijual kepada PT Bening Jaya"
    assert _told(f"{first}. Rencana itu jangan disebarkan.", "unreleased-policy") == [first]
    assert (
        _told(
            "Tanah blok timur dijual kepada PT Bening Jaya. Warga di tepi dermaga diminta tidak menyebarkan rekaman.",
            "unreleased-policy",
        )
        == []
    )


def test_bids_in_columns_without_heads_are_told_by_the_line_above() -> None:
    rows = "  PT Bening Jaya     Rp810.000.000\n  CV Tirta Alam      Rp822.500.000\n"
    assert _told(f"Urutan sementara:\n{rows}", "procurement", "notula.txt") == [
        "Rp810.000.000",
        "Rp822.500.000",
    ]
    assert _told(f"Nilai kontrak tahun lalu:\n{rows}", "procurement", "notula.txt") == []
