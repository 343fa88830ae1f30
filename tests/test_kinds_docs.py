"""The page on kinds of draft, in both languages, says what the rules hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ppid_lint.kind import KINDS

ROOT = Path(__file__).resolve().parent.parent
WORDS = {
    "jenis-naskah.md": ("kontak", "alamat", "jam", "pengaduan"),
    "draft-kinds.en.md": ("contact", "address", "hours", "complaint channel"),
}
NEEDS = ("missing-contact", "missing-address", "missing-hours", "missing-complaint-channel")


def rule(path: str) -> Any:
    return yaml.safe_load((ROOT / "rules" / f"{path}.yaml").read_text(encoding="utf-8"))


def limit(name: str, kind: str) -> str:
    return str(rule(f"readability/{name}")["match"]["limits"][kind])


@pytest.mark.parametrize("page", WORDS)
def test_the_table_of_kinds_holds(page: str) -> None:
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in (ROOT / "docs" / page).read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    found = {kind: (limits, must) for kind, _, *limits, must in rows}
    assert set(found) == set(KINDS)
    for kind, (limits, must) in found.items():
        names = ("long-sentence", "long-paragraph", "hard-text")
        assert limits == [limit(name, kind) for name in names]
        needed = [
            word
            for word, name in zip(WORDS[page], NEEDS, strict=True)
            if kind in rule(f"contact/{name}")["drafts"]
        ]
        assert must == (", ".join(needed) or "–")
