"""Puts the real output of the command into the console blocks of the READMEs; `--check` only compares."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.id.md")

_BLOCK = re.compile(r"```console\n\$ ppid-lint ([^\n]+)\n.*?```", re.DOTALL)


def refreshed(text: str) -> str:
    """The text with each console block as the command prints it now."""
    return _BLOCK.sub(lambda match: f"```console\n$ ppid-lint {match[1]}\n{_output(match[1])}\n```", text)


def _output(arguments: str) -> str:
    command = [sys.executable, "-m", "ppid_lint", *arguments.split()]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout.strip()


def main() -> int:
    stale = []
    for name in READMES:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        fresh = refreshed(text)
        if fresh != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(fresh, encoding="utf-8")
    print(f"stale: {', '.join(stale)}" if stale else "fresh")
    return int("--check" in sys.argv and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
