"""Copies with black bars: of the value's length, the source untouched, nothing left."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_lint import Linter
from ppid_lint.cli import group
from ppid_lint.redact import redact

NIK = "3573012309780004"
LINTER = Linter()


def run(*args: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(group, ["redact", *map(str, args)], standalone_mode=False)
    return (result.return_value if result.exception is None else 2), result.output + str(
        result.exception or ""
    )


def test_a_copy_is_written_and_the_source_stays(tmp_path: Path) -> None:
    source, out = tmp_path / "a.md", tmp_path / "b.md"
    data = f"\ufeff# Judul\r\n\r\nPeserta (NIK {NIK}) hadir.\r\n".encode()
    source.write_bytes(data)
    status, said = run(source, "-o", out)
    assert status == 0, said
    assert source.read_bytes() == data
    assert out.read_bytes() == data.replace(NIK.encode(), ("█" * 16).encode())
    assert NIK not in said
    assert "restricted/nik" in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_encoding_stays(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"NIK: {NIK}\n".encode(encoding))
    run(tmp_path / "a.txt", "-o", tmp_path / "b.txt")
    assert (tmp_path / "b.txt").read_bytes().decode(encoding) == f"NIK: {'█' * 16}\n"


def test_the_source_is_never_the_copy(tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text(f"NIK {NIK}\n")
    (tmp_path / "tautan.md").symlink_to(source)
    for out in (source, tmp_path / "tautan.md"):
        status, said = run(source, "-o", out)
        assert (status, "naskah asal" in said) == (2, True)
    assert source.read_text() == f"NIK {NIK}\n"


def test_another_format_or_an_unreadable_draft_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"NIK {NIK}\n")
    (tmp_path / "b.md").write_bytes(b"rusak \x00\n")
    assert run(tmp_path / "a.md", "-o", tmp_path / "a.html")[0] == 2
    assert run(tmp_path / "b.md", "-o", tmp_path / "c.md")[0] == 2
    assert run(tmp_path / "none.md", "-o", tmp_path / "c.md")[0] == 2
    assert not (tmp_path / "c.md").exists()


def test_values_allowed_with_a_reason_stay() -> None:
    text = f'<!-- ppid-lint: allow restricted/nik reason="uji" -->\n\nNIK {NIK}.\n\nNIK {NIK}.\n'
    result = redact(text.encode(), LINTER, name="a.md")
    assert result.data.decode().count(NIK) == 1
    assert not result.left


PARTS = st.sampled_from(
    [f"NIK {NIK}", f"NIK: **{NIK[:6]}**{NIK[6:]}", f"<td>{NIK}</td>", "kata ", "\n\n", "- ", "<b>", "| a |"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, max_size=10).map(" ".join), st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_a_second_check_finds_no_value(text: str, name: str) -> None:
    result = redact(text.encode(), LINTER, name=name)
    assert not [item for item in result.left if item.rule == "restricted/nik"]
    before = "".join(char for char in text if not char.isdigit())
    after = "".join(char for char in result.data.decode() if char != "█" and not char.isdigit())
    assert len(after) <= len(before)


def test_a_barred_name_is_barred_wherever_it_stands_again() -> None:
    told = "Korban bernama Siti Rahayu, 16 tahun, diperkosa tetangganya."
    text = f"{told}\n\nSiti kini trauma. Ibu Siti Rahayu melapor.\n"
    result = redact(text.encode(), LINTER, name="a.md")
    assert "Siti" not in result.data.decode()
    assert "Rahayu" not in result.data.decode()
    assert not result.left


def test_a_bar_is_no_finding() -> None:
    text = "Seorang anak, Bagas Pratama (10), menjadi korban pencabulan. Ayahnya bernama Rudi.\n"
    result = redact(text.encode(), LINTER, name="a.md")
    assert not result.left


@pytest.mark.parametrize(
    ("name", "text", "gone"),
    [
        (
            "a.html",
            '<p>Nama: Rina</p><p>Surel: <a href="mailto:rina.puspita98@gmail.com">rina.puspita98@gmail.com</a></p>',
            "gmail",
        ),
        (
            "a.html",
            '<p>Ibu Suyatmi (<a href="tel:+6281225619080">0812-2561-9080</a>) mengaku ditipu.</p>',
            "81225619080",
        ),
        ("a.md", "Kata sandi: laut12345\n\n```\nlaut12345\n```\n", "laut12345"),
    ],
)
def test_a_value_goes_wherever_it_stands_again(name: str, text: str, gone: str) -> None:
    assert gone in text
    assert gone not in redact(text.encode(), LINTER, name=name).data.decode()
