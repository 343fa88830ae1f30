"""Facts tied to one person: in a sentence, by a pronoun, in a row, a card, a record; and what is nobody's."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ppid_lint.catalog import load_rules
from ppid_lint.config import Config
from ppid_lint.errors import RuleError
from ppid_lint.finding import Finding
from ppid_lint.linter import Linter

LINTER = Linter(Config(select=("restricted",)))


def found(text: str, name: str = "naskah.md") -> list[tuple[str, str]]:
    return [
        (finding.rule.removeprefix("restricted/"), text[finding.span.start : finding.span.end])
        for finding in findings(text, name)
    ]


def findings(text: str, name: str = "naskah.md") -> list[Finding]:
    return list(LINTER.check_text(text, name=name).findings)


def person(text: str) -> str:
    (finding,) = findings(text)
    (related,) = finding.related
    return text[related.span.start : related.span.end]


def test_the_finding_covers_the_fact_and_names_the_person_apart() -> None:
    text = "Kemarin Ibu Ponirah terlambat karena menderita TBC."
    assert found(text) == [("health", "menderita TBC")]
    assert person(text) == "Ponirah"


def test_a_pronoun_reaches_back_over_a_sentence() -> None:
    assert person("Kami menemui Bapak Supardi. Ia menderita stroke sejak lama.") == "Supardi"
    assert person("Kami menemui Bapak Supardi.\n\nIstrinya menderita stroke.") == "Supardi"


def test_without_a_pronoun_nothing_reaches_back() -> None:
    assert found("Kami menemui Bapak Supardi. Banyak warga desa menderita diare.") == []


def test_an_official_tells_of_others() -> None:
    assert found("Bupati Ratna Dewi mengatakan 40 warga menderita diare.") == []
    assert found("Kepala Dinas, Ratna Dewi, hadir. Ratna lahir batin mendukung penderita kanker.") == []


def test_an_officials_illness_is_a_warning() -> None:
    (finding,) = findings("Bupati Malang, Ratna Dewi, didiagnosis kanker payudara.")
    assert (finding.rule, finding.severity.value) == ("restricted/health", "warning")


def test_the_nearest_person_owns_the_fact() -> None:
    assert person("Menteri Budi Santoso menjenguk Ibu Wartini yang menderita lupus.") == "Wartini"
    assert person("Hasil asesmen Rina Marlina, kata Slamet, buruk.") == "Rina Marlina"


@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_a_row_ties_a_cell_to_its_name(suffix: str) -> None:
    drafts = {
        "md": "| Nama | Penyakit |\n| --- | --- |\n| Sumarni | asma berat |\n",
        "html": "<table><tr><th>Nama</th><th>Penyakit</th></tr>"
        "<tr><td>Sumarni</td><td>asma berat</td></tr></table>",
        "txt": "No  Nama        Penyakit\n1   Sumarni     asma berat\n2   Wagimin     hipertensi\n",
    }
    assert ("health", "asma berat") in found(drafts[suffix], f"naskah.{suffix}")


def test_a_card_of_labels_is_one_person() -> None:
    text = "<table><tr><td>Nama</td><td>Lestari</td></tr><tr><td>Agama</td><td>Kristen</td></tr></table>"
    assert found(text, "naskah.html") == [("sensitive-trait", "Kristen")]


def test_lines_under_a_name_are_its_record() -> None:
    text = "Nama   : Herlambang\nAgama  : Hindu\n\nNama   : Wagimin\nAgama  : Islam\n"
    related = [text[f.related[0].span.start : f.related[0].span.end] for f in findings(text, "naskah.txt")]
    assert found(text, "naskah.txt") == [("sensitive-trait", "Hindu"), ("sensitive-trait", "Islam")]
    assert related == ["Herlambang", "Wagimin"]


def test_nested_items_belong_to_the_item_above() -> None:
    text = "1. Bu Asih\n   - Keterangan: matanya rusak karena glaukoma\n"
    assert found(text) == [("health", "glaukoma")]


def test_an_open_form_is_nobodys() -> None:
    assert found("Nama: ..........\n\nAgama: ..........\n\nAlamat: ..........\n") == []
    assert found("Agama: Islam\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Narahubung: Bapak Slamet, 0812-3344-5566.",
        "Informasi lebih lanjut menghubungi Sdri. Rina (0812-3344-5566).",
        "Keterangan lebih lanjut hubungi:\n\nAnang (0812-3344-5566)\n",
        "| Nama | Jabatan | No. HP |\n| --- | --- | --- |\n| Suparjo | Kepala Seksi | 0852-3344-5566 |\n",
        "WhatsApp layanan 0812-3344-5566.",
    ],
)
def test_numbers_offered_as_a_channel_are_left_to_the_contact_rules(text: str) -> None:
    assert [rule for rule, _ in found(text) if rule == "personal-phone"] == []


def test_a_listed_number_is_the_offices_own(tmp_path: Path) -> None:
    directory = tmp_path / "kontak.yaml"
    directory.write_text(
        "organisation: Balai\nunits:\n  - {id: a, name: Balai, phones: ['0812-3344-5566']}\n",
        encoding="utf-8",
    )
    linter = Linter(Config(select=("restricted",)), contacts=[directory])
    text = "Petani itu, Ibu Asih, dapat dihubungi di {}."
    assert linter.check_text(text.format("0812-3344-5566")).findings == ()
    assert [f.rule for f in linter.check_text(text.format("0812-3344-5577")).findings] == [
        "restricted/personal-phone"
    ]


def test_a_village_is_clean_and_a_street_is_not() -> None:
    assert found("Slamet Riyadi tinggal di Desa Krakitan, Kecamatan Bayat.") == []
    assert found("Slamet Riyadi tinggal di Jl. Melati No. 4, Klaten.") == [
        ("home-address", "Jl. Melati No. 4, Klaten")
    ]


def test_an_officials_birth_date_is_a_warning() -> None:
    (finding,) = findings("Kepala Balai, Wahyu Anggoro, lahir di Solo pada 12 Maret 1970.")
    assert (finding.rule, finding.severity.value) == ("restricted/birth-date", "warning")


def test_a_prosecutors_release_is_a_warning() -> None:
    (finding,) = findings("Jaksa membacakan tuntutan; terdakwa Rudi Hartanto tertunduk.")
    assert (finding.rule, finding.severity.value) == ("restricted/criminal-record", "warning")


def test_each_piece_of_a_childs_identity_is_a_finding() -> None:
    text = "Korban perundungan, siswa bernama Rafi Pratama (11), bersekolah di SDN 3 Blitar."
    assert found(text) == [("child-identity", "Rafi Pratama (11)"), ("child-identity", "SDN 3 Blitar")]


def test_initials_with_a_school_still_tell_the_child() -> None:
    text = "Anak berinisial AB (13), siswa SMP Negeri 4 Blitar, menjadi korban perundungan."
    assert found(text) == [("child-identity", "SMP Negeri 4 Blitar")]
    assert found("Anak berinisial AB (13) menjadi korban perundungan.") == []


def test_a_witness_is_known_by_trade_too() -> None:
    assert found("Pelapornya adalah Hendra Kusnadi, petugas loket dua.") == [
        ("witness-reporter", "Hendra Kusnadi, petugas loket dua")
    ]
    assert found("Saksi ahli, Hendra Kusnadi, memberi keterangan.") == []


def test_a_misspelt_role_is_refused(tmp_path: Path) -> None:
    (tmp_path / "basis.yaml").write_text("{a: {citation: x, summary: {id: x, en: x}}}", encoding="utf-8")
    (tmp_path / "x.yaml").write_text(
        "id: x\nseverity: info\ntitle: {id: a, en: a}\nmessage: {id: a, en: a}\nwhy: {id: a, en: a}\n"
        "basis: [a]\nmatch: {kind: combination, people: [bapak], names: [agus], roles: [privat]}\n"
        "examples: [{dont: '[[a]]'}, {do: b}]\n",
        encoding="utf-8",
    )
    with pytest.raises(RuleError, match="harus salah satu dari"):
        load_rules([tmp_path])


@pytest.mark.parametrize(
    "part",
    [
        "Bapak Agus Salim dirawat karena gagal ginjal. Ia lahir di Malang pada 3 Mei 1970. ",
        "Nama: Slamet Riyadi\nTanggal lahir: 03-03-1985\nAlamat: Jl. Melati No. 4 RT 01 RW 02\n",
        "Korban perundungan, siswa bernama Rafi Pratama (11), bersekolah di SDN 3 Blitar. ",
        "Saksi Hendra Kusnadi, petugas loket dua, melihat pelaku. ",
    ],
)
def test_time_grows_with_size_and_not_faster(part: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        LINTER.check_text(part * size, name="naskah.md")
        return time.process_time() - start

    def best(size: int) -> float:
        return min(seconds(size) for _ in range(3))

    seconds(800)  # all expressions are made ready
    assert best(800) < 8 * max(best(100), 0.01) * 3


def test_a_person_may_have_a_column_of_their_own() -> None:
    table = (
        "| Nama | Maria | Sukardi |\n| --- | --- | --- |\n| Alamat | Jl. Kelapa No. 5 | Jl. Jati No. 8 |\n"
    )
    assert found(table) == [("home-address", "Jl. Kelapa No. 5"), ("home-address", "Jl. Jati No. 8")]
    one, two = (finding.related[0].span for finding in findings(table))
    assert (table[one.start : one.end], table[two.start : two.end]) == ("Maria", "Sukardi")


def test_a_plain_head_leaves_the_naming_to_the_first_column() -> None:
    card = "| Uraian | Isi |\n| --- | --- |\n| Nama | Maria Lende |\n| Ponsel | 0813 3901 7756 |\n"
    assert found(card) == [("personal-phone", "0813 3901 7756")]
    assert person(card) == "Maria Lende"


def test_dots_lead_over_from_a_label_to_its_value() -> None:
    form = "Nama ............ Bambang Hermanto\nAlamat .......... Jl. Kelud Raya 45\n"
    assert found(form, "formulir.txt") == [("home-address", "Jl. Kelud Raya 45")]
    assert found("Alamat ..........................\nNama ........................\n", "formulir.txt") == []


def test_a_label_of_people_needs_nobody_named() -> None:
    assert found("Alamat korban: Jl. Teratai No. 21") == [("home-address", "Jl. Teratai No. 21")]
    assert [finding.related for finding in findings("Tanggal lahir: 7 Juli 1992")] == [()]


def test_a_lead_in_speaks_with_its_last_sentence() -> None:
    lead = "Beras dibagikan di balai desa. Penerima tambahan:"
    item = "1. Painem, Dusun Krajan RT 01/RW 03\n2. Suparti, Dusun Sumberjo\n"
    assert found(f"{lead}\n\n{item}", "daftar.txt") == [("home-address", "Dusun Krajan RT 01/RW 03")]


def test_who_is_spoken_of_is_no_speaker() -> None:
    text = "Menurut biodata, Rosmala dilahirkan pada 4 Desember 1995 di Bima."
    assert found(text) == [("birth-date", "4 Desember 1995")]


def test_labels_and_values_on_lines_of_their_own() -> None:
    form = "Nama\nSumardi\nNIK\n3310051207690004\nAlamat\nDk. Ngemplak RT 02 RW 01, Trucuk\n"
    assert ("home-address", "Dk. Ngemplak RT 02 RW 01, Trucuk") in found(form, "formulir.txt")
    page = "<dl><dt>Nama</dt><dd>Sumardi</dd><dt>Alamat</dt><dd>Jl. Kelud 45</dd></dl>"
    assert found(page, "formulir.html") == [("home-address", "Jl. Kelud 45")]


def test_the_address_of_a_letter_is_the_addressees() -> None:
    letter = "Kepada Yth.\nSdr. Kuswanto\nJl. Anggrek No. 17 RT 03 RW 05\nPurwodadi\n"
    assert [rule for rule, _ in found(letter, "surat.txt")] == ["home-address"]
    office = "Kepada Yth.\nKepala Dinas Sosial\nJl. Anggrek No. 17 RT 03 RW 05\nPurwodadi\n"
    assert found(office, "surat.txt") == []


def test_who_lives_somewhere_may_be_told_by_their_part() -> None:
    assert found("Terlapor diketahui tinggal di Jl. Kelud No. 45.") == [("home-address", "Jl. Kelud No. 45")]
    assert found("Jalan itu, kata Pak Joko, lahir 12 Juli 1998 dari gotong royong.") == []


def test_words_about_a_person_outweigh_words_of_contact_inside_them() -> None:
    assert found("Petugas menghubungi pelapor di nomor 0821-7788-3321.") == [
        ("personal-phone", "0821-7788-3321")
    ]
    assert found("Silakan menghubungi petugas di nomor 0821-7788-3321.") == []


def test_items_belong_to_whom_their_heading_names() -> None:
    text = "## Suparman, petugas kebersihan\n\n- Bekerja sejak 2009\n- Mengidap hernia\n"
    assert found(text) == [("health", "Mengidap hernia")]


def test_items_belong_to_whom_their_lead_in_names() -> None:
    text = "Catatan kunjungan rumah Ibu Parmi:\n\n1. Mengidap hernia\n2. Rumah berlantai tanah\n"
    assert found(text) == [("health", "Mengidap hernia")]


def test_items_under_two_names_are_nobodys() -> None:
    text = "Rapat Ibu Parmi dan Bapak Suparman:\n\n1. Wabah hernia\n2. Jalan rusak\n"
    assert found(text) == []


def test_who_speaks_of_themselves_owns_the_fact() -> None:
    assert found('"Saya sudah tiga tahun cuci darah," kata Pak Gunawan.') == [("health", "cuci darah")]
    assert found('"Warga di sini cuci darah di kota," kata Pak Gunawan.') == []


def test_a_reason_told_after_a_request_is_of_who_asks() -> None:
    text = "Joko Pinurbo meminta tunda karena sedang cuci darah."
    assert found(text) == [("health", "cuci darah")]


def test_a_pronoun_that_quotes_others_reaches_nobody() -> None:
    assert found("Juru bicara, Ibu Parmi, hadir. Ia menyampaikan warga terserang tifus.") == []


def test_an_identifier_in_a_fact_keeps_its_own_rule() -> None:
    text = "Anak itu, Galih, menyandang tunagrahita dengan kartu JKN 0002914770316."
    assert [rule for rule, _ in found(text)] == ["health", "bpjs"]


def test_a_passive_verb_makes_its_subject_the_victim() -> None:
    assert found("Atlet itu, Monika Larasati, dilecehkan pelatihnya.") == [
        ("victim-identity", "Monika Larasati")
    ]


def test_a_case_goes_on_in_the_next_paragraph() -> None:
    text = "Polisi menyidik pemerkosaan di indekos.\n\nKorban, Desi Ariyanti, kini di rumah saudaranya.\n"
    assert ("victim-identity", "Desi Ariyanti") in found(text)


def test_the_story_of_a_case_goes_on_with_where_she_lives() -> None:
    text = (
        "Rukmini, putri juru parkir, dijual ke tempat karaoke. Korban sempat kabur.\n\n"
        "Perempuan itu kini menyewa kamar di belakang Masjid Al-Falah Kedungwuni.\n"
    )
    pieces = [value for rule, value in found(text) if rule == "victim-identity"]
    assert pieces[-1] == "menyewa kamar di belakang Masjid Al-Falah Kedungwuni"


def test_another_case_ends_the_story() -> None:
    text = (
        "Bocah korban pencabulan, Nayla (9), dirawat.\n\nKorban pencurian tinggal di Gang Melati nomor 8.\n"
    )
    assert "Gang Melati nomor 8" not in [value for rule, value in found(text) if rule == "child-identity"]


def test_a_tenant_is_no_child() -> None:
    text = "Rizal, anak kos baru, naik motor. Konon ia mantan napi kasus sabu."
    assert [rule for rule, _ in found(text)] == ["criminal-record"]


def test_a_column_of_public_wealth_is_clean() -> None:
    card = "| | |\n|---|---|\n| Nama | Maria Lewa |\n| Harta (LHKPN 2025) | Rp1.874.000.000 |\n"
    assert found(card) == []


def test_a_long_line_takes_time_in_proportion() -> None:
    line = "Petugas menghubungi pelapor di nomor 0821-7788-3321, Jl. Kelud No. 45 RT 02, lahir 3 Mei 1980, "
    findings(line)

    def taken(times: int) -> float:
        started = time.perf_counter()
        findings(line * times)
        return time.perf_counter() - started

    short = min(taken(60) for _ in range(2))
    assert min(taken(240) for _ in range(2)) < short * 9  # quadratic would be sixteen times as long


def test_a_quoted_fact_is_the_speakers_own() -> None:
    assert person('"Kaki saya sudah tua. Sejak Mei saya lumpuh," tutur Kasmirah.') == "Kasmirah"
    assert person('Kasmirah berkisah, "Suami saya terkena stroke."') == "Kasmirah"
    assert findings('"Saya melihat banyak warga terkena stroke," tutur Kasmirah.') == []
    assert findings('"Saya minta warga mencegah stroke," kata Bupati Ratna Dewi.') == []


def test_a_name_is_read_out_of_the_capitals_around_it() -> None:
    assert person("Golongan darah Bu Marwah AB rhesus negatif.") == "Marwah"
    assert person("Penyakit Mbah Jo adalah kanker paru.") == "Jo"


def test_nobody_in_a_tale_has_facts() -> None:
    tale = "Dahulu kala hiduplah {} di sebuah desa.\n\nSang raja memberinya keris.\n\n{} menderita kusta sejak kecil."
    assert found(tale.format("Jaka Tarub", "Jaka Tarub")) == []
    plain = "Tahun lalu {} pindah ke desa.\n\nCamat memberinya bibit.\n\n{} menderita kusta sejak kecil."
    assert [rule for rule, _ in found(plain.format("Jaka Tarub", "Jaka Tarub"))] == ["health"]


def test_one_word_of_a_tale_makes_none() -> None:
    assert found("Pak Sukir, pendongeng legenda, menderita kusta.") == [("health", "menderita kusta")]


def test_a_plate_needs_nobody_but_a_pronoun() -> None:
    assert found("Ia mengendarai BK 3390 AGX.") == [("vehicle-plate", "BK 3390 AGX")]
    assert found("Truk sampah milik dinas, BK 3390 AGX, dikemudikan Pak Darto.") == []


def test_a_date_is_somebodys_own_after_a_clause_that_quotes() -> None:
    text = "Kesaksian Bu Ningsih menyebut arisan, dan motornya, AB 4471 KT, dipinjam."
    assert ("vehicle-plate", "AB 4471 KT") in found(text)


def test_who_does_it_is_not_who_is_told_of() -> None:
    assert found("Tiga narapidana dilatih menjahit oleh Ibu Marni.") == []
    assert found("Pengacara Ferdi Sagala membela terdakwa korupsi.") == []
    assert [rule for rule, _ in found("Ferdi Sagala menjadi terdakwa korupsi.")] == ["criminal-record"]


def test_a_list_item_goes_on_about_whom_it_opens_with() -> None:
    item = "- Erlinda Simamora mengajar di desa. Gaji yang diterima Rp450 ribu.\n- Rahmat Hidayat\n"
    assert found(item) == [("personal-finance", "Gaji yang diterima Rp450 ribu")]
    assert found(item.replace("Erlinda Simamora", "Guru honorer")) == []


def test_an_officials_profile_is_milder() -> None:
    card = "Nama: Ratna Dewi\n\nTanggal lahir: 5 Mei 1973\n\nJabatan: {}\n"
    (official,) = findings(card.format("Bupati Sumedang"))
    (private,) = findings(card.format("penjahit"))
    assert (official.severity.value, private.severity.value) == ("warning", "error")


def test_a_birth_date_in_front_matter_is_found() -> None:
    text = "---\nnama: Rizky Maulana\ntanggal_lahir: 2009-05-14\n---\n\nBeasiswa dibuka."
    assert found(text) == [("birth-date", "2009-05-14")]


def test_the_relative_who_did_it_names_the_child() -> None:
    text = "Anak berinisial B (9) dicabuli ayah tirinya, Suparno (41), di rumah."
    assert ("child-identity", "Suparno (41)") in found(text)


def test_a_witness_is_named_behind_whom_somebody_thanks() -> None:
    text = "Terima kasih kepada Saudara Irwan Sagala yang melaporkan jual beli kursi di sekolah."
    assert found(text) == [("witness-reporter", "Irwan Sagala")]
    assert found("Terima kasih kepada Saudara Irwan Sagala atas laporan kegiatan sekolah.") == []
