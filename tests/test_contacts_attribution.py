"""Which unit a channel of a draft belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from ppid_lint.contacts.attribution import Attribution, How, attributor
from ppid_lint.contacts.directory import Directory, PostalAddress, Unit, build_directory
from ppid_lint.contacts.names import build_names
from ppid_lint.contacts.reference_file import load_references
from ppid_lint.document import Block, Cell, Document, Piece, Role
from ppid_lint.text import Span

UNITS = (
    Unit("pusat", "Kantor Pusat DJKN", ("DJKN", "Direktorat Jenderal Kekayaan Negara")),
    Unit("malang", "KPKNL Malang", ("Kantor Pelayanan Kekayaan Negara dan Lelang Malang",)),
    Unit("kupang", "KPKNL Kupang"),
)
BODIES = load_references(Path(__file__).parent.parent / "rules" / "lists").bodies
DIRECTORY = build_directory(organisation="Direktorat Jenderal Kekayaan Negara", units=UNITS)


def _block(text: str, *, section: str = "", cell: Cell | None = None, role: Role = Role.PARAGRAPH) -> Block:
    return Block(role, text, (Piece(0, len(text), 0, len(text)),), section=section, cell=cell)


def _attribute(blocks: list[Block], index: int, mark: str, directory: Directory = DIRECTORY) -> Attribution:
    document = Document("", "text", tuple(blocks))
    at = blocks[index].text.index(mark)
    return attributor(document, build_names(directory), BODIES).attribute(index, [Span(at, at + len(mark))])[
        0
    ]


def _unit(found: Attribution) -> str:
    return found.unit.id if found.unit else ""


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Hubungi KPKNL Malang di 0341, lalu", "malang"),
        ("Kantor Pelayanan Kekayaan Negara dan Lelang (KPKNL) Malang: 0341", "malang"),
        ("KPKNL Malang bermitra dengan KPKNL Kupang, telepon 0341", "kupang"),
        ("Telepon 0341 (KPKNL Malang)", "malang"),
        ("kpknl malang 0341", "malang"),
        ("Humas DJKN 0341", "pusat"),
        ("KPKNL Malang Gelar Lelang Akhir Tahun 0341", "malang"),
    ],
)
def test_the_nearest_name_in_the_block_counts(text: str, unit: str) -> None:
    found = _attribute([_block(text)], 0, "0341")
    assert (_unit(found), found.how) == (unit, How.BLOCK)


def test_an_acronym_counts_in_capitals_and_outside_addresses() -> None:
    blocks = [_block("djkn 0341"), _block("www.DJKN.go.id 0341")]
    assert [_unit(_attribute(blocks, index, "0341")) for index in (0, 1)] == ["", ""]


def test_the_organisation_alone_is_named_loosely() -> None:
    assert _attribute([_block("DJKN 0341")], 0, "0341").loosely
    assert not _attribute([_block("Kantor Pusat DJKN 0341")], 0, "0341").loosely


def test_another_body_named_nearer_takes_the_channel() -> None:
    found = _attribute([_block("KPKNL Malang dan Dinas Koperasi Kota Batu, telepon 0341")], 0, "0341")
    assert (found.unit, found.body) == (None, "Dinas Koperasi Kota Batu")
    found = _attribute([_block("KPKNL Malang mengundang Dinas Koperasi. Telepon 0341")], 0, "0341")
    assert _unit(found) == "malang"
    assert _attribute([_block("Kanwil DJKN Jawa Timur 0341")], 0, "0341").unit is None


def test_the_row_then_the_heading_then_the_title_counts() -> None:
    row = [
        _block("KPKNL Kupang", cell=Cell(1, 2, 1, "Kantor", False)),
        _block("0341", cell=Cell(1, 2, 2, "Telepon", False), section="KPKNL Malang"),
        _block("0342", cell=Cell(1, 3, 1, "Telepon", False), section="KPKNL Malang"),
    ]
    assert [_unit(_attribute(row, 1, "0341")), _unit(_attribute(row, 2, "0342"))] == ["kupang", "malang"]
    draft = [_block("KPKNL Malang Gelar Lelang", role=Role.HEADING), _block("Hubungi 0341.")]
    found = _attribute(draft, 1, "0341")
    assert (_unit(found), found.how) == ("malang", How.TITLE)


def test_the_only_unit_of_a_directory_publishes() -> None:
    alone = build_directory(organisation="", units=UNITS[1:2])
    assert _unit(_attribute([_block("Hubungi 0341.")], 0, "0341", alone)) == "malang"
    assert _attribute([_block("Hubungi 0341.")], 0, "0341").how is How.NONE


def test_a_directory_without_units_names_nobody() -> None:
    empty = build_directory(organisation="", units=())
    assert _attribute([_block("Kantor kami: 0341")], 0, "0341", empty) == Attribution(None, How.NONE)


def test_names_of_a_large_directory_are_found_in_one_pass() -> None:
    units = [Unit(f"u{number}", f"Kantor Contoh {number:05d}") for number in range(5000)]
    names = build_names(build_directory(organisation="", units=units))
    assert [mention.unit.id for mention in names.mentions("Kantor Contoh 04321 dan Kantor Contoh 00007")] == [
        "u4321",
        "u7",
    ]


# Units of one name

SAME = build_directory(
    organisation="",
    units=[
        Unit("batu", "Dinas Sosial", address=PostalAddress("Batu", (("city", "Kota Batu"),))),
        Unit("malang", "Dinas Sosial", address=PostalAddress("Malang", (("city", "Kota Malang"),))),
        Unit("blitar", "Dinas Sosial Blitar"),
    ],
)


@pytest.mark.parametrize(
    ("text", "unit", "loosely"),
    [
        ("Dinas Sosial Kota Malang, telepon 0341", "malang", False),
        ("Dinas Sosial, Kota Batu: 0341", "batu", False),
        ("Dinas Sosial melayani di 0341", "batu", True),
        ("Dinas Sosial Blitar 0341", "blitar", False),
    ],
)
def test_the_city_tells_units_of_one_name_apart(text: str, unit: str, loosely: bool) -> None:
    found = _attribute([_block(text)], 0, "0341", SAME)
    assert (_unit(found), found.loosely) == (unit, loosely)


# Organisations that the directory has not got


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("KPKNL Malang hadir. Dispendukcapil: 0341", "Dispendukcapil"),
        ("Pemesanan ke RRI Malang 0341", "RRI Malang"),
        ("Tamu menghubungi hotel di 0341", "hotel"),
        ("Mal Pelayanan Publik Kota Malang Senin 0341", "Mal Pelayanan Publik Kota Malang"),
        ("Aliran di Kecamatan Blimbing mati, telepon 0341", ""),
        ("di depan Kantor Pos Malang, telepon 0341", ""),
        ("di Jalan Museum Brawijaya, telepon 0341", ""),
    ],
)
def test_a_body_is_known_by_its_name_its_initials_or_a_word(text: str, body: str) -> None:
    assert _attribute([_block("Pembuka."), _block(text)], 1, "0341").body == body


@pytest.mark.parametrize(
    ("head", "text", "own"),
    [
        ("Dinas Sosial Kota Batu Buka Layanan", "Hubungi Dinas Sosial di 0341", True),
        ("Dinas Lingkungan Hidup (DLH) Kota Batu menanam pohon.", "DLH: 0341", True),
        ("Dinas Lingkungan Hidup menanam pohon.", "DLH 0341", True),
        ("Dinas Sosial Kota Batu Buka Layanan", "Polres Batu: 0341", False),
        ("Mulai 2 Juli 2026 Balai Bahasa Bali berkantor di Denpasar.", "Balai Bahasa Bali 0341", True),
        ("Berkas diterima.", "Pengaduan disampaikan ke Dinas Pertanian Kota Batu, 0341", True),
    ],
)
def test_the_publisher_is_named_at_the_head_or_is_the_one_to_turn_to(head: str, text: str, own: bool) -> None:
    found = _attribute([_block(head), _block(text)], 1, "0341")
    assert (found.own, found.unit) == (own, None)


def test_what_an_address_names_is_where_it_lies() -> None:
    text = "Kantor Contoh Jaya, Jl. Mawar No. 3, Kelurahan Lowokwaru, telepon 0341"
    at, address = text.index("0341"), text.index("Kelurahan")
    whose = attributor(Document("", "text", (_block(text),)), build_names(DIRECTORY), BODIES)
    found = whose.attribute(0, [Span(at, at + 4)], [Span(address, address + 20)])
    assert found[0].body == "Kantor Contoh Jaya"


def test_a_title_that_names_another_body_too_is_the_publishers() -> None:
    title = "DJKN dan Universitas Contoh Petakan Air"
    blocks = [_block(title, role=Role.HEADING), _block("Narahubung: 0341", section=title)]
    assert _unit(_attribute(blocks, 1, "0341")) == "pusat"
    title = "Dinas Contoh dan Universitas Melati Petakan Air"
    blocks = [_block(title, role=Role.HEADING), _block("Narahubung: 0341", section=title)]
    assert _attribute(blocks, 1, "0341").own


def test_the_publishers_own_may_follow_a_sentence_of_another_unit() -> None:
    blocks = [_block("KPKNL Malang tutup."), _block("Warga ke KPKNL Kupang saja. Kiriman pos ke 0341.")]
    found = _attribute(blocks, 1, "0341")
    assert (_unit(found), found.also and found.also.id) == ("kupang", "malang")
    blocks = [_block("KPKNL Malang tutup."), _block("Warga ke KPKNL Kupang, 0341.")]
    assert _attribute(blocks, 1, "0341").also is None


def test_a_post_is_of_whoever_publishes() -> None:
    blocks = [_block("Basarnas Cilacap mencari nelayan."), _block("Posko SAR gabungan: 0282")]
    assert not _attribute(blocks, 1, "0282").elsewhere
    blocks = [_block("Basarnas Cilacap mencari nelayan."), _block("Posko Dinas Contoh Jaya: 0282")]
    assert _attribute(blocks, 1, "0282").elsewhere


def test_the_house_an_address_lies_in_is_nobodys_name() -> None:
    text = "Kantor Contoh Jaya: Gedung Melati Lantai 9, Jalan Mawar No. 3, telepon 0341"
    at, address = text.index("0341"), text.index("Jalan")
    whose = attributor(Document("", "text", (_block(text),)), build_names(DIRECTORY), BODIES)
    found = whose.attribute(0, [Span(at, at + 4)], [Span(address, address + 18)])
    assert found[0].body == "Kantor Contoh Jaya"


def test_a_unit_right_before_its_own_channel_is_not_asked_for_the_one_before() -> None:
    text = "Sampaikan ke 0341 atau lewat pusat panggilan KPKNL Malang 150-991."
    places = [Span(at, at + 4) for at in (text.index("0341"), text.index("150-"))]
    blocks = (_block("Kantor Pusat DJKN membuka layanan."), _block(text))
    whose = attributor(Document("", "text", blocks), build_names(DIRECTORY), BODIES)
    assert [_unit(found) for found in whose.attribute(1, places)] == ["pusat", "malang"]


def test_a_firm_publishes_no_draft_that_names_a_unit() -> None:
    blocks = [
        _block("Koperasi Melati menjual kopi."),
        _block("KPKNL Malang hadir."),
        _block("Koperasi Melati 0341"),
    ]
    found = _attribute(blocks, 2, "0341")
    assert (found.own, found.private) == (False, True)
