"""Writes the tables of docs/measurements.md from corpus/measured.yaml and corpus/verdicts/readability.tsv.

Run from the repository: `python scripts/build_measurements.py`, after `scripts/measure_corpus.py`.
What stands above and below the tables is written by hand.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ppid_lint.errors import ConfigError
from ppid_lint.yamlfile import read_yaml

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "measurements.md"
MEASURED = ROOT / "corpus" / "measured.yaml"
VERDICTS = ROOT / "corpus" / "verdicts" / "readability.tsv"

_TABLE = "(<!-- table: {} -->\n\n).*?(\n\n<!-- /table -->)"


def render(text: str) -> str:
    """The page with its tables as measured last."""
    measured = read_yaml(MEASURED, ConfigError).data
    rows = {"categories": _scores(measured, whole=True), "rules": _scores(measured, whole=False)}
    for name, lines in (*rows.items(), ("verdicts", _verdicts())):
        pattern = re.compile(_TABLE.format(name), re.DOTALL)
        text = pattern.sub(lambda match, lines=lines: match[1] + "\n".join(lines) + match[2], text)
    return text


def _scores(measured: Mapping[str, Mapping[str, Any]], *, whole: bool) -> list[str]:
    """The rows of categories, or of rules; a dash where nothing can be said."""
    lines = ["| | label · labels | presisi · precision | recall |", "|---|---|---|---|"]
    for name, row in measured.items():
        if ("/" not in name) == whole:
            shown = f"`{name}`" if whole else f"[{name}](rules/{name}.md)"
            lines.append(
                f"| {shown} | {row['labels']} | {_number(row['precision'])} | {_number(row['recall'])} |"
            )
    return lines


def _verdicts() -> list[str]:
    with VERDICTS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    right = Counter(row["rule"] for row in rows if row["verdict"] == "right")
    judged = Counter(row["rule"] for row in rows)
    lines = ["| | dinilai · judged | benar · right |", "|---|---|---|"]
    lines += [f"| [{name}](rules/{name}.md) | {judged[name]} | {right[name]} |" for name in sorted(judged)]
    return [*lines, _sum(judged.values(), right.values())]


def _sum(judged: Iterable[int], right: Iterable[int]) -> str:
    return f"| **semua · all** | {sum(judged)} | {sum(right)} |"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
