"""Identifier rules: megabytes a second with and without finds, growth with size, lokal-id beside them."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from lokal import detect_pii  # noqa: E402

from identifier_drafts import FRAMES, KINDS, Made, labelled, trap  # noqa: E402
from ppid_lint import Linter  # noqa: E402
from ppid_lint.config import Config  # noqa: E402

MEGA = 1_000_000
SIZES = (1, 5, 25, 50)
DRAFTS = 700
TRAPS = 3_000

Spans = list[tuple[int, int]]

PROSE = (
    "Pemerintah kota memperbaiki saluran air di tiga kelurahan sepanjang musim kemarau ini. Warga membantu "
    "menggali parit, sementara regu teknik memasang pipa baru dan menutup kembali jalan yang dibongkar. "
    "Pekerjaan berlangsung dua bulan dan memakai bahan dari pabrik setempat. Setelah selesai, aliran air "
    "menjadi lancar dan genangan tidak lagi terlihat di depan pasar."
)


def prose(size: int) -> str:
    """Plain paragraphs without anything to find."""
    return "\n\n".join([PROSE] * (size // (len(PROSE) + 2) + 1))[:size]


def mixed(size: int) -> str:
    """Paragraphs with a labelled NIK in one of ten and a trap number in one of ten."""
    rng = random.Random(1)
    make = KINDS["restricted/nik"][1]
    parts, length = [], 0
    while length < size:
        kind = rng.randrange(10)
        tail = f" Pemohon membawa NIK {make(rng)}." if kind == 0 else f" {trap(rng)}" if kind == 1 else ""
        parts.append(PROSE + tail)
        length += len(parts[-1]) + 2
    return "\n\n".join(parts)[:size]


def ours(linter: Linter, name: str, draft: str) -> Spans:
    findings = linter.check_text(draft, name=name).findings
    return [tuple(item.span) for item in findings if item.rule in KINDS]


def theirs(draft: str) -> Spans:
    return [(item.start, item.end) for item in detect_pii(draft) if item.type not in _FACTS]


_FACTS = frozenset({"NAME", "ADDRESS", "AGE", "DATE", "GENDER", "RELIGION"})


def speed(linter: Linter) -> None:
    linter.check_text(mixed(2000), name="a.txt")
    for label, make in (("prose", prose), ("prose with identifiers", mixed)):
        for size in SIZES:
            draft = make(size * MEGA)
            start = time.perf_counter()
            found = len(linter.check_text(draft, name="a.txt").findings)
            taken = time.perf_counter() - start
            print(f"{label}, {size} MB: {taken:.2f} s, {size / taken:.1f} MB/s, {found} findings", flush=True)


def beside_lokal(linter: Linter) -> None:
    rng = random.Random(2)
    rules = list(KINDS)
    drafts = [
        labelled(rng, rules[n % len(rules)], FRAMES[n // len(rules) % len(FRAMES)]) for n in range(DRAFTS)
    ]
    traps = [trap(rng) for _ in range(TRAPS)]
    _score("ppid-lint", lambda name, draft: ours(linter, name, draft), drafts, traps)
    _score("lokal-id", lambda _, draft: theirs(draft), drafts, traps)


def _score(label: str, find: Callable[[str, str], Spans], drafts: list[Made], traps: list[str]) -> None:
    """Recall and precision on labelled identifiers and trap numbers, and the speed on both."""
    start = time.perf_counter()
    hit = wanted = spare = 0
    for name, draft, values in drafts:
        spans = find(name, draft)
        places = [(at, at + len(value)) for value in values if (at := draft.find(value)) >= 0]
        wanted += len(places)
        hit += sum(any(s < end and e > at for s, e in spans) for at, end in places)
        spare += sum(not any(s < end and e > at for at, end in places) for s, e in spans)
    alarms = sum(len(find("a.md", text)) for text in traps)
    taken = time.perf_counter() - start
    size = sum(len(draft.text) for draft in drafts) + sum(map(len, traps))
    print(
        f"{label}: recall {hit / wanted:.3f}, precision {hit / (hit + spare + alarms):.3f}, "
        f"{alarms} alarms on {len(traps)} trap numbers, {size / taken / MEGA:.2f} MB/s on short drafts"
    )


def main() -> None:
    linter = Linter(Config(select=("restricted",)))
    beside_lokal(linter)
    speed(linter)


if __name__ == "__main__":
    main()
