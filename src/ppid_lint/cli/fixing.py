"""What `check --fix` and `check --diff` do to files."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from ppid_lint.cli.linters import Linters, Options
from ppid_lint.errors import InputError, PpidLintError, UsageError
from ppid_lint.linter import Linter
from ppid_lint.repair import Repair, repair
from ppid_lint.report import Problem, Report


def check_options(fix: bool, unsafe: bool, diff: bool, stdin: bool) -> None:
    """UsageError where the options do not fit together."""
    if unsafe and not (fix or diff):
        raise UsageError("--unsafe-fixes hanya berlaku bersama --fix atau --diff")
    if stdin:
        raise UsageError("--fix dan --diff memerlukan berkas, bukan masukan standar")


def fix_file(linter: Linter, path: Path, *, kind: str | None, unsafe: bool) -> Report:
    """The report of what remains after the file's fixes are written; untouched where there is none."""
    try:
        result = _repaired(linter, path, kind, unsafe)
        if result.applied:
            _overwrite(path, result.data)
    except PpidLintError as error:
        return Report(path=str(path), errors=(Problem.of(error),), message_language=linter.language)
    return result.after


def difference(linter: Linter, path: Path, *, kind: str | None, unsafe: bool) -> str:
    """What the fixes would change, as a unified diff with restricted values masked; empty for nothing."""
    result = _repaired(linter, path, kind, unsafe)
    if not result.applied:
        return ""
    before = linter.masked(path.read_bytes(), str(path)).splitlines()
    after = linter.masked(result.data, str(path)).splitlines()
    return "\n".join(difflib.unified_diff(before, after, str(path), str(path), lineterm="", n=1))


def write_differences(
    reports: Iterable[Report], write: Callable[[str], None], linters: Linters, options: Options
) -> list[Report]:
    """The reports of drafts as they stand, after the differences that fixes would make are written."""
    done = []
    for report in reports:
        done.append(report)
        for problem in report.errors:
            click.echo(f"{report.path}: {problem.message}", err=True)
        if not report.errors:
            path = Path(report.path)
            lines = difference(linters.of(path), path, kind=options.kind, unsafe=options.unsafe_fixes)
            if lines:
                write(lines)
    return done


def _repaired(linter: Linter, path: Path, kind: str | None, unsafe: bool) -> Repair:
    try:
        return repair(path.read_bytes(), linter, name=str(path), kind=kind, unsafe=unsafe)
    except OSError as error:
        raise InputError(f"tidak dapat dibaca: {error.strerror}", path=str(path)) from None
    except UnicodeEncodeError:
        message = "perbaikan tidak dapat ditulis dalam penyandian berkas ini"
        raise InputError(message, path=str(path)) from None


def _overwrite(path: Path, data: bytes) -> None:
    """Writes the file in one step and keeps its permissions."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
            stream.write(data)
        os.chmod(stream.name, path.stat().st_mode)
        os.replace(stream.name, path.resolve())
    except OSError as error:
        raise UsageError(f"tidak dapat ditulis: {error.strerror}", path=str(path)) from None
