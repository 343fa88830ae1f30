"""Cold start: whole-process time of `ppid-lint check` on a 500-word draft, beside `import spacy`."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9
SENTENCE = "Petugas loket memeriksa berkas warga, lalu mencatat nomor antrean dan memberi tanda terima hari itu. "
TARGETS = {"check, all rules": 1.4, "check --select restricted": 0.35}


def draft() -> str:
    paragraphs = "\n\n".join(SENTENCE * 6 for _ in range(5))
    return f"# Layanan Loket Terpadu\n\n{paragraphs}\n\nInformasi: telepon (021) 3449230.\n"


def seconds(command: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draf.md"
        path.write_text(draft(), encoding="utf-8")
        env = {**os.environ, "XDG_CACHE_HOME": folder}
        check = [sys.executable, "-m", "ppid_lint", "check", "--fail-level", "never", str(path)]
        commands = {
            "import spacy": [sys.executable, "-c", "import spacy"],
            "check, all rules": check,
            "check --select restricted": [*check, "--select", "restricted"],
        }
        for command in commands.values():  # the first run compiles the rules
            seconds(command, env)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(seconds(command, env))
    base = statistics.median(times["import spacy"])
    for name, values in times.items():
        ratio = statistics.median(a / b for a, b in zip(values, times["import spacy"], strict=True))
        target = f"  (target ≤ {TARGETS[name]})" if name in TARGETS else ""
        print(f"{name:28} {statistics.median(values):6.3f} s   × {ratio:.2f}{target}")
    print(f"{RUNS} runs in turn, medians; import spacy {base:.3f} s")


if __name__ == "__main__":
    main()
