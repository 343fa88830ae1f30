"""CSV: exact places in the source, heads, quotes; written back so that it parses as before."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_lint.document import Block
from ppid_lint.finding import Edit
from ppid_lint.readers import read, read_text
from ppid_lint.readers.csv import delimiter, fields
from ppid_lint.text import Span
from ppid_lint.writers import rewrite

NIK = "3573012309780004"


def blocks(source: str) -> list[Block]:
    return list(read_text(source, "data.csv").blocks)


def test_cells_stand_at_their_place_under_their_head() -> None:
    source = f'DAFTAR PENERIMA;;\r\n;;\r\nNo;Nama;NIK\r\n1;"Siti ""Ana""";{NIK}\r\n'
    found = blocks(source)
    assert [(block.text, block.cell.header) for block in found[4:] if block.cell] == [
        ("1", "No"),
        ('Siti "Ana"', "Nama"),
        (NIK, "NIK"),
    ]
    span = found[-1].source_span(0, 16)
    assert source[span.start : span.end] == NIK
    assert found[-1].location is None
    name = found[5]
    assert source[slice(*name.source_span(5, 10))] == '""Ana""'


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        ("a,b\nc,d\n", ","),
        ("a;b,c\nd;e,f g,h\n", ";"),
        ("Nama\tNIK\nA, B\t1\nC\t2\n", "\t"),
        ('"a,b,c";x\n"d,e,f";y\n', ";"),
        ("a|b\nc|d\n", "|"),
        ("satu\ndua\n", ","),
        ("", ","),
    ],
)
def test_the_delimiter_is_told_from_the_first_lines(source: str, mark: str) -> None:
    assert delimiter(source) == mark


def test_excel_names_its_delimiter() -> None:
    assert [block.text for block in blocks("sep=;\na,b;c\n")] == ["a,b", "c"]


def test_a_quote_that_never_closes_is_a_character() -> None:
    assert [block.text for block in blocks('a,"b\nc,5" d\n')] == ["a", '"b', "c", '5" d']


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "Nama;Kantor\nRené;Kafé di Jalan Ñ\nZoë;Balai Kota – Münster\n"
    assert [block.text for block in read(text.encode(encoding), "a.csv").blocks][2] == "René"


def test_new_text_is_quoted_where_it_must_be() -> None:
    data = b'a;b "x" c;"d"\n'
    edits = [Edit(Span(0, 1), "p;q"), Edit(Span(2, 3), "r;s"), Edit(Span(11, 12), 'u"v')]
    written = rewrite(data, edits, "a.csv").decode()
    assert next(csv.reader([written], delimiter=";")) == ["p;q", 'r;s "x" c', 'u"v']


RECORDS = st.lists(st.lists(st.text('ab1 é"\u00a0;,\n', max_size=6), min_size=2, max_size=4), max_size=5)


@settings(max_examples=150, deadline=None)
@given(RECORDS, st.sampled_from(",;\t"))
def test_fields_are_those_of_the_standard_reader(records: list[list[str]], mark: str) -> None:
    stream = io.StringIO(newline="")
    stream.write(f"sep={mark}\n")
    csv.writer(stream, delimiter=mark).writerows(records)
    source = stream.getvalue()
    read_back: dict[int, list[str]] = {}
    for field in fields(source):
        text = source[field.span.start : field.span.end]
        read_back.setdefault(field.row, []).append(text.replace('""', '"') if field.quoted else text)
    assert list(read_back.values())[: len(records)] == records


@settings(max_examples=150, deadline=None)
@given(st.text('ab",;\n\r\t |', max_size=40))
def test_any_text_is_read_and_each_block_lies_in_it(source: str) -> None:
    for block in blocks(source):
        for start, end, source_start, source_end in block.pieces:
            assert source_start < source_end <= len(source)
            if end - start == source_end - source_start:
                assert block.text[start:end].split() == source[source_start:source_end].split()
