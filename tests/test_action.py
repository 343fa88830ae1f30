"""The GitHub Action: its steps as a runner would take them, and the examples of docs/ci.md."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
NIK = "3271045508920003"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout with a leaking and a clean draft, and the command on the way."""
    (tmp_path / "naskah baru").mkdir()
    (tmp_path / "naskah baru" / "a.md").write_text(f"Peserta: Slamet (NIK {NIK}).\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("Loket buka setiap hari kerja.\n", encoding="utf-8")
    command = tmp_path / "bin" / "ppid-lint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ppid_lint "$@"\n')
    command.chmod(0o755)
    return tmp_path


def step(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step with its environment as the runner fills it."""
    last = ACTION["runs"]["steps"][-1]
    given = {name: str(item["default"]) for name, item in ACTION["inputs"].items()} | inputs
    env = {
        name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: given[match[1]], value)
        for name, value in last["env"].items()
    }
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", last["run"]],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **env, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "GITHUB_ACTIONS": "true"},
        timeout=120,
    )


def test_the_step_annotates_and_fails(folder: Path) -> None:
    done = step(folder, paths="naskah baru\nb.md")
    assert done.returncode == 1
    assert "::error title=ppid-lint restricted/nik,file=naskah baru/a.md,line=1," in done.stdout
    assert NIK not in done.stdout + done.stderr


def test_the_step_writes_sarif_whatever_it_finds(folder: Path) -> None:
    done = step(folder, paths="naskah baru", sarif="hasil.sarif", **{"fail-level": "never"})
    assert done.returncode == 0
    log = json.loads((folder / "hasil.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "restricted/nik"


def test_inputs_never_become_code(folder: Path) -> None:
    step(folder, paths='b.md"; touch dicuri; "', baseline="$(touch dicuri)")
    assert not (folder / "dicuri").exists()
    assert all("${{" not in item.get("run", "") for item in ACTION["runs"]["steps"])


def test_the_examples_name_options_and_inputs_that_exist() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]
    steps = blocks[0]["jobs"]["ppid-lint"]["steps"]
    ours = next(item for item in steps if "ppid-lint" in item.get("uses", ""))
    assert set(ours["with"]) <= set(ACTION["inputs"])
    shown = subprocess.run(
        [sys.executable, "-m", "ppid_lint", "check", "--help"], capture_output=True, text=True, check=True
    ).stdout
    commands = [line for line in text.splitlines() if "ppid-lint check" in line]
    assert commands
    for option in set(re.findall(r"ppid-lint check.*?$", text, re.MULTILINE)):
        for name in re.findall(r"(--[a-z-]+)", option.partition("|")[0]):
            assert name in shown, name
