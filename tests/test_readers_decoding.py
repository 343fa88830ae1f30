"""Bytes as text: marks, broken bytes, other character sets."""

from __future__ import annotations

import pytest

from ppid_lint.errors import InputError
from ppid_lint.readers import read, read_text
from ppid_lint.readers.decoding import LARGEST, decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_mark_is_not_counted(encoding: str) -> None:
    document = read("Rapat 😀 selesai.".encode(encoding), "a.txt")
    assert document.source == "Rapat 😀 selesai."
    assert document.blocks[0].source_span(0, 5) == (0, 5)
    assert document.notes == ()


def test_big_endian_utf16() -> None:
    assert decode(b"\xfe\xff" + "Rapat".encode("utf-16-be")).text == "Rapat"


def test_eight_bit_text_is_read_with_a_note() -> None:
    source = "Ia berkata, \u201cSemua proses dapat diikuti dari rumah\u201d \u2013 tanpa antre.\n" * 5
    text, encoding, _, notes = decode(source.encode("cp1252"))
    assert encoding == "cp1252"
    assert text == source
    assert notes == ("dibaca sebagai windows-1252",)
    assert read(source.encode("cp1252"), "a.md").notes == notes


def test_stray_byte_in_utf8_is_an_error_with_its_place() -> None:
    data = "“Baris satu” – é\n“Dua”".encode() + b" x \xff y"
    with pytest.raises(InputError, match="bita rusak") as caught:
        read(data, "a.txt")
    assert (caught.value.path, caught.value.line, caught.value.column) == ("a.txt", 2, 9)


def test_broken_utf16_is_an_error() -> None:
    with pytest.raises(InputError, match="bita rusak"):
        decode(b"\xff\xfea\x00b")


@pytest.mark.parametrize(
    "data", [b"a\0b", b"%PDF-1.7\n", b"PK\x03\x04rest", bytes(range(1, 256)) * 2, b"\xff\xfea\0\0\0"]
)
def test_binary_content_is_an_error(data: bytes) -> None:
    with pytest.raises(InputError, match="berkas biner"):
        read(data, "a.txt")


def test_nul_in_a_text_is_an_error() -> None:
    with pytest.raises(InputError, match="NUL"):
        read_text("a\0b", "a.md")


def test_too_large_is_an_error() -> None:
    with pytest.raises(InputError, match="64 MiB"):
        decode(bytes(LARGEST + 1))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a"])
def test_empty_file_is_an_empty_document(name: str) -> None:
    document = read(b"", name)
    assert (document.source, document.blocks, document.comments, document.notes) == ("", (), (), ())


@pytest.mark.parametrize(
    ("name", "source", "kind"),
    [
        ("A.MD", "# J", "markdown"),
        ("a.markdown", "# J", "markdown"),
        ("a.htm", "x", "html"),
        ("a.txt", "<html>", "text"),
        ("catatan", "# J", "text"),
        ("halaman", "\n<!DOCTYPE html><p>x", "html"),
        ("", "x", "text"),
    ],
)
def test_suffix_then_content_says_the_format(name: str, source: str, kind: str) -> None:
    assert read_text(source, name).format == kind
