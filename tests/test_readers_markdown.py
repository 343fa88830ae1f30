"""Markdown: places of inline text, tables, HTML inside, front matter, comments."""

from __future__ import annotations

import pytest

from ppid_lint.document import Document, Role
from ppid_lint.readers import read_text


def draft(source: str) -> Document:
    return read_text(source, "a.md")


def read(source: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in draft(source).blocks]


def source_of(source: str, text: str) -> str:
    """The source of the first place where a block shows the text."""
    for block in draft(source).blocks:
        start = block.text.find(text)
        if start >= 0:
            span = block.source_span(start, start + len(text))
            return source[span.start : span.end]
    raise AssertionError(f"no block shows {text!r}")


def covered(source: str) -> list[list[str]]:
    document = draft(source)
    return [[document.blocks[index].text for index in comment.covers] for comment in document.comments]


def test_blocks() -> None:
    source = "# Judul #\n\nPengantar:\n\n- satu\n  - anak\n- dua\n\n  lanjutan\n\n> kutip\nmalas\n\n"
    source += "Bawah\ngaris\n---\n"
    assert read(source) == [
        (Role.HEADING, "Judul"),
        (Role.PARAGRAPH, "Pengantar:"),
        (Role.ITEM, "satu"),
        (Role.ITEM, "anak"),
        (Role.ITEM, "dua"),
        (Role.ITEM, "lanjutan"),
        (Role.QUOTE, "kutip malas"),
        (Role.HEADING, "Bawah garis"),
    ]
    assert [block.level for block in draft(source).blocks] == [1, 0, 1, 2, 1, 1, 0, 2]
    assert draft(source).blocks[3].section == "Judul"
    assert draft(source).blocks[6].breaks == (5,)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("source", "text", "shown"),
    [
        ("a **b *c* d** e", "b c d", "b *c* d"),
        ("*a **b***", "b", "b"),
        ("x \\* y &amp; z", "* y &", "\\* y &amp;"),
        ("~~a~~ `b  c` d", "b c", "b  c"),
        ("`` a`b ``", "a`b", "a`b"),
        ("> - a\n>   b *c*\nd", "b c d", "b *c*\nd"),
        ("1. a\n\n   b\\\n   c", "b c", "b\\\n   c"),
        ("[a *b*](http://x.id) c", "a b", "a *b"),
        ("<http://x.id/a%20b> x", "http://x.id/a%20b", "http://x.id/a%20b"),
        ("## a b ##", "a b", "a b"),
        ("a\n  b\n===", "a b", "a\n  b"),
        ("| a | b\\|*c* |\n|---|---|\n| d | e |", "b|c", "b\\|*c"),
        ("> | a | b |\n> |---|---|\n> | c | d *e* |", "d e", "d *e"),
        ("a <b>b</b> c &lt; d", "b c <", "b</b> c &lt;"),
        ("- a\n\n      kode x\n", "kode x", "kode x"),
        ("> ```\n> a b\n> ```", "a b", "a b"),
        ("\ta\tb", "a b", "a\tb"),
        ("<div>\na *b*\n</div>", "a *b*", "a *b*"),
        ("> <div>\n> a &gt; b\n> </div>", "a > b", "a &gt; b"),
    ],
)
def test_text_has_its_place(source: str, text: str, shown: str, end: str) -> None:
    found = source_of(source.replace("\n", end), text)
    assert found.replace(end, "\n") == shown


def test_front_matter_shifts_nothing() -> None:
    source = '---\nkind: siaran-pers\ntitle: "Rapat: hasil" # x\ntags:\n  - satu\n---\n# Judul\n'
    document = draft(source)
    assert document.meta == {"kind": "siaran-pers", "title": "Rapat: hasil"}
    assert [(b.role, b.name, b.text) for b in document.blocks] == [
        (Role.HIDDEN, "front-matter", "kind: siaran-pers"),
        (Role.HIDDEN, "front-matter", 'title: "Rapat: hasil'),
        (Role.HIDDEN, "front-matter", "satu"),
        (Role.HEADING, "", "Judul"),
    ]
    assert source_of(source, "Judul") == "Judul"
    assert source_of(source, 'title: "Rapat: hasil') == 'title: "Rapat: hasil'


@pytest.mark.parametrize(
    "source", ["---\nkind umum\n---\n", "---\nkind: umum\n", "--\nkind: umum\n---\n", "---\n---\n"]
)
def test_malformed_front_matter_is_text(source: str) -> None:
    document = draft(source)
    assert document.meta == {}
    assert all(block.role is not Role.HIDDEN for block in document.blocks)


def test_links_and_their_attributes() -> None:
    source = '[Situs *kami*](<https://x.id/a b> "Laman \\"utama\\"") ![Foto *kami*](f.png) <a@b.id> [ref]\n\n'
    source += "[ref]: /r\\_u\n  (t)\n"
    document = draft(source)
    links = document.blocks[0].links
    assert document.blocks[0].text == "Situs kami a@b.id ref"
    assert [(link.target, source[slice(*link.target_source)], link.image) for link in links] == [
        ("https://x.id/a b", "https://x.id/a b", False),
        ("f.png", "f.png", True),
        ("mailto:a@b.id", "a@b.id", False),
        ("/r_u", "/r\\_u", False),
    ]
    assert links[0].span == (0, 10)
    assert [(b.name, b.text) for b in document.blocks if b.role is Role.ATTRIBUTE] == [
        ("href", "https://x.id/a b"),
        ("title", 'Laman "utama"'),
        ("alt", "Foto kami"),
        ("href", "/r_u"),
        ("title", "t"),
    ]
    assert [(b.name, b.text) for b in document.blocks if b.role is Role.HIDDEN] == [("src", "f.png")]


def test_inline_code_and_code_blocks() -> None:
    document = draft("Tekan `a b` lalu\n\n```py\nx = 1\n\ny\n```\n\n    z\n     w\n")
    assert document.blocks[0].code == ((6, 9),)
    assert [(b.role, b.text) for b in document.blocks[1:]] == [
        (Role.CODE, "x = 1\n\ny"),
        (Role.CODE, "z\n w"),
    ]
    assert document.blocks[1].line(7) == (7, 8)


def test_tables() -> None:
    document = draft("| No | NIK |\n|---:|:---|\n| 1 | 35 | lebih 36 |\n|2\n")
    assert [(b.text, *b.cell) for b in document.blocks if b.cell] == [
        ("No", 1, 1, 1, "", True),
        ("NIK", 1, 1, 2, "", True),
        ("1", 1, 2, 1, "No", False),
        ("35", 1, 2, 2, "NIK", False),
        ("2", 1, 3, 1, "No", False),
    ]
    assert [(b.role, b.text) for b in document.blocks if not b.cell] == [(Role.HIDDEN, "lebih 36")]


def test_html_table_inside() -> None:
    document = draft(
        "Data:\n\n<table>\n<tr><th>Nama</th><th>NIK</th></tr>\n\n<tr><td>Ani</td><td>35</td></tr>\n</table>\n\nAkhir"
    )
    assert [(b.text, b.cell.header) for b in document.blocks if b.cell and not b.cell.is_header] == [
        ("Ani", "Nama"),
        ("35", "NIK"),
    ]
    assert document.blocks[-1].role is Role.PARAGRAPH


def test_html_inside_keeps_its_attributes() -> None:
    source = 'Lihat <a href="https://x.id" title="&lt;t&gt;">situs</a><br>baris <span data-nik=35>x</span>.'
    document = draft(source)
    assert document.blocks[0].text == "Lihat situs baris x."
    assert document.blocks[0].breaks == (11,)
    assert document.blocks[0].links[0].target == "https://x.id"
    assert [(b.role, b.name, b.text) for b in document.blocks[1:]] == [
        (Role.ATTRIBUTE, "href", "https://x.id"),
        (Role.ATTRIBUTE, "title", "<t>"),
        (Role.HIDDEN, "data-nik", "35"),
    ]


MARK = '<!-- ppid-lint: allow restricted/nik reason="x" -->'


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        (f"a\n\n{MARK}\nb\nb\n\nc", ["b b"]),
        (f"a\n\n{MARK}\n\nb\n\nc", ["b"]),
        (f"{MARK}\n# a\n\nb", ["a"]),
        (f"{MARK}\n- a\n  - b\n- c", ["a", "b"]),
        (f"- a\n{MARK}\n- b\n- c", ["b"]),
        (f"- a\n\n  {MARK}\n- b\n- c", ["b"]),
        (f"{MARK}\n| a | b |\n|---|---|\n| c | d |\n\ne", ["a", "b", "c", "d"]),
        (f"| a | b |\n|---|---|\n| c | d {MARK} |\n| e | f |", ["c", "d"]),
        (f"| a | b |\n|---|---|\n| c | d | {MARK}\n| e | f |", ["c", "d"]),
        (f"a\n\nb {MARK} b\n\nc", ["b b"]),
        (f"a\n\nb {MARK}\n\nc", ["b"]),
        (f"- a {MARK}\n- b", ["a"]),
        (f"> {MARK}\n> a\n\nb", ["a"]),
        (f"{MARK}\n![a](b.png)\n\nc", ["a", "b.png"]),
        (f"a\n\n{MARK}\n", []),
    ],
)
def test_comments_cover_the_next_block_row_or_item(source: str, blocks: list[str]) -> None:
    assert covered(source) == [blocks]
    assert all(block.name != "comment" for block in draft(source).blocks)


def test_other_comments_are_hidden_blocks() -> None:
    assert read("a <!-- NIK 35 -->\n\n<!-- b -->\n") == [
        (Role.PARAGRAPH, "a"),
        (Role.HIDDEN, "NIK 35"),
        (Role.HIDDEN, "b"),
    ]


def test_too_deep_a_draft_is_read_as_plain_text_with_a_note() -> None:
    document = draft("> " * 40 + "NIK 35\n\nAkhir kata.")
    assert [block.text for block in document.blocks] == ["NIK 35", "Akhir kata."]
    assert document.notes == ("bersarang terlalu dalam untuk Markdown, dibaca sebagai teks polos",)


def test_invisible_characters_and_spaces() -> None:
    block = draft("NIK 3573\u200b0123\u00a0\u00a045  x").blocks[0]
    assert block.text == "NIK 35730123 45 x"
    assert block.source_span(4, 12) == (4, 13)
    assert not block.verbatim(4, 12)
    assert block.verbatim(4, 8)


def test_lines_of_no_break_spaces_hold_nothing() -> None:
    assert [block.text for block in read_text("\xa0\n\xa0", "a.md").blocks if block.text.strip()] == []
