"""The project's starting text, a published article: what a careful reader marks in it, and nothing restricted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ppid_lint import Linter, Report
from ppid_lint.examples import example_directory
from ppid_lint.repair import repair

SHARED = Path(os.environ.get("PPID_LINT_SHARED") or Path(__file__).resolve().parents[2] / "shared")
ARTICLE = SHARED / "drafts" / "artikel-kehumasan-djkn.txt"

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason=f"the article is not at {ARTICLE}")


@pytest.fixture(scope="module")
def report() -> Report:
    return Linter(contacts=[example_directory()]).check_file(ARTICLE)


def places(report: Report, rule: str) -> list[str]:
    with ARTICLE.open(encoding="utf-8", newline="") as stream:
        source = stream.read()
    return [source[item.span.start : item.span.end] for item in report.findings if item.rule == rule]


def test_the_call_centre_is_the_only_contact_finding(report: Report) -> None:
    (finding,) = [item for item in report.findings if item.category == "contact"]
    assert finding.rule == "contact/phone-format"
    assert [text.replace("\u00a0", " ") for text in places(report, finding.rule)] == ["1 50-991"]
    assert "150-991" in finding.suggestion


def test_nothing_is_restricted(report: Report) -> None:
    assert [item.rule for item in report.findings if item.category == "restricted"] == []


def test_the_first_sentence_of_the_introduction_is_too_long(report: Report) -> None:
    first = next(item for item in report.findings if item.rule == "readability/long-sentence")
    assert "70 kata" in first.message
    assert places(report, first.rule)[0].startswith("Pelayanan publik adalah kegiatan")


def test_words_are_found_at_their_places(report: Report) -> None:
    assert "Sebagai sebagai" in places(report, "readability/repeated-word")
    assert {"Mendeskripskan", "Manajemn", "dalm", "yng"} <= set(places(report, "readability/misspelling"))
    assert {"dalam rangka", "Apabila"} <= set(places(report, "readability/wordy-phrase"))
    assert {"mempengaruhi", "mengkomunikasikan"} <= set(places(report, "readability/nonstandard-word"))
    assert {"online", "public"} <= set(places(report, "readability/foreign-term"))
    assert not any("don" in text for text in places(report, "readability/misspelling"))


SAFE = {
    "wordy-phrase": {
        ("dalam rangka", "untuk"),
        ("hendaknya", "sebaiknya"),
        ("melakukan upaya", "berupaya"),
        ("Menjalin komunikasi", "Berkomunikasi"),
        ("pada intinya", "intinya"),
        ("senantiasa", "selalu"),
        ("mempunyai peranan", "berperan"),
        ("Apabila", "Jika"),
    },
    "nonstandard-word": {
        ("mempengaruhi", "memengaruhi"),
        ("nara sumber", "narasumber"),
        ("mengkomunikasikan", "mengomunikasikan"),
    },
    "repeated-word": {("Sebagai sebagai", "Sebagai"), ("secara secara", "secara")},
    "preposition-spelling": {("dimana", "di mana")},
}
UNSAFE = {
    "misspelling": {
        ("Mendeskripskan", "Mendeskripsikan"),
        ("Manajemn", "Manajemen"),
        ("dalm", "dalam"),
        ("ekpektasi", "ekspektasi"),
        ("yng", "yang"),
        ("meningkatan", "meningkatkan"),
    },
    "nonstandard-word": {("respon", "respons")},
    "foreign-term": {
        ("monitoring", "pemantauan"),
        ("stakeholder", "pemangku kepentingan"),
        ("online", "daring"),
        ("website", "laman"),
        ("public", "publik"),
        ("rating", "peringkat"),
        ("Disclaimer", "Penafian"),
    },
    "redundancy": {("bertujuan untuk", "bertujuan")},
}


def fixes(report: Report, applicability: str) -> dict[str, set[tuple[str, str]]]:
    """What the fixes of one kind replace, and by what, by rule."""
    with ARTICLE.open(encoding="utf-8", newline="") as stream:
        source = stream.read()
    found: dict[str, set[tuple[str, str]]] = {}
    for item in report.findings:
        if item.fixes and item.fixes[0].applicability == applicability:
            (edit,) = item.fixes[0].edits
            pair = (source[edit.span.start : edit.span.end], edit.text)
            found.setdefault(item.rule.partition("/")[2], set()).add(pair)
    return found


def test_the_safe_fixes_are_these(report: Report) -> None:
    found = fixes(report, "safe")
    assert {rule: pairs for rule, pairs in found.items() if rule in SAFE} == SAFE


def test_the_rewordings_are_these(report: Report) -> None:
    found = fixes(report, "unsafe")
    assert {rule: found.get(rule) for rule in UNSAFE} == UNSAFE


def test_fixing_the_article_twice_changes_nothing_more() -> None:
    linter = Linter(contacts=[example_directory()])
    once = repair(ARTICLE.read_bytes(), linter, name=ARTICLE.name)
    assert repair(once.data, linter, name=ARTICLE.name).data == once.data
    assert once.data != ARTICLE.read_bytes()
