"""Blocks know where their text came from."""

from __future__ import annotations

from ppid_lint.document import Block, Piece, Role
from ppid_lint.text import Span

# The source is "a<b>bc</b>&amp;d": text "abc&d".
BLOCK = Block(
    Role.PARAGRAPH,
    "abc&d",
    (Piece(0, 1, 0, 1), Piece(1, 3, 4, 6), Piece(3, 4, 10, 15), Piece(4, 5, 15, 16)),
)


def test_source_span_is_the_smallest_that_holds_the_range() -> None:
    assert BLOCK.source_span(0, 1) == Span(0, 1)
    assert BLOCK.source_span(1, 2) == Span(4, 5)
    assert BLOCK.source_span(0, 3) == Span(0, 6)
    assert BLOCK.source_span(3, 4) == Span(10, 15)
    assert BLOCK.source_span(2, 2) == Span(5, 5)


def test_verbatim_is_one_unbroken_run() -> None:
    assert BLOCK.verbatim(1, 3)
    assert not BLOCK.verbatim(0, 2)
    assert not BLOCK.verbatim(3, 4)


def test_source_runs_leave_markup_out() -> None:
    assert list(BLOCK.source_runs(0, 4)) == [(Span(0, 1), 1), (Span(4, 6), 2), (Span(10, 15), 1)]
    assert list(BLOCK.source_runs(2, 3)) == [(Span(5, 6), 1)]


def test_lines_of_a_block() -> None:
    block = Block(Role.PARAGRAPH, "satu dua tiga", (Piece(0, 13, 0, 13),), breaks=(4, 8))
    assert [block.line(at) for at in (0, 5, 12)] == [Span(0, 4), Span(5, 8), Span(9, 13)]


def test_a_block_without_text_has_a_place() -> None:
    assert Block(Role.PARAGRAPH, "", ()).source_span(0, 0) == Span(0, 0)
