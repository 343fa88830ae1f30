"""Workbooks: cells under their heads, hidden ones told apart, numbers with all their digits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from office_files import REL, rels, xlsx
from ppid_lint.document import Block, Role
from ppid_lint.readers import read
from ppid_lint.readers.xlsx_format import number_text

NIK = "3573012309780004"


def blocks(data: bytes) -> list[Block]:
    found = read(data, "data.xlsx")
    for block in found.blocks:
        for piece in block.pieces:
            taken = found.source[piece.source_start : piece.source_end]
            assert taken
            if len(taken) == piece.end - piece.start:
                assert block.text[piece.start : piece.end].replace(" ", "") == "".join(taken.split())
    return list(found.blocks)


def places(data: bytes) -> list[tuple[str, str, Mapping[str, Any]]]:
    return [(block.text, block.name, dict(block.location or {})) for block in blocks(data)]


def heads(data: bytes) -> dict[str, str]:
    return {block.text: block.cell.header for block in blocks(data) if block.cell}


def rows(*lines: list[str | int | None], first: int = 1) -> str:
    """The rows of a sheet: texts inline, numbers as numbers, nothing for None; a line of None is left out."""
    parts = []
    for number, line in enumerate(lines, start=first):
        cells = "".join(
            f'<c r="{chr(64 + column)}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
            if isinstance(value, str)
            else f'<c r="{chr(64 + column)}{number}"><v>{value}</v></c>'
            for column, value in enumerate(line, start=1)
            if value is not None
        )
        parts.append(f'<row r="{number}">{cells}</row>')
    return f"<sheetData>{''.join(parts)}</sheetData>"


def test_a_title_above_the_head_and_a_second_table_below() -> None:
    sheet = rows(
        ["DAFTAR PENERIMA BANTUAN"],
        ["Tahun 2024"],
        ["No", "Nama", "NIK"],
        [1, "Slamet", NIK],
        [None],
        ["Kode", "Loket", "Petugas"],
        ["A", "Satu", "Siti"],
    )
    found = blocks(xlsx({"Data": sheet}))
    named = heads(xlsx({"Data": sheet}))
    assert (named[NIK], named["Slamet"], named["Siti"]) == ("NIK", "Nama", "Petugas")
    assert [block.text for block in found if block.cell and block.cell.is_header] == [
        *("No", "Nama", "NIK"),
        *("Kode", "Loket", "Petugas"),
    ]
    assert {block.cell.table for block in found if block.cell} == {1, 2}
    assert dict(found[-1].location or {}) == {"sheet": "Data", "cell": "C7"}


def test_a_head_of_two_rows_and_a_form_of_labels() -> None:
    merged = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>'
    sheet = rows(["Nama", "Alamat", None], [None, "Desa", "RT"], ["Slamet", "Sukamaju", "2"]) + merged
    named = heads(xlsx({"Data": sheet}))
    assert (named["Slamet"], named["Sukamaju"], named["2"]) == ("Nama", "Desa", "RT")
    form = rows(["Nama :", "Slamet"], ["NIK :", NIK])
    assert heads(xlsx({"Isian": form}))[NIK] == "NIK"


def test_what_is_hidden_says_why() -> None:
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    sheet = columns + rows(["Nama", "NIK", "Desa"], ["Slamet", NIK, "Sukamaju"], ["Siti", "x", "Y"]).replace(
        '<row r="3">', '<row r="3" hidden="1">'
    )
    data = xlsx({"Data": sheet, "Cadangan": rows(["a"])}, states={"Cadangan": "veryHidden"})
    assert [(text, name) for text, name, _ in places(data)] == [
        ("Nama", ""),
        ("NIK", "hidden-column"),
        ("Desa", ""),
        ("Slamet", ""),
        (NIK, "hidden-column"),
        ("Sukamaju", ""),
        ("Siti", "hidden-row"),
        ("x", "hidden-row"),
        ("Y", "hidden-row"),
        ("a", "hidden-sheet"),
    ]
    assert heads(data)[NIK] == "NIK"


def test_shared_strings_rich_and_unused() -> None:
    sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>9</v></c></row></sheetData>'
    strings = ["<r><t>NIK </t></r><r><t>3573</t></r><rPh><t>baca</t></rPh>", "<t>sisa</t>"]
    assert places(xlsx({"Data": sheet}, strings=strings)) == [
        ("NIK 3573", "", {"sheet": "Data", "cell": "A1"}),
        ("sisa", "unused-string", {"property": "sharedStrings"}),
    ]


def test_comments_text_boxes_links_and_page_texts() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    sheet = (
        rows(["Situs"])
        + '<hyperlinks><hyperlink ref="A1" r:id="h"/></hyperlinks>'
        + '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"Lampiran&amp;RRAHASIA</oddHeader></headerFooter>'
    )
    parts = {
        "comments1.xml": f'<comments xmlns="{space}"><commentList><comment ref="A1"><text><r><t>tanya</t></r>'
        "</text></comment></commentList></comments>",
        "drawing1.xml": f'<d xmlns:a="{drawing}"><a:p><a:r><a:t>kotak</a:t></a:r></a:p></d>',
        "worksheets/_rels/sheet1.xml.rels": rels(
            [
                ("h", "hyperlink", "https://a.go.id"),
                ("c", "comments", "../comments1.xml"),
                ("d", "drawing", "../drawing1.xml"),
            ]
        ),
    }
    data = xlsx({"Data": sheet}, parts=parts)
    assert places(data) == [
        ("Situs", "", {"sheet": "Data", "cell": "A1"}),
        ("https://a.go.id", "href", {"sheet": "Data", "cell": "A1"}),
        ("Lampiran RAHASIA", "", {"sheet": "Data", "header": 1}),
        ("tanya", "comment", {"sheet": "Data", "cell": "A1", "comment": 1}),
        ("kotak", "", {"sheet": "Data", "textbox": 1}),
    ]
    first = blocks(data)[0]
    assert [(link.target, first.text[slice(*link.span)]) for link in first.links] == [
        ("https://a.go.id", "Situs")
    ]


def test_a_pivot_table_carries_a_copy_of_its_data() -> None:
    space = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{REL}"'
    parts = {
        "pivot.xml": f'<pivotCacheDefinition {space}><cacheFields><cacheField name="NIK"><sharedItems>'
        f'<s v="{NIK}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>',
        "records.xml": f'<pivotCacheRecords {space}><r><s v="lain"/></r></pivotCacheRecords>',
        "_rels/pivot.xml.rels": rels([("r", "pivotCacheRecords", "records.xml")]),
    }
    data = xlsx({"Data": rows(["a"])}, parts=parts, relations=[("p", "pivotCacheDefinition", "pivot.xml")])
    assert [text for text, name, _ in places(data) if name == "pivot-cache"] == [NIK, "lain"]
    assert heads(data)["lain"] == "NIK"


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("3.57301230978E15", "", "3573012309780000"),
        (NIK, "General", NIK),
        ("123", "0000000000000000", "0000000000000123"),
        ("12345678901234", r"00\.000\.000\.0\-000\.000", "01.234.567.8-901.234"),
        ("81234567890", "0000-0000-0000", "0812-3456-7890"),
        ("28756", "dd/mm/yyyy", "23/09/1978"),
        ("28756", "[$-421]dd mmmm yyyy;@", "23 September 1978"),
        ("28756", "mmm-yy", "September 1978"),
        ("59", "d/m/yyyy", "28/02/1900"),
        ("61", "d/m/yyyy", "01/03/1900"),
        ("0.375", "h:mm", "09:00"),
        ("1500000", '"Rp"#,##0', "Rp1.500.000"),
        ("1500000", "[$Rp-421] #,##0.00", "Rp 1.500.000,00"),
        ("-5", "0;(0)", "(5)"),
        ("0.25", "0%", "25%"),
        ("0.5", "", "0,5"),
        ("7", ";;;", ""),
        ("9999999", "dd/mm/yyyy", "9999999"),
        ("bukan", "0", "bukan"),
        ("NaN", "0", "NaN"),
    ],
)
def test_numbers_as_shown(stored: str, code: str, shown: str) -> None:
    assert number_text(stored, code) == shown


@settings(max_examples=300, deadline=None)
@given(st.decimals(allow_nan=True) | st.integers(), st.text('0#?.,;%E+-/ "\\@_*[]dmyhs$Rp', max_size=12))
def test_no_number_or_code_breaks_reading(number: object, code: str) -> None:
    assert isinstance(number_text(str(number), code), str)


VALUES = st.one_of(st.none(), st.integers(0, 10**16), st.text("abc 12:\u00a0é", max_size=8))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(VALUES, max_size=5), max_size=8))
def test_every_cell_gives_one_block_in_its_place(lines: list[list[Any]]) -> None:
    found = [block for block in blocks(xlsx({"Data": rows(*lines)})) if block.role is Role.CELL]
    expected = [
        (row, column)
        for row, line in enumerate(lines, start=1)
        for column, value in enumerate(line, start=1)
        if value is not None and str(value).strip()
    ]
    assert [(block.cell.row, block.cell.column) for block in found if block.cell] == expected
