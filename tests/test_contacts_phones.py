"""Phones in a text: every form that is one, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.contacts.channel import Kind, Problem
from ppid_lint.contacts.phone_shape import dialled, national, shape
from ppid_lint.contacts.phones import find_phones
from ppid_lint.contacts.placeholders import find_placeholders


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Telp. (0341) 332211", "0341332211"),
        ("(0341) 332211", "0341332211"),
        ("telepon 0341-332211", "0341332211"),
        ("Telp.0341-332211", "0341332211"),
        ("+62 341 332211", "0341332211"),
        ("+62 (0)21 3449230", "0213449230"),
        ("(0561) 817 4267", "05618174267"),
        ("024-76914580, www", "02476914580"),
        ("0341 332211-12", "0341332211"),
        ("Call center: 1 50-991.", "150991"),
        (" 1 50-991    ID | EN", "150991"),
        ("Kring Pajak 1500-200", "1500200"),
        ("call center 14045", "14045"),
        ("LAPOR! (SMS 1708)", "1708"),
        ("tel 0800-1-500-225", "08001500225"),
        ("0812 3456 7719.", "081234567719"),
        ("HP 0811.3600.4455", "081136004455"),
        ("+92 666 888 0000", "+926668880000"),
        ("Telp. 332211", "332211"),
        ("No. Rekening kosong, telepon (0341) 332211", "0341332211"),
    ],
)
def test_a_phone_is_read_in_every_form(text: str, value: str) -> None:
    found = find_phones(text)
    assert [channel.value for channel in found] == [value]
    assert found[0].problem in {None, Problem.SEQUENTIAL}
    assert text[found[0].span.start : found[0].span.end] == found[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Zoom Meeting ID: 862 6280 1671",
        "rekening BRI 0051-01-023456-53-7",
        "Nomor Surat 0341/332211/2024",
        "ND-812/KN.7/2026",
        "Nomor seri mesin 1234567890123456 tercatat",
        "Rp 1.500.000.000",
        "pukul 08.00-15.30 WIB",
        "tabel 0812-2026 pada lampiran",
        "NIP 19750825 199612 1 014",
        "NIK 3573012309780004",
        "tahun 2019-2024",
        "halaman 150-991",
        "sebanyak 150-200 orang",
        "Telepon 3 petugas 2024",
        "call center 24 jam",
        "Hubungi kami di Jakarta Pusat 10710",
        "formulir_0341332211.pdf",
        "Keputusan 213/PMK.06/2020",
    ],
)
def test_what_is_not_dialled_is_no_phone(text: str) -> None:
    assert find_phones(text) == ()


def test_a_second_number_inherits_area_code_and_fax() -> None:
    found = find_phones("Telp. (021) 3449230, 3500841 pesawat 102 Faks (021) 3500842 / 3500843")
    assert [(channel.kind, channel.value) for channel in found] == [
        (Kind.PHONE, "0213449230"),
        (Kind.PHONE, "0213500841"),
        (Kind.FAX, "0213500842"),
        (Kind.FAX, "0213500843"),
    ]
    extension = found[1].part("extension")
    assert extension is not None
    assert extension.text == "102"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("WA 0811-3600-4455", Kind.WHATSAPP),
        ("0811-3600-4455 (WA)", Kind.WHATSAPP),
        ("Telp/Fax (0341) 332211", Kind.PHONE),
        ("faksimile (0341) 332211", Kind.FAX),
        ("hubungi 0811-3600-4455", Kind.MOBILE),
    ],
)
def test_the_label_tells_the_kind(text: str, kind: Kind) -> None:
    assert [channel.kind for channel in find_phones(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Telepon kantor (021) 34492 hanya melayani jam kerja", Problem.TOO_SHORT),
        ("HP 0812-345", Problem.TOO_SHORT),
        ("No. HP: 081234567890123456", Problem.TOO_LONG),
        ("Telp. 0000", Problem.PLACEHOLDER),
        ("Telp. (021) 0000000", Problem.PLACEHOLDER),
        ("Telp. (0341) 123456", Problem.SEQUENTIAL),
    ],
)
def test_a_labelled_number_that_cannot_be_dialled_carries_its_problem(text: str, problem: Problem) -> None:
    assert [channel.problem for channel in find_phones(text)] == [problem]


def test_a_column_header_is_a_label() -> None:
    assert [channel.value for channel in find_phones("332211", label="No. Telepon")] == ["332211"]
    assert find_phones("0341332211", label="No. Rekening") == ()


@pytest.mark.parametrize(
    "text",
    [
        "08xx-xxxx-xxxx",
        "(021) xxxxxxx",
        "[nomor telepon]",
        "[nomor ekstensi]",
        "+62 8xx-xxxx",
        "[alamat email]",
    ],
)
def test_a_pattern_to_fill_in_is_a_placeholder(text: str) -> None:
    found = find_placeholders(f"Hubungi {text} ya")
    assert [(channel.text, channel.problem) for channel in found] == [(text, Problem.PLACEHOLDER)]


@pytest.mark.parametrize("text", ["LAP-[nomor urut]", "${telepon}", "[terlampir]", "xxx"])
def test_other_brackets_are_none(text: str) -> None:
    assert find_placeholders(text) == ()


def test_national_digits_are_one_whatever_the_prefix() -> None:
    assert {national("+62341332211"), national("62341332211"), national("0341332211")} == {"0341332211"}
    assert dialled("(0341) 332211") == "0341332211"
    assert dialled("(021) 34492") is None
    assert shape("0213449230").area == "021"


@given(st.text(alphabet="0123456789 ()-+.,/telp:WAfax", max_size=60))
def test_spans_are_in_order_and_hold_what_was_read(text: str) -> None:
    found = find_phones(text)
    for channel in found:
        assert text[channel.span.start : channel.span.end] == channel.text
        assert channel.value.lstrip("+").isdigit()
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
