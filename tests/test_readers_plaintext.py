"""Plain text: what its lines say by how they are set."""

from __future__ import annotations

from ppid_lint.document import Block, Role
from ppid_lint.readers import read_text

LINE = "Kantor pelayanan mengajak para pelaku usaha mikro untuk mengenal lelang daring"


def read(source: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in read_text(source, "a.txt").blocks]


def cells(source: str) -> list[tuple[str, int, int, str, bool]]:
    blocks = [block for block in read_text(source, "a.txt").blocks if block.cell]
    return [(block.text, *_place(block)) for block in blocks]


def _place(block: Block) -> tuple[int, int, str, bool]:
    assert block.cell
    return block.cell.row, block.cell.column, block.cell.header, block.cell.is_header


def test_wrapped_lines_join_and_remember_their_breaks() -> None:
    source = f"{LINE}\nsecara cepat dan mudah. {LINE[:49]}\nselesai.\n\n{LINE}\nini paragraf kedua."
    first, second = read_text(source, "a.txt").blocks
    assert first.text == source.split("\n\n")[0].replace("\n", " ")
    assert first.breaks == (len(LINE), source.index("\nselesai"))
    assert len(first.pieces) == 1
    assert first.line(len(LINE) + 3) == (len(LINE) + 1, source.index("\nselesai"))
    assert second.source_span(0, 6) == (source.index("\n\n") + 2, source.index("\n\n") + 8)


def test_carriage_returns_join_as_one_space() -> None:
    block = read_text(f"{LINE}\r\nsecara cepat.", "a.txt").blocks[0]
    assert block.text == f"{LINE} secara cepat."
    assert block.breaks == (len(LINE),)
    assert block.source_span(len(LINE) + 1, len(LINE) + 7) == (len(LINE) + 2, len(LINE) + 8)


def test_list_marks_start_items() -> None:
    assert read("Syaratnya:\n1. Fotokopi kartu\n2) Surat kuasa\na. Meterai\n- Map\n• Foto") == [
        (Role.PARAGRAPH, "Syaratnya:"),
        *((Role.ITEM, text) for text in ("Fotokopi kartu", "Surat kuasa", "Meterai", "Map", "Foto")),
    ]


def test_figures_and_initials_are_no_list_marks() -> None:
    for line in (
        "(021) 5550123 ada.",
        "1. 500.000 rupiah.",
        "H. Slamet Riyadi hadir.",
        "a.n. Kepala Kantor.",
    ):
        assert read(line) == [(Role.PARAGRAPH, line)]


def test_labelled_lines_stand_apart() -> None:
    source = "Nama    : Slamet Riyadi\nAlamat : Jl. Melati 5\nTelepon: (0341) 555012"
    assert read(source) == [
        (Role.PARAGRAPH, "Nama : Slamet Riyadi"),
        (Role.PARAGRAPH, "Alamat : Jl. Melati 5"),
        (Role.PARAGRAPH, "Telepon: (0341) 555012"),
    ]


def test_headings() -> None:
    long = f"{LINE} secara cepat dan mudah."
    source = "S I A R A N  P E R S\n\nLELANG DARING\nMalang, 3 Maret\n\nLatar Belakang\n\n"
    assert read(f"{source}{long}\n\n2. Tujuan\n\n{long}") == [
        (Role.HEADING, "S I A R A N  P E R S"),
        (Role.HEADING, "LELANG DARING"),
        (Role.PARAGRAPH, "Malang, 3 Maret"),
        (Role.HEADING, "Latar Belakang"),
        (Role.PARAGRAPH, long),
        (Role.HEADING, "2. Tujuan"),
        (Role.PARAGRAPH, long),
    ]


def test_no_headings() -> None:
    for line in (
        "Terima kasih.",
        "humas@contoh.go.id",
        "NIP 197508251996121014",
        "Rapat. Lalu bubar",
        LINE + " " + LINE,
    ):
        assert read(line) == [(Role.PARAGRAPH, line)]


def test_section_is_the_heading_above() -> None:
    blocks = read_text(f"Tujuan\n\n{LINE}.", "a.txt").blocks
    assert [block.section for block in blocks] == ["", "Tujuan"]


def test_short_lines_stay_apart() -> None:
    source = f"{LINE}\n{LINE}.\n\nKantor Contoh\nJl. Melati No. 5\nKota Contoh 65111"
    assert [text for _, text in read(source)][1:] == [
        "Kantor Contoh",
        "Jl. Melati No. 5",
        "Kota Contoh 65111",
    ]


def test_a_line_set_far_in_stands_apart() -> None:
    source = f"{LINE}\n{LINE}\n{' ' * 50}Kepala kantor"
    assert [text for _, text in read(source)] == [f"{LINE} {LINE}", "Kepala kantor"]


def test_unwrapped_draft_ends_its_paragraphs_at_line_ends() -> None:
    source = f"{LINE} dan {LINE}.\n{LINE} atau {LINE}."
    assert [text for _, text in read(source)] == source.split("\n")


def test_table_with_pipes() -> None:
    assert cells("| No | NIK |\n|----|-----|\n| 1 | 35 |\n| 2 | 36 |") == [
        ("No", 1, 1, "", True),
        ("NIK", 1, 2, "", True),
        ("1", 2, 1, "No", False),
        ("35", 2, 2, "NIK", False),
        ("2", 3, 1, "No", False),
        ("36", 3, 2, "NIK", False),
    ]


def test_table_with_tabs_keeps_empty_cells() -> None:
    assert cells("Nama\tNIK\tTelepon\nSumiati\t\t0812\nWagimin\t35\t")[3:] == [
        ("Sumiati", 2, 1, "Nama", False),
        ("0812", 2, 3, "Telepon", False),
        ("Wagimin", 3, 1, "Nama", False),
        ("35", 3, 2, "NIK", False),
    ]


def test_table_with_aligned_spaces() -> None:
    source = "Nama       NIK     Telepon\nSumiati    3507    0812\nWagimin            0813"
    assert cells(source)[3:] == [
        ("Sumiati", 2, 1, "Nama", False),
        ("3507", 2, 2, "NIK", False),
        ("0812", 2, 3, "Telepon", False),
        ("Wagimin", 3, 1, "Nama", False),
        ("0813", 3, 3, "Telepon", False),
    ]


def test_table_without_head_takes_the_row_label() -> None:
    assert cells("NIK  3507116506720002\nKK   3507110203080017") == [
        ("NIK", 1, 1, "", False),
        ("3507116506720002", 1, 2, "NIK", False),
        ("KK", 2, 1, "", False),
        ("3507110203080017", 2, 2, "KK", False),
    ]


def test_one_row_or_justified_prose_is_no_table() -> None:
    assert not cells("Nama   Slamet")
    assert not cells(
        "kewenangannya   kepada   Pemohon\nInformasi   Publik,   selain   yang\ndikecualikan  sesuai"
    )


def test_quote() -> None:
    assert read("> Saya senang,\n> katanya.\n\n# Bukan judul.") == [
        (Role.QUOTE, "Saya senang, katanya."),
        (Role.PARAGRAPH, "# Bukan judul."),
    ]


def test_invisible_characters_leave_a_gap() -> None:
    block = read_text("NIK 3573\u200b0123\u00a045 be\u00adda.", "a.txt").blocks[0]
    assert block.text == "NIK 35730123 45 beda."
    assert block.source_span(4, 12) == (4, 13)
    assert block.source_span(12, 13) == (13, 14)


def test_front_matter() -> None:
    document = read_text("---\nkind: layanan\n---\nIsi draf.", "a.txt")
    assert document.meta == {"kind": "layanan"}
    assert [(block.role, block.text) for block in document.blocks] == [
        (Role.HIDDEN, "kind: layanan"),
        (Role.PARAGRAPH, "Isi draf."),
    ]
