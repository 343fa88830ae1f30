"""PDF: pages as lines, tables by their gaps, and pages that cannot be read as faults."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from office_files import pdf, set_lines
from ppid_lint import Linter
from ppid_lint.document import Document, Role
from ppid_lint.errors import InputError, UsageError
from ppid_lint.readers import read
from ppid_lint.readers.pdf_lines import Glyph, page_text
from ppid_lint.writers import rewrite

NIK = "3573012309780004"
PICTURE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def document(data: bytes) -> Document:
    found = read(data, "naskah.pdf")
    for block in found.blocks:
        assert block.location
        for start, end, source_start, source_end in block.pieces:
            if end - start == source_end - source_start:
                assert block.text[start:end].split() == found.source[source_start:source_end].split()
    return found


def prose(*lines: str, top: float = 780, left: float = 72) -> list[tuple[float, float, str]]:
    return [(left, top - 14 * number, line) for number, line in enumerate(lines)]


def test_lines_make_paragraphs_on_their_page() -> None:
    first = prose(
        "Kantor wilayah membuka loket layanan informasi publik pada hari kerja mulai pukul",
        "08.00 sampai dengan pukul 15.00 di halaman depan gedung utama.",
    )
    second = prose("Warga membawa kartu identitas.", top=700)
    found = document(pdf([set_lines(first + second), set_lines(prose("Halaman kedua."))]))
    assert [(block.text[-11:], dict(block.location or {})) for block in found.blocks] == [
        ("dung utama.", {"page": 1}),
        (" identitas.", {"page": 1}),
        ("aman kedua.", {"page": 2}),
    ]
    assert found.blocks[0].text.startswith("Kantor wilayah membuka")
    assert " pukul 08.00 " in found.blocks[0].text


def test_tables_by_their_gaps_are_numbered_on() -> None:
    lines = [
        (left, 700 - 16 * row, text)
        for row, cells in enumerate([("No", "Nama", "NIK"), ("1", "Slamet", NIK), ("2", "Siti", NIK)])
        for left, text in zip((72, 150, 300), cells, strict=True)
    ]
    found = document(pdf([set_lines(lines)] * 2))
    cells = [block.cell for block in found.blocks if block.text == NIK]
    assert [(cell.table, cell.row, cell.header) for cell in cells if cell] == [
        (1, 2, "NIK"),
        (1, 3, "NIK"),
        (2, 2, "NIK"),
        (2, 3, "NIK"),
    ]


def test_a_scanned_page_is_an_error_and_the_rest_is_linted() -> None:
    data = pdf([set_lines(prose(f"Peserta dengan NIK {NIK} hadir.")), PICTURE, "", PICTURE])
    report = Linter().check_bytes(data, name="a.pdf")
    assert [error.message.split(";")[0] for error in report.errors] == [
        "halaman 2, 4 tidak berteks (hasil pindai?)"
    ]
    assert [(item.rule, item.location) for item in report.findings] == [("restricted/nik", {"page": 1})]
    shape = report.model_dump()["findings"][0]
    assert (shape["fixes"], shape["start"]["line"], shape["location"]) == ([], None, {"page": 1})


def test_a_page_number_does_not_make_a_picture_readable() -> None:
    assert document(pdf([PICTURE + set_lines(prose("12"))])).faults
    assert not document(pdf([PICTURE + set_lines(prose(*["Teks yang dapat dibaca pemeriksa"] * 3))])).faults


def test_properties_links_and_remarks() -> None:
    notes = [
        "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://a.go.id) >> >>",
        "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (tolong hapus) >>",
    ]
    data = pdf([set_lines(prose("Isi naskah."))], extra=notes, info="/Author (Budi) /Title (Judul)")
    data = data.replace(b"/Type /Page ", b"/Type /Page /Annots [5 0 R 6 0 R] ")
    assert [(block.role, block.name, block.text) for block in document(data).blocks[1:]] == [
        (Role.ATTRIBUTE, "href", "https://a.go.id"),
        (Role.HIDDEN, "comment", "tolong hapus"),
        (Role.HIDDEN, "property", "Budi"),
        (Role.HIDDEN, "metadata", "Judul"),
    ]


@pytest.mark.parametrize("data", [b"bukan pdf", b"%PDF-1.7\nrusak", pdf(["x"])[:200]])
def test_damaged_files_are_one_error(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "a.pdf")
    assert "pdf" in str(caught.value)


def test_pdf_is_not_rewritten() -> None:
    with pytest.raises(UsageError):
        rewrite(pdf(["x"]), [], "a.pdf")


def letters(text: str, left: float, bottom: float, size: float = 10) -> list[Glyph]:
    return [
        Glyph(char, left + 5 * at, bottom, left + 5 * at + 5, bottom + size) for at, char in enumerate(text)
    ]


def test_hyphens_gaps_and_headings() -> None:
    glyphs = [
        *letters("JUDUL", 0, 200, 16), Glyph("\r"), Glyph("\n"),
        *letters("kata ter", 0, 180), Glyph("\x02"), Glyph("\r"), Glyph("\n"),
        *letters("putus", 0, 166), Glyph("\n"),
        *letters("Nama", 0, 152), *letters(": Siti", 60, 152),
    ]  # fmt: skip
    assert page_text(glyphs) == "JUDUL\n\nkata terputus\nNama\t: Siti"


GLYPHS = st.builds(
    Glyph, st.sampled_from("ab \n\r\x02é"), *[st.floats(0, 800, allow_nan=False) for _ in range(4)]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(GLYPHS, max_size=30))
def test_no_letter_is_lost(glyphs: list[Glyph]) -> None:
    flat = [glyph._replace(top=glyph.bottom + 10) for glyph in glyphs]
    kept = sorted(char for char in page_text(flat) if char.isalpha())
    assert kept == sorted(glyph.text for glyph in flat if glyph.text.isalpha())
