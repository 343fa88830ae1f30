"""The page on plain language shows what the fixes do: its paragraphs, before and after."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from ppid_lint.config import Config
from ppid_lint.linter import Linter
from ppid_lint.repair import repair

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "readability.md").read_text(encoding="utf-8")


def flat(text: str) -> str:
    return " ".join(re.sub(r"^> ?", "", text, flags=re.MULTILINE).split())


def test_the_paragraphs_are_fixed_as_shown() -> None:
    linter = Linter(Config(select=("readability",)))
    blocks = PAGE.split("\n\n")
    pairs = [(flat(one), flat(two)) for one, two in pairwise(blocks) if one.startswith("> ")]
    assert len(pairs) == 6
    for before, after in pairs:
        assert repair(before.encode(), linter, name="a.md", unsafe=True).data.decode() == after
