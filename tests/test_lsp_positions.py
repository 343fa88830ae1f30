"""Positions and changes, held against cutting encoded lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from lsp_editor import CODECS, offset, position
from ppid_lint.lsp.buffer import Buffer
from ppid_lint.lsp.positions import UNITS, Places

TEXTS = st.text(st.sampled_from("ab é😀中\u2028\x0c\r\n"), max_size=40)
ENCODINGS = st.sampled_from(sorted(CODECS))


@given(TEXTS, ENCODINGS, st.data())
def test_positions_and_offsets_are_inverse(text: str, encoding: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    places = Places(text, UNITS[encoding])
    if text[at - 1 : at + 1] != "\r\n":
        assert places.position(at) == position(text, at, encoding)
        assert places.offset(places.position(at)) == at == offset(text, places.position(at), encoding)


@given(TEXTS, ENCODINGS, TEXTS, st.data())
def test_changes_give_the_text_the_editor_has(
    text: str, encoding: str, new: str, data: st.DataObject
) -> None:
    start, end = sorted([data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))])
    if "\r\n" in (text[start - 1 : start + 1], text[end - 1 : end + 1]):
        return
    place = types.Range(position(text, start, encoding), position(text, end, encoding))
    change = types.TextDocumentContentChangePartial(place, new)
    after = Buffer("file:///a.md", text, 1).changed([change], 2, UNITS[encoding])
    assert (after.text, after.version) == (text[:start] + new + text[end:], 2)


@pytest.mark.parametrize(
    ("line", "character", "at"),
    [(0, 99, 3), (1, 99, 8), (7, 0, 8), (0, 2, 1), (0, 3, 2)],
    ids=["past the line", "past the last line", "past the text", "inside a character", "after it"],
)
def test_a_position_outside_is_the_nearest_inside(line: int, character: int, at: int) -> None:
    places = Places("a😀b\r\n😀cd", UNITS["utf-16"])
    assert places.offset(types.Position(line, character)) == at


@pytest.mark.parametrize(
    ("uri", "language", "name"),
    [
        ("file:///x/a%20b.html", "markdown", "/x/a b.html"),
        ("untitled:Untitled-1", "html", "Untitled-1.html"),
        ("untitled:Untitled-1", "plaintext", "Untitled-1.txt"),
        ("untitled:Untitled-1", "asciidoc", "Untitled-1.md"),
        ("file:///x/README", "plaintext", "/x/README.txt"),
    ],
)
def test_the_name_says_the_format(uri: str, language: str, name: str) -> None:
    assert Buffer(uri, "", 1, language).name == name
