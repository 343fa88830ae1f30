"""Reads the sentence gold in corpus/sentences and scores borders against it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "corpus" / "sentences"
REALDOCS = Path(os.environ.get("PPID_LINT_SHARED", ROOT.parent / "shared")) / "realdocs"

Splitter = Callable[[str], Iterable[int]]  # where the sentences of a text begin


class Paragraph(NamedTuple):
    """A text and the offsets at which its second and later sentences begin."""

    text: str
    borders: frozenset[int]


def own(half: str) -> list[Paragraph]:
    """The paragraphs of the "tuning" or the "test" half."""
    lines = (GOLD / f"{half}.txt").read_text(encoding="utf-8").splitlines()
    return [_paragraph(line) for line in lines if line and not line.startswith("#")]


def published() -> Iterator[Paragraph]:
    """The marked places in REALDOCS, of which the project keeps offsets only."""
    for line in (GOLD / "realdocs.tsv").read_text(encoding="utf-8").splitlines()[2:]:
        name, start, end, borders = line.split("\t")
        with (REALDOCS / name).open(encoding="utf-8", newline="") as file:
            text = file.read()[int(start) : int(end)]
        yield Paragraph(text, frozenset(int(place) - int(start) for place in borders.split(",") if place))


def f_score(paragraphs: Iterable[Paragraph], splitter: Splitter) -> float:
    """F1 over the borders inside paragraphs: right ones against found and marked ones."""
    right = found = marked = 0
    for text, borders in paragraphs:
        starts = set(splitter(text)) - {0}
        right += len(starts & borders)
        found += len(starts)
        marked += len(borders)
    return 2 * right / (found + marked)


def _paragraph(line: str) -> Paragraph:
    text, borders = "", set()
    for part in line.replace(" ¦ ", " ¦").split("¦"):
        borders.add(len(text))
        text += part
    return Paragraph(text, frozenset(borders - {0}))
