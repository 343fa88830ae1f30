"""Annotations of GitHub Actions: workflow commands, gravest first, no more than a step may show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from ppid_lint.finding import Finding, Severity
from ppid_lint.place import place_words
from ppid_lint.report import Problem, Report
from ppid_lint.reporters.run import Run
from ppid_lint.reporters.text import totals

LIMIT = 10  # annotations of one level that a step shows; GitHub drops the rest unsaid
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_MORE = {
    "id": "{count} lagi setingkat {level}: jalankan ppid-lint check, atau pakai --format sarif",
    "en": "{count} more at level {level}: run ppid-lint check, or use --format sarif",
}


def render(run: Run) -> str:
    """One command a line, then how many were left out, then the totals."""
    commands: dict[str, list[str]] = {level: [] for level in _LEVELS.values()}
    for report in run.reports:
        commands["error"] += [_problem(report, problem) for problem in report.errors]
    for report, finding in _ordered(run.reports):
        commands[_LEVELS[finding.severity]].append(_annotation(report, finding))
    lines = [line for level, given in commands.items() for line in _within_limit(given, level, run)]
    return "\n".join([*lines, totals(run.reports, run.language)])


def _ordered(reports: Sequence[Report]) -> Iterator[tuple[Report, Finding]]:
    for report in reports:
        for finding in sorted(report.findings, key=lambda item: item.span):
            yield report, finding


def _within_limit(commands: list[str], level: str, run: Run) -> Iterator[str]:
    yield from commands[:LIMIT]
    if len(commands) > LIMIT:
        yield _MORE[run.language].format(count=len(commands) - LIMIT, level=level)


def _annotation(report: Report, finding: Finding) -> str:
    said = [finding.message, finding.suggestion, _cited(report, finding)]
    place = {"title": f"ppid-lint {finding.rule}", "file": _path(report)}
    if report.has_lines:
        start, end = report.lines.position(finding.span.start), report.lines.position(finding.span.end)
        place |= {"line": str(start.line), "col": str(start.column), "endLine": str(end.line)}
        place |= {"endColumn": str(end.column)}
    if finding.location:
        said.insert(0, place_words(finding.location, report.message_language))
    return _command(_LEVELS[finding.severity], place, "\n".join(filter(None, said)))


def _cited(report: Report, finding: Finding) -> str:
    return "; ".join(report.bases[name].citation for name in finding.basis)


def _problem(report: Report, problem: Problem) -> str:
    place = {"title": "ppid-lint", "file": _path(report)}
    place |= {"line": str(problem.line)} if problem.line is not None else {}
    place |= {"col": str(problem.column)} if problem.column is not None else {}
    return _command("error", place, problem.message)


def _path(report: Report) -> str:
    return PurePath(report.path or "-").as_posix()


def _command(level: str, place: Mapping[str, str], message: str) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    return f"::{level} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
