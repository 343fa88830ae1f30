"""Labels beside, above, behind a value; what is said around it; and which block leads to which."""

from __future__ import annotations

import re

import pytest

from ppid_lint.draft import Draft
from ppid_lint.leadin import lead_ins
from ppid_lint.lexicon import Entry, Lexicon
from ppid_lint.matchers.evidence import Place, Value, handed_on, naming
from ppid_lint.matchers.surroundings import Scope, sentence_around, speaks
from ppid_lint.readers import read_text
from ppid_lint.scan import Scanner
from ppid_lint.settings import Settings

OWN = Lexicon("own", tuple(map(Entry, ("nik", "rekening", "nomor peserta bpjs"))))
RIVALS = Lexicon("rivals", tuple(map(Entry, ("sp2d", "nik", "rekening kas negara", "nomor peserta", "rp"))))
WORDS = Lexicon("words", (Entry("contoh", unless=("sebagai", "pt")), Entry("lelang")))


def drafted(text: str, name: str = "a.md") -> Draft:
    scanner = Scanner((), (OWN, RIVALS, WORDS))
    return Draft(read_text(text, name), scanner, kind="umum", language="id", settings=Settings())


def value_in(draft: Draft, number: str = "7001") -> Value:
    """The place of the number that the text is about."""
    for index, block in enumerate(draft.blocks):
        if number in block.text:
            start = block.text.index(number)
            return Value(index, start, start + len(number))
    raise AssertionError(number)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("NIK 7001", "a.md", Place.BEFORE),
        ("NIK-nya ialah 7001", "a.md", Place.BEFORE),
        ("Ia membawa NIK. Nomornya 7001, dicatat.", "a.md", Place.BEFORE),
        ("Ia membawa NIK di map biru. Di sana tertulis 7001.", "a.md", Place.BEFORE),
        ("Rekening, NIK, dan SP2D Budi berturut-turut 5001, 7001, dan 6001.", "a.md", Place.BEFORE),
        ("SP2D/NIK: 5001 / 7001", "a.md", Place.BEFORE),
        ("```\nnik,nama\n7001,Budi\n```", "a.md", Place.HEADER),
        ("Nomor 7001 (NIK)", "a.md", Place.AFTER),
        ("Nomor 7001 adalah NIK", "a.md", Place.AFTER),
        ("| Nama | NIK |\n| --- | --- |\n| Budi | 7001 |\n", "a.md", Place.HEADER),
        ("| Uraian | Isi |\n| --- | --- |\n| NIK | 7001 |\n", "a.md", Place.ROW),
        ("| Uraian | Istri | Suami |\n| --- | --- | --- |\n| NIK | 5001 | 7001 |\n", "a.md", Place.ROW),
        ("Daftar NIK:\n\n- 5001\n- 7001\n", "a.md", Place.LEAD),
        ("NIK\n\n5001\n\n7001\n", "a.md", Place.LEAD),
        ("## NIK\n\n7001\n", "a.md", Place.LEAD),
        ("<dl><dt>Nama</dt><dd>Budi</dd><dt>NIK</dt><dd>7001</dd></dl>", "a.html", Place.LEAD),
        ("Tabel NIK\n\n| No | Nomor |\n| --- | --- |\n| 1 | 7001 |\n", "a.md", Place.LEAD),
    ],
)
def test_a_label_is_found_where_it_stands(text: str, name: str, place: Place) -> None:
    draft = drafted(text, name)
    own = naming(draft, value_in(draft), OWN, RIVALS).own
    assert own is not None
    assert own.place is place
    assert own.direct


@pytest.mark.parametrize(
    "text",
    [
        "Isilah NIK. Angka 7001 dicatat.",
        "Ia membawa NIK. Ia pulang. Nomornya 7001.",
        "```\nnama,nik\n7001,Budi\n```",
        "Teknik 7001",
        "NIK 3573012309780004 dan angka 7001",
        "7001, NIK 5001",
        f"NIK {'kata ' * 20}7001",
        "Tabel NIK\n\n| No | Kode barang |\n| --- | --- |\n| 1 | 7001 |\n",
        "Isilah NIK pada kolom yang tersedia di lembar pertama formulir ini\n\nKamar 7001\n",
    ],
)
def test_a_label_of_something_else_is_none(text: str) -> None:
    draft = drafted(text)
    assert naming(draft, value_in(draft), OWN, RIVALS).own is None


@pytest.mark.parametrize(
    ("text", "beaten"),
    [
        ("NIK pada SP2D 7001", True),
        ("SP2D dengan NIK 7001", False),
        ("rekening kas negara 7001", True),
        ("nomor peserta BPJS 7001", False),
        ("nomor peserta 7001", True),
        ("Rp 50.000 bagi NIK 7001", False),
        ("SP2D 12345678 lalu 7001", False),
        ("Ia membayar dengan SP2D. Nomornya 7001.", True),
        ("NIK/SP2D: 5001 / 7001", True),
        ("| SP2D |\n| --- |\n| NIK 7001 |\n", False),
        ("| NIK |\n| --- |\n| SP2D 7001 |\n", True),
    ],
)
def test_the_nearest_label_wins(text: str, beaten: bool) -> None:
    draft = drafted(text)
    assert naming(draft, value_in(draft), OWN, RIVALS).beaten is beaten


def test_listed_values_share_a_label() -> None:
    draft = drafted("NIK 5001, 6001 dan 7001; kamar 8001")
    first, second, third, other = (value_in(draft, number) for number in ("5001", "6001", "7001", "8001"))
    label = naming(draft, first, OWN, RIVALS).own
    assert label is not None
    assert handed_on(draft, first, label, second) == label
    assert handed_on(draft, second, label, third) == label
    assert handed_on(draft, third, label, other) is None


@pytest.mark.parametrize(
    ("text", "scope", "said"),
    [
        ("Contoh NIK: 7001", "sentence", True),
        ("Sebagai contoh, NIK 7001 dipakai", "sentence", False),
        ("PT Contoh punya 7001", "sentence", False),
        ("Ini contoh. Nomor 7001 nyata", "sentence", False),
        ("Ini contoh. Nomor 7001 nyata", "block", True),
        ("| Lelang | Nomor |\n| --- | --- |\n| a | 7001 |\n", "sentence", True),
        ("# Lelang\n\nTeks panjang.\n\nNomor 7001\n", "sentence", False),
        ("# Lelang\n\nTeks panjang.\n\nNomor 7001\n", "section", True),
        ("Nomor 7001\n\nTeks.\n\nLelang dibuka.\n", "draft", True),
        ("Barang lelang:\n\n- nomor 7001\n", "sentence", True),
    ],
)
def test_what_is_said_around_a_value(text: str, scope: Scope, said: bool) -> None:
    draft = drafted(text)
    value = value_in(draft)
    assert speaks(draft, value.block, value.start, WORDS, scope) is said


def test_sentences_end_at_marks_not_at_abbreviations() -> None:
    text = "Satu. Rek. BRI No. 7001 ada. Dua."
    start, end = sentence_around(text, text.index("7001"))
    assert text[start:end].strip() == "Rek. BRI No. 7001 ada."


def test_lists_tables_and_figures_share_their_lead_in() -> None:
    text = "Awal.\n\n- satu\n  - dalam\n- dua\n\n| a |\n| --- |\n| b |\n\nNomor\n\n5001\n\n7001\n"
    blocks = read_text(text, "a.md").blocks
    at = {re.sub(r"\W", "", block.text): index for index, block in enumerate(blocks)}
    leads = lead_ins(blocks)
    assert leads[at["Awal"]] is None
    assert leads[at["satu"]] == leads[at["dua"]] == at["Awal"]
    assert leads[at["dalam"]] == at["satu"]
    assert leads[at["a"]] == leads[at["b"]] == at["dua"]
    assert leads[at["5001"]] == leads[at["7001"]] == at["Nomor"]
