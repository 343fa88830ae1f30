"""SARIF 2.1.0 (OASIS): the run as code scanning services read it. Columns and offsets are code points."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from ppid_lint.finding import Finding, Fix, Severity, Suppressed
from ppid_lint.mask import DOT
from ppid_lint.place import place_words
from ppid_lint.report import RULE_PAGE, Report
from ppid_lint.reporters.layout import laid_out
from ppid_lint.reporters.run import Run
from ppid_lint.rule import Rule
from ppid_lint.text import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "ppidLint/v1"
_ROOT = "%SRCROOT%"
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_MASKED = re.compile(f"{DOT}+")


def render(run: Run) -> str:
    """One SARIF log with one run."""
    return laid_out(document(run))


def document(run: Run) -> dict[str, Any]:
    """The log as plain data."""
    names = _rule_ids(run.reports)
    index = {name: at for at, name in enumerate(names)}
    results = [result for report in run.reports for result in _results(report, run, index)]
    one = {
        "tool": {"driver": _driver(run, names)},
        "language": run.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder the run started in."}}},
        "invocations": [_invocation(run.reports)],
        "artifacts": [_artifact(report) for report in run.reports],
        "results": results,
    }
    tokens = sorted(set(_MASKED.findall(json.dumps(results, ensure_ascii=False))))
    if tokens:
        one["redactionTokens"] = tokens
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [one]}


def _rule_ids(reports: Sequence[Report]) -> list[str]:
    found = {item.rule for report in reports for item in report.findings}
    return sorted(found | {item.rule for report in reports for item in report.suppressed})


def _driver(run: Run, names: Sequence[str]) -> dict[str, Any]:
    return {
        "name": "ppid-lint",
        "version": run.version,
        "semanticVersion": run.version,
        "language": run.language,
        "rules": [_descriptor(name, run) for name in names],
        "properties": {"rulesDigest": run.rules_digest},
    }


def _descriptor(name: str, run: Run) -> dict[str, Any]:
    """A rule. Findings about allowances are the engine's own and have no rule file."""
    rule = run.rules.get(name)
    if rule is None:
        level = {"level": "warning"}
        return {"id": name, "shortDescription": {"text": name}, "defaultConfiguration": level}
    title, why = rule.title.within(run.language), rule.why.within(run.language)
    page = run.page(name)
    return {
        "id": name,
        **({"helpUri": page} if page else {}),
        "name": "".join(part.capitalize() for part in re.split("[/-]", name)),
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": _help(rule, why, run),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.category],
            "problem.severity": {"info": "recommendation"}.get(rule.severity.value, rule.severity.value),
            "basis": [{"id": one, "citation": run.bases[one].citation} for one in rule.basis],
            "page": RULE_PAGE.format(name),
        },
    }


def _help(rule: Rule, why: str, run: Run) -> dict[str, str]:
    """Why, what to do and on what basis: as text, and with a list as Markdown."""
    advice = [rule.suggestion.within(run.language)] if rule.suggestion else []
    cited = [
        f"{run.bases[name].citation}: {run.bases[name].summary.within(run.language)}" for name in rule.basis
    ]
    bullets = "\n".join(f"- {line}" for line in cited)
    return {"text": "\n".join([why, *advice, *cited]), "markdown": "\n\n".join([why, *advice, bullets])}


def _invocation(reports: Sequence[Report]) -> dict[str, Any]:
    """Whether every draft could be read, and what was said beside the findings."""
    told = [_broken(report, at) for report in reports for at in range(len(report.errors))]
    told += [
        {"level": "note", "message": {"text": note}, "locations": [{"physicalLocation": _file(report)}]}
        for report in reports
        for note in report.notes
    ]
    successful = not any(report.errors for report in reports)
    return {"executionSuccessful": successful, "toolExecutionNotifications": told}


def _broken(report: Report, at: int) -> dict[str, Any]:
    problem = report.errors[at]
    place = _file(report)
    if problem.line is not None:
        column = {"startColumn": problem.column} if problem.column is not None else {}
        place["region"] = {"startLine": problem.line, **column}
    return {
        "level": "error",
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }


def _artifact(report: Report) -> dict[str, Any]:
    said = {"kind": report.kind, "language": report.language, "metrics": report.metrics}
    return {
        **_file(report, "location"),
        "roles": ["analysisTarget"],
        "properties": {key: value for key, value in said.items() if value},
    }


def _results(report: Report, run: Run, index: Mapping[str, int]) -> list[dict[str, Any]]:
    found = [_result(report, item, index) for item in report.findings]
    return found + [_allowed(report, item, run, index) for item in report.suppressed]


def _result(report: Report, finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    said = {"confidence": finding.confidence, "evidence": list(finding.evidence)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": _message(report, finding)},
        "locations": [_location(report, finding.span, finding.location)],
        "properties": {**said, "excerpt": finding.excerpt.text, **_offsets(report, finding.span)},
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
    if finding.related:
        result["relatedLocations"] = [
            {"id": at, "message": {"text": item.role}, **_location(report, item.span, finding.location)}
            for at, item in enumerate(finding.related, 1)
        ]
    if finding.fixes and report.has_lines:
        result["fixes"] = [_fix(report, fix) for fix in finding.fixes]
    return result


def _message(report: Report, finding: Finding) -> str:
    """What is wrong and what to do; where there is no line to show, the place first."""
    place = place_words(finding.location or {}, report.message_language)
    said = " ".join(filter(None, [finding.message, finding.suggestion]))
    return f"{place[0].upper()}{place[1:]}: {said}" if place and not report.has_lines else said


def _allowed(report: Report, item: Suppressed, run: Run, index: Mapping[str, int]) -> dict[str, Any]:
    """A finding that somebody allowed, with the reason, its end and its approver."""
    rule = run.rules.get(item.rule)
    said = {key: value for key, value in (("until", item.until), ("by", item.by)) if value}
    suppression: dict[str, Any] = {
        "kind": "inSource" if item.source == "comment" else "external",
        "status": "accepted",
        "justification": item.reason,
        "properties": {"source": item.source, **said},
    }
    result = {
        "ruleId": item.rule,
        "ruleIndex": index[item.rule],
        "level": _LEVELS[rule.severity] if rule else "warning",
        "message": {"text": rule.title.within(run.language) if rule else item.rule},
        "locations": [_location(report, item.span, item.location)],
        "suppressions": [suppression],
    }
    return {**result, "partialFingerprints": {FINGERPRINT: item.fingerprint}} if item.fingerprint else result


def _fix(report: Report, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(report, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": fix.message},
        "artifactChanges": [{**_file(report), "replacements": replacements}],
        "properties": {"applicability": fix.applicability.value},
    }


def _location(report: Report, span: Span, place: Mapping[str, int | str] | None) -> dict[str, Any]:
    """Lines and columns in text; in other formats, which have none, where a person finds it."""
    region = {"region": _region(report, span)} if report.has_lines else {}
    physical: dict[str, Any] = {"physicalLocation": {**_file(report), **region}}
    if not place:
        return physical
    logical = {
        "name": place_words(place, report.message_language),
        "fullyQualifiedName": "/".join(f"{key}:{value}" for key, value in place.items()),
        "kind": next(iter(place)),
    }
    return {**physical, "logicalLocations": [logical]}


def _offsets(report: Report, span: Span) -> dict[str, int]:
    """Where formats without lines are concerned, the place in their extracted text."""
    return {} if report.has_lines else {"textOffset": span.start, "textLength": span.end - span.start}


def _region(report: Report, span: Span) -> dict[str, int]:
    start, end = report.lines.position(span.start), report.lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _file(report: Report, key: str = "artifactLocation") -> dict[str, Any]:
    path = PurePath(report.path or "-")
    if path.is_absolute():
        return {key: {"uri": path.as_uri()}}
    return {key: {"uri": quote(path.as_posix()), "uriBaseId": _ROOT}}
