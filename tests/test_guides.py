"""The Indonesian guides are true: programs run, rules hold, keys are all told, numbers and commands are fresh."""

from __future__ import annotations

import dataclasses
import re
import runpy
from pathlib import Path
from typing import Any

import click
import pytest

from ppid_lint.cli import group
from ppid_lint.config import Allow, Config, Override, load_config
from ppid_lint.draft import Draft
from ppid_lint.examples import Examiner
from ppid_lint.finding import Severity
from ppid_lint.kind import KINDS
from ppid_lint.lexicon import Entry
from ppid_lint.linter import Linter
from ppid_lint.readers import read_text
from ppid_lint.rule import Rule
from ppid_lint.scan import Scanner
from ppid_lint.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text(name), re.DOTALL | re.MULTILINE)


def keys(shape: type) -> set[str]:
    return {field.name for field in dataclasses.fields(shape)}


def script(name: str) -> dict[str, object]:
    return runpy.run_path(str(ROOT / "scripts" / f"{name}.py"))


def test_the_commands_are_fresh() -> None:
    assert script("build_command")["render"]() == text("command.md"), "run make docs"  # type: ignore[operator]


def test_every_command_and_option_is_told() -> None:
    page = text("command.md")
    context = click.Context(group)
    assert set(re.findall(r"^## ppid-lint (\w+)", page, re.MULTILINE)) == set(group.list_commands(context))
    assert "|  |" not in page, "an option without a help text"


def test_the_numbers_are_those_measured() -> None:
    page = text("measurements.md")
    assert script("build_measurements")["render"](page) == page, "run make docs"  # type: ignore[operator]
    assert page.count("](rules/restricted/") > 40
    assert "| `restricted` |" in page


def test_every_configuration_key_is_told() -> None:
    page = text("web.md")
    told = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    assert told == (keys(Config) | keys(Allow)) - {"root"}
    overrides = next(line for line in page.splitlines() if line.startswith("| `overrides` |"))
    assert {name for name in keys(Override) if f"`{name}`" not in overrides} == set()
    assert [kind for kind in KINDS if f"`{kind}`" not in page] == []


def test_the_example_of_a_configuration_is_one(tmp_path: Path) -> None:
    (tmp_path / "ppid-lint.yaml").write_text(blocks("web.md", "yaml")[0], encoding="utf-8")
    config = load_config(tmp_path / "ppid-lint.yaml")
    assert config.for_path(str(tmp_path / "arsip" / "a" / "b.md")).ignore == ("readability",)


def test_every_key_of_a_rule_is_told() -> None:
    told = set(re.findall(r"`(\w+)`", text("menulis-aturan.md")))
    assert keys(Rule) - told == set()
    assert set(Entry._fields) - {"text", "like"} - told == set()


def test_the_rule_of_the_guide_holds(tmp_path: Path) -> None:
    rule_text, settings, basis = blocks("menulis-aturan.md", "yaml")
    (tmp_path / "aturan" / "kantor").mkdir(parents=True)
    (tmp_path / "aturan" / "kantor" / "sebutan-lama.yaml").write_text(rule_text, encoding="utf-8")
    (tmp_path / "aturan" / "basis.yaml").write_text(basis, encoding="utf-8")
    (tmp_path / "ppid-lint.yaml").write_text(settings, encoding="utf-8")
    examiner = Examiner(load_config(tmp_path / "ppid-lint.yaml"))
    rule = examiner.linter.ruleset.get("kantor/sebutan-lama")
    assert rule is not None
    assert list(examiner.failures(rule)) == []


def test_the_programs_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    programs = blocks("pengembang.md", "python")
    assert len(programs) == 5
    for program in programs:
        exec(compile(program, "pengembang.md", "exec"), {})
    said = capsys.readouterr().out
    assert "error restricted/nik Span(start=21, end=37)" in said
    assert "rilis.md:3:21: NIK no. 1" in said


def test_our_own_linter_finds_no_error() -> None:
    linter = Linter.from_config(DOCS / "ppid-lint.yaml")
    pages = [*sorted(DOCS.glob("*.md")), ROOT / "README.id.md"]
    errors = [
        f"{report.path}: {item.rule}"
        for report in linter.check_files(pages)
        for item in report.findings
        if item.severity is Severity.ERROR
    ]
    assert errors == []


def test_a_directory_named_twice_counts_once(tmp_path: Path) -> None:
    """As in the guides: `ppid-lint init` names kontak.yaml in the configuration, a command names it again."""
    (tmp_path / "kontak.yaml").write_text(
        'organisation: Dinas Air\nunits: [{id: pusat, name: Dinas Air, phones: ["(021) 3449230"]}]\n',
        encoding="utf-8",
    )
    (tmp_path / "ppid-lint.yaml").write_text("contacts: [kontak.yaml]\n", encoding="utf-8")
    linter = Linter.from_config(tmp_path / "ppid-lint.yaml", contacts=[tmp_path / "kontak.yaml"])
    report = linter.check_text("# Loket\n\nTelepon Dinas Air: (021) 3449231.", name="a.md")
    assert "contact/wrong-phone" in {finding.rule for finding in report.findings}


def test_the_kind_of_the_guide_finds() -> None:
    named: dict[str, Any] = {}
    exec(compile(blocks("pengembang.md", "python")[-1], "pengembang.md", "exec"), named)
    siren = named["Siren"]()
    document = read_text("Awas!!! Banjir.\n", "a.md")
    scanner = Scanner(siren.needs().expressions, [])
    draft = Draft(document, scanner, kind="umum", language="id", settings=Settings())
    assert [(match.start, match.end) for match in siren.find(draft)] == [(0, 7)]
