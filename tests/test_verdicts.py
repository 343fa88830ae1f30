"""What was judged and counted by hand: shares that hold, and places and numbers that the rules still give."""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path

import pytest

from ppid_lint import Linter, Report
from ppid_lint.config import Config

VERDICTS = Path(__file__).resolve().parent.parent / "corpus" / "verdicts"
SHARED = Path(os.environ.get("PPID_LINT_SHARED") or Path(__file__).resolve().parents[2] / "shared")
PAGES = SHARED / "realdocs"

pages = pytest.mark.skipif(not (PAGES / "gov").exists(), reason=f"the pages are not at {PAGES}")


def rows(name: str) -> list[dict[str, str]]:
    with (VERDICTS / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


@cache
def linter() -> Linter:
    return Linter(Config(select=("readability",)))


@cache
def report(file: str) -> Report:
    return linter().check_file(PAGES / file)


def share(judged: list[dict[str, str]]) -> float:
    return sum(row["verdict"] == "right" for row in judged) / len(judged)


def test_two_hundred_findings_are_judged_with_a_reason() -> None:
    judged = rows("readability.tsv")
    assert len(judged) == 200
    assert {row["verdict"] for row in judged} <= {"right", "wrong"}
    assert all(row["reason"] for row in judged)
    assert len({(row["file"], row["start"], row["end"], row["rule"]) for row in judged}) == 200


def test_nine_in_ten_are_right_and_nearly_all_safe_fixes() -> None:
    judged = rows("readability.tsv")
    safe = [row for row in judged if row["fix"] == "safe"]
    assert len(safe) >= 50
    assert share(judged) >= 0.9
    assert share(safe) >= 0.95


@pages
def test_the_places_judged_right_are_still_found() -> None:
    right = [row for row in rows("readability.tsv") if row["verdict"] == "right"]
    lost = [
        (row["file"], row["start"], row["rule"])
        for row in right
        if (row["rule"], int(row["start"]), int(row["end"])) not in places(row["file"])
    ]
    assert len(lost) * 20 <= len(right), lost


def places(file: str) -> set[tuple[str, int, int]]:
    return {(item.rule, item.span.start, item.span.end) for item in report(file).findings}


def test_counts_by_hand_are_met_within_two_per_cent() -> None:
    counted = rows("readability-counts.tsv")
    assert len(counted) == 10
    for what in ("sentences", "words"):
        by_hand = sum(int(row[f"{what}_by_hand"]) for row in counted)
        by_tool = sum(int(row[what]) for row in counted)
        assert abs(by_tool - by_hand) <= 0.02 * by_hand


@pages
@pytest.mark.parametrize("row", rows("readability-counts.tsv"), ids=lambda row: Path(row["file"]).stem)
def test_the_counts_of_each_page_are_those_written_down(row: dict[str, str]) -> None:
    metrics = report(row["file"]).metrics
    assert (metrics["sentences"], metrics["words"]) == (int(row["sentences"]), int(row["words"]))


@pages
def test_findings_per_thousand_words_stay_below_their_limits() -> None:
    rate = {genre: per_thousand(genre) for genre in ("gov", "children")}
    assert rate["gov"] <= 40
    assert rate["children"] <= 10


def per_thousand(genre: str) -> float:
    """Findings by the words of all that is read: headings, prose, items and cells."""
    reports = [report(f"{genre}/{path.name}") for path in sorted((PAGES / genre).iterdir())]
    words = sum(shown_words(path) for path in sorted((PAGES / genre).iterdir()))
    return 1000 * sum(len(one.findings) for one in reports) / words


def shown_words(path: Path) -> int:
    from ppid_lint.document import Role
    from ppid_lint.draft import PROSE
    from ppid_lint.nlp.words import count_words

    document = linter().document(path.read_bytes(), str(path))
    return sum(count_words(block.text) for block in document.blocks if block.role in PROSE | {Role.CELL})


@pages
def test_english_pages_get_the_rules_for_any_language_alone() -> None:
    any_language = {rule.id for rule in linter().ruleset.rules if "en" in rule.languages}
    for path in sorted((PAGES / "english").iterdir()):
        found = {item.rule for item in report(f"english/{path.name}").findings}
        assert found <= any_language, path.name
        assert "readability/long-sentence" in found, path.name
