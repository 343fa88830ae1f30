"""What a run says of one draft, and its public JSON shape (schema 1.0), frozen apart from the insides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ppid_lint.errors import PpidLintError
from ppid_lint.finding import Finding, Fix, Severity, Suppressed
from ppid_lint.mask import Covered
from ppid_lint.rule import Basis, Language
from ppid_lint.text import LineIndex, Span

SCHEMA_VERSION = "1.0"
RULE_PAGE = "docs/rules/{}.md"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a draft, or a part of it, could not be read; or, where it was read, why it was not written."""

    message: str
    line: int | None = None
    column: int | None = None
    unread: bool = True

    @classmethod
    def of(cls, error: PpidLintError) -> Problem:
        return cls(error.message, error.line, error.column)


@dataclass(frozen=True, slots=True)
class Report:
    """The findings in one draft. It holds no text of the draft but masked excerpts."""

    path: str
    kind: str = ""
    language: str = ""
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    metrics: Mapping[str, Any] | None = None
    notes: tuple[str, ...] = ()
    errors: tuple[Problem, ...] = ()
    bases: Mapping[str, Basis] = field(default_factory=dict)
    lines: LineIndex = field(default_factory=lambda: LineIndex(""))
    has_lines: bool = True  # else places are told by each finding's location, and fixes edit no source
    message_language: Language = "id"
    covers: tuple[Covered, ...] = ()  # what must not be shown of the source, whatever was selected

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def model_dump(self) -> dict[str, Any]:
        """One object of `files` in the JSON output."""
        shape = self.unrolled()
        return {**shape, "findings": list(shape["findings"])}

    def unrolled(self) -> dict[str, Any]:
        """The same, its findings made as they are asked for: there may be a hundred thousand."""
        return {
            "path": self.path,
            "kind": self.kind,
            "language": self.language,
            "findings": self._findings(),
            "suppressed": [self._suppressed(item) for item in self.suppressed],
            "metrics": dict(self.metrics) if self.metrics is not None else None,
            "notes": list(self.notes),
            "errors": [
                {"message": item.message, "line": item.line, "column": item.column} for item in self.errors
            ],
        }

    def model_dump_json(self, *, indent: int | None = None) -> str:
        """The same as JSON text."""
        import json

        return json.dumps(self.model_dump(), ensure_ascii=False, indent=indent)

    def _findings(self) -> Iterator[dict[str, Any]]:
        return (self.told(finding) for finding in self.findings)

    def told(self, finding: Finding) -> dict[str, Any]:
        """One object of a file's `findings` in the JSON output."""
        return {
            "rule": finding.rule,
            "category": finding.category,
            "severity": finding.severity.value,
            "confidence": finding.confidence,
            "message": finding.message,
            **self._range(finding.span),
            "location": dict(finding.location) if finding.location is not None else None,
            "excerpt": finding.excerpt.text,
            "evidence": list(finding.evidence),
            "related": [{"role": item.role, **self._range(item.span)} for item in finding.related],
            "basis": [self._basis(name) for name in finding.basis],
            "suggestion": finding.suggestion,
            "fixes": self.fixes_of(finding),
            "fingerprint": finding.fingerprint,
            "url": RULE_PAGE.format(finding.rule),
        }

    def fixes_of(self, finding: Finding) -> list[dict[str, Any]]:
        """The fixes of a finding in the JSON output: only where edits are of a text source."""
        return [_fix(fix) for fix in finding.fixes] if self.has_lines else []

    def _suppressed(self, item: Suppressed) -> dict[str, Any]:
        return {
            "rule": item.rule,
            "reason": item.reason,
            "source": item.source,
            "until": item.until,
            "by": item.by,
            "fingerprint": item.fingerprint,
            **self._range(item.span),
        }

    def _range(self, span: Span) -> dict[str, Any]:
        return {"start": self._point(span.start), "end": self._point(span.end)}

    def _point(self, offset: int) -> dict[str, int | None]:
        if not self.has_lines:
            return {"offset": offset, "line": None, "column": None}
        line, column = self.lines.position(offset)
        return {"offset": offset, "line": line, "column": column}

    def _basis(self, name: str) -> dict[str, str]:
        basis = self.bases[name]
        summary = basis.summary.within(self.message_language)
        return {"id": name, "citation": basis.citation, "summary": summary}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits]
    return {"applicability": fix.applicability.value, "message": fix.message, "edits": edits}
