"""Writes corpus/measured.yaml, precision and recall of each rule, and the rule pages that show them.

The drafts are those of corpus/drafts/test. Run from the repository: `python scripts/measure_corpus.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_pages import MEASURED, ROOT, TARGET, write

from ppid_lint.evaluate import STRICT, Score, by_category, evaluate
from ppid_lint.labelled import read_labelled
from ppid_lint.linter import Linter

HEADER = "# Written by scripts/measure_corpus.py; do not edit.\n"


def render(scores: Mapping[str, Score]) -> str:
    """One line a rule: the labels there are, precision and recall to three places, null where undefined.

    Drafts mark clear cases only of plain language, so that nothing is known of its false alarms.
    """
    rows = (
        f"{rule}: {{labels: {score.labels}, precision: {_precision(rule, score)}, "
        f"recall: {_number(score.recall)}}}\n"
        for rule, score in scores.items()
    )
    return HEADER + "".join(rows)


def _precision(rule: str, score: Score) -> str:
    return _number(score.precision if rule.partition("/")[0] in STRICT else None)


def _number(value: float | None) -> str:
    return "null" if value is None else f"{value:.3f}"


def main() -> None:
    corpus = ROOT / "corpus"
    linter = Linter(contacts=[corpus / "kontak.yaml"])
    scores = evaluate(read_labelled(corpus / "drafts" / "test"), linter)
    MEASURED.write_text(render(by_category(scores) | scores), encoding="utf-8")
    write(TARGET)


if __name__ == "__main__":
    main()
