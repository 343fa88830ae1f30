"""What was measured: counts of corpus/measured.yaml, and rows of benchmarks/measured.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pages.markdown import GENERATED, page, table
from ppid_lint.errors import ConfigError
from ppid_lint.evaluate import STRICT, Score, by_category
from ppid_lint.rule import Language
from ppid_lint.yamlfile import read_yaml


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores by rule id, findings judged right and wrong by rule id, and the number of drafts."""

    drafts: int
    scores: Mapping[str, Score]
    verdicts: Mapping[str, tuple[int, int]]

    @classmethod
    def read(cls, path: Path) -> Measured:
        data = read_yaml(path, ConfigError).data
        scores = {rule: Score(**counts) for rule, counts in data["rules"].items()}
        verdicts = {rule: (item["right"], item["wrong"]) for rule, item in data["verdicts"].items()}
        return cls(data["drafts"], scores, verdicts)

    def precision(self, rule: str) -> float | None:
        """On the test drafts; of plain language, where only clear cases are marked, by verdicts."""
        if rule.startswith(tuple(f"{category}/" for category in STRICT)):
            return self.scores[rule].precision if rule in self.scores else None
        right, wrong = self.verdicts.get(rule, (0, 0))
        return right / (right + wrong) if right + wrong else None

    def recall(self, rule: str) -> float | None:
        return self.scores[rule].recall if rule in self.scores else None


def number(value: float | None, language: Language = "en") -> str:
    """A share with two decimals, or a dash."""
    if value is None:
        return "–"
    return f"{value:.2f}".replace(".", "," if language == "id" else ".")


_TEXTS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "title": "# Hasil pengukuran",
        "other": "[English](measurements.en.md)",
        "intro": "Angka di halaman ini ditulis oleh program, bukan tangan. Presisi adalah bagian temuan yang benar; recall "
        "adalah bagian pelanggaran yang ditemukan.",
        "rules": "## Aturan",
        "corpus": "Diukur pada {drafts} naskah uji berlabel (`corpus/drafts/test`). Naskah itu tidak dibaca ketika aturan "
        "ditulis. Dari bahasa yang mudah dipahami hanya kasus yang jelas diberi label. Karena itu presisinya "
        "berasal dari {judged} temuan pada laman pemerintah yang dinilai satu per satu oleh satu orang. Naskah uji "
        "dikarang untuk proyek ini: naskah kantor Anda dapat memberi angka lain.",
        "again": "Ukur ulang: `python scripts/measure_corpus.py`. Ukur dengan naskah Anda: `ppid-lint evaluate FOLDER`.",
        "category": "Kategori",
        "rule": "Aturan",
        "precision": "Presisi",
        "recall": "Recall",
        "labels": "Label",
        "alarms": "Alarm palsu",
        "speed": "## Kecepatan dan ukuran",
        "what": "Apa",
        "value": "Hasil",
        "how": "Cara mengukur",
        "none": "Belum ada baris. Isi `benchmarks/measured.yaml`, lalu jalankan `make docs`.",
        "more": "Angka lain: [nomor pengenal](identifiers.md), [bahasa](readability.md).",
    },
    "en": {
        "title": "# Measurements",
        "other": "[Bahasa Indonesia](measurements.md)",
        "intro": "The numbers on this page are written by a program. Precision is the share of findings that are right; "
        "recall is the share of violations that are found.",
        "rules": "## Rules",
        "corpus": "Measured on {drafts} labelled test drafts (`corpus/drafts/test`), which are not read while rules are "
        "written. Of plain language only clear cases are marked there, so its precision comes from {judged} findings "
        "on government pages that one person judged one by one. The test drafts were written for this project: those "
        "of your office may give other numbers.",
        "again": "Measure again: `python scripts/measure_corpus.py`. Measure on your own drafts: `ppid-lint evaluate FOLDER`.",
        "category": "Category",
        "rule": "Rule",
        "precision": "Precision",
        "recall": "Recall",
        "labels": "Labels",
        "alarms": "False alarms",
        "speed": "## Speed and size",
        "what": "What",
        "value": "Result",
        "how": "Measured by",
        "none": "No rows yet. Fill `benchmarks/measured.yaml`, then run `make docs`.",
        "more": "More numbers: [identifiers](identifiers.md), [plain language](readability.md).",
    },
}


def measurements_page(measured: Measured, speed: Path, language: Language) -> str:
    """The page of all numbers."""
    say = _TEXTS[language]
    judged = sum(sum(pair) for pair in measured.verdicts.values())
    head = [say["precision"], say["recall"], say["labels"], say["alarms"]]
    return page(
        say["title"],
        GENERATED,
        say["other"],
        say["intro"],
        say["rules"],
        say["corpus"].format(drafts=measured.drafts, judged=judged),
        table([say["category"], *head], _categories(measured, language)),
        table([say["rule"], *head], _rules(measured, language)),
        say["again"],
        say["speed"],
        _speed(speed, language),
        say["more"],
    )


def _categories(measured: Measured, language: Language) -> list[list[str]]:
    rows = []
    for name, score in by_category(dict(measured.scores)).items():
        right = sum(item[0] for item in measured.verdicts.values())
        judged = sum(sum(item) for item in measured.verdicts.values())
        precision = score.precision if name in STRICT else right / judged
        rows.append(_row(name, precision, score, language))
    return rows


def _rules(measured: Measured, language: Language) -> list[list[str]]:
    suffix = ".en.md" if language == "en" else ".md"
    names = sorted({*measured.scores, *measured.verdicts})
    return [
        _row(
            f"[`{name}`](rules/{name}{suffix})",
            measured.precision(name),
            measured.scores.get(name, Score()),
            language,
        )
        for name in names
    ]


def _row(name: str, precision: float | None, score: Score, language: Language) -> list[str]:
    shares = [number(precision, language), number(score.recall, language)]
    return [name, *shares, str(score.labels), str(score.false_alarms)]


def _speed(path: Path, language: Language) -> str:
    """The rows of benchmarks/measured.yaml: what (in both languages), value, how."""
    say = _TEXTS[language]
    rows: list[dict[str, Any]] = read_yaml(path, ConfigError).data or [] if path.exists() else []
    if not rows:
        return say["none"]
    cells = [[row["what"][language], str(row["value"]), f"`{row['how']}`"] for row in rows]
    return table([say["what"], say["value"], say["how"]], cells)
