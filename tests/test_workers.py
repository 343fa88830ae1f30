"""Drafts linted in several processes: nothing that ends one of them leaves the others waiting."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ppid_lint.cli.linters import Options
from ppid_lint.cli.workers import workers
from ppid_lint.errors import InputError

LIMIT = 60  # seconds; all of it takes a few
OPTIONS = Options(None, (), None, (), (), False, "id")
PARENT = """
import sys, time
from pathlib import Path
from ppid_lint.cli.workers import workers
from test_workers import OPTIONS
files = sorted(Path(sys.argv[1]).glob("*.md"))
if __name__ == "__main__":
    with workers(files, OPTIONS, 2) as pool:
        print("judged", pool.packed(files[0], files[0].read_bytes()) is not None, flush=True)
        time.sleep(600)
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    drafts = [tmp_path / f"{number:02}.md" for number in range(40)]
    for draft in drafts:
        draft.write_text("NIK pemohon: 3573014107900003\n", encoding="utf-8")
    return drafts


def _parent(folder: Path) -> subprocess.Popen[str]:
    """A process with two workers that have done their first drafts and wait."""
    script = folder / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    tests = Path(__file__).parent
    parent = subprocess.Popen(
        [sys.executable, str(script), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(tests)])},
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == "judged True\n"
    return parent


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_workers_end_with_their_parent(files: list[Path], name: str) -> None:
    parent = _parent(files[0].parent)
    parent.send_signal(getattr(signal, name))
    parent.communicate(timeout=LIMIT)  # until the last worker lets go of the output
    assert parent.returncode != 0


def test_without_its_workers_the_caller_lints_itself(files: list[Path]) -> None:
    with workers(files, OPTIONS, 2) as pool:
        for child in multiprocessing.active_children():
            child.kill()
        assert pool.packed(files[-1], files[-1].read_bytes()) is None


def test_an_error_in_the_block_ends_the_workers(files: list[Path]) -> None:
    with pytest.raises(InputError), workers(files, OPTIONS, 2):
        raise InputError("rusak", path="x.md")
    assert not multiprocessing.active_children()
