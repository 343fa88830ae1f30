"""HTML: blocks, cells, what attributes say, what is hidden."""

from __future__ import annotations

import pytest

from ppid_lint.document import Block, Document, Role
from ppid_lint.readers import read_text


def page(source: str) -> Document:
    return read_text(source, "a.html")


def read(source: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in page(source).blocks]


def cells(source: str) -> list[tuple[str, int, int, int, str]]:
    blocks = [block for block in page(source).blocks if block.cell]
    return [(block.text, *block.cell[:4]) for block in blocks if block.cell]


def named(source: str, role: Role) -> list[tuple[str, str]]:
    return [(block.name, block.text) for block in page(source).blocks if block.role is role]


def covered(source: str) -> list[list[str]]:
    document = page(source)
    return [[document.blocks[index].text for index in comment.covers] for comment in document.comments]


def source_of(document: Document, block: Block, text: str) -> str:
    start = block.text.index(text)
    span = block.source_span(start, start + len(text))
    return document.source[span.start : span.end]


def test_blocks() -> None:
    source = "<H1>Judul</H1><p>Satu<p>Dua <b>te</b>bal<ul><li>a<ul><li>b</ul><li>c</ul><blockquote>kutip"
    assert read(source) == [
        (Role.HEADING, "Judul"),
        (Role.PARAGRAPH, "Satu"),
        (Role.PARAGRAPH, "Dua tebal"),
        (Role.ITEM, "a"),
        (Role.ITEM, "b"),
        (Role.ITEM, "c"),
        (Role.QUOTE, "kutip"),
    ]
    assert [block.level for block in page(source).blocks] == [1, 0, 0, 1, 2, 1, 0]
    assert {block.section for block in page(source).blocks[1:]} == {"Judul"}


def test_definition_list() -> None:
    assert read("<dl><dt>Alamat<dd>Jl. Melati<dt>Telepon<dd>021</dl>") == [
        (Role.ITEM, text) for text in ("Alamat", "Jl. Melati", "Telepon", "021")
    ]


def test_line_break_is_a_space_that_is_remembered() -> None:
    block = page("<p>Jl. Melati<br>Malang\nJawa  Timur</p>").blocks[0]
    assert block.text == "Jl. Melati Malang Jawa Timur"
    assert block.breaks == (10, 17)
    assert block.source_span(0, 10) == (3, 13)
    assert block.source_span(11, 17) == (17, 23)


def test_two_line_breaks_end_a_paragraph() -> None:
    assert read("<p>Satu<br>dua<br />&nbsp;\n<br>tiga<br></p>") == [
        (Role.PARAGRAPH, "Satu dua"),
        (Role.PARAGRAPH, "tiga"),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a &lt; b &amp; c", "a < b & c"),
        ("&#65;&#x42;&#67 D", "ABC D"),
        ("&copy 2026 &notit;", "© 2026 ¬it;"),
        ("a&nbsp;&nbsp;b&shy;c", "a bc"),
        ("AT&T & co", "AT&T & co"),
        ("&#0;&#xfffffffff; x", "\ufffd\ufffd x"),
        ("&" + "#" + "9" * 5000 + ";", "\ufffd" + "9" * 4980 + ";"),
        ("5 < 6 > 4", "5 < 6 > 4"),
    ],
)
def test_references_are_decoded(source: str, text: str) -> None:
    assert read(f"<p>{source}</p>") == [(Role.PARAGRAPH, text)]


def test_decoded_text_has_its_place() -> None:
    document = page("<p>Surel &lt;a@b.id&gt; kami</p>")
    assert source_of(document, document.blocks[0], "<a@b.id>") == "&lt;a@b.id&gt;"
    assert source_of(document, document.blocks[0], "a@b.id") == "a@b.id"


def test_table_with_head() -> None:
    source = "<table><thead><tr><td>No<td>NIK</thead><tbody><tr><td>1<td>35</table>"
    assert cells(source) == [
        ("No", 1, 1, 1, ""),
        ("NIK", 1, 1, 2, ""),
        ("1", 1, 2, 1, "No"),
        ("35", 1, 2, 2, "NIK"),
    ]


def test_spans_shift_columns() -> None:
    source = """<table><tr><th rowspan=2>No<th colspan="2">Nomor<tr><th>NIK<th>KK
    <tr><td>1<td>35<td>36<tr><td colspan=2>x<td>y</table>"""
    assert cells(source)[4:] == [
        ("1", 1, 3, 1, "No"),
        ("35", 1, 3, 2, "NIK"),
        ("36", 1, 3, 3, "KK"),
        ("x", 1, 4, 1, "No"),
        ("y", 1, 4, 3, "KK"),
    ]


def test_first_row_heads_a_table_without_heads() -> None:
    source = "<table><tr><td>No<td>Nama<td>NIK<tr><td>1<td>Ani<td>35</table>"
    assert cells(source)[3:] == [("1", 1, 2, 1, "No"), ("Ani", 1, 2, 2, "Nama"), ("35", 1, 2, 3, "NIK")]


@pytest.mark.parametrize("label", ["<td>NIK", "<th>NIK", "<td>NIK<td>:"])
def test_a_table_of_labels_is_headed_by_its_row(label: str) -> None:
    source = f"<table><tr><td>Nama<td>Ani<tr>{label}<td>35</table>"
    assert cells(source)[-1][4] == "NIK"


def test_nested_table() -> None:
    source = "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>"
    assert cells(source) == [
        ("a", 1, 1, 1, ""),
        ("b", 2, 1, 1, ""),
        ("c", 1, 1, 1, ""),
        ("d", 1, 1, 2, "a c"),
    ]


def test_attributes_that_readers_meet() -> None:
    source = """<p><a href=mailto:a@b.id?x=1&amp;copy=2 TITLE='Tulis &amp; kirim'>Surel</a>
    <img src="f.png" alt="Foto">"""
    assert named(source, Role.ATTRIBUTE) == [
        ("href", "mailto:a@b.id?x=1&copy=2"),
        ("title", "Tulis & kirim"),
        ("alt", "Foto"),
    ]
    assert named(source, Role.HIDDEN) == [("src", "f.png")]
    document = page(source)
    text, image = document.blocks[0].links
    assert (text.span, text.target, text.image) == ((0, 5), "mailto:a@b.id?x=1&copy=2", False)
    assert document.source[slice(*text.target_source)] == "mailto:a@b.id?x=1&amp;copy=2"
    assert (image.target, image.image, document.source[slice(*image.target_source)]) == (
        "f.png",
        True,
        "f.png",
    )
    assert source_of(document, document.blocks[2], "& kirim") == "&amp; kirim"


def test_a_link_over_two_blocks_is_in_both() -> None:
    first, second = [block for block in page("<a href=x><p>satu<p>dua</a>").blocks if block.links]
    assert [first.links[0].span, second.links[0].span] == [(0, 4), (0, 3)]


def test_hidden_text() -> None:
    source = """<title>Judul &amp; nama</title><meta name=author content="Ani"><!-- catatan -->
    <div style="display: none">rahasia</div><p hidden>lagi<p>
    tampak <span hidden>tidak</span><input value="35">
    <div data-nik=36></div><template>pola</template>"""
    assert named(source, Role.ATTRIBUTE) == [("title", "Judul & nama")]
    assert named(source, Role.HIDDEN) == [
        ("author", "Ani"),
        ("comment", "catatan"),
        ("hidden", "rahasia"),
        ("hidden", "lagi"),
        ("hidden", "tidak"),
        ("value", "35"),
        ("data-nik", "36"),
        ("hidden", "pola"),
    ]
    assert (Role.PARAGRAPH, "tampak") in read(source)


def test_script_style_and_declarations_are_left_out() -> None:
    source = "<!DOCTYPE html><?xml x?><script>var a='<p>b';</SCRIPT ><style>p{}</style><p>isi</p>"
    assert read(source) == [(Role.PARAGRAPH, "isi")]


@pytest.mark.parametrize(
    "start", ["<script>", "<style>", "<title>", "<a href='x", "<!x", "<?x", "<textarea>"]
)
def test_what_never_closes_hides_nothing(start: str) -> None:
    assert any("3507116506720002" in block.text for block in page(f"<p>a</p>{start} 3507116506720002").blocks)


def test_unclosed_comment_is_hidden_text() -> None:
    assert named("<p>a<!-- NIK 35", Role.HIDDEN) == [("comment", "NIK 35")]


def test_code_and_preformatted_text() -> None:
    assert read("<pre><code>a  b\n\tc</code></pre><pre>satu\ndua\n\ntiga</pre>") == [
        (Role.CODE, "a  b\n c"),
        (Role.PARAGRAPH, "satu dua"),
        (Role.PARAGRAPH, "tiga"),
    ]
    block = page("<p>tekan <code>Ctrl</code> lalu</p>").blocks[0]
    assert block.code == ((6, 10),)


def test_comments_cover_the_next_block_row_or_item() -> None:
    mark = '<!-- ppid-lint: allow restricted/nik reason="x" -->'
    assert covered(f"<p>a</p>{mark}<div data-x=1><p>b <a href=c>d</a></p><p>e</p></div>") == [
        ["1", "b d", "c"]
    ]
    assert covered(f"<ul>{mark}<li>a<ul><li>b</ul></li><li>c</ul>") == [["a", "b"]]
    assert covered(f"<table><tr><td>a<td>b</tr>{mark}<tr><td>c<td>d</tr><tr><td>e</table>") == [["c", "d"]]
    assert covered(f"{mark}<table><tr><td>a<tr><td>b</table><p>c") == [["a", "b"]]
    assert covered(f"<table><tr><td>a<td>b {mark}<td>c<tr><td>d</table>") == [["a", "b", "c"]]
    assert covered(f"<p>a</p><p>b {mark} c</p><p>d") == [["b c"]]
    assert covered(f"<p>a</p>{mark}") == [[]]


def test_comment_says_its_text_and_place() -> None:
    document = page("<p>x</p><!-- ppid-lint: allow-file a -->")
    assert document.comments[0].text == " ppid-lint: allow-file a "
    assert document.comments[0].span == (8, 40)
    assert not named(document.source, Role.HIDDEN)
