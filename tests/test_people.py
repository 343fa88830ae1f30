"""Who a sentence names, and in what part: titles, roles, offices, degrees, ages; and what is no person."""

from __future__ import annotations

import time

import pytest

from ppid_lint import Linter
from ppid_lint.catalog import load_rules
from ppid_lint.compiled import rules_folder
from ppid_lint.people.lines import is_blank, labelled, lines, person_label, segments
from ppid_lint.people.listing import with_listed
from ppid_lint.people.mention import Mention, Role
from ppid_lint.people.reading import is_formed, mentions, with_known
from ppid_lint.people.relation import with_relations
from ppid_lint.people.vocabulary import Vocabulary, vocabulary
from ppid_lint.text import Span


def shipped() -> Vocabulary:
    rule = load_rules([rules_folder()]).get("restricted/health")
    assert rule is not None
    return vocabulary(rule.match[0].people, rule.match[0].names, rule.match[0].ordinary)


WORDS = shipped()


def people(text: str) -> list[Mention]:
    return list(mentions(text, 0, len(text), WORDS))


def names(text: str, *, sure: bool = True) -> list[str]:
    return [text[m.name_start : m.name_end] for m in people(text) if m.sure or not sure]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Kami menjenguk Bapak Agus Salim di rumah.", "Agus Salim", Role.PRIVATE),
        ("Surat untuk Sdri. Rina Wati sudah dikirim.", "Rina Wati", Role.PRIVATE),
        ("Ketua kelompok tani, Parjono, menerima kunci.", "Parjono", Role.PRIVATE),
        ("Salah seorang petani, Ujang Koswara, senang.", "Ujang Koswara", Role.PRIVATE),
        ("Korban, Maria Goreti, didampingi.", "Maria Goreti", Role.VICTIM),
        ("Pelapornya adalah Hendra Kusnadi.", "Hendra Kusnadi", Role.WITNESS),
        ("Juara lomba, Nayla (9), tersenyum.", "Nayla", Role.CHILD),
        ("Gilang Ramadhan, enam belas tahun, tersenyum.", "Gilang Ramadhan", Role.CHILD),
        ("Yang sakit menurut beliau Bu Tumirah dari RT 3.", "Tumirah", Role.PRIVATE),
        ("Slamet Riyadi (45), warga Dusun Sawit, menanam pisang.", "Slamet Riyadi", Role.PRIVATE),
        ("Kepala Balai, Tatang Suherman, meresmikan.", "Tatang Suherman", Role.OFFICIAL),
        ("Menteri Keuangan Sri Mulyani hadir.", "Sri Mulyani", Role.OFFICIAL),
        ("Wahyu Anggoro, Kepala BSIR, hadir.", "Wahyu Anggoro", Role.OFFICIAL),
        ("The applicant, Mr Sutrisno, came.", "Sutrisno", Role.PRIVATE),
        ("Kepala gudang kami, Pak Wardoyo, sakit.", "Wardoyo", Role.PRIVATE),
        ("Pemohon (Bpk. Hasan Basri) hadir.", "Hasan Basri", Role.PRIVATE),
    ],
)
def test_a_word_beside_a_name_tells_its_part(text: str, name: str, role: Role) -> None:
    assert [(text[m.name_start : m.name_end], m.role) for m in people(text) if m.sure] == [(name, role)]


@pytest.mark.parametrize(
    "text",
    [
        "Program diluncurkan a.n. Direktur Jenderal oleh sekretaris.",
        "Panggung berada di Jl. Jenderal Sudirman dekat alun-alun.",
        "Rombongan menuju RSUD dr. Soetomo pada pagi hari.",
        "Rapat diadakan di Gedung Djuanda pada Senin.",
        "Dinas Kesehatan Kabupaten Klaten membuka loket.",
        "Undang-Undang Keterbukaan Informasi Publik berlaku.",
        "Pelayanan dibuka kembali. Keterangannya menyusul.",
        "Pada Januari dan Februari hujan turun.",
        "Tersangka berinisial MR ditangkap.",
        "KPKNL Malang melelang truk.",
        "Rumah Sakit Umum Pusat Dr. Sardjito membantu.",
    ],
)
def test_offices_streets_buildings_laws_and_initials_are_nobody(text: str) -> None:
    assert names(text) == []


def test_a_company_is_a_company() -> None:
    assert [m.role for m in people("Rekanan PT Bening Jaya menunggak.")] == [Role.COMPANY]


def test_degrees_belong_to_the_mention_and_not_to_the_name() -> None:
    text = "Lestari Handayani, S.T., M.M. bergabung pada 2010."
    (mention,) = people(text)
    assert text[mention.name_start : mention.name_end] == "Lestari Handayani"
    assert text[mention.name_start : mention.end].startswith("Lestari Handayani, S.T., M.M")


def test_who_is_quoted_speaks() -> None:
    (mention,) = people('"Air ini milik semua," kata Slamet Riyadi.')
    assert mention.speaks
    assert mention.role is Role.UNKNOWN


def test_bare_capitals_are_a_name_only_perhaps() -> None:
    (mention,) = people("Menurut catatan, Kebun Rahasia datang.")
    assert (mention.sure, mention.why) == (False, "capitals")


def test_a_name_known_before_is_sure_and_keeps_its_office() -> None:
    text = "Zxavira Qorlan datang."
    found = people(text)
    known = {"zxavira": Role.OFFICIAL, "qorlan": Role.OFFICIAL}
    (mention,) = with_known(found, text, known)
    assert (mention.sure, mention.role) == (True, Role.OFFICIAL)
    assert with_known(found, text, {"zxavira": Role.OFFICIAL}) == tuple(found)


@pytest.mark.parametrize(
    "word", ["pemeliharaan", "menggambarkan", "keterangannya", "dijelaskan", "berkelanjutan"]
)
def test_affixes_show_an_ordinary_word(word: str) -> None:
    assert is_formed(word)


@pytest.mark.parametrize("word", ["slamet", "kurniawan", "retno", "permana", "dian"])
def test_names_bear_no_affixes(word: str) -> None:
    assert not is_formed(word)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Nama", Role.PRIVATE),
        ("Nama Lengkap", Role.PRIVATE),
        ("Nama Pegawai", Role.PRIVATE),
        ("Nama Korban", Role.VICTIM),
        ("Pelapor", Role.WITNESS),
        ("Name", Role.PRIVATE),
        ("Nama alat", None),
        ("Nama Kegiatan", None),
        ("Alamat", None),
        ("", None),
    ],
)
def test_labels_that_ask_for_a_person(label: str, role: Role | None) -> None:
    assert person_label(label, WORDS) is role


def test_a_line_has_a_label_and_a_value() -> None:
    text = "Tempat lahir : Semarang."
    line = labelled(text, Span(0, len(text)))
    assert line is not None
    assert text[line.value.start : line.value.end] == "Semarang"
    assert labelled("Rapat pukul 09:30 di aula", Span(0, 25)) is None
    assert labelled("Tanpa titik dua", Span(0, 15)) is None


def test_segments_end_where_a_line_opens_with_a_label() -> None:
    text = "Nama: Lestari Agama: Kristen"
    cut = text.index(" Agama")
    assert segments(text, (cut,), [Span(0, len(text))]) == (Span(0, cut + 1), Span(cut + 1, len(text)))
    assert list(lines(text, (cut,))) == [Span(0, cut), Span(cut + 1, len(text))]


@pytest.mark.parametrize("value", ["", "......", "-", "tidak ada", "[diisi petugas]", "xxxx"])
def test_open_fields_are_blank(value: str) -> None:
    assert is_blank(value)


def test_reading_takes_linear_time() -> None:
    def seconds(size: int) -> float:
        text = ("Aa Bb-" * 3 + "RT. S.H. ") * size
        start = time.process_time()
        list(mentions(text, 0, len(text), WORDS))
        return time.process_time() - start

    seconds(200)
    assert seconds(8000) < 12 * max(seconds(1000), 0.005) * 1.5


def test_a_name_after_whom_a_sentence_quotes_is_spoken_of() -> None:
    (told,) = people("Menurut Kepala Puskesmas Ngawen, Slamet Riyadi mengidap tuberkulosis.")
    assert (told.role, told.told, told.speaks) == (Role.PRIVATE, True, False)


def test_a_name_between_commas_is_whom_the_sentence_quotes() -> None:
    (speaker,) = people("Menurut Kepala Dinas Kesehatan, Budi Santosa, kasus tuberkulosis turun.")
    assert (speaker.role, speaker.told, speaker.speaks) == (Role.OFFICIAL, False, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Menurut catatan, Juariah terlambat.", "Juariah"),
        ("Kami menunggu Kalvien Zebedeus di aula.", "Kalvien Zebedeus"),
        ("Piala itu diterima Indah Pertiwi kemarin.", "Indah Pertiwi"),
    ],
)
def test_what_is_no_word_of_the_language_is_a_name(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Pegawai Negeri Sipil menerima gaji ketiga belas.",
        "Guru Penggerak berkumpul di aula.",
        "Sehubungan dengan itu, Permendagri berlaku.",
        "Layanan Whatsapp dan Instagram ditutup.",
        "Kunjungan dari Rusia dan Spanyol ditunda.",
        "Isilah formulir ini, lalu kirimkan.",
    ],
)
def test_ordinary_words_and_known_places_are_no_names(text: str) -> None:
    assert names(text) == []


def test_without_a_dictionary_silence_says_nothing() -> None:
    assert not Vocabulary({}, frozenset(), frozenset()).is_strange("juariah")


def listed(text: str) -> list[tuple[str, Role]]:
    return [(text[m.name_start : m.name_end], m.role) for m in with_listed(people(text), text) if m.sure]


def test_names_listed_after_a_victim_are_victims() -> None:
    text = "Korban adalah Sumiati, Mawar, dan Bunga Melati."
    assert listed(text) == [
        ("Sumiati", Role.VICTIM),
        ("Mawar", Role.VICTIM),
        ("Bunga Melati", Role.VICTIM),
    ]


def test_a_name_after_an_officials_stays_unsure() -> None:
    official = Mention(0, 6, 0, 6, Role.OFFICIAL, True, "office")
    capitals = Mention(8, 13, 8, 13, Role.UNKNOWN, False, "capitals")
    assert with_listed([official, capitals], "Sanusi, Mawar") == (official, capitals)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Kemarin putri sulung kepala desa sakit.", "putri sulung kepala"),
        ("Bekas sopir pribadi bupati melapor.", "Bekas sopir pribadi bupati"),
        ("Kabar dari istri Camat Sukorejo diterima.", "istri Camat Sukorejo"),
        ("Istri sekretaris desa datang.", "Istri sekretaris"),
        ("Laporan satu-satunya bidan di sana diterima.", "satu-satunya bidan"),
    ],
)
def test_kin_and_servants_of_an_office_holder_are_told_by_that(text: str, whole: str) -> None:
    found = with_relations(people(text), text, WORDS, [Span(0, len(text))])
    assert [(text[m.start : m.end], m.role) for m in found if m.why == "relation"] == [(whole, Role.PRIVATE)]


@pytest.mark.parametrize("text", ["Setiap istri kepala desa diundang.", "Anak, kepala desa, dan guru hadir."])
def test_kin_in_general_are_nobody(text: str) -> None:
    found = with_relations(people(text), text, WORDS, [Span(0, len(text))])
    assert [m for m in found if m.why == "relation"] == []


def test_the_place_a_story_opens_with_is_nobody() -> None:
    draft = "Bumiarta – Seorang anak berinisial NA (14) menjadi korban kekerasan seksual tetangganya.\n"
    report = Linter().check_text(draft, name="rilis.txt")
    assert [item.rule for item in report.findings if item.rule == "restricted/child-identity"] == []


def test_how_long_is_not_how_old() -> None:
    assert [m.age for m in people("Sukri Hasan dua tahun jadi nelayan.")] == [None]
    assert [m.age for m in people("Rafli Hasan, dua belas tahun, tersenyum.")] == [12]


def test_a_title_that_people_are_named_by_is_a_name_behind_another() -> None:
    assert names("Kami menemui Bu Ning di pasar.") == ["Ning"]
    assert names("Kami menemui Ibu Putri di pasar.") == ["Putri"]


def test_an_elected_official_is_in_office() -> None:
    (mention,) = people("Bupati terpilih Sri Rejeki hadir.")
    assert mention.role is Role.OFFICIAL


def test_a_group_is_nobody() -> None:
    assert names("Kelompok Wanita Tani Melati menanam cabai.") == []


def test_a_body_before_a_verb_of_being_leaves_the_name() -> None:
    assert names("Yang datang ke inspektorat adalah Komarudin.") == ["Komarudin"]
