"""Writes corpus/measured.yaml: what the rules find in the labelled test drafts, in numbers alone.

Run from the repository: `python scripts/measure_corpus.py`. Counts are those of `ppid-lint evaluate`;
of plain language, where drafts mark clear cases only, precision comes from corpus/verdicts/readability.tsv.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from ppid_lint.evaluate import Score, evaluate
from ppid_lint.labelled import read_labelled
from ppid_lint.linter import Linter

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
TARGET = CORPUS / "measured.yaml"

HEADER = """\
# Written by scripts/measure_corpus.py; do not edit. Counts on corpus/drafts/test, and verdicts by hand.
"""


def verdicts(path: Path) -> dict[str, Counter[str]]:
    """How many findings of each rule a person judged right and wrong."""
    counts: dict[str, Counter[str]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            side = "right" if row["verdict"] == "right" else "wrong"
            counts.setdefault(row["rule"], Counter())[side] += 1
    return counts


def render(drafts: int, scores: Mapping[str, Score], judged: Mapping[str, Counter[str]]) -> str:
    """The whole text of measured.yaml."""
    lines = [HEADER, f"drafts: {drafts}\n", "rules:\n"]
    lines += [f"  {rule}: {_flow(asdict(score))}\n" for rule, score in sorted(scores.items())]
    lines += ["verdicts:\n"]
    lines += [
        f"  {rule}: {_flow({'right': count['right'], 'wrong': count['wrong']})}\n"
        for rule, count in sorted(judged.items())
    ]
    return "".join(lines)


def _flow(numbers: Mapping[str, int]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in numbers.items()) + "}"


def main() -> None:
    drafts = list(read_labelled(CORPUS / "drafts" / "test"))
    scores = evaluate(drafts, Linter(contacts=[CORPUS / "kontak.yaml"]))
    judged = verdicts(CORPUS / "verdicts" / "readability.tsv")
    TARGET.write_text(render(len(drafts), scores, judged), encoding="utf-8")


if __name__ == "__main__":
    main()
