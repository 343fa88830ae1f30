"""The `allow:` entries of a configuration: what they cover, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ppid_lint import Linter

NIK = "3271045508920003"
DRAFT = f"Peserta: Slamet (NIK {NIK}).\n\nPeserta: Budi (NIK 3271041204850001).\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lampiran").mkdir()
    (tmp_path / "lampiran" / "a.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def report_with(folder: Path, entry: str):  # type: ignore[no-untyped-def]
    (folder / "ppid-lint.yaml").write_text(
        f"allow:\n  - {{{entry}, reason: penetapan pejabat}}\n", encoding="utf-8"
    )
    linter = Linter.from_config(folder / "ppid-lint.yaml", language="en", key="")
    return linter.check_file(folder / "lampiran" / "a.txt")


def test_an_entry_covers_its_drafts_from_the_configurations_folder(folder: Path) -> None:
    report = report_with(folder, "path: 'lampiran/*', rule: restricted/nik")
    assert report.findings == ()
    assert {(item.source, item.reason) for item in report.suppressed} == {
        ("configuration", "penetapan pejabat")
    }


def test_an_entry_with_a_fingerprint_covers_that_finding_only(folder: Path) -> None:
    marks = [item.fingerprint for item in Linter(key="").check_text(DRAFT, name="a.txt").findings]
    report = report_with(folder, f"path: lampiran/a.txt, rule: restricted/nik, fingerprint: '{marks[1]}'")
    assert [item.fingerprint for item in report.findings] == marks[:1]


def test_an_entry_that_ran_out_is_told_and_covers_nothing(folder: Path) -> None:
    report = report_with(folder, "path: 'lampiran/*', rule: restricted/nik, until: 2020-01-01")
    assert len(report.findings) == 2
    assert any("ended on 2020-01-01" in note for note in report.notes)


def test_an_entry_for_one_draft_that_covers_nothing_is_told(folder: Path) -> None:
    told = report_with(folder, "path: lampiran/a.txt, rule: restricted/passport").notes
    assert any("covers no finding" in note for note in told)
    quiet = report_with(folder, "path: '*.txt', rule: restricted/passport").notes
    assert not any("covers no finding" in note for note in quiet)


def test_the_reason_of_a_comment_is_masked_too() -> None:
    text = f'<!-- ppid-lint: allow-file restricted/nik reason="NIK {NIK} milik pejabat" -->\n\nNIK {NIK}.\n'
    report = Linter(key="").check_text(text, name="a.md")
    assert NIK not in report.model_dump_json()
