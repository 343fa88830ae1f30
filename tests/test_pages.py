"""The rule pages are those of the rules as they stand, one each, and link to each other."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from ppid_lint.compiled import compiled_rules
from ppid_lint.evaluate import Score

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "rules"
RULES = compiled_rules([ROOT / "rules"])


def texts(folder: Path) -> dict[str, str]:
    found = sorted(folder.rglob("*.md"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "gone.md").write_text((PAGES / "index.md").read_text(encoding="utf-8"), encoding="utf-8")
    subprocess.run([sys.executable, str(ROOT / "scripts" / "build_pages.py"), str(folder)], check=True)
    return texts(folder)


def test_pages_are_fresh(fresh: dict[str, str]) -> None:
    stored = texts(PAGES)
    assert sorted(stored) == sorted(fresh)
    assert [name for name, text in fresh.items() if stored[name] != text] == [], "run make docs"


def test_every_rule_has_its_page_and_every_page_its_rule() -> None:
    assert set(texts(PAGES)) == {f"{rule.id}.md" for rule in RULES.rules} | {"index.md"}


def test_the_index_names_every_rule_once() -> None:
    linked = re.findall(r"\]\(([^)]+)\.md\)", (PAGES / "index.md").read_text(encoding="utf-8"))
    assert sorted(linked) == [rule.id for rule in RULES.rules]


def test_a_page_says_everything_in_both_languages() -> None:
    for rule in RULES.rules:
        text = (PAGES / f"{rule.id}.md").read_text(encoding="utf-8")
        told = [rule.title.id, rule.title.en, rule.why.id, rule.why.en, f"allow {rule.id} reason"]
        told += [RULES.bases[name].citation for name in rule.basis]
        assert [words for words in told if words not in text] == [], rule.id
        assert text.index(rule.why.id) < text.index(rule.why.en)
        assert text.count("<pre>") == sum(
            (one.dont is not None) + (one.do is not None) for one in rule.examples
        )
        assert text.count("<b>") == sum((one.dont or "").count("[[") for one in rule.examples)


def test_measured_numbers_stand_on_the_page() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "build_pages.py"))
    rule = RULES.rules[0]
    rows = {rule.id: {"labels": 7, "precision": 0.875, "recall": 1.0}}
    shown = script["page"](rule, RULES.bases, rows)
    assert "7 tanda di naskah uji: presisi 0,875, recall 1,000" in shown
    assert "7 labels of the test drafts: precision 0.875, recall 1.000" in shown
    assert "no label for this rule" in script["page"](RULES.rules[1], RULES.bases, rows)
    assert "Measured" not in script["page"](rule, RULES.bases, {})


def test_measured_numbers_are_read_as_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    measure = runpy.run_path(str(ROOT / "scripts" / "measure_corpus.py"))
    text = measure["render"](
        {"contact/b": Score(labels=4, found=3, false_alarms=1), "readability/d": Score(labels=2)}
    )
    assert "contact/b: {labels: 4, precision: 0.750, recall: 0.750}" in text
    assert "readability/d: {labels: 2, precision: null, recall: 0.000}" in text
