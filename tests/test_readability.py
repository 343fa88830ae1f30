"""The readability rules on drafts: what they find, with affixes and capitals, and what they leave alone."""

from __future__ import annotations

import time

import pytest

from ppid_lint.config import Config
from ppid_lint.linter import Linter

LINTER = Linter(Config(select=("readability",)))
ENGLISH = (
    "The office opens at eight and it will close at four, so that you can bring the form with you and we "
    "will answer all of your questions there. "
)


def found(text: str, rule: str, *, name: str = "a.txt", kind: str | None = None) -> list[str]:
    """The places that a readability rule finds in a draft."""
    report = LINTER.check_text(text, name=name, kind=kind)
    return [
        text[finding.span.start : finding.span.end]
        for finding in report.findings
        if finding.rule == f"readability/{rule}"
    ]


def suggested(text: str, rule: str) -> list[str]:
    report = LINTER.check_text(text, name="a.txt")
    return [
        fix.edits[0].text
        for finding in report.findings
        if finding.rule == f"readability/{rule}"
        for fix in finding.fixes
    ]


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("ijin", "izin"),
        ("perijinan", "perizinan"),
        ("diijinkan", "diizinkan"),
        ("ijinnya", "izinnya"),
        ("mengijinkannya", "mengizinkannya"),
        ("aktifitas", "aktivitas"),
        ("menganalisa", "menganalisis"),
        ("merubah", "mengubah"),
        ("mempengaruhi", "memengaruhi"),
        ("resikonya", "risikonya"),
        ("kwitansi", "kuitansi"),
        ("kerjasama", "kerja sama"),
    ],
)
def test_nonstandard_words_with_affixes(word: str, right: str) -> None:
    assert suggested(f"Kantor itu {word} kemarin.", "nonstandard-word") == [right]


@pytest.mark.parametrize(
    ("text", "right"),
    [("Ijin itu terbit.", "Izin"), ("Apabila hujan, acara batal.", "Jika")],
)
def test_a_suggestion_keeps_the_capital(text: str, right: str) -> None:
    rule = "nonstandard-word" if "Ijin" in text else "wordy-phrase"
    assert suggested(text, rule) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Ia berkata, “apabila ijin belum terbit, kami menunggu di sini”.",
        'Spanduk itu berbunyi "dalam rangka hari jadi kota kita".',
        "Dasarnya Peraturan Bupati Nomor 4 Tahun 2020 tentang Ijin Usaha dalam Rangka Investasi.",
        "Datanglah ke Graha Kerjasama Mandiri.",
        "Buka https://contoh.go.id/perijinan/website atau surel ijin@contoh.go.id.",
        "Anggaran IJIN sudah disahkan.",
    ],
)
def test_wording_of_others_is_left_alone(text: str) -> None:
    for rule in ("nonstandard-word", "wordy-phrase", "foreign-term", "misspelling"):
        assert found(text, rule) == []


def test_code_and_block_quotations_are_left_alone() -> None:
    text = "Perintah `apabila ijin` dipakai.\n\n> apabila ijin terbit, kami datang\n"
    assert found(text, "wordy-phrase", name="a.md") == []
    assert found(text, "nonstandard-word", name="a.md") == []


def test_a_bibliography_is_left_alone() -> None:
    text = "# Daftar Pustaka\n\nWibawa, Sari. 2004. Public Relations dan Ijin Usaha. Bandung: Bentala.\n"
    for rule in ("foreign-term", "nonstandard-word", "undefined-acronym"):
        assert found(text, rule, name="a.md") == []


@pytest.mark.parametrize("text", ["pendapat umum (public opinion)", "daring atau online", "“online”"])
def test_explained_foreign_terms_are_right(text: str) -> None:
    assert found(f"Kami membahas {text} hari ini.", "foreign-term") == []


def test_a_word_that_makes_an_entry_right_excuses_it() -> None:
    assert found("Kegiatan yang berkaitan dengan lomba itu batal.", "wordy-phrase") == []
    assert found("Berkaitan dengan lomba, panitia diam.", "wordy-phrase") == ["Berkaitan dengan"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Petugas melakukan pemeriksaan terhadap berkas.", "memeriksa"),
        ("Petugas melaksanakan pengawasan terhadap pasar.", "mengawasi"),
        ("Akan dilakukan pemeriksaan terhadap gudang.", "diperiksa"),
        ("Kami melakukan evaluasi atas layanan.", "mengevaluasi"),
    ],
)
def test_nominalisations_offer_the_verb(text: str, right: str) -> None:
    assert suggested(text, "nominalisation") == [right]


def test_a_noun_that_is_no_hidden_verb_stays() -> None:
    assert found("Kantor menyelenggarakan pameran. Petugas memberikan penghargaan.", "nominalisation") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Acara di karenakan hujan.", "karena"),
        ("Warga dihalaman kantor.", "di halaman"),
        ("Ruang dimana rapat berlangsung.", "di mana"),
        ("Tiga hari kedepan.", "ke depan"),
        ("Surat yang di buat warga.", "dibuat"),
    ],
)
def test_prepositions_and_prefixes(text: str, right: str) -> None:
    assert suggested(text, "preposition-spelling") == [right]


@pytest.mark.parametrize("text", ["Masalah itu diatasi.", "Ia keluar rumah.", "Rapat di atas kapal di mana?"])
def test_right_prepositions_stay(text: str) -> None:
    assert found(text, "preposition-spelling") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Petugas mendeskripskan layanan.", "mendeskripsikan"),
        ("Manajemn kantor baik.", "Manajemen"),
        ("Sesuai ekpektasi warga.", "ekspektasi"),
        ("Surat dalm map.", "dalam"),
        ("Berkas yng kurang.", "yang"),
        ("Ia memliki rumah.", "memiliki"),
        ("Hasil verifiksai terbit.", "verifikasi"),
    ],
)
def test_misspellings(text: str, right: str) -> None:
    assert suggested(text, "misspelling") == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Pak Wiryokusumo tinggal di Kedungwaringin. Menurut wiryokusumo itu benar.",
        "Kami membaca do dan don't bersama.",
        "Ketuklah pintunya; dimulainya pukul tujuh, seandainya kamu datang bersama-sama.",
        "Istilah blockchain dan podcaster dipakai.",
    ],
)
def test_names_and_sound_words_are_no_misspellings(text: str) -> None:
    assert found(text, "misspelling") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Biaya Rp 1.000 saja.", "Rp1.000"),
        ("Biaya Rp. 500 saja.", "Rp500"),
        ("Biaya Rp25.000,- saja.", "Rp25.000"),
        ("Naik 10 % tahun ini.", "10%"),
        ("Sebesar 1,250,000 orang.", "1.250.000"),
        ("Sekitar 2.5 juta orang.", "2,5"),
        ("Pukul 09:00 loket buka.", "09.00"),
    ],
)
def test_numbers(text: str, right: str) -> None:
    assert suggested(text, "number-format") == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Versi 2.5.1 terbit.",
        "Surat 12/PMK.06/2020.",
        "DOI 10.1000/182",
        "Rp50.000,00 dan 2,5 juta",
        "rasio 1:50",
    ],
)
def test_codes_are_no_numbers(text: str) -> None:
    assert found(text, "number-format") == []


def test_an_acronym_is_found_once_at_its_first_place() -> None:
    text = "Berkas ke SKPKD hari ini. SKPKD menjawab besok."
    report = LINTER.check_text(text, name="a.txt")
    places = [item.span.start for item in report.findings if item.rule == "readability/undefined-acronym"]
    assert places == [text.index("SKPKD")]


@pytest.mark.parametrize(
    "text",
    [
        "Balai Latihan Kerja Khusus (BLKK) buka. BLKK gratis.",
        "BLKK buka hari ini. Balai Latihan Kerja Khusus (BLKK) gratis.",
        "BLKK (balai latihan kerja khusus) buka.",
        "Balai Latihan Kerja Khusus buka; BLKK gratis.",
        "Bawa KTP, NPWP, dan kartu BPJS.",
        "Bab XIV memuat Pasal III.",
        "Mobil AB 4417 YB milik PT SKPKD.",
        "PENGUMUMAN SELEKSI PEGAWAI DJKX TAHUN INI",
        "Beban 450 VA dan 10 MB.",
    ],
)
def test_known_and_explained_acronyms_are_right(text: str) -> None:
    assert found(text, "undefined-acronym") == []


def test_own_terms_need_no_explanation() -> None:
    linter = Linter(Config(select=("readability",), terms=("SKPKD", "memliki")))
    report = linter.check_text("Berkas ke SKPKD yang memliki loket.", name="a.txt")
    assert [item.rule for item in report.findings] == []


def test_repeated_words() -> None:
    assert found("Sebagai sebagai unit kerja.", "repeated-word") == ["Sebagai sebagai"]
    assert suggested("Kantor dan dan warga.", "repeated-word") == ["dan"]
    for right in (
        "Rata rata nilai naik.",
        "Anak-anak bermain.",
        "Kota Bau Bau ramai.",
        "masing masing warga",
    ):
        assert found(right, "repeated-word") == []


def test_redundancies() -> None:
    assert suggested("Antrean sangat panjang sekali.", "redundancy") == ["sangat panjang"]
    assert suggested("Para petugas-petugas hadir.", "redundancy") == ["Para petugas"]
    assert found("Para laki-laki dan beberapa undang-undang.", "redundancy") == []


@pytest.mark.parametrize("kind", ["siaran-pers", "pengumuman", "pengumuman-lelang", "media-sosial"])
def test_vague_dates_in_kinds_that_date(kind: str) -> None:
    assert found("Loket tutup besok.", "vague-date", kind=kind) == ["besok"]
    assert found("Loket tutup besok, 4 Maret 2025.", "vague-date", kind=kind) == []
    assert found("Segera lapor ke loket.", "vague-date", kind=kind) == []


def test_vague_dates_elsewhere_stay() -> None:
    assert found("Loket tutup besok.", "vague-date", kind="artikel") == []


def test_double_negatives() -> None:
    assert found("Pemohon tidak boleh tidak hadir.", "double-negative") == ["tidak boleh tidak"]
    for right in ("Tidak hanya cepat, tetapi juga tidak mahal.", "Yang tidak hadir tidak dilayani."):
        assert found(right, "double-negative") == []


def test_shouting() -> None:
    assert found("Warga WAJIB MEMBAWA KARTU IDENTITAS ASLI besok.", "shouting")
    for right in (
        "PENGUMUMAN JADWAL LAYANAN KANTOR",
        "Bawa KTP, NPWP, BPJS, SIM, dan STNK.",
        "Acara KEMENTERIAN DALAM NEGERI RI itu.",
    ):
        assert found(right, "shouting") == []


def test_link_texts_and_images() -> None:
    assert found('<p><a href="a.html">klik <b>di sini</b></a></p>', "link-text", name="a.html")
    assert found("[Unduh formulir](a.html)", "link-text", name="a.md") == []
    assert found("![](denah.png)", "missing-alt-text", name="a.md") == ["denah.png"]
    assert found('<img src="a.png"> <img alt="" src="b.png">', "missing-alt-text", name="a.html") == [
        "a.png",
        "b.png",
    ]
    for right in ('<img src="a.png" alt="Denah kantor">', '<img src="a.png" alt="" role="presentation">'):
        assert found(right, "missing-alt-text", name="a.html") == []


def test_sentences_and_paragraphs_by_kind() -> None:
    sentence = "Warga datang ke loket " + "dan loket lain " * 7 + "hari ini."
    assert found(sentence, "long-sentence", kind="layanan") == [sentence]
    assert found(sentence, "long-sentence", kind="artikel") == []
    assert found(f"{sentence} " * 4, "long-paragraph", kind="layanan")


def test_lists_tables_and_recitals_are_no_sentences() -> None:
    items = "Syarat:\n" + "".join(
        f"{number}. fotokopi berkas nomor {number} dari kantor;\n" for number in range(1, 9)
    )
    recital = "Menimbang : bahwa " + "untuk tertib tata kelola kantor perlu " * 8 + "aturan;"
    assert found(items, "long-sentence") == []
    assert found(recital, "long-sentence") == []


def test_limits_can_be_configured() -> None:
    linter = Linter(Config(select=("readability/long-sentence",), limits={"umum": {"sentence": 5}}))
    report = linter.check_text("Warga datang ke loket pada pagi hari.", name="a.txt")
    assert [item.rule for item in report.findings] == ["readability/long-sentence"]


def test_hard_text_names_the_lines_of_the_dearest_sentences() -> None:
    hard = "Penyelenggaraan pertanggungjawaban keberlangsungan ketatausahaan " * 6 + "dilaksanakan. "
    text = "Judul\n\n" + "Petugas datang. " * 20 + f"\n\n{hard}\n\n{hard}\n\n{hard}\n"
    report = LINTER.check_text(text, name="a.txt", kind="layanan")
    finding = next(item for item in report.findings if item.rule == "readability/hard-text")
    assert "5, 7, 9" in finding.message
    assert [item.role for item in finding.related] == ["sentence"] * 3


def test_english_drafts_get_none_of_the_indonesian_rules() -> None:
    text = ENGLISH + "Apabila ijin online dimana dalam rangka. Send the the form to KPKNLX. Rp 500 di buat."
    report = LINTER.check_text(text, name="a.txt")
    assert report.language == "en"
    assert {item.rule for item in report.findings} == {
        "readability/repeated-word",
        "readability/undefined-acronym",
    }


def test_every_rule_of_the_catalogue_is_there() -> None:
    ids = {rule.id for rule in LINTER.ruleset.rules if rule.category == "readability"}
    assert len(ids) >= 21
    both = {
        rule.id.partition("/")[2]
        for rule in LINTER.ruleset.rules
        if rule.id in ids and len(rule.languages) == 2
    }
    assert both == {
        "long-sentence",
        "long-paragraph",
        "undefined-acronym",
        "link-text",
        "missing-alt-text",
        "shouting",
        "repeated-word",
    }


def test_no_suggestion_is_flagged_by_another_rule() -> None:
    phrases = [
        matcher
        for rule in LINTER.ruleset.rules
        if rule.category == "readability"
        for matcher in rule.match
        if matcher.kind == "phrase"
    ]
    suggestions = sorted({entry.to[0] for phrase in phrases for entry in phrase.words.entries if entry.to})
    plain = [text for text in suggestions if "..." not in text]
    report = LINTER.check_text("\n\n".join(f"Di kantor kita {text} pelangi." for text in plain), name="a.txt")
    lines = [plain[(report.lines.position(item.span.start).line - 1) // 2] for item in report.findings]
    assert len(plain) > 2000
    assert [(item.rule, line) for item, line in zip(report.findings, lines, strict=True)] == []


@pytest.mark.parametrize(
    "piece",
    [
        "Petugas melakukan pemeriksaan terhadap berkas yang di buat, dimana ijin terbit. ",
        "kata, ",
        "“kutip ",
        "(SKPKD) ",
        "tidak ",
        "A",
        "Rp 1.000 ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        LINTER.check_text(text, name="a.txt")
        return time.perf_counter() - start

    seconds(2000)
    small, large = min(seconds(10_000) for _ in range(3)), min(seconds(40_000) for _ in range(2))
    assert large < 10 * small + 0.05


def test_time_is_linear_in_long_sentences() -> None:
    def seconds(paragraphs: int) -> float:
        text = f"{'warga ' * 31}datang.\n\n" * paragraphs
        start = time.perf_counter()
        assert len(LINTER.check_text(text, name="a.txt").findings) >= paragraphs
        return time.perf_counter() - start

    seconds(50)
    small, large = min(seconds(500) for _ in range(3)), min(seconds(2500) for _ in range(2))
    assert large < 10 * small + 0.05
