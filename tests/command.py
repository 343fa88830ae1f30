"""The command in a process of its own, as people and scripts call it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(*args: str | Path, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """`ppid-lint` with these arguments, its cache in the working folder's `.simpanan`."""
    return subprocess.run(
        [sys.executable, "-m", "ppid_lint", *map(str, args)],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            **{name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"},
            "PYTHONIOENCODING": "utf-8",
            "XDG_CACHE_HOME": str(cwd / ".simpanan"),
            **(env or {}),
        },
        timeout=120,
    )
