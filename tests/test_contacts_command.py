"""`ppid-lint contacts`, and how a directory is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ppid_lint.cli.contacts import command
from ppid_lint.contacts.csv_units import csv_units
from ppid_lint.contacts.directory_file import load
from ppid_lint.contacts.directory_text import directory_text
from ppid_lint.contacts.jsonld_units import jsonld_units
from ppid_lint.contacts.kept import kept_names
from ppid_lint.contacts.vcard_units import vcard_units
from ppid_lint.errors import ConfigError, InputError, UsageError

CSV = """\
Nama Unit;No. Telepon;Faks;Surel;Alamat;Kota;Kode Pos;Jam Layanan;Instagram;Laman
Balai Melati;(0341) 551177, 0812-3344-5566;(0341) 551178;melati@balai.go.id;Jl. Melati No. 6;Kota Malang;\
65148;Senin-Jumat 08.00-15.00 WIB;@balaimelati;https://balai.go.id/melati
Balai Kenanga;12;;kenanga@@balai.go.id;Jl. Kenanga No. 9;Kota Surabaya;6023;;;
Balai Kenanga;(031) 7771234;;;;;;;;
"""
VCARD = """\
BEGIN:VCARD\r
VERSION:3.0\r
FN:Balai Mawar\\, Malang\r
TEL;TYPE=work,voice:tel:+62 341 551188\r
TEL;TYPE=fax:(0341) 551189\r
EMAIL;TYPE=INTERNET:mawar@ba\r
 lai.go.id\r
URL:https://balai.go.id/mawar\r
ADR;TYPE=WORK:;;Jl. Mawar No. 7;Kota Malang;Jawa Timur;65119;Indonesia\r
END:VCARD\r
"""
PAGE = """\
<html><head><script type="application/ld+json">
{"@type": "GovernmentOffice", "name": "Balai Sukun", "telephone": "(0341) 551199",
 "email": "mailto:sukun@balai.go.id", "url": "https://balai.go.id/sukun",
 "sameAs": ["https://www.instagram.com/balaisukun"],
 "address": {"streetAddress": "Jl. Sukun No. 3", "addressLocality": "Kota Malang", "postalCode": "65147"},
 "openingHoursSpecification":
   [{"dayOfWeek": "https://schema.org/Monday", "opens": "08:00", "closes": "15:00"}],
 "department": [{"name": "Loket Sukun", "contactPoint": {"telephone": "0812-3344-5577"}}]}
</script></head><body><script>var x = "<b>";</script></body></html>
"""


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args), standalone_mode=False, catch_exceptions=True)


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8", newline="")
    return str(path)


# Reading what an office has already


def test_csv_gives_a_directory_and_keeps_what_does_not_fit_as_comments(tmp_path: Path) -> None:
    text = directory_text(csv_units(CSV), organisation="Balai")
    path = Path(written(tmp_path / "kontak.yaml", text))
    first, second, third = load(path).units
    assert [channel.written for channel in first.channels] == [
        "(0341) 551177",
        "0812-3344-5566",
        "(0341) 551178",
        "melati@balai.go.id",
        "https://balai.go.id/melati",
        "@balaimelati",
    ]
    assert first.hours is not None
    assert (first.address.part("postcode") if first.address else "") == "65148"
    assert second.channels == ()
    assert '# phones: "12"' in text
    assert "# emails: kenanga@@balai.go.id" in text
    assert '# postcode: "6023"' in text
    assert third.id == "balai-kenanga-2"
    assert load(path).domains == ("balai.go.id",)


def test_a_table_without_names_is_refused() -> None:
    with pytest.raises(InputError, match="kolom nama"):
        csv_units("telepon,surel\n(0341) 551177,a@balai.go.id\n")


def test_vcards_give_units_with_fax_apart_and_lines_unfolded() -> None:
    (unit,) = vcard_units(VCARD)
    assert unit.name == "Balai Mawar, Malang"
    assert unit.phones == ("+62 341 551188",)
    assert unit.faxes == ("(0341) 551189",)
    assert unit.emails == ("mawar@balai.go.id",)
    assert unit.address["postcode"] == "65119"


def test_schema_org_data_gives_units_and_their_departments() -> None:
    office, counter = jsonld_units(PAGE)
    assert (office.name, office.phones, office.emails) == (
        "Balai Sukun",
        ("(0341) 551199",),
        ("sukun@balai.go.id",),
    )
    assert office.social == {"instagram": "@balaisukun"}
    assert office.urls == ("https://balai.go.id/sukun",)
    assert office.hours == "Senin 08.00-15.00"
    assert counter.phones == ("0812-3344-5577",)


def test_a_page_with_broken_data_gives_nothing() -> None:
    assert jsonld_units('<script type="application/ld+json">{"name": </script>') == []


# The command


@pytest.mark.parametrize(("name", "text"), [("a.csv", CSV), ("a.vcf", VCARD), ("a.html", PAGE)])
def test_import_writes_a_directory_that_loads(tmp_path: Path, name: str, text: str) -> None:
    out = tmp_path / "kontak.yaml"
    result = run("import", written(tmp_path / name, text), "-o", str(out))
    assert result.return_value == 0
    assert load(out).units
    assert run("check", str(out)).return_value == 0


def test_import_prints_and_never_overwrites(tmp_path: Path) -> None:
    source = written(tmp_path / "a.csv", CSV)
    assert "name: Balai Melati" in run("import", source).output
    out = written(tmp_path / "kontak.yaml", "units: []\n")
    assert isinstance(run("import", source, "-o", out).exception, UsageError)
    assert run("import", source, "-o", out, "--force").return_value == 0


def test_import_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    assert isinstance(run("import", written(tmp_path / "a.docx", "")).exception, UsageError)
    assert isinstance(run("import", str(tmp_path / "tidak-ada.csv")).exception, InputError)
    assert isinstance(run("import", written(tmp_path / "a.vcf", "kosong")).exception, InputError)


def test_check_tells_doubts_and_totals(tmp_path: Path) -> None:
    path = written(
        tmp_path / "kontak.yaml",
        "organisation: Balai\nunits:\n"
        "  - id: a\n    name: Balai A\n    phones: ['(031) 5511771']\n"
        "    address: {street: Jl. Melati No. 6, city: Kota Malang, postcode: '40115'}\n"
        "  - id: b\n    name: Balai B\n    emails: [{value: b@balai.go.id, valid_until: 2020-01-01}]\n"
        "  - id: c\n    name: Balai C\n    phones: ['(031) 5511771']\n"
        "  - id: d\n    name: Balai D\n",
    )
    result = run("check", path)
    assert result.return_value == 0
    assert result.output.splitlines() == [
        "a: kode pos 40115 bukan milik Kota Malang",
        "a: kode area 031 bukan milik Kota Malang",
        "b: b@balai.go.id sudah lewat masa berlakunya",
        "c: (031) 5511771 juga milik a",
        "d: tanpa telepon, surel, atau laman",
        "direktori sah: 4 unit, 3 kanal",
    ]
    assert "valid directory: 4 units" in run("check", path, "--lang", "en").output


def test_check_refuses_a_malformed_directory_with_its_place(tmp_path: Path) -> None:
    path = written(tmp_path / "kontak.yaml", "units:\n  - id: a\n    phones: ['12']\n")
    error = run("check", path).exception
    assert isinstance(error, ConfigError)
    assert (error.path, error.line) == (path, 2)


# The compiled form


def test_a_directory_is_read_once_and_kept_by_content(tmp_path: Path) -> None:
    source = Path(written(tmp_path / "kontak.yaml", "units:\n  - {id: a, name: Balai A}\n"))
    kept = tmp_path / "kept"
    first = kept_names([source], kept)
    (form,) = kept.iterdir()
    assert kept_names([source], kept).directory == first.directory
    form.write_bytes(b"rusak")
    assert kept_names([source], kept).directory == first.directory
    source.write_text("units:\n  - {id: b, name: Balai B}\n", encoding="utf-8")
    assert [unit.id for unit in kept_names([source], kept).directory.units] == ["b"]


def test_the_kept_names_find_the_units_of_the_kept_directory(tmp_path: Path) -> None:
    source = Path(written(tmp_path / "kontak.yaml", "units:\n  - {id: a, name: Balai Air Melati}\n"))
    kept_names([source], tmp_path / "kept")
    names = kept_names([source], tmp_path / "kept")
    assert names.mentions("Hubungi Balai Air Melati")[0].unit is names.directory.units[0]


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    source = Path(written(tmp_path / "kontak.yaml", "units:\n  - {id: a, name: Balai A}\n"))
    blocked = Path(written(tmp_path / "berkas", ""))
    assert kept_names([source], blocked / "kept").directory.units[0].id == "a"


def test_only_a_large_directory_read_anew_is_announced(tmp_path: Path) -> None:
    told: list[str] = []
    small = Path(written(tmp_path / "kecil.yaml", "units:\n  - {id: a, name: Balai A}\n"))
    large = Path(
        written(tmp_path / "besar.yaml", "units:\n  - {id: a, name: Balai A}\n" + "# isi\n" * 200_000)
    )
    for path in (small, large, large):
        kept_names([path], tmp_path / "kept", slow=lambda: told.append("lama"))
    assert told == ["lama"]


# The pages about it


@pytest.mark.parametrize("page", ["kontak.md", "contacts.en.md"])
def test_the_pages_example_is_a_directory_without_doubts(tmp_path: Path, page: str) -> None:
    text = (Path(__file__).parent.parent / "docs" / page).read_text(encoding="utf-8")
    example = text.partition("```yaml\n")[2].partition("```")[0]
    path = written(tmp_path / "kontak.yaml", example)
    assert run("check", path).output.splitlines() == ["direktori sah: 2 unit, 9 kanal"]
