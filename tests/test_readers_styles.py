"""What an inline style keeps from a reader."""

from __future__ import annotations

import pytest

from ppid_lint.document import Role
from ppid_lint.readers import read_text
from ppid_lint.readers.styles import hides

UNSEEN = [
    "display:none",
    "DISPLAY : none !important",
    "visibility:hidden",
    "opacity: 0",
    "font-size:0px",
    "color:transparent",
    "color:#fff;background:#fff",
    "color: white; background-color: #FFFFFF",
    "color:rgb(255, 255, 255);background:white",
    "background:#036;color:#003366",
]
SEEN = ["", "color:#fff;background:#036", "color:white", "opacity:0.5", "font-size:10px", "display:block"]


@pytest.mark.parametrize("style", UNSEEN)
def test_unseen(style: str) -> None:
    assert hides(style)


@pytest.mark.parametrize("style", SEEN)
def test_seen(style: str) -> None:
    assert not hides(style)


@pytest.mark.parametrize(
    ("page", "role"),
    [
        ('<p style="color:#fff">Catatan</p>', Role.HIDDEN),
        ('<div style="background:#036"><p style="color:#fff">Catatan</p></div>', Role.PARAGRAPH),
        ('<div class="kepala"><p style="color:#fff">Catatan</p></div>', Role.PARAGRAPH),
    ],
)
def test_white_is_unseen_where_nothing_else_can_colour_the_page(page: str, role: Role) -> None:
    assert [block.role for block in read_text(page, "a.html").blocks if block.text == "Catatan"] == [role]
