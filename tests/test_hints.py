"""What the command says where somebody went wrong: the name that was meant, the file to save instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ppid_lint import Linter
from ppid_lint.cli import group
from ppid_lint.kind import KINDS
from ppid_lint.yamlfile import closest

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
SENTENCE = "Petugas loket memeriksa berkas warga.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [*map(str, arguments)], standalone_mode=False)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nik", "restricted/nik"),
        ("restricted/nikk", "restricted/nik"),
        ("long-sentense", "readability/long-sentence"),
        ("zzzz", None),
    ],
)
def test_the_rule_that_was_meant(word: str, meant: str | None) -> None:
    assert closest(word, Linter().ruleset.ids) == meant


def test_explain_knows_a_rule_by_its_last_word() -> None:
    assert "mungkin maksudnya “restricted/nik”" in str(run("explain", "nik").exception)


def test_an_unknown_kind_lists_the_kinds(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SENTENCE)
    said = str(run("check", "--kind", "rilis", tmp_path / "a.md").exception)
    assert all(kind in said for kind in KINDS)


def test_an_allowance_for_no_rule_is_a_warning_at_its_place() -> None:
    text = f'# Judul\n\n<!-- ppid-lint: allow restricted/nikk reason="contoh" -->\n\n{SENTENCE}'
    report = Linter().check_text(text)
    fault = next(item for item in report.findings if item.rule == "suppression/unknown-rule")
    assert report.lines.position(fault.span.start) == (3, 1)
    assert "restricted/nikk" in fault.message
    assert "Mungkin maksudnya restricted/nik." in fault.message
    english = Linter(language="en").check_text(text)
    assert any("Perhaps you mean restricted/nik." in item.message for item in english.findings)


def test_an_allowance_for_a_rule_that_was_not_chosen_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f'<!-- ppid-lint: allow restricted/nik reason="x" -->\n\n{SENTENCE}')
    assert "unknown-rule" not in run("check", "--select", "readability", tmp_path / "a.md").output


def test_an_entry_of_the_configuration_for_no_rule_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ppid-lint.yaml").write_text("allow: [{path: a.md, rule: restricted/nikk, reason: x}]\n")
    (tmp_path / "a.md").write_text(SENTENCE)
    assert "mungkin maksudnya “restricted/nik”" in str(run("check", tmp_path / "a.md").exception)


@pytest.mark.parametrize(("name", "new"), [("a.doc", ".docx"), ("a.xls", ".xlsx"), ("a.docx", ".docx")])
def test_old_office_files_are_to_be_saved_anew(tmp_path: Path, name: str, new: str) -> None:
    (tmp_path / name).write_bytes(OLE)
    result = run("check", "--no-cache", tmp_path / name)
    assert result.return_value == 2
    assert f"simpan sebagai {new}" in result.output


def test_one_draft_is_one_draft(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SENTENCE)
    assert "1 draft: clean" in run("check", "--lang", "en", tmp_path / "a.md").output
    (tmp_path / "b.md").write_text(SENTENCE)
    assert "2 drafts: clean" in run("check", "--lang", "en", tmp_path).output


def test_a_report_is_no_draft(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Loket dibuka dalam rangka hari jadi.")
    run("check", "--no-cache", "--format", "html", "--output", tmp_path / "laporan.html", tmp_path / "a.md")
    result = run("check", "--no-cache", tmp_path)
    assert "1 naskah" in result.stdout
    assert f"{tmp_path / 'laporan.html'}: laporan ppid-lint" in result.stderr
