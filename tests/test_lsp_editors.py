"""The configurations that editors start with, and the plain JSON that others read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from lsp_editor import SOURCE
from ppid_lint.lsp.options import Options

ROOT = Path(__file__).resolve().parent.parent
EDITORS = ROOT / "editors"
PAGE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
NIK = "3573012309780004"


def uncommented(text: str) -> str:
    return re.sub(r"(?m)^\s*//.*$", "", text)


def test_configurations_start_the_server_with_options_it_knows() -> None:
    helix = tomllib.loads((EDITORS / "helix" / "languages.toml").read_text(encoding="utf-8"))
    server = helix["language-server"]["ppid-lint"]
    assert [server["command"], *server["args"]] == ["ppid-lint", "lsp"]
    assert Options.of(server["config"]) == Options()
    settings = EDITORS / "sublime" / "LSP-ppid-lint.sublime-settings"
    sublime = json.loads(uncommented(settings.read_text(encoding="utf-8")))["clients"]["ppid-lint"]
    assert sublime["command"] == ["ppid-lint", "lsp"]
    assert Options.of(sublime["initializationOptions"]) == Options()
    code = json.loads((EDITORS / "vscode" / "package.json").read_text(encoding="utf-8"))
    properties = code["contributes"]["configuration"]["properties"]
    given = {name.partition(".")[2]: item["default"] for name, item in properties.items()}
    assert given.pop("command") == "ppid-lint"
    assert Options.of(given) == Options()
    assert (EDITORS / "vscode" / code["main"]).is_file()


def test_options_of_the_wrong_kind_are_passed_over() -> None:
    wrong = {"language": 5, "contacts": "x", "debounce": "soon", "rulePages": "aturan"}
    assert Options.of(wrong) == Options.of(None) == Options()
    assert Options.of({"debounce": 0}).debounce == 0
    assert Options.of({"debounce": -1}).debounce == Options().debounce


def test_the_page_names_every_configuration_and_option() -> None:
    for folder in EDITORS.iterdir():
        assert f"editors/{folder.name}" in PAGE
    for option in ("language", "contacts", "debounce", "rulePages"):
        assert f"| `{option}` |" in PAGE
    assert f"| `debounce` | `{Options().debounce * 1000:g}` |" in PAGE


def test_snippets_of_json_on_the_page_are_json() -> None:
    snippets = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert len(snippets) >= 3
    for snippet in snippets:
        json.loads(snippet)


def test_plain_json_gives_places_that_an_editor_can_turn_into_its_own(tmp_path: Path) -> None:
    text = f"# Judul\r\n\r\n😀 Peserta: Slamet (NIK {NIK}).\r\n"
    command = re.search(r"^(ppid-lint check --format json .*?) <", PAGE, re.MULTILINE)
    assert command is not None
    arguments = command[1].split()[1:]
    run = subprocess.run(
        [sys.executable, "-m", "ppid_lint", *arguments],
        input=text.encode(),
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    assert run.returncode == 1
    findings = json.loads(run.stdout)["files"][0]["findings"]
    start, end = next((item["start"], item["end"]) for item in findings if item["rule"] == "restricted/nik")
    assert text[start["offset"] : end["offset"]] == NIK
    assert text.splitlines()[start["line"] - 1][start["column"] - 1 : end["column"] - 1] == NIK
