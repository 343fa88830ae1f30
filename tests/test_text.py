"""Lines and columns as an editor counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.text import LineIndex, Position, Span, utf8_units, utf16_units

TEXTS = st.text(alphabet=st.sampled_from("ab \n\r\t😀é\u0301\u00a0"), max_size=60)


@given(TEXTS, st.integers(min_value=0, max_value=60))
def test_position_gives_the_offset_back(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    index = LineIndex(text)
    position = index.position(offset)
    assert index.line_span(position.line).start + position.column - 1 == offset


@given(TEXTS)
def test_lines_are_those_of_an_editor(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert LineIndex(text).lines == plain.count("\n") + 1


def test_positions_count_code_points_from_one() -> None:
    index = LineIndex("a😀b\r\nc")
    assert index.position(2) == Position(1, 3)
    assert index.position(5) == Position(2, 1)


def test_units_of_other_formats() -> None:
    assert utf16_units("a😀") == 3
    assert utf8_units("é😀") == 6


def test_spans() -> None:
    assert Span(1, 4).overlaps(Span(3, 5))
    assert not Span(1, 3).overlaps(Span(3, 5))
    assert Span(1, 5).covers(Span(2, 5))
