"""Channels held against a directory: verdict, right value, and the part that is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.contacts.channel import DIALLED, Channel, Kind
from ppid_lint.contacts.compare import compare
from ppid_lint.contacts.comparison import Comparison, Question
from ppid_lint.contacts.directory import Directory, DirectoryChannel, Unit, build_directory
from ppid_lint.contacts.directory_file import load
from ppid_lint.contacts.edit_distance import one_edit
from ppid_lint.contacts.extraction import channels_in
from ppid_lint.contacts.places import area_serves, postcode_fits
from ppid_lint.contacts.reference_file import load_references
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.text import Span

REFERENCES = load_references(Path(__file__).parent.parent / "rules" / "lists")
TODAY = date(2026, 1, 1)
KONTAK = """
organisation: Dinas Contoh
domains: [kemenkeu.go.id]
former_domains: [depkeu.go.id]
units:
  - id: pusat
    name: Kantor Pusat Contoh
    aliases: [Dinas Contoh]
    address: {street: Jl. Lapangan Melati Timur No. 2-4, city: Jakarta Pusat, postcode: "10710"}
    phones: ["(021) 3449230", "150-992", {value: "(021) 3840000", former: true}]
    emails: [humas.contoh@kemenkeu.go.id, {value: lama.contoh@kemenkeu.go.id, valid_until: 2025-01-01}]
    urls: [https://www.djkn.kemenkeu.go.id]
    social: {instagram: "@kantorcontoh"}
    hours: Senin-Jumat 08.00-16.00 WIB
  - id: malang
    name: Kantor Contoh Malang
    address: {street: Jl. S. Supardi No. 157, city: Kota Malang, postcode: "65148"}
    phones: ["(0341) 332211", "0811-3600-4455"]
    emails: [contohmalang@kemenkeu.go.id]
    hours: Senin-Jumat 08.00-15.30 WIB
  - id: lama
    name: Kantor Contoh Lama
    phones: ["(0380) 831157"]
    valid_until: 2024-12-31
"""


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    path = tmp_path_factory.mktemp("kontak") / "kontak.yaml"
    path.write_text(KONTAK, encoding="utf-8")
    return load(path)


def _compare(text: str, directory: Directory, unit: str = "") -> Comparison:
    (channel,) = channels_in(text)
    named = next((one for one in directory.units if one.id == unit), None)
    return compare(channel, Question(directory, REFERENCES, TODAY, named))


@pytest.mark.parametrize(
    ("text", "verdict", "expected"),
    [
        ("(0341) 332211", Verdict.EXACT, "(0341) 332211"),
        ("+62 341 332211", Verdict.EXACT, "(0341) 332211"),
        ("https://wa.me/6281136004455", Verdict.EXACT, "0811-3600-4455"),
        ("call center 1 50-992", Verdict.FORMATTED, "150-992"),
        ("Telp. 332211", Verdict.FORMATTED, "(0341) 332211"),
        ("(0341) 323211", Verdict.NEAR, "(0341) 332211"),
        ("(0431) 332211", Verdict.NEAR, "(0341) 332211"),
        ("0811-3600-4545", Verdict.NEAR, "0811-3600-4455"),
        ("(021) 3840000", Verdict.FORMER, "(021) 3449230"),
        ("(0380) 831157", Verdict.EXPIRED, ""),
        ("hubungi 112", Verdict.NATIONAL, "112"),
        ("hubungi 14046", Verdict.NATIONAL, ""),
        ("(0341) 408799", Verdict.UNKNOWN, ""),
        ("contohmalang@kemenkeu.go.id", Verdict.EXACT, "contohmalang@kemenkeu.go.id"),
        ("contohmalnag@kemenkeu.go.id", Verdict.NEAR, "contohmalang@kemenkeu.go.id"),
        ("contohmalang@kemenkeu.co.id", Verdict.NEAR, "contohmalang@kemenkeu.go.id"),
        ("contohmalang@gmail.com", Verdict.NEAR, "contohmalang@kemenkeu.go.id"),
        ("surat@kemenkue.go.id", Verdict.NEAR, "surat@kemenkeu.go.id"),
        ("contohmalang@kemenkes.go.id", Verdict.OFFICIAL, ""),
        ("contohmalang@depkeu.go.id", Verdict.FORMER, "contohmalang@kemenkeu.go.id"),
        ("lama.contoh@kemenkeu.go.id", Verdict.EXPIRED, "humas.contoh@kemenkeu.go.id"),
        ("seseorang@gmail.com", Verdict.UNKNOWN, ""),
        ("www.djkn.kemenkeu.go.id/berita", Verdict.EXACT, "https://www.djkn.kemenkeu.go.id"),
        ("https://www.djkm.kemenkeu.go.id", Verdict.NEAR, "https://www.djkn.kemenkeu.go.id"),
        ("https://www.djpk.kemenkeu.go.id", Verdict.OFFICIAL, ""),
        ("https://lelang.kemenkue.go.id/a", Verdict.NEAR, "https://lelang.kemenkeu.go.id/a"),
        ("https://www.kemenkes.go.id", Verdict.OFFICIAL, ""),
        ("https://www.lapor.go.id", Verdict.OFFICIAL, ""),
        ("www.djkn.depkeu.go.id", Verdict.FORMER, "www.djkn.kemenkeu.go.id"),
        ("https://contoh.com", Verdict.UNKNOWN, ""),
        ("Instagram @kantorcontoh", Verdict.EXACT, "@kantorcontoh"),
        ("Instagram @kantorconton", Verdict.NEAR, "@kantorcontoh"),
        ("Instagram @lainnya", Verdict.UNKNOWN, ""),
    ],
)
def test_a_channel_gets_its_verdict_and_the_right_value(
    directory: Directory, text: str, verdict: Verdict, expected: str
) -> None:
    found = _compare(text, directory)
    assert (found.verdict, found.expected) == (verdict, expected)


def test_another_units_number_under_this_units_name(directory: Directory) -> None:
    found = _compare("(021) 3449230", directory, "malang")
    assert (found.verdict, found.expected) == (Verdict.OTHER_UNIT, "(0341) 332211")
    assert _compare("call center 150-992", directory, "malang").verdict is Verdict.EXACT
    assert _compare("humas.contoh@kemenkeu.go.id", directory, "malang").verdict is Verdict.EXACT
    assert _compare("contohmalang@kemenkeu.go.id", directory, "pusat").verdict is Verdict.OTHER_UNIT


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Jl. S. Supardi No. 175, Kota Malang 65148", {"number": "No. 157"}),
        ("Jl. S. Supradi No. 157, Kota Malang 65148", {"street": "Jl. S. Supardi"}),
        ("Jl. Veteran No. 157, Kota Malang 65148", {"street": "Jl. S. Supardi"}),
        ("Jl. S. Supardi No. 157, Kota Malang 65184", {"postcode": "65148"}),
        ("Jl. S. Supardi No. 157, Kab. Malang", {"city": "Kota Malang"}),
        ("Jalan Lapangan Melati Timur Nomor 2-4, Jakarta Pusat 10170", {"postcode": "10710"}),
    ],
)
def test_the_wrong_part_of_an_address_is_told(directory: Directory, text: str, wrong: dict[str, str]) -> None:
    found = _compare(text, directory)
    assert found.verdict is Verdict.NEAR
    assert {difference.part: difference.expected for difference in found.differences} == wrong
    assert all(text[one.span.start : one.span.end] == one.found for one in found.differences)


def test_another_place_is_not_wrong(directory: Directory) -> None:
    assert (
        _compare("Jl. Pantai Indah No. 3, Kota Malang 65111", directory, "malang").verdict is Verdict.UNKNOWN
    )
    assert _compare("Jalan S Supardi No 157, Malang", directory, "malang").verdict is Verdict.EXACT


def test_hours_differ_from_the_units(directory: Directory) -> None:
    assert _compare("Senin-Jumat 08.00-15.30 WIB", directory, "malang").verdict is Verdict.EXACT
    found = _compare("Senin-Jumat 08.00-16.00 WIB", directory, "malang")
    assert (found.verdict, found.expected) == (Verdict.NEAR, "Senin-Jumat 08.00-15.30 WIB")


def test_a_near_miss_counts_in_a_large_directory_only_against_the_named_unit(directory: Directory) -> None:
    others = [Unit(f"u{number}", f"Kantor {number}") for number in range(60)]
    large = build_directory(organisation="", units=[*directory.units, *others])
    assert _compare("(0341) 323211", large).verdict is Verdict.UNKNOWN
    assert _compare("(0341) 323211", large, "malang").verdict is Verdict.NEAR


def _mutations(value: str, alphabet: str) -> st.SearchStrategy[str]:
    places = st.integers(0, len(value) - 1)
    changed = st.builds(lambda at, to: value[:at] + to + value[at + 1 :], places, st.sampled_from(alphabet))
    swapped = places.map(lambda at: value[:at] + value[at : at + 2][::-1] + value[at + 2 :])
    dropped = places.map(lambda at: value[:at] + value[at + 1 :])
    return st.one_of(changed, swapped, dropped).filter(lambda mutated: mutated != value)


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        (Kind.PHONE, "0341332211", "(0341) 332211"),
        (Kind.MOBILE, "081136004455", "0811-3600-4455"),
        (Kind.PHONE, "0213449230", "(021) 3449230"),
        (Kind.PHONE, "150992", "150-992"),
        (Kind.EMAIL, "contohmalang@kemenkeu.go.id", "contohmalang@kemenkeu.go.id"),
        (Kind.EMAIL, "humas.contoh@kemenkeu.go.id", "humas.contoh@kemenkeu.go.id"),
    ],
)
@given(data=st.data())
def test_one_slip_is_near_the_right_value(
    directory: Directory, data: st.DataObject, kind: Kind, value: str, written: str
) -> None:
    slip = data.draw(_mutations(value, "0123456789" if kind in DIALLED else "abcdefghijklmnopqrstuvwxyz"))
    question = Question(directory, REFERENCES, TODAY)
    found = compare(Channel(kind, slip, Span(0, len(slip)), slip), question)
    known = slip in REFERENCES.national_lines or REFERENCES.is_listed_host(slip.partition("@")[2])
    if not (known and not slip.endswith("@kemenkeu.go.id")):
        assert (found.verdict, found.expected) == (Verdict.NEAR, written)


@given(st.text("ab1", max_size=6), st.text("ab1", max_size=6))
def test_one_edit_is_symmetric_and_agrees_with_all_edits(one: str, other: str) -> None:
    edits = {one[:at] + one[at + 1 :] for at in range(len(one))}
    edits |= {one[:at] + letter + one[at:] for at in range(len(one) + 1) for letter in "ab1"}
    edits |= {one[:at] + letter + one[at + 1 :] for at in range(len(one)) for letter in "ab1"}
    edits |= {one[:at] + one[at : at + 2][::-1] + one[at + 2 :] for at in range(len(one))}
    assert one_edit(one, other) == one_edit(other, one) == (other in edits - {one})


def test_area_codes_and_postcodes_know_their_places() -> None:
    assert len(REFERENCES.area_codes) >= 290
    assert area_serves("0341", "Kota Malang", REFERENCES) is True
    assert area_serves("021", "Jakarta Pusat", REFERENCES) is True
    assert area_serves("021", "Sumedang", REFERENCES) is False
    assert area_serves("0999", "Sumedang", REFERENCES) is None
    assert postcode_fits("65148", "Kota Malang") is True
    assert postcode_fits("65148", "Surabaya") is False
    assert postcode_fits("10340", "Central Jakarta") is True
    assert (
        postcode_fits("76219", "Kota Probolinggo") is False
    )  # no village's, and none of that city begins so
    assert postcode_fits("67299", "Kota Probolinggo") is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("docs.google.com/forms/d/e/x", "form"),
        ("forms.gle/x", "form"),
        ("www.bit.ly/x", "shortener"),
        ("linktr.ee/x", "page"),
        ("kemenkeu.go.id/x", ""),
        ("docs.google.com/document/x", ""),
    ],
)
def test_unofficial_links_are_known_by_host_and_path(address: str, name: str) -> None:
    assert REFERENCES.link_class(address) == name


def test_a_known_channel_is_found_by_its_value(directory: Directory) -> None:
    (entry,) = directory.find(Kind.EMAIL, "contohmalang@kemenkeu.go.id")
    assert entry.channel == DirectoryChannel(
        Kind.EMAIL, "contohmalang@kemenkeu.go.id", "contohmalang@kemenkeu.go.id"
    )
