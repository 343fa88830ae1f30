"""How long an editor waits for diagnostics after a key stroke in a draft of 5,000 words.

The draft is made of the rules' own examples, so that every rule has work to do, between plain sentences.
Measured from the change sent to the diagnostics received, the whole way through a server process.
"""

from __future__ import annotations

import itertools
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ppid_lint.compiled import compiled_rules, rules_folder
from ppid_lint.lsp.options import Options

URI = "file:///draf.md"
WORDS = 5000
EDITS = 120
PAUSE = round(Options().debounce * 1000)  # milliseconds, as shipped
LIMIT = 100  # milliseconds, of 95 edits in a hundred
PLAIN = "Warga membawa dokumen asli ke loket pelayanan. Petugas memeriksa berkas pada hari yang sama. "


def examples() -> Iterator[str]:
    """The example drafts of all rules, their marks taken out."""
    for rule in compiled_rules([rules_folder()]).rules:
        for example in rule.examples:
            if example.dont and example.format == "markdown" and not example.dont.startswith("---"):
                yield example.dont.replace("[[", "").replace("]]", "").strip()


def draft(share: float) -> str:
    """A draft of which a share of the paragraphs are examples, the others plain."""
    chance = random.Random(7)
    found = list(examples())
    chance.shuffle(found)
    parts, words = ["# Pelayanan di kantor kelurahan"], 0
    for text in itertools.cycle(found):
        parts.append(text if chance.random() < share else PLAIN * chance.randint(1, 4))
        words += len(parts[-1].split())
        if words >= WORDS:
            return "\n\n".join(parts) + "\n"
    raise AssertionError("no examples")


class Session:
    """A server process and the draft that is open in it."""

    def __init__(self, debounce: int) -> None:
        command = [sys.executable, "-m", "ppid_lint", "lsp"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._version = 0
        options = {"debounce": debounce}
        encodings = {"general": {"positionEncodings": ["utf-32"]}}
        self._send("initialize", {"capabilities": encodings, "initializationOptions": options}, id=1)
        self._until(lambda message: message.get("id") == 1)
        self._send("initialized", {})

    def open(self, text: str) -> int:
        """Opens the draft; how many diagnostics it has."""
        self._version += 1
        item = {"uri": URI, "languageId": "markdown", "version": self._version, "text": text}
        self._send("textDocument/didOpen", {"textDocument": item})
        return len(self._diagnostics())

    def edit(self, line: int, character: int, text: str) -> float:
        """Inserts a text; milliseconds until the diagnostics of that version are there."""
        self._version += 1
        place = {"line": line, "character": character}
        change = {"range": {"start": place, "end": place}, "text": text}
        start = time.perf_counter()
        names = {"uri": URI, "version": self._version}
        self._send("textDocument/didChange", {"textDocument": names, "contentChanges": [change]})
        self._diagnostics()
        return (time.perf_counter() - start) * 1000

    def processor(self) -> float:
        """Milliseconds of processor time that the server has used; 0 where the system does not tell."""
        try:
            times = [
                int(file.read_text().split()[0])
                for file in Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
            ]
        except OSError:
            return 0.0
        return sum(times) / 1e6

    def close(self) -> None:
        self._send("shutdown", None, id=2)
        self._until(lambda message: message.get("id") == 2)
        self._send("exit", None)
        self._process.wait()

    def _diagnostics(self) -> list[Any]:
        found = self._until(lambda message: message.get("params", {}).get("version") == self._version)
        return list(found["params"]["diagnostics"])

    def _send(self, method: str, params: Any, **more: int) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        assert self._process.stdout
        while True:
            length = 0
            while line := self._process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            message: dict[str, Any] = json.loads(self._process.stdout.read(length))
            if wanted(message):
                return message


def measure(share: float, debounce: int) -> tuple[int, list[float], list[float]]:
    """A draft's diagnostics; the wait after each edit (letters, now and then a paragraph), and its work."""
    text = draft(share)
    lines = [index for index, line in enumerate(text.splitlines()) if line.startswith("Warga")]
    chance = random.Random(3)
    session = Session(debounce)
    count = session.open(text)
    waits, works = [], []
    for number in range(EDITS):
        before = session.processor()
        new = "Paragraf baru di atas.\n\n" if number % 20 == 19 else "x"
        waits.append(session.edit(2 if len(new) > 1 else chance.choice(lines), 0, new))
        works.append(session.processor() - before)
    session.close()
    return count, sorted(waits), sorted(works)


def main() -> None:
    worst = 0.0
    print("examples  pause ms  diagnostics  median ms  p95 ms  processor: median ms  p95 ms")
    for share, debounce in itertools.product((0.1, 0.5), (0, PAUSE)):
        count, waits, works = measure(share, debounce)
        wait, work = map(statistics.median, (waits, works))
        late, hard = map(_p95, (waits, works))
        worst = max(worst, late)
        row = f"{share:8.0%}{debounce:10}{count:13}{wait:11.0f}{late:8.0f}{work:22.0f}{hard:8.0f}"
        print(row, flush=True)
    print(f"within {LIMIT} ms: {'yes' if worst <= LIMIT else 'no'}")


def _p95(times: list[float]) -> float:
    return times[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
