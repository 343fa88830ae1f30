"""Holds a rule to its own examples: found exactly where marked, silent where right, and fixed as shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ppid_lint.catalog import CONTACTS
from ppid_lint.compiled import rules_folder
from ppid_lint.config import Config
from ppid_lint.finding import Finding
from ppid_lint.fix import apply_fixes, chosen_fixes
from ppid_lint.linter import Linter
from ppid_lint.rule import Example, Rule
from ppid_lint.text import Span

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_NAMES: Mapping[str, str] = {"text": "contoh.txt", "markdown": "contoh.md", "html": "contoh.html"}


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not hold: which, and how (missing, noisy, or not fixed as shown)."""

    rule: str
    example: int  # from 1
    outcome: str
    message: str


def unmark(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its `[[…]]`, and the marked spans."""
    spans: list[Span] = []
    plain: list[str] = []
    at = length = 0
    for match in _MARK.finditer(text):
        plain += [text[at : match.start()], match[1]]
        length += match.start() - at
        spans.append(Span(length, length + len(match[1])))
        length += len(match[1])
        at = match.end()
    return "".join([*plain, text[at:]]), tuple(spans)


class Examiner:
    """Runs rules over their examples, with and without the example directory."""

    def __init__(self, config: Config | None = None) -> None:
        self._config = replace(config or Config(), select=(), ignore=())

    @cached_property
    def linter(self) -> Linter:
        return Linter(self._config)

    @cached_property
    def _with_directory(self) -> Linter:
        return Linter(self._config, contacts=[example_directory()])

    def failures(self, rule: Rule) -> Iterator[Failure]:
        """What does not hold of a rule's examples."""
        for number, example in enumerate(rule.examples, 1):
            for outcome, message in self._outcomes(rule, example):
                yield Failure(rule.id, number, outcome, message)

    def _outcomes(self, rule: Rule, example: Example) -> Iterator[tuple[str, str]]:
        if example.dont is not None:
            yield from self._dont(rule, example, example.dont)
        if example.do is not None:
            for finding in self._findings(rule, example, example.do):
                yield "noisy", f"do: ditemukan pada {_at(example.do, finding.span)}, seharusnya bersih"

    def _dont(self, rule: Rule, example: Example, marked: str) -> Iterator[tuple[str, str]]:
        text, expected = unmark(marked)
        findings = self._findings(rule, example, text)
        if example.expect == "file":
            if not findings:
                yield "missing", "dont: tidak ada temuan untuk seluruh naskah"
            return
        found = {finding.span for finding in findings}
        for span in expected:
            if span not in found:
                yield "missing", f"dont: {_at(text, span)} ditandai, tetapi tidak ditemukan"
        for span in sorted(found - set(expected)):
            yield "noisy", f"dont: ditemukan pada {_at(text, span)}, tetapi tidak ditandai"
        if not expected:
            yield "missing", "dont: tidak ada tanda [[…]]"
        if rule.fix != "none" and example.do is not None:
            fixed, _ = apply_fixes(text, chosen_fixes(findings, unsafe=True))
            if fixed != example.do:
                yield "fixed otherwise", f"dont: perbaikan memberi {fixed!r}"

    def _findings(self, rule: Rule, example: Example, text: str) -> list[Finding]:
        linter = self._with_directory if example.contacts else self.linter
        report = linter.check_text(text, kind=example.kind, name=_NAMES[example.format])
        return [finding for finding in report.findings if finding.rule == rule.id]


def _at(text: str, span: Span) -> str:
    return f"{span.start}-{span.end} “{text[span.start : span.end]}”"


def example_directory() -> Path:
    """The contact directory that examples with `contacts: example` are held against."""
    return rules_folder() / CONTACTS
