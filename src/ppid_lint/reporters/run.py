"""What a reporter knows: the reports of a run, the rules that ran, and how to read a draft again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ppid_lint.document import Document
from ppid_lint.report import Report
from ppid_lint.rule import Basis, Language, Rule


class Original(NamedTuple):
    """A draft's decoded text, and how many bytes of a byte order mark stand before it in the file."""

    text: str
    mark: int = 0


def _no_document(report: Report) -> Document | None:
    return None


def _no_source(report: Report) -> Original:
    return Original("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the linter. `source` and `document` read a draft
    again; '' and None where that cannot be."""

    reports: Sequence[Report]
    version: str
    rules_digest: str = ""
    rules: Mapping[str, Rule] = field(default_factory=dict)
    bases: Mapping[str, Basis] = field(default_factory=dict)
    language: Language = "id"  # of messages
    rule_pages: str | None = None  # address of the published rule pages
    source: Callable[[Report], Original] = _no_source
    document: Callable[[Report], Document | None] = _no_document

    def page(self, rule_id: str) -> str | None:
        """The address of a rule's page, where the configuration says where they are published."""
        if not self.rule_pages:
            return None
        pages = self.rule_pages if "{rule}" in self.rule_pages else f"{self.rule_pages.rstrip('/')}/{{rule}}"
        return pages.replace("{rule}", rule_id)
