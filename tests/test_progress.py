"""Progress of a run: within one large file, from file to file, and never in the way of the report."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import threading
from pathlib import Path

from click.testing import CliRunner

from ppid_lint import Linter
from ppid_lint.cli import group
from ppid_lint.cli.progress import Progress

SENTENCE = "Petugas loket memeriksa berkas warga pada hari kerja. "


def on_terminal(*arguments: str) -> tuple[bytes, bytes]:
    """Standard output, and what a terminal on standard error is sent."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "ppid_lint", "check", "--no-cache", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown: list[bytes] = []
    reader = threading.Thread(target=lambda: shown.extend(_read(ours)))
    reader.start()
    assert process.stdout
    output = process.stdout.read()
    process.wait()
    reader.join()
    os.close(ours)
    return output, b"".join(shown)


def _read(descriptor: int) -> list[bytes]:
    found = []
    while True:
        try:
            data = os.read(descriptor, 65536)
        except OSError:
            return found
        if not data:
            return found
        found.append(data)


def test_the_share_counts_files_by_their_size(tmp_path: Path) -> None:
    small, large = tmp_path / "a.md", tmp_path / "b.md"
    small.write_text("a" * 100)
    large.write_text("b" * 300)
    told: list[tuple[float, str]] = []
    run = Progress([small, large], lambda share, name: told.append((share, name)))
    for _ in run.files():
        run.moved(0.5)
    assert told == [(0.0, "a.md"), (0.125, "a.md"), (0.25, "b.md"), (0.625, "b.md")]


def test_the_linter_tells_how_far_it_is_within_one_draft() -> None:
    told: list[float] = []
    Linter().judge(SENTENCE.encode(), "a.md", watch=told.append)
    assert told == sorted(told)
    assert len(told) > 50
    assert 0 < told[0] < told[-1] < 1


def test_one_large_file_moves_the_bar_and_the_report_goes_to_its_own_stream(tmp_path: Path) -> None:
    wordings = (f"{SENTENCE * 5} {number}" for number in range(2400))  # one that comes again is read once
    (tmp_path / "besar.md").write_text("\n\n".join(wordings))
    output, shown = on_terminal("--format", "json", str(tmp_path / "besar.md"))
    assert json.loads(output)["summary"]["files"] == 1
    assert b"besar.md" in shown
    assert len(set(re.findall(rb"(\d+)%", shown))) > 2


def test_a_short_run_shows_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SENTENCE)
    assert on_terminal(str(tmp_path / "a.md"))[1] == b""


def test_without_a_terminal_only_on_demand_and_in_plain_lines(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SENTENCE)
    asked = CliRunner().invoke(group, ["check", "--no-cache", "--progress", str(tmp_path)])
    assert "Memeriksa 50 %: a.md" in asked.stderr
    assert "\x1b" not in asked.stderr
    assert CliRunner().invoke(group, ["check", "--no-cache", str(tmp_path)]).stderr == ""
