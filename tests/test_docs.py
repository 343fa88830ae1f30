"""What the READMEs say is so: their output is real, their program runs, their rule holds."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ppid_lint.config import Config
from ppid_lint.examples import Examiner

ROOT = Path(__file__).resolve().parent.parent
READMES = ["README.md", "README.id.md"]


def block(name: str, language: str, holding: str = "") -> str:
    text = (ROOT / name).read_text(encoding="utf-8")
    return next(code for code in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL) if holding in code)


def test_console_output_is_real() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "refresh_readme.py"), "--check"]
    run = subprocess.run(script, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("name", READMES)
def test_the_program_runs(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block(name, "python"), name, "exec"), {})
    assert "restricted/nik" in capsys.readouterr().out


@pytest.mark.parametrize("name", READMES)
def test_the_rule_holds(name: str, tmp_path: Path) -> None:
    code = block(name, "yaml", "severity")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "redundant-moment.yaml").write_text(code, encoding="utf-8")
    examiner = Examiner(Config(rules=(str(tmp_path),)))
    rule = examiner.linter.ruleset.get("own/redundant-moment")
    assert rule is not None
    assert list(examiner.failures(rule)) == []


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
