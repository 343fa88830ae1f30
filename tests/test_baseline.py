"""Baselines: old findings set aside with a reason, new ones seen, nothing to recover."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from command import run
from ppid_lint import ConfigError, Linter
from ppid_lint.baseline import Baseline, Entry, parse, render, renewed, set_aside
from ppid_lint.report import Report

NIK = "3271045508920003"
OTHER = "3271041204850001"
DRAFT = f"# Judul\n\nPeserta: Slamet (NIK {NIK}).\n\nBantuan dibagikan dalam rangka hari jadi.\n"
EDITED = f"# Judul\n\nKalimat baru di atas.\n\nPeserta: Slamet (NIK {NIK}).\n"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(key="")


@pytest.fixture(scope="module")
def keyed() -> Linter:
    return Linter(key="rahasia")


def always(path: str, rule: str) -> bool:
    return True


def adopted(linter: Linter, text: str, reason: str = "sudah diputus PPID") -> Baseline:
    """A baseline of a draft, each entry with a reason of its own."""
    found = renewed([linter.check_text(text, name="a.md")], Baseline(), always)
    return replace(found, entries=tuple(replace(item, reason=reason) for item in found.entries))


def rules(report: Report) -> list[str]:
    return [item.rule for item in report.findings]


def test_known_findings_are_set_aside_with_the_reason(linter: Linter) -> None:
    report = set_aside(linter.check_text(DRAFT, name="a.md"), adopted(linter, DRAFT), always)
    assert report.findings == ()
    assert {(item.source, item.reason) for item in report.suppressed} == {("baseline", "sudah diputus PPID")}


def test_it_survives_edits_elsewhere_and_tells_of_stale_entries(linter: Linter) -> None:
    report = set_aside(linter.check_text(EDITED, name="a.md"), adopted(linter, DRAFT), always)
    assert report.findings == ()
    assert any("1 entri tidak lagi cocok" in note for note in report.notes)


def test_a_new_finding_is_seen(linter: Linter) -> None:
    text = DRAFT + f"\nPeserta baru: Budi (NIK {OTHER}).\n"
    report = set_aside(linter.check_text(text, name="a.md"), adopted(linter, DRAFT), always)
    assert rules(report) == ["restricted/nik"]


def test_a_restricted_error_needs_a_reason_of_its_own(linter: Linter) -> None:
    report = set_aside(linter.check_text(DRAFT, name="a.md"), adopted(linter, DRAFT, reason=" "), always)
    assert rules(report) == ["restricted/nik"]
    assert any("reason-nya kosong" in note for note in report.notes)


def test_a_changed_value_is_noticed_with_a_key_only(linter: Linter, keyed: Linter) -> None:
    changed = DRAFT.replace(NIK, OTHER)
    unseen = set_aside(linter.check_text(changed, name="a.md"), adopted(linter, DRAFT), always)
    assert unseen.findings == ()
    seen = set_aside(keyed.check_text(changed, name="a.md"), adopted(keyed, DRAFT), always)
    assert rules(seen) == ["restricted/nik"]


def test_a_baseline_without_key_counts_in_a_run_with_one_and_back(linter: Linter, keyed: Linter) -> None:
    for one, other in ((linter, keyed), (keyed, linter)):
        report = set_aside(one.check_text(DRAFT, name="a.md"), adopted(other, DRAFT), always)
        assert report.findings == ()


def test_the_key_shows_in_no_fingerprint_and_another_key_is_another_mark(keyed: Linter) -> None:
    marks = {
        item.fingerprint for key in ("rahasia", "lain") for item in Linter(key=key).check_text(DRAFT).findings
    }
    of_nik = {mark for mark in marks if "." in mark}
    assert len(of_nik) == 2
    assert len({mark.partition(".")[0] for mark in of_nik}) == 1


def test_renewing_keeps_reasons_and_prunes_what_is_gone(linter: Linter, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(EDITED, encoding="utf-8")
    old = replace(adopted(linter, DRAFT), folder=tmp_path)
    old = replace(old, entries=(*old.entries, Entry("hilang.md", "restricted/nik", "0" * 16)))
    new = renewed([linter.check_file(tmp_path / "a.md")], old, always)
    assert [(item.path, item.rule, item.reason) for item in new.entries] == [
        ("a.md", "restricted/nik", "sudah diputus PPID")
    ]


def test_renewing_leaves_rules_that_did_not_run(linter: Linter, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(EDITED, encoding="utf-8")
    old = replace(adopted(linter, DRAFT), folder=tmp_path)
    only: Callable[[str, str], bool] = lambda path, rule: rule.startswith("restricted/")  # noqa: E731
    new = renewed([linter.check_file(tmp_path / "a.md")], old, only)
    assert "readability/wordy-phrase" in {item.rule for item in new.entries}


def test_it_is_written_and_read_back(linter: Linter) -> None:
    baseline = adopted(linter, DRAFT)
    again = parse(render(baseline), Path("baseline.json"))
    assert set(again.entries) == set(baseline.entries)
    assert NIK not in render(baseline)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{\n"reason": }', "baseline.json:2:11: bukan JSON"),
        ("[]", "bukan baseline"),
        ('{"reason": "x", "findings": [{"path": 1}]}', "bukan baseline"),
        ('{"reason": " ", "findings": []}', "perlu satu alasan"),
    ],
)
def test_a_broken_baseline_is_one_clear_error(text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        parse(text, Path("baseline.json"))


def test_the_command_writes_keeps_and_counts(tmp_path: Path) -> None:
    (tmp_path / "naskah").mkdir()
    (tmp_path / "naskah" / "a.md").write_text(DRAFT, encoding="utf-8")
    written = run("check", "naskah", "--write-baseline", "lama.json", cwd=tmp_path)
    assert written.returncode == 1  # the NIK waits for a reason of its own
    data = json.loads((tmp_path / "lama.json").read_text(encoding="utf-8"))
    assert {item["path"] for item in data["findings"]} == {"naskah/a.md"}
    for item in data["findings"]:
        item["reason"] = "penetapan pejabat"
    (tmp_path / "lama.json").write_text(json.dumps(data), encoding="utf-8")
    known = run("check", "naskah", "--baseline", "lama.json", "--format", "json", cwd=tmp_path)
    assert known.returncode == 0
    assert json.loads(known.stdout)["summary"]["suppressed"] == len(data["findings"])
    assert run("check", "a.md", "--baseline", "../lama.json", cwd=tmp_path / "naskah").returncode == 0
    assert run("check", "naskah", "--baseline", "tiada.json", cwd=tmp_path).returncode == 2
