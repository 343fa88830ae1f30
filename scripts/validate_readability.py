"""Holds the reading level against texts whose difficulty is known; prints the tables of docs/readability.md.

Usage: python scripts/validate_readability.py FOLDER, where FOLDER has children/ (files named by school year,
kelas2_00.txt), general/, gov/ and statute/. Only numbers are printed, never a text.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from ppid_lint.config import Config
from ppid_lint.draft import Draft, Settings
from ppid_lint.linter import Linter
from ppid_lint.matchers.prose import sentences
from ppid_lint.nlp.readability import Readability, measure
from ppid_lint.nlp.words import words
from ppid_lint.scan import Scanner

CHUNK = 200  # words of running prose that are measured together
GENRES = ("children", "general", "gov", "statute")
MEASURES: dict[str, Callable[[Readability], float]] = {
    "Khadijah Rohani": lambda found: found.score,
    "words per sentence": lambda found: found.words_per_sentence,
    "longest sentence": lambda found: found.longest_sentence,
    "share of sentences over 25 words": lambda found: found.long_sentence_share,
    "share of words of 4 syllables and more": lambda found: found.long_word_share,
    "syllables per word": lambda found: found.syllables_per_word,
}


def prose(path: Path, linter: Linter) -> list[list[str]]:
    """The sentences of a file's running prose, as their words."""
    document = linter.document(path.read_bytes(), str(path))
    draft = Draft(document, Scanner((), ()), kind="umum", language="id", settings=Settings())
    return [words(draft.blocks[index].text[start:end]) for index, (start, end) in sentences(draft)]


def chunks(found: Sequence[list[str]]) -> Iterator[Readability]:
    """The measures of each run of sentences of at least 200 words."""
    part: list[list[str]] = []
    for sentence in found:
        part.append(sentence)
        if sum(map(len, part)) >= CHUNK:
            yield measure(part)
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    linter = Linter(Config(select=("readability",)))
    texts = {
        genre: {path: prose(path, linter) for path in sorted((folder / genre).iterdir())} for genre in GENRES
    }
    graded = [
        (int(year[1]), measure(found))
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


if __name__ == "__main__":
    main()
