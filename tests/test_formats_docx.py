"""Word documents: what would be published, what is hidden, and where each block stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from office_files import docx, paragraph, run, story
from ppid_lint.document import Block, Document, Role
from ppid_lint.readers import read

HIDDEN = "<w:vanish/>"
BOLD = "<w:b/>"
HEADS = {
    "styles.xml": story(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Bab"><w:name w:val="Judul Bab"/><w:basedOn w:val="Judul1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kutip"><w:name w:val="Kutipan"/></w:style>'
        '<w:style w:type="character" w:styleId="Lenyap"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Butir"><w:name w:val="List Bullet"/><w:pPr><w:numPr>'
        '<w:numId w:val="3"/></w:numPr></w:pPr></w:style>',
    )
}
STYLES = [("st", "styles", "styles.xml")]


def blocks(data: bytes) -> list[Block]:
    return list(document(data).blocks)


def document(data: bytes) -> Document:
    found = read(data, "naskah.docx")
    for block in found.blocks:
        check_pieces(found, block)
    return found


def check_pieces(found: Document, block: Block) -> None:
    """Every piece lies in the source, in order, and covers the text; verbatim where the lengths agree."""
    assert block.location is not None
    assert "".join(block.text[piece.start : piece.end] for piece in block.pieces) == block.text
    for piece in block.pieces:
        taken = found.source[piece.source_start : piece.source_end]
        assert taken
        if len(taken) == piece.end - piece.start:
            assert block.text[piece.start : piece.end].replace(" ", "") == "".join(taken.split())
    for link in block.links:
        assert found.source[link.target_source.start : link.target_source.end] == link.target


def seen(data: bytes) -> list[tuple[str, str, str]]:
    return [(block.role.value, block.name, block.text) for block in blocks(data)]


def places(data: bytes) -> list[tuple[str, Mapping[str, Any]]]:
    return [(block.text, dict(block.location or {})) for block in blocks(data)]


def styled(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def test_runs_make_one_text_and_marks_are_read_as_shown() -> None:
    body = paragraph(
        run("NIK 3573"),
        "<w:r><w:noBreakHyphen/></w:r>",
        run("0123\u00a0x"),
        '<w:r><w:tab/><w:t>satu</w:t><w:br/><w:t>dua</w:t><w:sym w:font="Wingdings" w:char="F0B7"/></w:r>',
    )
    (block,) = blocks(docx(body))
    assert block.text == "NIK 3573-0123 x satu dua"
    assert [block.text[at] for at in block.breaks] == [" "]


@pytest.mark.parametrize(
    ("item", "role", "level"),
    [
        (paragraph("Siaran", properties=styled("Judul1")), Role.HEADING, 1),
        (paragraph("Bab", properties=styled("Bab")), Role.HEADING, 1),
        (paragraph("Rincian", properties='<w:outlineLvl w:val="2"/>'), Role.HEADING, 3),
        (paragraph(run("Latar Belakang", BOLD)), Role.HEADING, 2),
        (paragraph("PENGUMUMAN"), Role.HEADING, 1),
        (paragraph(run("Narahubung:", BOLD)), Role.PARAGRAPH, 0),
        (paragraph("Kata orang", properties=styled("Kutip")), Role.QUOTE, 0),
        (paragraph("butir", properties=styled("Butir")), Role.ITEM, 1),
        (
            paragraph("b", properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>'),
            Role.ITEM,
            2,
        ),
        (paragraph("bukan", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'), Role.PARAGRAPH, 0),
        (paragraph("a. fotokopi KTP yang masih berlaku"), Role.ITEM, 1),
        (paragraph("Warga dapat datang."), Role.PARAGRAPH, 0),
    ],
)
def test_roles(item: str, role: Role, level: int) -> None:
    (block,) = blocks(docx(item, HEADS, STYLES))
    assert (block.role, block.level) == (role, level)
    assert not block.text.startswith("a.")


def test_tracked_changes_are_read_as_they_would_publish() -> None:
    body = paragraph(
        "Rapat ",
        f'<w:del w:id="1">{run("Senin").replace("w:t", "w:delText")}</w:del>',
        f'<w:ins w:id="2">{run("Selasa")}</w:ins>',
        f"<w:moveFrom>{run(' pagi')}</w:moveFrom>",
        " dimulai.",
    )
    assert seen(docx(body)) == [
        ("paragraph", "", "Rapat Selasa dimulai."),
        ("hidden", "deleted", "Senin"),
        ("hidden", "deleted", "pagi"),
    ]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph("Satu ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("dua.")
    assert seen(docx(body)) == [("paragraph", "", "Satu dua.")]


def test_hidden_text_by_run_and_by_style_and_shown_again() -> None:
    by_style = '<w:rStyle w:val="Lenyap"/>'
    body = paragraph(
        "Tampak",
        run("rahasia", HIDDEN),
        run(" satu", by_style),
        run(" lagi", f'{by_style}<w:vanish w:val="0"/>'),
    )
    assert seen(docx(body, HEADS, STYLES)) == [
        ("paragraph", "", "Tampak lagi"),
        ("hidden", "hidden", "rahasia satu"),
    ]


def test_hyperlinks_and_fields_are_read_as_shown() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.go</w:instrText></w:r>'
        '<w:r><w:instrText>.id" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("situs")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = paragraph(
        "Ke ", f'<w:hyperlink r:id="h1">{run("kami")}</w:hyperlink>', " atau ", field, " hal. ",
        f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>',
        f'<w:fldSimple w:instr=" MERGEFIELD NIK ">{run("x")}</w:fldSimple>',
    )  # fmt: skip
    found = blocks(docx(body, relations=[("h1", "hyperlink", "mailto:a@b.go.id")]))
    assert found[0].text == "Ke kami atau situs hal. 3x"
    assert [(found[0].text[slice(*link.span)], link.target) for link in found[0].links] == [
        ("kami", "mailto:a@b.go.id"),
        ("situs", "https://b.go.id"),
    ]
    assert [(block.role, block.name, block.text) for block in found[1:]] == [
        (Role.ATTRIBUTE, "href", "mailto:a@b.go.id"),
        (Role.ATTRIBUTE, "href", "https://b.go.id"),
        (Role.HIDDEN, "field", "MERGEFIELD NIK"),
    ]


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, head: bool = False) -> str:
    inside = "".join(
        cell if cell.startswith("<w:tc") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells
    )
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if head else ''}</w:trPr>{inside}</w:tr>"


def test_tables_give_cells_their_heads_and_places() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Wali")}</w:tc>'
    nested = f"<w:tc>{table(row('dalam'))}{paragraph('luar')}</w:tc>"
    body = paragraph("Awal") + table(
        row("Nama", wide, head=True), row("Slamet", "3573", "L"), row(nested, "y")
    )
    found = blocks(docx(body))
    assert places(docx(body))[:5] == [
        ("Awal", {"paragraph": 1}),
        ("Nama", {"table": 1, "row": 1, "column": 1}),
        ("Wali", {"table": 1, "row": 1, "column": 2}),
        ("Slamet", {"table": 1, "row": 2, "column": 1}),
        ("3573", {"table": 1, "row": 2, "column": 2}),
    ]
    heads = {block.text: block.cell.header for block in found if block.cell}
    assert (heads["Slamet"], heads["3573"], heads["L"]) == ("Nama", "Wali", "Wali")
    inner = next(block for block in found if block.text == "dalam")
    assert (inner.cell and inner.cell.table, dict(inner.location or {})["table"]) == (2, 2)
    assert heads["luar"] == "Nama"


def test_a_deleted_row_is_hidden_under_its_heads() -> None:
    gone = row("Slamet", "3573", "L").replace("<w:trPr>", "<w:trPr><w:del/>")
    found = blocks(docx(table(row("Nama", "NIK", "JK", head=True), gone)))
    assert [(block.role, block.name, block.cell and block.cell.header) for block in found[3:]] == [
        (Role.HIDDEN, "deleted", "Nama"),
        (Role.HIDDEN, "deleted", "NIK"),
        (Role.HIDDEN, "deleted", "JK"),
    ]


def test_the_other_stories_and_where_they_stand() -> None:
    parts = {
        "header1.xml": story("hdr", paragraph("Kop")),
        "footer1.xml": story("ftr", paragraph("Kaki")),
        "footnotes.xml": story(
            "footnotes",
            f'<w:footnote w:id="-1" w:type="separator">{paragraph("garis")}</w:footnote>'
            f'<w:footnote w:id="4">{paragraph("keempat")}</w:footnote>'
            f'<w:footnote w:id="2">{paragraph("kedua")}</w:footnote>',
        ),
        "endnotes.xml": story("endnotes", f'<w:endnote w:id="1">{paragraph("akhir")}</w:endnote>'),
        "comments.xml": story(
            "comments",
            f"<w:comment>{paragraph('a')}</w:comment><w:comment>{paragraph('tanya')}</w:comment>",
        ),
    }
    kinds = {"h": "header", "f": "footer", "n": "footnotes", "e": "endnotes", "c": "comments"}
    files = ["header1.xml", "footer1.xml", "footnotes.xml", "endnotes.xml", "comments.xml"]
    body = (
        paragraph(
            "Isi", '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:footnoteReference w:id="4"/></w:r>'
        )
        + '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    )
    data = docx(
        body, parts, [(name, kind, file) for (name, kind), file in zip(kinds.items(), files, strict=True)]
    )
    assert places(data) == [
        ("Isi", {"paragraph": 1}),
        ("keempat", {"footnote": 2}),
        ("kedua", {"footnote": 1}),
        ("akhir", {"endnote": 1}),
        ("Kop", {"header": 1}),
        ("Kaki", {"footer": 1}),
        ("a", {"comment": 1}),
        ("tanya", {"comment": 2}),
    ]
    assert [block.name for block in blocks(data) if block.role is Role.HIDDEN] == ["comment", "comment"]


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
    "<wp:docPr id='1' name='x' descr='Peta lokasi'/>"
    "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_text_boxes_are_read_once_and_alt_text_beside() -> None:
    same = paragraph("Awal", BOX.format(paragraph("kotak"), paragraph("kotak")))
    assert [(block.role, block.text, dict(block.location or {})) for block in blocks(docx(same))] == [
        (Role.PARAGRAPH, "Awal", {"paragraph": 1}),
        (Role.ATTRIBUTE, "Peta lokasi", {"paragraph": 1}),
        (Role.PARAGRAPH, "kotak", {"textbox": 1}),
    ]
    other = paragraph("Awal", BOX.format(paragraph("kotak"), paragraph("NIK lama")))
    assert "NIK lama" in [block.text for block in blocks(docx(other))]


def test_a_watermark_is_shown_text() -> None:
    mark = "<w:r><w:pict><v:shape><v:textpath string='RAHASIA'/></v:shape></w:pict></w:r>"
    assert ("paragraph", "", "RAHASIA") in seen(docx(paragraph("Isi", mark)))


def test_properties_are_hidden_and_personal_ones_marked() -> None:
    core = "<c xmlns:dc='d'><dc:title>Judul</dc:title><dc:creator>Budi</dc:creator><dc:lastModifiedBy/></c>"
    custom = "<p><property name='Kasus'><v>12</v></property></p>"
    data = docx(paragraph("Isi"), {"/docProps/core.xml": core, "/docProps/custom.xml": custom})
    assert [(block.name, block.text, dict(block.location or {})) for block in blocks(data)[1:]] == [
        ("metadata", "Judul", {"property": "title"}),
        ("property", "Budi", {"property": "author"}),
        ("metadata", "12", {"property": "Kasus"}),
    ]


def test_content_controls_smart_tags_and_ruby() -> None:
    body = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('Dalam')}</w:sdtContent></w:sdt>"
        + paragraph(
            f"<w:smartTag>{run('Jakarta')}</w:smartTag>",
            f"<w:r><w:ruby><w:rt>{run('baca')}</w:rt><w:rubyBase>{run(' dasar')}</w:rubyBase></w:ruby></w:r>",
        )
    )
    assert [text for _, _, text in seen(docx(body))] == ["Dalam", "Jakarta dasar"]


def test_what_is_carried_along_unread_is_said() -> None:
    found = document(docx(paragraph("Isi"), relations=[("o", "oleObject", "embeddings/tabel.xlsx")]))
    assert found.notes == ("objek tertanam tidak diperiksa: word/embeddings/tabel.xlsx",)


LETTERS = st.sampled_from("abc 1.,\u00a0\u200b\u00ad\u2011éＡ\n\t<&\U0001f600")
TEXTS = st.text(LETTERS | st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12)


def runs() -> Iterator[st.SearchStrategy[str]]:
    yield TEXTS.map(run)
    yield TEXTS.map(lambda text: run(text, HIDDEN))
    yield TEXTS.map(lambda text: f"<w:ins>{run(text)}</w:ins>")
    yield TEXTS.map(lambda text: f"<w:del>{run(text)}</w:del>")
    yield TEXTS.map(lambda text: f'<w:hyperlink r:id="h">{run(text)}</w:hyperlink>')
    yield st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:noBreakHyphen/></w:r>"])


PARAGRAPHS = st.lists(st.one_of(*runs()), max_size=6).map(lambda items: paragraph(*items))
CELLS = st.lists(PARAGRAPHS.map(lambda item: f"<w:tc>{item}</w:tc>"), min_size=1, max_size=3)
BODIES = st.lists(
    max_size=5,
    elements=PARAGRAPHS
    | st.lists(CELLS, max_size=3).map(lambda rows: table(*(row(*cells) for cells in rows))),
)


@settings(max_examples=40, deadline=None)
@given(BODIES)
def test_every_block_is_found_in_the_source_at_its_pieces(items: list[str]) -> None:
    document(docx("".join(items), relations=[("h", "hyperlink", "https://a.go.id")]))
