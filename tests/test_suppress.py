"""Allowances cover what they name, with a reason, as long as they last."""

from __future__ import annotations

import datetime

from ppid_lint import Linter
from ppid_lint.config import Allow, Config

LINTER = Linter()
NIK = "3573012309780004"


def rules(text: str, linter: Linter = LINTER, name: str = "draf.md") -> tuple[list[str], list[str]]:
    report = linter.check_text(text, name=name)
    found = [item.rule for item in report.findings if item.category in ("restricted", "suppression")]
    return found, [item.rule for item in report.suppressed]


def allow(options: str = 'reason="contoh"') -> str:
    return f"<!-- ppid-lint: allow restricted/nik {options} -->"


def test_the_next_block_is_covered_and_no_other() -> None:
    found, allowed = rules(f"{allow()}\n\nNIK {NIK}.\n\nNIK {NIK}.\n")
    assert (found, allowed) == (["restricted/nik"], ["restricted/nik"])


def test_a_list_item_and_a_table_row_are_covered() -> None:
    item = f"- satu\n{allow()}\n- NIK {NIK}\n- NIK {NIK}\n"
    row = f"<table><tr><th>NIK</th></tr>{allow()}<tr><td>{NIK}</td></tr><tr><td>{NIK}</td></tr></table>"
    assert rules(item)[1] == ["restricted/nik"]
    assert rules(row, name="draf.html") == (["restricted/nik"], ["restricted/nik"])


def test_the_whole_file_is_covered() -> None:
    comment = '<!-- ppid-lint: allow-file restricted/nik reason="uji" by="PPID" -->'
    found, allowed = rules(f"# Judul\n\nNIK {NIK}.\n\n{comment}\n\nNIK {NIK}.\n")
    assert (found, len(allowed)) == ([], 2)


def test_a_reason_is_required() -> None:
    found, allowed = rules(f"{allow('')}\n\nNIK {NIK}.\n")
    assert (sorted(found), allowed) == (["restricted/nik", "suppression/no-reason"], [])


def test_an_end_that_passed_or_is_no_date_covers_nothing() -> None:
    for until in ("2020-01-01", "besok"):
        options = f'reason="x" until="{until}"'
        found, allowed = rules(f"{allow(options)}\n\nNIK {NIK}.\n")
        assert (sorted(found), allowed) == (["restricted/nik", "suppression/expired"], [])


def test_a_future_end_covers() -> None:
    until = (datetime.date.today() + datetime.timedelta(days=2)).isoformat()
    options = f'reason="x" until="{until}"'
    assert rules(f"{allow(options)}\n\nNIK {NIK}.\n") == ([], ["restricted/nik"])


def test_an_unused_allowance_is_told_only_if_its_rule_ran() -> None:
    text = f"{allow()}\n\nTidak ada apa-apa di sini.\n"
    assert rules(text)[0] == ["suppression/unused"]
    assert rules(text, Linter(Config(select=("readability",))))[0] == []


def test_the_configuration_allows_by_path_and_fingerprint() -> None:
    report = LINTER.check_text(f"NIK {NIK}.", name="draf.md")
    mark = next(item.fingerprint for item in report.findings if item.rule == "restricted/nik")
    entry = Allow(path="*.md", rule="restricted/nik", reason="uji", fingerprint=mark)
    linter = Linter(Config(allow=(entry,)))
    assert rules(f"NIK {NIK}.", linter) == ([], ["restricted/nik"])
    assert rules(f"Kalimat lain. NIK {NIK}.", linter) == (["restricted/nik"], [])


def test_suppressed_values_stay_masked() -> None:
    report = LINTER.check_text(f"{allow()}\n\nNIK {NIK} dan dan lagi.\n", name="draf.md")
    assert NIK not in report.model_dump_json()
