"""The pages of docs/: generated ones are fresh, guides are true, the site builds and is self-contained."""

from __future__ import annotations

import dataclasses
import html
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from ppid_lint.catalog import load_rules
from ppid_lint.cli import group
from ppid_lint.config import Allow, Config, Override, load_config
from ppid_lint.examples import Examiner
from ppid_lint.kind import KINDS
from ppid_lint.lexicon import Entry
from ppid_lint.linter import Linter
from ppid_lint.matchers import kinds
from ppid_lint.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
RULES = load_rules([ROOT / "rules"])
GUIDES = [
    ("staf", "staff.en"),
    ("web", "web.en"),
    ("pengembang", "developers.en"),
    ("falsafah", "philosophy.en"),
]
GUIDES += [("menulis-aturan", "writing-rules.en"), ("index", "index.en"), ("measurements", "measurements.en")]


@cache
def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page(name), re.DOTALL)


def test_generated_pages_are_fresh(tmp_path: Path) -> None:
    script = [sys.executable, str(ROOT / "scripts" / "build_pages.py"), str(tmp_path)]
    subprocess.run(script, check=True)
    fresh = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.md")}
    stale = [str(name) for name, data in fresh.items() if (DOCS / name).read_bytes() != data]
    assert stale == [], "run scripts/build_pages.py"
    kept = {path.relative_to(DOCS) for path in (DOCS / "rules").rglob("*.md")}
    assert kept == {name for name in fresh if name.parts[0] == "rules"}


@pytest.mark.parametrize("suffix", ["", ".en"])
def test_every_rule_has_a_page_with_its_examples_and_bases(suffix: str) -> None:
    for rule in RULES.rules:
        text = page(f"rules/{rule.id}{suffix}")
        shown = re.findall(r"<pre><code>(.*?)</code></pre>", text, re.DOTALL)
        plain = {re.sub(r"</?mark>", "", item) for item in shown}
        wanted = {side for item in rule.examples if (side := item.dont)}
        assert {
            html.escape(re.sub(r"\[\[(.*?)\]\]", r"\1", side, flags=re.DOTALL), quote=False)
            for side in wanted
        } <= plain
        marks = sum(len(re.findall(r"\[\[.*?\]\]", side, re.DOTALL)) for side in wanted)
        assert sum(item.count("<mark>") for item in shown) >= marks
        assert all(RULES.bases[name].citation in text for name in rule.basis)


def test_every_kind_and_field_is_told() -> None:
    for name, shape in kinds().items():
        section = page("kinds").split(f"\n## {name}\n")[1].split("\n## ")[0]
        told = set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))
        assert {field.name for field in dataclasses.fields(shape)} - {"kind"} <= told


def test_every_command_is_told() -> None:
    told = set(re.findall(r"^## ppid-lint (\w+)", page("command"), re.MULTILINE))
    assert told == set(group.commands or group.list_commands(None))  # type: ignore[arg-type]
    assert "|  |" not in page("command"), "an option without a help text"


@pytest.mark.parametrize("name", ["web", "web.en"])
def test_every_configuration_key_is_told(name: str) -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", page(name), re.MULTILINE))
    keys = {field.name for shape in (Config, Allow) for field in dataclasses.fields(shape)} - {"root"}
    assert told == keys
    overrides = next(line for line in page(name).splitlines() if line.startswith("| `overrides` |"))
    assert all(f"`{field.name}`" in overrides for field in dataclasses.fields(Override))
    assert all(f"`{kind}`" in page(name) for kind in KINDS)


@pytest.mark.parametrize("name", ["menulis-aturan", "writing-rules.en"])
def test_every_key_of_a_rule_is_told(name: str) -> None:
    told = set(re.findall(r"`([\w-]+)`", page(name)))
    assert {field.name for field in dataclasses.fields(Rule)} <= told
    assert set(Entry._fields) - {"text", "like"} <= told


@pytest.mark.parametrize("name", ["pengembang", "developers.en"])
def test_programs_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    programs = blocks(name, "python")
    assert len(programs) == 4
    for program in programs:
        exec(compile(program, name, "exec"), {})
    said = capsys.readouterr().out
    assert "error restricted/nik Span(start=21, end=37)" in said
    assert "rilis.md:3:21: NIK no. 1" in said


@pytest.mark.parametrize("name", ["menulis-aturan", "writing-rules.en"])
def test_the_rule_of_the_guide_holds(name: str, tmp_path: Path) -> None:
    rule_text, settings, basis = blocks(name, "yaml")
    (tmp_path / "aturan" / "kantor").mkdir(parents=True)
    (tmp_path / "aturan" / "kantor" / "sebutan-lama.yaml").write_text(rule_text, encoding="utf-8")
    (tmp_path / "aturan" / "basis.yaml").write_text(basis, encoding="utf-8")
    (tmp_path / "ppid-lint.yaml").write_text(settings, encoding="utf-8")
    examiner = Examiner(load_config(tmp_path / "ppid-lint.yaml"))
    rule = examiner.linter.ruleset.get("kantor/sebutan-lama")
    assert rule is not None
    assert list(examiner.failures(rule)) == []


@pytest.mark.parametrize("name", ["staf", "staff.en", "web", "web.en"])
def test_configurations_are_valid(name: str, tmp_path: Path) -> None:
    for number, text in enumerate(blocks(name, "yaml")):
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
        assert load_config(tmp_path / f"{number}.yaml").root == str(tmp_path)


@pytest.mark.parametrize(("indonesian", "english"), GUIDES)
def test_both_languages_have_the_same_parts(indonesian: str, english: str) -> None:
    def shape(name: str) -> list[str]:
        return [line.split(" ")[0] for line in page(name).splitlines() if line.startswith(("#", "```"))]

    if indonesian != "index":
        assert shape(indonesian) == shape(english)
    assert f"({english}.md)" in page(indonesian)
    assert f"({indonesian}.md)" in page(english)


def test_layers_are_those_of_the_import_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    told = re.findall(r"^\| (\d+) \| `(\w+)` \| \S", page("architecture"), re.MULTILINE)
    wanted = [(str(n), name) for n, layer in enumerate(reversed(layers)) for name in layer.split(" | ")]
    assert told == wanted


def test_our_own_linter_finds_no_error() -> None:
    linter = Linter.from_config(DOCS / "ppid-lint.yaml")
    for path in sorted(DOCS.glob("*.md")):
        report = linter.check_file(path)
        assert [f"{path.name}: {item.rule}" for item in report.findings if item.severity == "error"] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def test_the_site_asks_for_nothing_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 2 * len(RULES.rules)
    loaded = re.compile(
        r"<(?:script|img|iframe)[^>]+src=\"(?:https?:)?//|<link[^>]+href=\"(?:https?:)?//|url\(['\"]?https?:"
    )
    assert [path.name for path in pages if loaded.search(path.read_text(encoding="utf-8"))] == []
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert "@import" not in styles
    assert not re.search(r"url\(['\"]?(?:https?:)?//", styles)


def test_the_site_shows_marks_and_speaks_indonesian(site: Path) -> None:
    text = (site / "rules" / "restricted" / "nik.html").read_text(encoding="utf-8")
    assert '<html lang="id"' in text
    assert "<pre><code>Pemohon: Slamet (NIK <mark>3573012309780004</mark>).</code></pre>" in text
    assert (site / "search" / "search_index.json").stat().st_size > 100_000
