"""Editors themselves, started with the configurations of editors/: findings really appear in them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EDITORS = Path(__file__).resolve().parent.parent / "editors"
NIK = "3573012309780004"
DRAFT = f"# Loket\n\nWarga 🎉 dengan NIK {NIK}.\n"
BEFORE = len("Warga 🎉 dengan NIK ".encode())

SHOW = """
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, found in ipairs(vim.diagnostic.get(0)) do
  print(string.format("%d %d %d %s", found.lnum, found.col, found.end_col, found.code))
end
vim.cmd("qa!")
"""
OLDER = f"""
dofile("{EDITORS / "neovim" / "ppid-lint-0.7.lua"}")
vim.cmd("edit a.md")
vim.cmd("set filetype=markdown")
"""
EGLOT = f"""
(package-initialize)
(require 'markdown-mode nil t)
(load "{EDITORS / "emacs" / "ppid-lint.el"}")
(find-file "a.md")
(unless (derived-mode-p 'markdown-mode) (text-mode))
(let ((eglot-sync-connect 30)) (call-interactively #'eglot))
(let ((tries 0))
  (while (and (< tries 300) (null (flymake-diagnostics)))
    (accept-process-output nil 0.1)
    (setq tries (1+ tries))
    (when (zerop (mod tries 20)) (flymake-start))))
(dolist (found (flymake-diagnostics))
  (message "%s %s" (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found))
           (flymake-diagnostic-text found)))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft, and with the command on a path of its own."""
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    command = tmp_path / "bin" / "ppid-lint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ppid_lint "$@"\n')
    command.chmod(0o755)
    return tmp_path


def started(folder: Path, *command: str) -> str:
    """What an editor prints."""
    env = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
    }
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=90)
    return done.stdout + done.stderr


def neovim() -> tuple[int, ...]:
    """Its version; () where it is not installed."""
    if shutil.which("nvim") is None:
        return ()
    said = subprocess.run(["nvim", "--version"], capture_output=True, text=True, check=True).stdout
    number = said.split()[1].lstrip("v").split("-")[0]
    return tuple(map(int, number.split(".")))


def has_eglot() -> bool:
    if shutil.which("emacs") is None:
        return False
    asked = ["emacs", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"]
    return subprocess.run(asked, capture_output=True).returncode == 0


@pytest.mark.skipif(neovim() < (0, 7), reason="Neovim (nvim) is not installed")
def test_neovim_shows_findings_at_their_bytes(folder: Path) -> None:
    if neovim() >= (0, 11):
        own = folder / "config" / "nvim"
        (own / "lsp").mkdir(parents=True)
        shutil.copy(EDITORS / "neovim" / "ppid-lint.lua", own / "lsp")
        (own / "init.lua").write_text('vim.lsp.enable("ppid-lint")\n')
        (folder / "show.lua").write_text(SHOW)
        said = started(folder, "nvim", "--headless", "a.md", "-c", "luafile show.lua")
    else:
        (folder / "show.lua").write_text(OLDER + SHOW)
        said = started(folder, "nvim", "--headless", "-u", "NONE", "-c", "luafile show.lua")
    assert f"2 {BEFORE} {BEFORE + len(NIK)} restricted/nik" in said


@pytest.mark.skipif(not has_eglot(), reason="Emacs with eglot is not installed")
def test_emacs_shows_findings_under_their_text(folder: Path) -> None:
    (folder / "show.el").write_text(EGLOT)
    said = started(folder, "emacs", "--batch", "-l", "show.el")
    assert f"{NIK} ppid-lint [restricted/nik]" in said
