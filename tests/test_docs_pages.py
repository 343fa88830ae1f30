"""What the pages under docs/ say is so: programs run, rules hold, tables are complete, links lead on."""

from __future__ import annotations

import dataclasses
import re
import runpy
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest

from ppid_lint.config import Allow, Config, Override, load_config
from ppid_lint.errors import ConfigError
from ppid_lint.examples import Examiner
from ppid_lint.kind import KINDS
from ppid_lint.matchers import BUILT_IN
from ppid_lint.rule import Rule
from ppid_lint.wordlists import EntryFile
from ppid_lint.yamlfile import read_yaml

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if "rules" not in path.relative_to(DOCS).parts]


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```", text(name), re.DOTALL | re.MULTILINE)
    return [textwrap.dedent(code) for _, code in found]


def first_cells(name: str, head: str) -> list[str]:
    """The names in backticks that the first column of the table under a head holds."""
    table = text(name).partition(f"| {head} |")[2].partition("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    return [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


def keys(shape: type) -> set[str]:
    return {field.name for field in dataclasses.fields(shape)}


def test_the_programs_of_the_library_page_run(capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for number, code in enumerate(blocks("library.md", "python")):
        exec(compile(code, f"library.md {number}", "exec"), {})
        said.append(capsys.readouterr().out)
    assert len(said) == 4
    assert "error restricted/nik NIK ke-1" in said[0]
    assert said[1].startswith("False ")
    assert said[2] == "Layanan ini adalah layanan gratis.\n\n"
    assert said[3] == "[('restricted/employee-id', 'info')]\n"


def test_the_worked_rule_holds(tmp_path: Path) -> None:
    code = next(code for code in blocks("writing-rules.md", "yaml") if code.startswith("id:"))
    (tmp_path / "kantor").mkdir()
    (tmp_path / "kantor" / "old-name.yaml").write_text(code, encoding="utf-8")
    examiner = Examiner(Config(rules=(str(tmp_path),)))
    rule = examiner.linter.ruleset.get("kantor/old-name")
    assert rule is not None
    assert list(examiner.failures(rule)) == []


def test_the_kinds_are_those_of_the_matchers() -> None:
    page = text("writing-rules.md")
    script = runpy.run_path(str(ROOT / "scripts" / "build_kinds.py"))
    assert page == script["refreshed"](page), "run make docs"
    assert re.findall(r"^### (.+)$", page, re.MULTILINE) == sorted(BUILT_IN)


def test_the_keys_of_a_rule_are_all_told() -> None:
    assert set(first_cells("writing-rules.md", "key | what")) == keys(Rule)
    assert set(first_cells("writing-rules.md", "key of an entry | what")) == set(EntryFile.__annotations__)


def test_the_keys_of_the_configuration_are_all_told() -> None:
    assert set(first_cells("web-teams.md", "key | what | default")) == keys(Config) - {"root"}
    assert set(first_cells("web-teams.md", "key of `allow` | what")) == keys(Allow)
    row = next(line for line in text("web-teams.md").splitlines() if line.startswith("| `overrides`"))
    assert set(re.findall(r"`(\w+)`", row)) - {"overrides"} == keys(Override)
    assert f"Kinds of draft: {', '.join(f'`{kind}`' for kind in KINDS)}." in text("web-teams.md")


def test_the_example_of_a_configuration_is_one(tmp_path: Path) -> None:
    path = tmp_path / "ppid-lint.yaml"
    path.write_text(blocks("web-teams.md", "yaml")[0], encoding="utf-8")
    config = load_config(path)
    assert config.allow[0].by == "PPID"
    assert config.for_path(str(tmp_path / "layanan" / "a" / "b.md")).kind == "layanan"


def test_the_layers_are_those_of_the_import_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    drawn = [set(layer.split(" | ")) for layer in contract["contracts"][0]["layers"]]
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", text("architecture.md"), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(len(drawn)))
    assert [set(re.findall(r"`(\w+)`", names)) for _, names in reversed(rows)] == drawn


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    page = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^):]+)\)", page):
        name, _, anchor = target.partition("#")
        file = path.parent / name if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def test_the_site_builds_and_fetches_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    built = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html")]
    assert len(built) > len(PAGES)
    assert [
        page for page in built if re.search(r'<(?:script|img|iframe)[^>]* src="(?:https?:)?//', page)
    ] == []
    styles = [link for page in built for link in re.findall(r"<link[^>]+stylesheet[^>]*>", page)]
    assert styles
    assert [link for link in styles if "//" in link] == []


def test_the_site_leads_to_every_page() -> None:
    site = read_yaml(ROOT / "mkdocs.yml", ConfigError).data
    named = re.findall(r"[\w./-]+\.md", str(site["nav"]))
    assert sorted(named) == sorted([*(path.relative_to(DOCS).as_posix() for path in PAGES), "rules/index.md"])


def test_the_first_page_leads_to_every_other() -> None:
    linked = set(re.findall(r"\]\(([^)]+)\)", text("index.md")))
    assert {path.relative_to(DOCS).as_posix() for path in PAGES} - {"index.md"} <= linked
    assert "rules/index.md" in linked
