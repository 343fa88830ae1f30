"""Hostile, damaged and misnamed files: one clear error each, status 2, and no file is called clean."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from office_files import docx, paragraph, pdf, run, set_lines, story, unzipped, xlsx, zipped
from ppid_lint.cli import group
from ppid_lint.errors import InputError
from ppid_lint.readers import read

DOCX = docx(paragraph("Isi naskah."))
XLSX = xlsx(
    {"Data": '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'}, strings=["<t>a</t>"]
)
PDF = pdf([set_lines([(72, 700, "Isi naskah.")])])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def changed(data: bytes, **parts: str | bytes) -> bytes:
    """The package with some parts replaced; `__` stands for a slash, `_dot_` for a dot."""
    named = {name.replace("__", "/").replace("_dot_", "."): text for name, text in parts.items()}
    return zipped({**unzipped(data), **named})


def bomb() -> bytes:
    return changed(DOCX, word__media__a_dot_bin=bytes(30_000_000))


def named(name: str) -> bytes:
    stream = io.BytesIO(DOCX)
    with zipfile.ZipFile(stream, "a") as target:
        target.writestr(name, "x")
    return stream.getvalue()


def locked() -> bytes:
    data = bytearray(DOCX)
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
BODY = unzipped(DOCX)["word/document.xml"].decode()
TOO_DEEP = story("document", f"<w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body>")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", b"", "tidak cocok"),
        ("a.docx", b"teks biasa", "tidak cocok"),
        ("a.docx", PDF, "tidak cocok"),
        ("a.docx", XLSX, "format lain"),
        ("a.xlsx", DOCX, "format lain"),
        ("a.pdf", DOCX, "tidak cocok"),
        ("a.docx", zipped({"a.txt": "x"}), "bagian utamanya"),
        ("a.docx", DOCX[: len(DOCX) // 2], "rusak"),
        ("a.docx", OLE, "format Office lama"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        ("a.docx", locked(), "kata sandi"),
        ("a.docx", bomb(), "membengkak"),
        ("a.docx", named("../../etc/passwd"), "mencurigakan"),
        ("a.docx", named("C:\\x"), "mencurigakan"),
        ("a.docx", named("WORD/Document.xml"), "mencurigakan"),
        ("a.docx", changed(DOCX, word__document_dot_xml=ENTITIES + BODY), "entitas"),
        ("a.docx", changed(DOCX, word__document_dot_xml=(ENTITIES + BODY).encode("utf-16")), "entitas"),
        ("a.docx", changed(DOCX, word__document_dot_xml=BODY[:-9]), "bukan XML"),
        ("a.docx", changed(DOCX, word__document_dot_xml=TOO_DEEP), "bukan XML"),
        ("a.xlsx", changed(XLSX, xl__workbook_dot_xml="<a/>"), "format lain"),
        ("a.xlsx", changed(XLSX, xl__worksheets__sheet1_dot_xml="<a"), "bukan XML"),
        ("a.doc", OLE, "simpan sebagai .docx"),
    ],
)
def test_one_clear_error(name: str, data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, name)
    assert says in caught.value.message
    assert caught.value.path == name


def test_a_file_of_another_suffix_is_told_by_its_content() -> None:
    for data, format_ in ((DOCX, "docx"), (XLSX, "xlsx"), (PDF, "pdf")):
        assert read(data, "unduhan").format == format_


def test_the_command_names_the_file_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(DOCX[:300])
    (tmp_path / "b.docx").write_bytes(docx(paragraph(run("NIK 3573012309780004"))))
    (tmp_path / "c.xlsx").write_bytes(XLSX)
    result = CliRunner().invoke(group, ["check", str(tmp_path)], standalone_mode=False)
    assert result.return_value == 2
    assert "a.docx: tidak terbaca: berkas docx rusak" in result.output
    assert "paragraf 1  galat  restricted/nik" in result.output
    assert "3 naskah" in result.output
    assert "3573012309780004" not in result.output


def outcome(data: bytes, name: str) -> str:
    """The format that was read, or the error that was given."""
    try:
        return read(data, name).format
    except InputError as error:
        return error.message


@pytest.mark.parametrize(("name", "data"), [("a.docx", DOCX), ("a.xlsx", XLSX), ("a.pdf", PDF)])
def test_damage_is_an_error_and_nothing_worse(name: str, data: bytes) -> None:
    chance = random.Random(7)
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        length = chance.choice([len(data), chance.randrange(len(data))])
        assert outcome(bytes(broken[:length]), name)


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.docx", DOCX, "word/document.xml"),
        ("a.xlsx", XLSX, "xl/worksheets/sheet1.xml"),
        ("a.xlsx", XLSX, "xl/workbook.xml"),
    ],
)
def test_odd_markup_is_an_error_and_nothing_worse(name: str, data: bytes, part: str) -> None:
    chance = random.Random(8)
    parts = unzipped(data)
    words = [
        b"x",
        b"",
        b'"',
        b"<w:p>",
        b"</w:p>",
        b"w:val",
        b"r:id",
        b"99999999999999999999",
        b"-1",
        b"t",
        b"\xc3",
    ]
    for _ in range(200):
        text = parts[part]
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(words) + text[at + chance.randint(0, 12) :]
        assert outcome(zipped({**parts, part: text}), name)
