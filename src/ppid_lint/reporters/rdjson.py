"""rdjson, the Reviewdog Diagnostic Format (reviewdog/proto/rdf): columns are UTF-8 bytes from 1."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from ppid_lint.finding import Finding, Fix, Severity
from ppid_lint.report import Problem, Report
from ppid_lint.reporters.layout import laid_out
from ppid_lint.reporters.run import Original, Run
from ppid_lint.text import Span, utf8_units

_SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.INFO: "INFO",
}


def render(run: Run) -> str:
    """One DiagnosticResult."""
    return laid_out(document(run))


def document(run: Run) -> dict[str, Any]:
    """The same as plain data."""
    diagnostics: list[dict[str, Any]] = []
    for report in run.reports:
        diagnostics += [_broken(report, problem) for problem in report.errors]
        if report.findings:
            original = run.source(report)
            diagnostics += [_diagnostic(report, original, finding) for finding in report.findings]
    return {"source": {"name": "ppid-lint"}, "diagnostics": diagnostics}


def _diagnostic(report: Report, original: Original, finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"path": _path(report)}
    diagnostic: dict[str, Any] = {
        "message": " ".join(filter(None, [finding.message, finding.suggestion])),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "location": location,
    }
    if report.has_lines:
        location["range"] = _range(report, original, finding.span)
        suggestions = [_suggestion(report, original, fix) for fix in finding.fixes if len(fix.edits) == 1]
        return {**diagnostic, "suggestions": suggestions} if suggestions else diagnostic
    return diagnostic


def _suggestion(report: Report, original: Original, fix: Fix) -> dict[str, Any]:
    """A fix of one edit; one of several has no form here, since suggestions are alternatives."""
    edit = fix.edits[0]
    return {"range": _range(report, original, edit.span), "text": edit.text}


def _broken(report: Report, problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"path": _path(report)}
    if problem.line is not None:
        location["range"] = {"start": {"line": problem.line}}
    return {"message": problem.message, "severity": "ERROR", "location": location}


def _range(report: Report, original: Original, span: Span) -> dict[str, Any]:
    return {"start": _point(report, original, span.start), "end": _point(report, original, span.end)}


def _point(report: Report, original: Original, offset: int) -> dict[str, int]:
    """A place as its line's bytes in the file count it: a byte order mark stands on the first line."""
    line, _ = report.lines.position(offset)
    before = original.text[report.lines.line_span(line).start : offset]
    mark = original.mark if line == 1 else 0
    return {"line": line, "column": mark + utf8_units(before) + 1}


def _path(report: Report) -> str:
    return PurePath(report.path or "-").as_posix()
