"""Precision and recall of rules on labelled drafts, finding by finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from ppid_lint.finding import Finding
from ppid_lint.labelled import LabelledDraft
from ppid_lint.linter import Linter
from ppid_lint.text import Span

STRICT = ("restricted", "contact")  # a finding of these outside every label is a false alarm
NARROW = 200  # code points that a finding may always span; a wider one only up to half the draft


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one rule: labels, those found by it, those found by its category, and false alarms."""

    labels: int = 0
    exact: int = 0
    found: int = 0
    false_alarms: int = 0

    @property
    def recall(self) -> float | None:
        return self.found / self.labels if self.labels else None

    @property
    def precision(self) -> float | None:
        claimed = self.found + self.false_alarms
        return self.found / claimed if claimed else None

    @property
    def f1(self) -> float | None:
        if self.recall is None or self.precision is None or not self.recall + self.precision:
            return None
        return 2 * self.recall * self.precision / (self.recall + self.precision)

    def plus(self, other: Score) -> Score:
        return Score(
            self.labels + other.labels,
            self.exact + other.exact,
            self.found + other.found,
            self.false_alarms + other.false_alarms,
        )


@dataclass(slots=True)
class _Tally:
    labels: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false_alarms: Counter[str] = field(default_factory=Counter)


def evaluate(drafts: Iterable[LabelledDraft], linter: Linter) -> dict[str, Score]:
    """The score of each rule that has a label or a false alarm, by rule id.

    A label counts as found where a finding of its category overlaps it, as exact where one of its rule does.
    """
    tally = _Tally()
    for draft in drafts:
        report = linter.check_text(draft.text, kind=draft.kind, name=draft.name)
        _count(draft, report.findings, tally)
    rules = sorted(set(chain(tally.labels, tally.false_alarms)))
    return {
        rule: Score(tally.labels[rule], tally.exact[rule], tally.found[rule], tally.false_alarms[rule])
        for rule in rules
    }


def by_category(scores: dict[str, Score]) -> dict[str, Score]:
    """The sums of a category's scores."""
    sums: dict[str, Score] = {}
    for rule, score in scores.items():
        category = rule.partition("/")[0]
        sums[category] = sums.get(category, Score()).plus(score)
    return sums


def _count(draft: LabelledDraft, findings: Iterable[Finding], tally: _Tally) -> None:
    widest = max(NARROW, len(draft.text) // 2)
    narrow = [item for item in findings if item.span.end - item.span.start <= widest]
    wide = [item for item in findings if item.span.end - item.span.start > widest]
    used: set[int] = set()
    for label in draft.labels:
        kin = [item for item in narrow if _meets(item, label.rule, label.span)]
        used.update(map(id, kin))
        _add(tally, label.rule, kin)
    for rule in draft.expected:
        same = [item for item in [*narrow, *wide] if item.rule == rule]
        used.update(map(id, same))
        _add(tally, rule, same)
    for item in [*narrow, *wide]:
        if id(item) not in used and item.category in STRICT:
            tally.false_alarms[item.rule] += 1


def _meets(finding: Finding, rule: str, span: Span) -> bool:
    return finding.category == rule.partition("/")[0] and finding.span.overlaps(span)


def _add(tally: _Tally, rule: str, kin: list[Finding]) -> None:
    tally.labels[rule] += 1
    tally.found[rule] += bool(kin)
    tally.exact[rule] += any(item.rule == rule for item in kin)
