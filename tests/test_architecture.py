"""The house stays as it is drawn: one direction of imports, small modules, small functions."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import ppid_lint

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "ppid_lint"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_MODULE = 250
LONGEST_FUNCTION = 40
DRAWERS = {"utils", "core", "common", "helpers", "manager", "misc"}


def test_imports_run_one_way() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_fits_its_budget(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert path.stem not in DRAWERS
    functions = [
        node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions if node.end_lineno}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


def test_most_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) // 2] <= 15


def test_public_names_are_complete_and_sorted() -> None:
    names = ppid_lint.__all__
    assert names == sorted(names)
    assert all(getattr(ppid_lint, name) is not None for name in names)


def test_importing_the_package_imports_nothing_slow() -> None:
    slow = ("spacy", "pydantic", "yaml", "rich", "lokal", "markdown_it")
    code = f"import sys, ppid_lint.cli; print([name for name in {slow} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_only_the_command_prints() -> None:
    printing = [
        str(path.relative_to(SOURCE))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert printing == []
