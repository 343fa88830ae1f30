"""Draws findings of the readability rules at random, to be judged: a row each, as in corpus/verdicts.

Usage: python scripts/draw_findings.py FOLDER [--count 200] [--seed 2026] [--known VERDICTS]. A row holds the
file, the place, the rule, how its fix applies, and an empty verdict and reason; `--known` fills in those of
places judged before. With `--shown` the words around each place are printed too, for the judge alone.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from pathlib import Path

from ppid_lint import Finding, Linter
from ppid_lint.config import Config

FIELDS = ("file", "start", "end", "rule", "fix", "verdict", "reason")
AROUND = 90  # code points shown on each side


def findings(folder: Path, linter: Linter) -> list[tuple[Path, Finding]]:
    """Every finding of every file, in order."""
    files = sorted(folder.iterdir())
    return [(path, item) for path in files for item in linter.check_file(path).findings]


def row(path: Path, item: Finding, folder: Path) -> dict[str, str]:
    fix = item.fixes[0].applicability if item.fixes else ""
    place = {"start": str(item.span.start), "end": str(item.span.end)}
    return {"file": f"{folder.name}/{path.name}", **place, "rule": item.rule, "fix": fix}


def judged(path: Path | None) -> dict[tuple[str, ...], dict[str, str]]:
    """The verdicts given before, by file, place and rule."""
    if path is None:
        return {}
    with path.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    return {tuple(one[name] for name in FIELDS[:4]): one for one in rows}


def shown(path: Path, item: Finding) -> str:
    """The words around a finding, and what it suggests."""
    text = path.open(encoding="utf-8", errors="replace", newline="").read()
    start, end = item.span
    parts = text[max(start - AROUND, 0) : start], text[start:end], text[end : end + AROUND]
    before, words, after = (" ".join(part.split()) for part in parts)
    return f"{before} [[{words[:300]}]] {after} => {item.suggestion}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--known", type=Path)
    parser.add_argument("--shown", action="store_true")
    options = parser.parse_args()
    found = findings(options.folder, Linter(Config(select=("readability",))))
    drawn = random.Random(options.seed).sample(range(len(found)), options.count)
    known = judged(options.known)
    writer = csv.DictWriter(sys.stdout, FIELDS, delimiter="\t", lineterminator="\n", restval="")
    writer.writeheader()
    for at in sorted(drawn):
        path, item = found[at]
        one = row(path, item, options.folder)
        before = known.get(tuple(one[name] for name in FIELDS[:4]), {})
        writer.writerow(one | {name: before.get(name, "") for name in ("verdict", "reason")})
        if options.shown:
            print("   ", shown(path, item))


if __name__ == "__main__":
    main()
