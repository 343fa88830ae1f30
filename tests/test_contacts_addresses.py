"""Postal addresses and service hours in a text."""

from __future__ import annotations

import pytest

from ppid_lint.contacts.address_parts import city_key, number_key, street_key
from ppid_lint.contacts.addresses import find_addresses
from ppid_lint.contacts.channel import Channel
from ppid_lint.contacts.extraction import channels_of
from ppid_lint.contacts.hours import find_hours, hours_value, parse_hours, same_hours
from ppid_lint.contacts.split_addresses import continuations
from ppid_lint.readers import read


def _parts(text: str) -> dict[str, str]:
    (channel,) = find_addresses(text)
    for part in channel.parts:
        assert text[part.span.start : part.span.end] == part.text
    return {part.name: part.text for part in channel.parts}


def test_the_parts_of_an_address_stand_where_they_say() -> None:
    parts = _parts("datang ke Jl. Lapangan Banteng Timur No. 2-4, Jakarta Pusat 10710. Loket buka")
    assert parts == {
        "street": "Jl. Lapangan Banteng Timur",
        "number": "No. 2-4",
        "city": "Jakarta Pusat",
        "postcode": "10710",
    }


def test_building_floor_and_neighbourhood_are_parts() -> None:
    parts = _parts(
        "Gedung Merpati Lantai 3, Jl. dr. Wahid No. 1 RT 03/RW 05, Kel. Situ, Kec. Utara, Kab. Contoh 45300"
    )
    assert parts == {
        "building": "Gedung Merpati",
        "floor": "Lantai 3",
        "street": "Jl. dr. Wahid",
        "number": "No. 1",
        "rt-rw": "RT 03/RW 05",
        "village": "Kel. Situ",
        "district": "Kec. Utara",
        "city": "Kab. Contoh",
        "postcode": "45300",
    }


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Jln Melati Utara No 384 B", "Jln Melati Utara No 384 B"),
        ("di Jl. 17 Agustus No. 5, Bandung; telepon", "Jl. 17 Agustus No. 5, Bandung"),
        ("Jalan Raya Darmo 12, Surabaya", "Jalan Raya Darmo 12, Surabaya"),
        ("Jl. Mawar Kav. 52-53, Jakarta Selatan 12190", "Jl. Mawar Kav. 52-53, Jakarta Selatan 12190"),
        (
            "Kantor Desa Asri, Kec. Timur Laut, Kab. Contoh / 024",
            "Kantor Desa Asri, Kec. Timur Laut, Kab. Contoh",
        ),
        ("JALAN S. MAWAR NO. 157, KOTA CONTOH", "JALAN S. MAWAR NO. 157, KOTA CONTOH"),
        ("Aula, Jl. Jend. Mawar No. 10, Surabaya", "Jl. Jend. Mawar No. 10, Surabaya"),
        ("Jl. Mawar No. 9 Telp (0261) 201313", "Jl. Mawar No. 9"),
    ],
)
def test_an_address_ends_where_it_ends(text: str, whole: str) -> None:
    assert [channel.text for channel in find_addresses(text)] == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "Jalan Angkatan 45 ditutup sementara",
        "jalan rusak di Jl. Sudirman ditutup",
        "Jalan A Yani, Jalan S Parman dan Jalan Serayu",
        "SD Negeri Jalan Kaum",
        "jalan keluar bagi warga",
        "Desa Asri Kecamatan Timur melaksanakan musyawarah",
        "perbaikan Jalan Sudirman, Kota Malang",
    ],
)
def test_a_road_in_prose_is_no_address(text: str) -> None:
    assert find_addresses(text) == ()


def test_a_province_after_a_city_is_no_part_of_its_name() -> None:
    parts = _parts("Jalan Mawar Nomor 5 Kota Malang Jawa Timur 65119")
    assert (parts["city"], parts["province"]) == ("Kota Malang", "Jawa Timur")
    assert _parts("Jl. Mawar No. 5, Kota Banda Aceh 23111")["city"] == "Kota Banda Aceh"


def test_writings_of_one_place_share_their_keys() -> None:
    assert street_key("Jl. S. Supriadi") == street_key("Jalan S Supriadi")
    assert number_key("No. 2-4") == number_key("Nomor 2 – 4")
    assert city_key("Kota Malang").name == city_key("Malang").name
    assert city_key("Kab. Malang").rank != city_key("Kota Malang").rank


WEEK = "1 08:00-16:00;2 08:00-16:00;3 08:00-16:00;4 08:00-16:00;5 08:00-16:00"


@pytest.mark.parametrize(
    "text",
    [
        "Loket buka Senin-Jumat 08.00-16.00 WIB.",
        "setiap hari kerja pukul 08.00 s.d. 16.00 WIB",
        "Senin s.d. Kamis pukul 08.00 - 16.00, Jumat 08.00–16.00 WIB",
        "Monday to Friday, 8.00-16.00",
        "Senin sampai dengan Jum'at: 08.00 s.d. 16.00",
        "Senin sampai Jumat pukul delapan pagi sampai empat sore",
        "hari kerja jam 8 pagi s.d. 16.00",
        "Monday to Friday, 8 a.m. to 4 p.m.",
    ],
)
def test_hours_have_one_normal_form(text: str) -> None:
    assert [channel.value for channel in find_hours(text)] == [WEEK]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat digelar Kamis, 12 Maret 2026 pukul 09.00-11.30 WIB",
        "Rapat Kamis pukul 09.00-11.30",
        "skor 8-16",
    ],
)
def test_an_event_is_no_service_hours(text: str) -> None:
    assert find_hours(text) == ()


def test_hours_without_days_need_a_label() -> None:
    assert [channel.value for channel in find_hours("jam layanan 08.00-15.00 WIB")] == ["* 08:00-15:00"]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Senin-Jumat 08.00-16.00", True),
        ("Senin-Jumat 08.00-12.00 dan 13.00-16.00", True),
        ("Jumat 08.00-16.00", True),
        ("Senin-Jumat 08.00-15.00", False),
        ("Senin-Sabtu 08.00-16.00", False),
        ("Senin-Kamis 08.00-16.00", False),
    ],
)
def test_hours_are_compared_day_by_day(text: str, same: bool) -> None:
    assert same_hours(hours_value(parse_hours(text)), WEEK) is same


# Addresses over several lines


def _lines(text: str) -> list[tuple[str, set[str]]]:
    """The lines that go on an address, each with the parts carried from the lines before."""
    blocks = read(text.encode(), "draf.txt").blocks
    channels: dict[int, tuple[Channel, ...]] = {
        index: found for index, block in enumerate(blocks) if (found := channels_of(block))
    }
    return [
        (line.channel.text, {part.name for part in line.carried})
        for _, line in continuations(blocks, channels)
    ]


def test_a_city_and_a_postcode_on_lines_of_their_own_go_on_the_address() -> None:
    found = _lines("Alamat\nJl. Mawar No. 3\nKota Malang\nKode Pos 65148\nTelepon (0341) 551177")
    assert found == [
        ("Jl. Mawar No. 3", {"city", "postcode"}),
        ("Kota Malang", {"street", "number", "postcode"}),
        ("Kode Pos 65148", {"street", "number", "city"}),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jl. Mawar No. 3\nKepala Dinas",
        "Jl. Mawar No. 3\nSenin-Jumat 08.00-15.00",
        "Jl. Mawar No. 3, Kota Malang\nKota Batu",  # another city is another line
        "Jl. Mawar No. 3 dekat pasar.\nKota Malang",
        "Kantor kami\nKota Malang 65148",
    ],
)
def test_other_lines_go_on_none(text: str) -> None:
    assert _lines(text) == []
