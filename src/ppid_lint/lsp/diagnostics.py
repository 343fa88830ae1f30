"""Findings as diagnostics: severity, code, link to the rule's page, related places, fixes as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lsprotocol import types

from ppid_lint.finding import Applicability, Finding, Fix, Related, Severity
from ppid_lint.lsp.positions import Places
from ppid_lint.report import Problem, Report
from ppid_lint.rule import Language
from ppid_lint.text import Span

SOURCE = "ppid-lint"

Page = Callable[[str], str | None]

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_ROLES: Mapping[Language, Mapping[str, str]] = {
    "id": {"person": "orangnya", "first": "yang pertama", "official": "yang resmi"},
    "en": {"person": "the person", "first": "the first one", "official": "the official one"},
}
_UNSAFE: Mapping[Language, str] = {"id": "{} (tidak aman, baca dulu)", "en": "{} (unsafe, read first)"}


def diagnostics(report: Report, uri: str, places: Places, page: Page) -> list[types.Diagnostic]:
    """The findings of a draft, or the errors that kept it from being read: never a clean list then."""
    errors = [_problem(problem) for problem in report.errors]
    language = report.message_language
    return errors + [_diagnostic(item, uri, places, page, language) for item in report.findings]


def fix_title(fix: Fix, language: Language) -> str:
    """What a fix does; an unsafe one says that it is."""
    safe = fix.applicability is Applicability.SAFE
    return fix.message if safe else _UNSAFE[language].format(fix.message)


def text_edits(fix: Fix, places: Places) -> list[types.TextEdit]:
    """The edits of a fix."""
    return [types.TextEdit(places.range(edit.span), edit.text) for edit in fix.edits]


def _diagnostic(
    finding: Finding, uri: str, places: Places, page: Page, language: Language
) -> types.Diagnostic:
    href = page(finding.rule)
    return types.Diagnostic(
        range=places.range(finding.span),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(href) if href else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if _only_deletes(finding) else None,
        related_information=[_related(item, uri, places, language) for item in finding.related] or None,
        data=_data(finding, places, language),
    )


def _related(
    item: Related, uri: str, places: Places, language: Language
) -> types.DiagnosticRelatedInformation:
    message = _ROLES[language].get(item.role, item.role)
    return types.DiagnosticRelatedInformation(types.Location(uri, places.range(item.span)), message)


def _data(finding: Finding, places: Places, language: Language) -> dict[str, Any]:
    """What an editor gives back with the diagnostic: the fixes, in its own terms."""
    fixes = [
        {
            "title": fix_title(fix, language),
            "isPreferred": fix.applicability is Applicability.SAFE,
            "edits": [_plain(edit) for edit in text_edits(fix, places)],
        }
        for fix in finding.fixes
    ]
    return {"rule": finding.rule, "fingerprint": finding.fingerprint, "fixes": fixes}


def _plain(edit: types.TextEdit) -> dict[str, Any]:
    start, end = edit.range.start, edit.range.end
    return {
        "range": {
            "start": {"line": start.line, "character": start.character},
            "end": {"line": end.line, "character": end.character},
        },
        "newText": edit.new_text,
    }


def _only_deletes(finding: Finding) -> bool:
    """Whether the text is superfluous: the first fix is safe and takes out all of it."""
    fix = finding.fixes[0] if finding.fixes else None
    return (
        fix is not None
        and fix.applicability is Applicability.SAFE
        and all(edit == (finding.span, "") for edit in fix.edits)
    )


def _problem(problem: Problem) -> types.Diagnostic:
    """Why a draft could not be checked, at the place where that is known."""
    place = types.Position(max((problem.line or 1) - 1, 0), max((problem.column or 1) - 1, 0))
    return types.Diagnostic(
        range=types.Range(place, place),
        message=problem.message,
        severity=types.DiagnosticSeverity.Error,
        source=SOURCE,
    )


def touching(report: Report, span: Span) -> list[Finding]:
    """The findings whose place meets a span; an empty span meets what it stands in or beside."""
    return [item for item in report.findings if item.span.start <= span.end and span.start <= item.span.end]
