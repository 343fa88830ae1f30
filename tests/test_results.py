"""Results of earlier runs and of worker processes: the same reports, and no text of a draft kept."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command import run
from ppid_lint import Linter
from ppid_lint.baseline import Baseline, render, renewed
from ppid_lint.packing import pack, unpack
from ppid_lint.reporters import RENDERERS, Original, Run
from ppid_lint.results import Results, check, identity

NIK = "3271045508920003"
DRAFT = f"""# Bantuan untuk warga

Slamet Riyadi (NIK {NIK}) menerima bantuan dalam rangka hari jadi hari jadi kota.

<!-- ppid-lint: allow restricted/nik reason="penetapan pejabat" by="PPID" -->
Budi (NIK 3271041204850001) juga.

Kata sandi: Rahasia#2024

| Nama | NIK |
| --- | --- |
| Sari | 32.71.04.550892.0003 |
"""


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(key="")


def test_a_kept_result_gives_the_same_report(linter: Linter, tmp_path: Path) -> None:
    results = Results(tmp_path)
    data = DRAFT.encode()
    first = check(linter, data, "a.md", kind=None, results=results)
    assert results.get("a.md", results.digest(data, identity(linter, None)))
    again = check(linter, data, "a.md", kind=None, results=results)
    assert again.model_dump() == first.model_dump() == linter.check_text(DRAFT, name="a.md").model_dump()
    assert (again.covers, again.bases) == (first.covers, first.bases)


def test_a_changed_draft_or_linter_is_linted_again(linter: Linter, tmp_path: Path) -> None:
    results = Results(tmp_path)
    check(linter, DRAFT.encode(), "a.md", kind=None, results=results)
    shorter = check(linter, b"Loket buka.\n", "a.md", kind=None, results=results)
    assert shorter.findings == ()
    assert identity(linter, None) != identity(linter, "siaran-pers")
    assert identity(linter, None) != identity(Linter(key="kunci"), None)


@pytest.mark.parametrize("content", ["", "bukan json", "{}", '{"rulings": [{}]}'])
def test_a_broken_result_is_only_a_reason_to_lint_again(linter: Linter, tmp_path: Path, content: str) -> None:
    results = Results(tmp_path)
    digest = results.digest(DRAFT.encode(), identity(linter, None))
    results.put("a.md", digest, content)
    report = check(linter, DRAFT.encode(), "a.md", kind=None, results=results)
    assert report.model_dump() == linter.check_text(DRAFT, name="a.md").model_dump()


def test_a_folder_that_cannot_be_used_keeps_nothing(linter: Linter, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    results = Results(tmp_path / "berkas")
    report = check(linter, DRAFT.encode(), "a.md", kind=None, results=results)
    assert report.findings


def strings(value: object) -> list[str]:
    """Every string that a packed outcome could hold text in: not names of keys, rules or levels."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    if isinstance(value, dict):
        skipped = {"rule", "severity", "kind", "language", "band", "fingerprint"}
        return [text for key, item in value.items() if key not in skipped for text in strings(item)]
    return []


def test_a_packed_outcome_holds_no_text_of_its_draft(linter: Linter) -> None:
    outcome, source = linter.judge(DRAFT.encode(), "a.md")
    packed = pack(outcome, source)
    assert [text for text in strings(json.loads(packed)) if text and text in DRAFT] == []
    assert unpack(packed, "a.md", source) == outcome


LINTER = Linter(key="kunci")
RULES = {
    rule.id: replace(rule, examples=()) for rule in LINTER.ruleset.rules
}  # examples hold invented values

numbers = st.sampled_from(
    ["3271045508920003", "3573012309780004", "01.234.567.8-901.000", "4111111111111111"]
)
words = st.text(alphabet="abcdé 🎉\n|*_`<>&\"'()-#", max_size=30)
names = st.sampled_from(["NIK", "No. KTP:", "NPWP", "kartu kredit", "Kata sandi:", "rekening", ""])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(words, names, numbers), min_size=1, max_size=4))
def test_no_format_cache_or_baseline_holds_a_value(parts: list[tuple[str, str, str]]) -> None:
    text = "\n\n".join(f"{before} {name} {number} ya" for before, name, number in parts)
    report = LINTER.check_text(text, name="a.md")
    covered = Counter(text[item.span.start : item.span.end] for item in report.covers)
    values = {value for value, times in covered.items() if text.count(value) == times}
    run = Run(
        reports=[report],
        version="0",
        rules=RULES,
        bases=LINTER.ruleset.bases,
        source=lambda _: Original(text),
        document=lambda _: LINTER.document(text.encode(), "a.md"),
    )
    outputs = [render_one(run) for render_one in RENDERERS.values()]
    outputs.append(render(renewed([report], Baseline(), lambda path, rule: True)))
    outputs.append(pack(*LINTER.judge(text.encode(), "a.md")))
    for value in values:
        if len(re.sub(r"\D", "", value)) >= 12:
            assert all(value not in output for output in outputs)


def test_runs_with_workers_cache_and_neither_say_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "naskah"
    folder.mkdir()
    for number in range(9):
        (folder / f"n{number}.md").write_text(DRAFT.replace("Sari", f"Sari {number}"), encoding="utf-8")
    (folder / "rusak.md").write_bytes(b"Baik.\x00\n")
    args = ("check", "naskah", "--format", "json")
    plain = run(*args, "--no-cache", "--jobs", "1", cwd=tmp_path)
    assert json.loads(plain.stdout)["summary"]["errors"] >= 9
    assert run(*args, "--no-cache", "--jobs", "2", cwd=tmp_path).stdout == plain.stdout
    assert run(*args, cwd=tmp_path).stdout == plain.stdout
    assert run(*args, cwd=tmp_path).stdout == plain.stdout
    kept = [path for path in (tmp_path / ".simpanan").rglob("*.json") if "results" in str(path)]
    assert len(kept) == 9  # the broken one is read again each time
    assert all(NIK not in path.read_text(encoding="utf-8") for path in kept)
    cleared = run("cache", "clear", cwd=tmp_path)
    assert cleared.returncode == 0
    assert not any(path.is_file() for path in (tmp_path / ".simpanan").rglob("*"))
