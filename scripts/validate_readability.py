"""Holds the reading level against texts whose difficulty is known; prints the tables of docs/readability.md.

Usage: python scripts/validate_readability.py FOLDER, where FOLDER has children/ (files named by school year,
kelas2_00.txt), general/, gov/ and statute/. Only numbers are printed, never a text. The second table takes
the items of a list for one sentence with the words that lead into it, as statutes are written, and joins
sentences that a page break cut; the tool itself takes every item for a unit.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from ppid_lint.config import Config
from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.linter import Linter
from ppid_lint.matchers.prose import running, units
from ppid_lint.nlp.readability import Readability, measure, size_of
from ppid_lint.nlp.words import count_words
from ppid_lint.scan import Scanner
from ppid_lint.settings import Settings

CHUNK = 200  # words of running prose that are measured together
GOES_ON = re.compile(r"[;,]\s*(?:dan|atau|dan/atau)?\s*$|\b(?:dan|atau)\s*$")
OPEN_END = re.compile(r"[^.!?:;\s]\s*$")
GENRES = ("children", "general", "gov", "statute")
MEASURES: dict[str, Callable[[Readability], float]] = {
    "Khadijah Rohani": lambda found: found.score,
    "words per sentence": lambda found: found.words_per_sentence,
    "longest sentence": lambda found: found.longest_sentence,
    "share of sentences over 25 words": lambda found: found.long_sentence_share,
    "share of words of 4 syllables and more": lambda found: found.long_word_share,
    "syllables per word": lambda found: found.syllables_per_word,
}


def prose(path: Path, linter: Linter, *, joined: bool = False) -> list[str]:
    """The sentences of a file's running prose; `joined` ones over items and page breaks."""
    document = linter.document(path.read_bytes(), str(path))
    draft = Draft(document, Scanner((), ()), kind="umum", language="id", settings=Settings())
    found: list[str] = []
    before, listing = "", False
    for index in running(draft):
        text = draft.blocks[index].text
        own = [text[start:end] for start, end in units(draft, index)]
        item = listing and draft.blocks[index].role is Role.ITEM
        if joined and own and found and (item or is_cut(before, text)):
            found[-1] += f" {own.pop(0)}"
        found += own
        listing = text.rstrip().endswith(":") or (item and bool(GOES_ON.search(text)))
        before = text
    return found


def is_cut(before: str, after: str) -> bool:
    """Whether a sentence goes on from one block to the next."""
    return bool(OPEN_END.search(before) and re.match(r"[a-z(]", after) and len(before.split()) > 5)


def chunks(found: Sequence[str]) -> Iterator[Readability]:
    """The measures of each run of sentences of at least 200 words."""
    part: list[str] = []
    for sentence in found:
        part.append(sentence)
        if sum(map(count_words, part)) >= CHUNK:
            yield measure(map(size_of, part))
            part = []


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float:
    """The rank correlation, ties at their middle rank."""
    a, b = ranks(xs), ranks(ys)
    mean = (len(a) + 1) / 2
    up = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    down = (sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)) ** 0.5
    return up / down if down else 0.0


def ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    place: dict[float, float] = {}
    for value in set(values):
        first = ordered.index(value)
        place[value] = first + (ordered.count(value) + 1) / 2
    return [place[value] for value in values]


def auc(easy: Sequence[float], hard: Sequence[float]) -> float:
    """How often a hard text scores above an easy one, ties at one half."""
    wins = sum((h > e) + (h == e) / 2 for h in hard for e in easy)
    return wins / (len(easy) * len(hard))


def table(texts: dict[str, dict[Path, list[str]]]) -> None:
    """Prints how each measure orders school years and parts kinds of text, and the medians."""
    graded = [
        (int(year[1]), measure(map(size_of, found)))
        for path, found in texts["children"].items()
        if (year := re.match(r"kelas(\d)", path.name)) and found
    ]
    pieces = {
        genre: [part for found in files.values() for part in chunks(found)] for genre, files in texts.items()
    }
    print("chunks:", {genre: len(parts) for genre, parts in pieces.items()}, "graded texts:", len(graded))
    print("| measure | rho, school year | rho, genre | child-gov | news-gov | gov-statute |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, value in MEASURES.items():
        by = {genre: [value(part) for part in parts] for genre, parts in pieces.items()}
        grade = spearman([year for year, _ in graded], [value(found) for _, found in graded])
        order = [(rank, item) for rank, genre in enumerate(GENRES) for item in by[genre]]
        genre_rho = spearman([rank for rank, _ in order], [item for _, item in order])
        pairs = (("children", "gov"), ("general", "gov"), ("gov", "statute"))
        cells = [grade, genre_rho, *(auc(by[easy], by[hard]) for easy, hard in pairs)]
        print(f"| {name} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |")
    for genre, parts in pieces.items():
        scores = [part.score for part in parts]
        lengths = [part.words_per_sentence for part in parts]
        print(f"{genre}: median level {median(scores):.1f}, median words per sentence {median(lengths):.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    linter = Linter(Config(select=("readability",)))
    for title, read in (
        ("Every item a unit", partial(prose, linter=linter)),
        ("Items joined to what leads into them", partial(prose, linter=linter, joined=True)),
    ):
        print(f"\n{title}\n")
        table({genre: {path: read(path) for path in sorted((folder / genre).iterdir())} for genre in GENRES})


if __name__ == "__main__":
    main()
