"""Places in words, and the public shape of findings in formats without lines."""

from __future__ import annotations

import time
from pathlib import Path

import docx as python_docx
import pytest
from click.testing import CliRunner

from office_files import docx, paragraph, story, xlsx
from ppid_lint import Linter
from ppid_lint.cli import group
from ppid_lint.place import place_words
from ppid_lint.readers import read
from ppid_lint.redact import redact

NIK = "3573012309780004"
LINTER = Linter()
HIDDEN = "restricted/hidden-content"


@pytest.mark.parametrize(
    ("location", "indonesian", "english"),
    [
        ({"paragraph": 12}, "paragraf 12", "paragraph 12"),
        ({"table": 2, "row": 4, "column": 3}, "tabel 2 baris 4 kolom 3", "table 2 row 4 column 3"),
        ({"page": 3}, "halaman 3", "page 3"),
        ({"sheet": "Data", "cell": "C4"}, "lembar Data sel C4", "sheet Data cell C4"),
        ({"comment": 2, "sheet": "A"}, "lembar A komentar 2", "sheet A comment 2"),
        ({"header": 1, "textbox": 2}, "kepala halaman 1 kotak teks 2", "header 1 text box 2"),
        ({"footnote": 3}, "catatan kaki 3", "footnote 3"),
        ({"property": "author"}, "properti author", "property author"),
    ],
)
def test_places_in_words(location: dict[str, int | str], indonesian: str, english: str) -> None:
    assert (place_words(location), place_words(location, "en")) == (indonesian, english)


def test_the_json_shape_has_a_place_no_lines_and_no_fixes() -> None:
    report = LINTER.check_bytes(docx(paragraph(f"NIK {NIK}")), name="a.docx")
    (finding,) = [item for item in report.model_dump()["findings"] if item["rule"] == "restricted/nik"]
    assert finding["location"] == {"paragraph": 1}
    assert finding["start"] == {"offset": 4, "line": None, "column": None}
    assert finding["fixes"] == []
    assert report.findings[0].fixes
    assert NIK not in report.model_dump_json()


def test_the_command_says_the_place_and_redact_writes_a_copy(tmp_path: Path) -> None:
    cells = f'<row r="2"><c r="B2" t="inlineStr"><is><t>NIK {NIK}</t></is></c></row>'
    (tmp_path / "a.xlsx").write_bytes(xlsx({"Data": f"<sheetData>{cells}</sheetData>"}))
    run = CliRunner().invoke
    said = run(group, ["check", str(tmp_path / "a.xlsx"), "--lang", "en"], standalone_mode=False)
    assert "sheet Data cell B2  error  restricted/nik" in said.output
    copy = tmp_path / "b.xlsx"
    done = run(group, ["redact", str(tmp_path / "a.xlsx"), "-o", str(copy)], standalone_mode=False)
    assert done.return_value == 0, done.output
    assert read(copy.read_bytes(), "b.xlsx").source == f"NIK {'█' * 16}"


def test_hidden_rows_columns_and_sheets_are_told_once() -> None:
    cells = "".join(
        f'<row r="{row}" hidden="{int(row > 3)}">'
        + "".join(f'<c r="{column}{row}" t="inlineStr"><is><t>isi</t></is></c>' for column in "ABC")
        + "</row>"
        for row in range(1, 7)
    )
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    sheet = f"{columns}<sheetData>{cells}</sheetData>"
    data = xlsx({"Data": sheet, "Cadangan": sheet}, states={"Cadangan": "hidden"})
    found = [item for item in LINTER.check_bytes(data, name="a.xlsx").findings if item.rule == HIDDEN]
    assert [item.location for item in found] == [
        {"sheet": "Data", "cell": "B1"},
        {"sheet": "Data", "cell": "A4"},
        {"sheet": "Cadangan", "cell": "A1"},
    ]
    copy = redact(data, LINTER, name="a.xlsx")
    assert not copy.left
    texts = [block.text for block in read(copy.data, "a.xlsx").blocks]
    assert texts == [*["isi", "███", "isi"] * 3, *["███"] * 27]


def test_a_short_comment_in_a_docx_is_told() -> None:
    parts = {"comments.xml": story("comments", f"<w:comment>{paragraph('Setuju?')}</w:comment>")}
    data = docx(paragraph("Isi naskah."), parts, [("c", "comments", "comments.xml")])
    found = [item for item in LINTER.check_bytes(data, name="a.docx").findings if item.rule == HIDDEN]
    assert [item.location for item in found] == [{"comment": 1}]


def test_pages_in_folders_are_found_by_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(paragraph("Isi naskah.")))
    (tmp_path / "b.csv").write_text("Nama,Desa\nSiti,Sukamaju\n")
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    result = CliRunner().invoke(group, ["check", str(tmp_path)], standalone_mode=False)
    assert "2 naskah" in result.output


def test_a_docx_of_200_pages_takes_seconds(tmp_path: Path) -> None:
    draft = python_docx.Document()
    sentence = "Kantor wilayah membuka loket layanan informasi publik pada hari kerja bagi seluruh warga. "
    for number in range(1000):
        draft.add_paragraph(sentence * 5 + f"Nomor {number}.")
    table = draft.add_table(200, 4)
    for index, cell in enumerate(table._cells):
        cell.text = f"isi {index}"
    draft.save(str(tmp_path / "besar.docx"))
    data = (tmp_path / "besar.docx").read_bytes()
    start = time.process_time()
    report = LINTER.check_bytes(data, name="besar.docx")
    assert time.process_time() - start < 10
    assert report.metrics
    assert report.metrics["words"] > 60_000


def test_a_workbook_of_20000_rows_is_read_in_seconds() -> None:
    def row(number: int) -> str:
        shared = "".join(f'<c r="{name}{number}" t="s"><v>{at}</v></c>' for at, name in enumerate("ABCD"))
        numbers = "".join(f'<c r="{letter}{number}"><v>{number}</v></c>' for letter in "EFGH")
        return f'<row r="{number}">{shared}{numbers}</row>'

    strings = ["<t>Nama</t>", "<t>Desa</t>", "<t>Loket</t>", "<t>Catatan</t>"]
    data = xlsx({"Data": f"<sheetData>{''.join(map(row, range(1, 20_001)))}</sheetData>"}, strings=strings)
    start = time.process_time()
    found = read(data, "besar.xlsx")
    assert time.process_time() - start < 10
    assert len(found.blocks) == 160_000
