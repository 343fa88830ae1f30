"""`check --fix` of Word and Excel files: a mended copy, formatting kept, the draft itself never touched."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx as python_docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

from ppid_lint.cli import group

NIK = "3573012309780004"


def check(*arguments: object) -> Result:
    return CliRunner().invoke(group, ["check", "--no-cache", *map(str, arguments)], standalone_mode=False)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A draft with a phrase over two runs, one of them bold, a table, and a value that no fix may touch."""
    draft = python_docx.Document()
    line = draft.add_paragraph("Loket dibuka ")
    line.add_run("pagi dalam ").bold = True
    line.add_run("rangka hari jadi kota.").italic = True
    draft.add_paragraph(f"Daftar warga warga penerima. NIK {NIK}")
    draft.add_table(1, 1).cell(0, 0).text = "Dibuka dalam rangka pelayanan."
    draft.save(str(tmp_path / "a.docx"))
    return tmp_path / "a.docx"


def opened(path: Path) -> Any:
    return python_docx.Document(str(path))


def test_a_word_file_is_never_overwritten_and_the_message_says_what_to_do(word: Path) -> None:
    before = word.read_bytes()
    result = check("--fix", "--unsafe-fixes", word)
    assert result.return_value == 2
    assert "--fix --output a-baru.docx" in result.output
    assert "tidak terbaca" not in result.output
    assert word.read_bytes() == before


def test_the_copy_is_mended_with_its_formatting_kept(word: Path) -> None:
    before = word.read_bytes()
    copy = word.with_name("b.docx")
    result = check("--fix", "--unsafe-fixes", "--output", copy, word)
    assert result.return_value == 1  # the NIK remains: covering it is the business of `redact`
    assert str(copy) in result.output
    lines = opened(copy).paragraphs
    assert lines[0].text == "Loket dibuka pagi untuk hari jadi kota."
    assert [run.text for run in lines[0].runs if run.bold] == ["pagi untuk"]
    assert [run.text for run in lines[0].runs if run.italic] == [" hari jadi kota."]
    assert lines[1].text == f"Daftar warga penerima. NIK {NIK}"
    assert opened(copy).tables[0].cell(0, 0).text == "Dibuka untuk pelayanan."
    assert word.read_bytes() == before


def test_a_workbook_is_mended_in_a_copy(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active
    book.active.append(["No", "Uraian"])
    book.active.append([1, "Loket dibuka dalam rangka pelayanan."])
    book.save(tmp_path / "a.xlsx")
    copy = ("--output", tmp_path / "b.xlsx")
    assert check("--fix", "--unsafe-fixes", *copy, tmp_path / "a.xlsx").return_value == 0
    mended = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    assert mended
    assert [cell.value for cell in mended[2]] == [1, "Loket dibuka untuk pelayanan."]


def test_the_copy_is_one_other_file(word: Path) -> None:
    other = word.with_name("lain.docx")
    shutil.copy(word, other)
    for arguments in (("--output", word, word), ("--output", word.with_name("c.docx"), word, other)):
        assert "salinan" in str(check("--fix", *arguments).exception)
    assert not word.with_name("c.docx").exists()


def test_the_report_of_a_fixed_text_still_goes_to_its_output(tmp_path: Path) -> None:
    draft = tmp_path / "a.html"
    draft.write_text("<p>Warga warga datang ke loket.</p>")
    assert check("--fix", "--format", "html", "--output", tmp_path / "laporan.html", draft).return_value == 0
    assert draft.read_text() == "<p>Warga datang ke loket.</p>"
    assert "<!doctype html>" in (tmp_path / "laporan.html").read_text().lower()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_the_copy(word: Path) -> None:
    folder = word.parent
    check("--fix", "--unsafe-fixes", "--output", folder / "b.docx", word)
    command = [
        *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
        *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), str(folder / "b.docx")),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown = (folder / "b.txt").read_text(encoding="utf-8-sig")
    assert "Loket dibuka pagi untuk hari jadi kota." in shown
    assert "Dibuka untuk pelayanan." in shown
