"""The JSON output, schema 1.0: a frozen shape, not a dump of the program's own types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ppid_lint.collector import paused
from ppid_lint.finding import Severity
from ppid_lint.report import SCHEMA_VERSION, Report
from ppid_lint.reporters.json_findings import BLANK, findings_text
from ppid_lint.reporters.layout import laid_out

_MARGIN = "\n      "  # of what a file has


def render(reports: Sequence[Report], *, version: str, rules_digest: str) -> str:
    """One JSON document for a run."""
    with paused():
        run = document(reports, version=version, rules_digest=rules_digest)
        files = [{**file, "findings": BLANK} for file in run["files"]]
        around = laid_out({**run, "files": files}).split(BLANK)
        return "".join(_filled(around, reports))


def _filled(around: Sequence[str], reports: Sequence[Report]) -> Iterator[str]:
    """The text of a run, the findings of each draft in their place; joined once, since it may be long."""
    for text, report in zip(around, reports, strict=False):
        yield text
        yield from findings_text(report, _MARGIN)
    yield around[-1]


def document(reports: Sequence[Report], *, version: str, rules_digest: str) -> dict[str, Any]:
    """The run as plain data, the findings of each file made as they are asked for."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "ppid-lint", "version": version, "rules_digest": rules_digest},
        "files": [report.unrolled() for report in reports],
        "summary": summary(reports),
    }


def summary(reports: Sequence[Report]) -> dict[str, int]:
    """How many files, findings by severity, and suppressed findings."""
    return {
        "files": len(reports),
        "errors": sum(report.count(Severity.ERROR) for report in reports),
        "warnings": sum(report.count(Severity.WARNING) for report in reports),
        "infos": sum(report.count(Severity.INFO) for report in reports),
        "suppressed": sum(len(report.suppressed) for report in reports),
    }
