"""Findings of the readability rules per 1,000 words, by genre; prints the table of docs/readability.md.

Usage: python scripts/count_findings.py FOLDER, where FOLDER has a folder of drafts for each genre. Words are
counted as `metrics` counts them. A finding may stand anywhere that is read, so the words of all that is read
are what it is counted by; beside it, the findings in running prose by the words of that.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ppid_lint.config import Config
from ppid_lint.document import Block, Role
from ppid_lint.draft import PROSE, Draft
from ppid_lint.linter import Linter
from ppid_lint.matchers.prose import running
from ppid_lint.nlp.words import count_words
from ppid_lint.scan import Scanner
from ppid_lint.settings import Settings

GENRES = ("gov", "children", "general", "statute", "english")
READ = PROSE | {Role.CELL}


@dataclass(frozen=True, slots=True)
class Count:
    """Words and findings, of all that is read and of running prose; and how often each rule fired."""

    words: int
    prose: int
    spaced: int  # tokens between white space of the source, tags and all
    findings: int
    in_prose: int
    rules: Counter[str]


def count(path: Path, linter: Linter) -> Count:
    """The words and findings of one file."""
    document = linter.document(path.read_bytes(), str(path))
    draft = Draft(document, Scanner((), ()), kind="umum", language="id", settings=Settings())
    prose = [draft.blocks[index] for index in running(draft)]
    found = linter.check_file(path).findings
    return Count(
        words=sum(count_words(block.text) for block in draft.blocks if block.role in READ),
        prose=sum(count_words(block.text) for block in prose),
        spaced=len(document.source.split()),
        findings=len(found),
        in_prose=sum(any(_holds(block, item.span.start) for block in prose) for item in found),
        rules=Counter(item.rule for item in found),
    )


def _holds(block: Block, at: int) -> bool:
    start, end = block.source_span(0, len(block.text))
    return start <= at < end


def total(counts: list[Count]) -> Count:
    """The counts of several files as one."""
    return Count(
        words=sum(one.words for one in counts),
        prose=sum(one.prose for one in counts),
        spaced=sum(one.spaced for one in counts),
        findings=sum(one.findings for one in counts),
        in_prose=sum(one.in_prose for one in counts),
        rules=sum((one.rules for one in counts), Counter[str]()),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rules", action="store_true", help="how often each rule fires, too")
    options = parser.parse_args()
    linter = Linter(Config(select=("readability",)))
    print("| | findings | words | per 1,000 | in running prose | its words | per 1,000 | with markup |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for genre in GENRES:
        files = sorted((options.folder / genre).iterdir())
        all_of = total([count(path, linter) for path in files])
        rates = [
            f"{1000 * many / max(words, 1):.1f}"
            for many, words in (
                (all_of.findings, all_of.words),
                (all_of.in_prose, all_of.prose),
                (all_of.findings, all_of.spaced),
            )
        ]
        cells = [genre, all_of.findings, all_of.words, rates[0], all_of.in_prose, all_of.prose, *rates[1:]]
        print("| " + " | ".join(map(str, cells)) + " |")
        if options.rules:
            print(", ".join(f"{rule.partition('/')[2]} {many}" for rule, many in all_of.rules.most_common()))


if __name__ == "__main__":
    main()
