"""Copies of docx, xlsx and csv: values barred wherever they stand, all else as it was, and they open."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from office_files import docx, paragraph, rels, run, story, unzipped, xlsx, zipped
from ppid_lint import Linter
from ppid_lint.finding import Edit
from ppid_lint.readers import read
from ppid_lint.redact import redact
from ppid_lint.text import Span
from ppid_lint.writers import rewrite

NIK = "3573012309780004"
BARS = "█" * 16
LINTER = Linter()
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def barred(data: bytes, name: str) -> bytes:
    result = redact(data, LINTER, name=name)
    assert not [item for item in result.left if item.rule == "restricted/nik"]
    return result.data


def all_text(data: bytes) -> str:
    """Everything in a package but its tags, attribute values kept."""
    parts = unzipped(data).values()
    inside = "\n".join(part.decode() for part in parts)
    return re.sub(
        r"</?[\w:]+|/?>", "", re.sub(r"</w:t></w:r><w:r>(<w:rPr>.{0,40}?</w:rPr>)?<w:t[^>]*>", "", inside)
    )


def full_docx() -> bytes:
    split = paragraph("NIK ", run(NIK[:6], "<w:b/>"), run(NIK[6:]), " hadir")
    table = f"<w:tbl><w:tr><w:tc>{paragraph('NIK')}</w:tc><w:tc>{paragraph(NIK)}</w:tc></w:tr></w:tbl>"
    gone = run(f"NIK {NIK}").replace("w:t", "w:delText")
    parts = {
        "header1.xml": story("hdr", paragraph(f"Kop NIK {NIK}")),
        "footer1.xml": story("ftr", paragraph("Kaki halaman")),
        "comments.xml": story("comments", f'<w:comment w:id="0">{paragraph(f"NIK {NIK}?")}</w:comment>'),
        "/docProps/core.xml": f"<c><title>NIK {NIK}</title></c>",
    }
    relations = [
        ("h", "header", "header1.xml"),
        ("f", "footer", "footer1.xml"),
        ("c", "comments", "comments.xml"),
        ("l", "hyperlink", f"https://a.go.id/?nik={NIK}"),
    ]
    body = [
        split,
        paragraph("Daftar ", run(f"NIK {NIK}", "<w:vanish/>"), f'<w:del w:id="1">{gone}</w:del>'),
        paragraph(BOX.format(paragraph(f"NIK {NIK}"))),
        paragraph("Lihat ", f'<w:hyperlink r:id="l">{run("daftar")}</w:hyperlink>'),
        table,
        '<w:sectPr><w:footerReference w:type="default" r:id="f"/></w:sectPr>',
    ]
    return docx("".join(body), parts, relations)


def test_a_key_over_several_paragraphs_is_barred_line_by_line() -> None:
    lines = ["q8Zt4Kx1" * 8, "Lm3vR7pW" * 8, "b0Hd5w=="]
    key = ["-----BEGIN PRIVATE KEY-----", *lines, "-----END PRIVATE KEY-----"]
    copy = barred(docx("".join(map(paragraph, ["Catatan", *key, "Selesai"]))), "a.docx")
    told = [item.text for item in python_docx.Document(io.BytesIO(copy)).paragraphs]
    assert told == ["Catatan", *("█" * len(line) for line in key), "Selesai"]


def test_a_docx_keeps_its_look_and_loses_its_values() -> None:
    data = full_docx()
    copy = barred(data, "a.docx")
    assert NIK not in all_text(copy)
    before, after = unzipped(data), unzipped(copy)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == {
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/header1.xml",
        "word/comments.xml",
        "docProps/core.xml",
    }
    runs = python_docx.Document(io.BytesIO(copy)).paragraphs[0].runs
    assert [(item.text, item.bold) for item in runs] == [
        ("NIK ", None),
        ("█" * 6, True),
        ("█" * 10, None),
        (" hadir", None),
    ]
    assert "mc:Fallback" not in after["word/document.xml"].decode()
    assert "%E2%96%88" in after["word/_rels/document.xml.rels"].decode()


def test_the_preview_picture_goes_with_what_it_shows() -> None:
    data = docx(paragraph(f"NIK {NIK}"), {"/preview.jpeg": "gambar"})
    parts = unzipped(data)
    link = rels([("rId1", "officeDocument", "word/document.xml"), ("t", "thumbnail", "preview.jpeg")])
    copy = barred(zipped({**parts, "_rels/.rels": link}), "a.docx")
    assert "preview.jpeg" not in unzipped(copy)
    assert b"thumbnail" not in unzipped(copy)["_rels/.rels"]


def full_xlsx() -> bytes:
    def shared(name: str, index: int) -> str:
        return f'<c r="{name}" s="0" t="s"><v>{index}</v></c>'

    sheet = (
        '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>'
        f'<row r="1">{shared("A1", 0)}{shared("B1", 1)}{shared("C1", 2)}{shared("D1", 1)}</row>'
        f'<row r="2">{shared("A2", 3)}<c r="B2"><v>{NIK}</v></c>{shared("C2", 4)}{shared("D2", 5)}</row>'
        f'<row r="3">{shared("A3", 3)}<c r="B3"><f t="shared" ref="B3:B4" si="0">B2</f><v>{NIK}</v></c>'
        f"{shared('C3', 4)}{shared('D3', 5)}</row>"
        f'<row r="4">{shared("A4", 3)}<c r="B4"><f t="shared" si="0"/><v>12</v></c>{shared("C4", 3)}</row>'
        "</sheetData>"
    )
    parts = {
        "comments1.xml": f"<comments {SPACE}><authors><author>x</author></authors><commentList>"
        f'<comment ref="A1" authorId="0"><text><t>NIK {NIK}</t></text></comment></commentList></comments>',
        "worksheets/_rels/sheet1.xml.rels": rels([("c", "comments", "../comments1.xml")]),
        "calcChain.xml": f'<calcChain {SPACE}><c r="B3" i="1"/></calcChain>',
    }
    strings = ["Nama", "NIK", "Ket", "Slamet", f"<r><t>NIK {NIK[:4]}</t></r><r><t>{NIK[4:]}</t></r>", NIK]
    strings = [item if item.startswith("<") else f"<t>{item}</t>" for item in strings]
    return xlsx(
        {"Data": sheet}, strings=strings, parts=parts, relations=[("cc", "calcChain", "calcChain.xml")]
    )


def test_a_workbook_loses_its_values_cell_by_cell() -> None:
    data = full_xlsx()
    copy = barred(data, "a.xlsx")
    parts = unzipped(copy)
    assert NIK not in all_text(copy)
    assert "xl/calcChain.xml" not in parts
    assert b"calcChain" not in parts["xl/_rels/workbook.xml.rels"]
    rows = list(openpyxl.load_workbook(io.BytesIO(copy))["Data"].iter_rows(values_only=True))
    assert rows[1:] == [
        ("Slamet", BARS, f"NIK {BARS}", BARS),
        ("Slamet", BARS, f"NIK {BARS}", BARS),
        ("Slamet", 12, "Slamet", None),
    ]
    assert rows[0] == ("Nama", "NIK", "Ket", "███")  # the head of a hidden column: a copy of a shared string


def test_a_shared_string_stays_where_a_cell_is_not_edited() -> None:
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>'
    data = xlsx({"Data": f"<sheetData>{cells}</sheetData>"}, strings=["<t>Slamet Riyadi</t>"])
    copy = rewrite(data, [Edit(Span(0, 6), "█" * 6)], "a.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(copy))["Data"]
    assert (sheet["A1"].value, sheet["B1"].value) == ("██████ Riyadi", "Slamet Riyadi")
    both = rewrite(data, [Edit(Span(0, 6), "x"), Edit(Span(14, 20), "y")], "a.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(both))["Data"]
    assert (sheet["A1"].value, sheet["B1"].value) == ("x Riyadi", "y Riyadi")
    assert b"Slamet" not in unzipped(both)["xl/sharedStrings.xml"]


def test_a_swap_over_two_runs_goes_into_the_first() -> None:
    data = docx(paragraph(run("dalam ", "<w:i/>"), run("rangka"), " hari jadi"))
    copy = rewrite(data, [Edit(Span(0, 12), "untuk")], "a.docx")
    assert [item.text for item in python_docx.Document(io.BytesIO(copy)).paragraphs[0].runs] == [
        "untuk",
        "",
        " hari jadi",
    ]


WORDS = st.lists(st.text("ab cé<&\U0001f600", min_size=1, max_size=5), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.data())
def test_an_edit_changes_nothing_else(texts: list[str], data: st.DataObject) -> None:
    parts = {"header1.xml": story("hdr", paragraph("Kop"))}
    texts = ["Isi ", *texts]
    before = docx(paragraph(*map(run, texts)), parts, [("h", "header", "header1.xml")])
    source = read(before, "a.docx").source
    start = data.draw(st.integers(0, len("".join(texts))))
    end = data.draw(st.integers(start, len("".join(texts))))
    new = data.draw(st.text("xy█ ", max_size=4))
    after = rewrite(before, [Edit(Span(start, end), new)], "a.docx")
    written = python_docx.Document(io.BytesIO(after)).paragraphs[0].text
    body = "".join(texts)
    assert written == body[:start] + new + body[end:]
    kept, changed = unzipped(before), unzipped(after)
    assert {name for name in kept if kept[name] != changed[name]} <= {"word/document.xml"}
    assert source.endswith("Kop") == read(after, "a.docx").source.endswith("Kop")


CUTS = st.lists(st.integers(0, 16), max_size=4).map(sorted)


@settings(max_examples=25, deadline=None)
@given(CUTS, st.sampled_from(["<w:b/>", "<w:vanish/>", ""]))
def test_a_number_in_pieces_is_barred_whole(cuts: list[int], look: str) -> None:
    bounds = [0, *cuts, 16]
    pieces = [run(NIK[first:last], look) for first, last in pairwise(bounds)]
    copy = barred(docx(paragraph(run("NIK ", look), *pieces, run(" hadir", look))), "a.docx")
    source = read(copy, "a.docx").source
    assert source == (f"NIK {BARS} hadir" if "vanish" not in look else "█" * len(f"NIK {BARS} hadir"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_the_copies_and_shows_no_value(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(barred(full_docx(), "a.docx"))
    (tmp_path / "b.xlsx").write_bytes(barred(full_xlsx(), "b.xlsx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        "a.docx",
        "b.xlsx",
    ]
    subprocess.run(list(map(str, command)), cwd=tmp_path, check=True, capture_output=True, timeout=120)
    for name, shown in (("a.pdf", "Kaki halaman"), ("b.pdf", "Slamet")):
        data = (tmp_path / name).read_bytes()
        source = read(data, name).source
        assert shown in source
        assert "█" in source
        assert NIK not in source
        assert not [
            item for item in LINTER.check_bytes(data, name=name).findings if item.rule == "restricted/nik"
        ]


def test_authors_of_comments_and_changes_are_barred() -> None:
    changed = f'<w:ins w:id="1" w:author="Suparno Hadi">{run("baru")}</w:ins>'
    comment = f'<w:comment w:id="0" w:author="Suparno Hadi" w:initials="SH">{paragraph("cek")}</w:comment>'
    parts = {"comments.xml": story("comments", comment)}
    data = docx(paragraph("Isi ", changed), parts, [("r1", "comments", "comments.xml")])
    parts_left = unzipped(redact(data, LINTER, name="a.docx").data)
    assert "w:initials" in parts_left["word/comments.xml"].decode()
    assert all(b"Suparno" not in part and b'"SH"' not in part for part in parts_left.values())

    book = openpyxl.Workbook()
    book.active["A1"] = "Nama"
    book.active["A1"].comment = openpyxl.comments.Comment("cek lagi", "suparno.hadi@gmail.com")
    file = io.BytesIO()
    book.save(file)
    copy = redact(file.getvalue(), LINTER, name="a.xlsx").data
    assert all(b"suparno" not in part for part in unzipped(copy).values())
