"""The contact directory: read from YAML, refused with its place, indexed."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.directory_file import load
from ppid_lint.errors import ConfigError
from ppid_lint.linter import Linter

EXAMPLE = Path(__file__).parent.parent / "rules" / "kontak-djkn.yaml"


def _file(folder: Path, text: str, name: str = "kontak.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_directory_loads() -> None:
    directory = load(EXAMPLE)
    (unit,) = directory.units
    assert directory.organisation == "Direktorat Jenderal Kekayaan Negara"
    assert directory.head is unit
    assert [entry.channel.written for entry in directory.find(Kind.PHONE, "150991")] == ["150-991"]
    assert [entry.channel.written for entry in directory.find(Kind.WHATSAPP, "0213449230")] == [
        "(021) 3449230"
    ]
    assert unit.address is not None
    assert unit.address.written == "Jl. Lapangan Banteng Timur No. 2-4, Jakarta Pusat 10710"


def test_several_files_are_merged(tmp_path: Path) -> None:
    one = _file(tmp_path, "organisation: A\ndomains: [a.go.id]\nunits: [{id: a, name: Kantor A}]\n", "a.yaml")
    two = _file(tmp_path, "domains: [a.go.id, b.go.id]\nunits: [{id: b, name: Kantor B}]\n", "b.yaml")
    directory = load([one, two])
    assert [unit.id for unit in directory.units] == ["a", "b"]
    assert directory.domains == ("a.go.id", "b.go.id")


def test_a_channel_may_say_more_of_itself(tmp_path: Path) -> None:
    fax = '{value: "(021) 3500000", type: fax, valid_until: 2025-12-31, former: true}'
    phones = f'phones: ["(021) 3449230", {fax}]'
    unit = load(_file(tmp_path, f"units:\n  - id: a\n    name: Kantor A\n    {phones}\n")).units[0]
    assert [(channel.kind, channel.former) for channel in unit.channels] == [
        (Kind.PHONE, False),
        (Kind.FAX, True),
    ]
    assert str(unit.channels[1].valid_until) == "2025-12-31"


@pytest.mark.parametrize(
    ("unit", "place", "words"),
    [
        ("phnes: []", "4:5", "mungkin maksudnya “phones”"),
        ('phones: ["(021) 34492"]', "4:14", "bukan nomor telepon"),
        ("emails: [humas@kemenkeu]", "4:14", "bukan alamat surel"),
        ("urls: ['https//a.go.id']", "4:12", "bukan tautan"),
        ("hours: kadang-kadang", "4:12", "bukan jam layanan"),
        ("aliases: A", "4:14", "harus berupa daftar"),
        ("valid_until: besok", "4:18", "harus berupa tanggal"),
        ("social: {friendster: '@a'}", "4:26", "platform"),
        ("address: {street: Jl. A No. 1, postcode: '123'}", "4:46", "kode pos"),
        ("phones: [{value: '(021) 3449230', former: mungkin}]", "4:47", "true atau false"),
        ("phones: [{value: '(021) 3449230', type: surat}]", "4:45", "salah satu dari"),
        ("name: Kantor Lain", "4:5", "dua kali"),
        ("phones: ['x", "", ""),
    ],
)
def test_a_malformed_directory_is_refused_with_its_place(
    tmp_path: Path, unit: str, place: str, words: str
) -> None:
    path = _file(tmp_path, f"units:\n  - id: a\n    name: Kantor A\n    {unit}\n")
    with pytest.raises(ConfigError) as raised:
        load(path)
    assert str(raised.value).startswith(f"{path}:{place}")
    assert words in str(raised.value)


def test_a_unit_id_stands_once(tmp_path: Path) -> None:
    path = _file(tmp_path, "units:\n  - {id: a, name: A}\n  - {id: a, name: B}\n")
    with pytest.raises(ConfigError, match="dua kali") as raised:
        load(path)
    assert raised.value.line == 3


def test_a_missing_or_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        load(tmp_path / "tidak-ada.yaml")
    with pytest.raises(ConfigError):
        load(_file(tmp_path, ""))


def test_a_directory_travels_to_worker_processes() -> None:
    directory = load(EXAMPLE)
    assert pickle.loads(pickle.dumps(directory)) == directory


def _many(units: int, last: str = "") -> str:
    """A directory long enough for the quick reader; `last` are further lines of its last unit."""
    lines = ["organisation: Pemerintah Kota Contoh", "units:"]
    for number in range(units):
        lines += [
            f"  - id: unit-{number}",
            f'    name: "Kantor {number}: Layanan"',
            "    aliases: [K, null-kah]",
        ]
        lines += ["    phones:", f"      - value: (0341) {300000 + number}", "        former: true"]
        lines += ["    emails:", f"      - unit{number}@contohkota.go.id", "    hours: ", "    # catatan"]
    return "\n".join([*lines, *([last] if last else [])]) + "\n"


@pytest.mark.parametrize(
    ("last", "place"),
    [
        ("    phnes: []", "10003:5"),
        ("    urls: [", "10004:1"),
        ("    address: &a {street: Jl. Damai 1}\n  - {id: x, name: y, address: *a, urls: 3}", "10004:41"),
        (f"    urls: {'[' * 5000}{']' * 5000}", ""),
    ],
)
def test_a_mistake_in_a_long_directory_has_its_place(tmp_path: Path, last: str, place: str) -> None:
    path = _file(tmp_path, _many(1000, last))
    with pytest.raises(ConfigError) as error:
        load(path)
    assert str(error.value).startswith(f"{path}:{place}" if place else str(path))


def test_bank_accounts_are_read_as_digits(tmp_path: Path) -> None:
    accounts = "accounts: [Bank Melati 144-00-1772908-6, '7145520931']"
    directory = load(_file(tmp_path, f"units: [{{id: a, name: Kantor A, {accounts}}}]"))
    assert directory.accounts == {"1440017729086", "7145520931"}


def test_an_account_too_short_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="bukan nomor rekening"):
        load(_file(tmp_path, "units: [{id: a, name: Kantor A, accounts: ['12345']}]"))


def test_a_listed_account_is_nobodys_secret(tmp_path: Path) -> None:
    path = _file(tmp_path, "units: [{id: a, name: Kantor A, accounts: ['7145520931']}]")
    text = "Setor ke rekening BSI 7145520931, bukan ke rekening BSI 7145520938."
    findings = Linter(contacts=[path]).check_text(text).findings
    places = [text[finding.span.start : finding.span.end] for finding in findings if "bank" in finding.rule]
    assert places == ["7145520938"]
