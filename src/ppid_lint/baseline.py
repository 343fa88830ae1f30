"""Findings that were there when an office began to lint: known by fingerprint, set aside with a reason.

A baseline holds paths, rule ids and fingerprints; no value can be recovered from it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from ppid_lint.errors import ConfigError
from ppid_lint.finding import Finding, Severity, Suppressed, same_fingerprint
from ppid_lint.report import Report
from ppid_lint.rule import RESTRICTED

VERSION = "1.0"
REASON = "temuan lama, sudah ada ketika ppid-lint mulai dipakai"
_NOTES = {
    "stale": {
        "id": "baseline: {count} entri tidak lagi cocok; jalankan --write-baseline untuk membuangnya",
        "en": "baseline: {count} entries fit no more; --write-baseline prunes them",
    },
    "reason": {
        "id": "baseline: {count} galat restricted/* belum berlaku karena kolom reason-nya kosong",
        "en": "baseline: {count} restricted/* errors do not count yet, their reason is empty",
    },
}

Ran = Callable[[str, str], bool]  # whether a rule ran on a path


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding set aside; `path` is from the baseline's folder, with forward slashes."""

    path: str
    rule: str
    fingerprint: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries, the one reason for all of them, and the folder their paths start from."""

    entries: tuple[Entry, ...] = ()
    reason: str = REASON
    folder: Path = field(default_factory=Path)

    def path_of(self, path: str) -> str:
        """A path as entries name it."""
        return PurePath(os.path.relpath(path, self.folder)).as_posix()


def parse(text: str, path: Path) -> Baseline:
    """The baseline in a file's text; `ConfigError` says what is wrong with it."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"bukan JSON yang sah: {error.msg}"
        raise ConfigError(message, path=str(path), line=error.lineno, column=error.colno) from None
    try:
        entries = tuple(_entry(item) for item in data["findings"])
        reason = str(data["reason"])
    except (KeyError, TypeError, AttributeError):
        raise ConfigError("bukan baseline ppid-lint: perlu reason dan findings", path=str(path)) from None
    if not reason.strip():
        raise ConfigError("baseline perlu satu alasan untuk semuanya (reason)", path=str(path))
    return Baseline(entries, reason, path.parent)


def render(baseline: Baseline) -> str:
    """A baseline as JSON, in the order of paths; restricted errors wait for a reason of their own."""
    findings = [
        {"path": item.path, "rule": item.rule, "fingerprint": item.fingerprint, "reason": item.reason}
        for item in sorted(baseline.entries, key=lambda item: (item.path, item.rule, item.fingerprint))
    ]
    data = {"schema_version": VERSION, "reason": baseline.reason, "findings": findings}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def set_aside(report: Report, baseline: Baseline, ran: Ran) -> Report:
    """The report less the findings that the baseline knows, with notes on what is wrong with its entries."""
    entries = _of_path(baseline, report.path)
    kept: list[Finding] = []
    taken: list[Suppressed] = []
    used: set[Entry] = set()
    waiting = 0
    for finding in report.findings:
        entry = _known(finding, entries)
        used |= {entry} if entry else set()
        if entry is None or (needs_reason(finding) and not entry.reason.strip()):
            waiting += entry is not None
            kept.append(finding)
        else:
            taken.append(_suppressed(finding, entry.reason.strip() or baseline.reason))
    stale = sum(item not in used and ran(report.path, item.rule) for item in entries)
    told = [
        _NOTES[name][report.message_language].format(count=count)
        for name, count in (("stale", stale), ("reason", waiting))
        if count and not report.errors
    ]
    return replace(
        report,
        findings=tuple(kept),
        suppressed=(*report.suppressed, *taken),
        notes=(*report.notes, *told),
    )


def renewed(reports: Sequence[Report], old: Baseline, ran: Ran) -> Baseline:
    """The baseline of what reports hold now: reasons are kept, entries that fit no more are gone.

    Entries of drafts and rules that the run was not about stay, unless their file is gone.
    """
    looked_at = {old.path_of(report.path): report.path for report in reports if not report.errors}
    rest = [
        item
        for item in old.entries
        if (old.folder / item.path).exists()
        and not (item.path in looked_at and ran(looked_at[item.path], item.rule))
    ]
    return replace(old, entries=tuple(dict.fromkeys([*rest, *_current(reports, old)])))


def needs_reason(finding: Finding) -> bool:
    """Whether a finding is set aside only for a reason of its own."""
    return finding.category == RESTRICTED and finding.severity is Severity.ERROR


def _current(reports: Iterable[Report], old: Baseline) -> list[Entry]:
    entries = []
    for report in reports:
        before = _of_path(old, report.path)
        for finding in report.findings:
            if finding.fingerprint:
                known = _known(finding, before)
                entry = Entry(old.path_of(report.path), finding.rule, finding.fingerprint)
                entries.append(replace(entry, reason=known.reason) if known else entry)
    return entries


def _of_path(baseline: Baseline, path: str) -> list[Entry]:
    name = baseline.path_of(path)
    return [item for item in baseline.entries if item.path == name]


def _known(finding: Finding, entries: Iterable[Entry]) -> Entry | None:
    return next(
        (
            item
            for item in entries
            if item.rule == finding.rule and same_fingerprint(item.fingerprint, finding.fingerprint)
        ),
        None,
    )


def _suppressed(finding: Finding, reason: str) -> Suppressed:
    return Suppressed(
        rule=finding.rule,
        reason=reason,
        source="baseline",
        span=finding.span,
        fingerprint=finding.fingerprint,
        location=finding.location,
    )


def _entry(data: Any) -> Entry:
    return Entry(data["path"], data["rule"], data["fingerprint"], data.get("reason") or "")
