"""Writes the pages of docs/ that come from rules, code and measurements.

Run from the repository: `python scripts/build_pages.py`; with a folder, the pages are written there.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from pages.command import command_page
from pages.kinds import kinds_page
from pages.layers import layered
from pages.library import library_page
from pages.measured import Measured, measurements_page
from pages.rules import rule_pages

from ppid_lint.catalog import load_rules

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
NUMBERS = ROOT / "corpus" / "measured.yaml"
SPEED = ROOT / "benchmarks" / "measured.yaml"


def pages() -> dict[str, str]:
    """Every generated page by its path below docs/."""
    rules = load_rules([ROOT / "rules"])
    measured = Measured.read(NUMBERS)
    return {
        **rule_pages(rules, measured),
        "kinds.md": kinds_page(rules),
        "library.md": library_page(),
        "command.md": command_page(),
        "measurements.md": measurements_page(measured, SPEED, "id"),
        "measurements.en.md": measurements_page(measured, SPEED, "en"),
        "architecture.md": layered((DOCS / "architecture.md").read_text(encoding="utf-8"), ROOT),
    }


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS
    shutil.rmtree(target / "rules", ignore_errors=True)  # pages of rules that are gone
    for name, text in pages().items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
