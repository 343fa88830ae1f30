"""What `check --fix` and `check --diff` do to files."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import click

from ppid_lint.cli.linters import Linters, Options
from ppid_lint.errors import InputError, PpidLintError, UsageError
from ppid_lint.linter import Linter
from ppid_lint.readers import BINARY
from ppid_lint.repair import Repair, applicable, repair
from ppid_lint.report import Problem, Report
from ppid_lint.rule import Language

_NEEDS_COPY = (
    "ada {} perbaikan, tetapi --fix tidak menimpa berkas ini; tulis salinan: --fix --output {}-baru{}"
)

_DONE: dict[Language, tuple[str, str]] = {
    "id": ("{} perbaikan ditulis", "; {} usulan perlu dibaca dulu, lihat --diff --unsafe-fixes"),
    "en": ("fixes written: {}", "; to be read first: {}, see --diff --unsafe-fixes"),
}


def prepared(
    options: Options, paths: tuple[Path, ...], output: Path | None, given_format: str | None
) -> tuple[Options, Path | None]:
    """The options, and where the report goes; UsageError where they do not fit together.

    With `--fix`, an `--output` that is named like the one draft is where the mended copy goes.
    """
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes hanya berlaku bersama --fix atau --diff")
    if Path("-") in paths:
        raise UsageError("--fix dan --diff memerlukan berkas, bukan masukan standar")
    if options.diff or not output or not _is_copy(paths, output, given_format):
        return options, output
    _check_apart(paths[0], output)
    return replace(options, copy=output), None


def _is_copy(paths: tuple[Path, ...], output: Path, given_format: str | None) -> bool:
    alike = {path.suffix.lower() for path in paths} == {output.suffix.lower()}
    if not alike or (given_format == output.suffix[1:].lower()):  # --format html: a report on a page
        return False
    if len(paths) > 1 or paths[0].is_dir():
        raise UsageError("--fix dengan --output menulis salinan satu naskah", path=str(output))
    return True


def _check_apart(path: Path, out: Path) -> None:
    if out.exists() and path.exists() and os.path.samefile(path, out):
        raise UsageError("salinan tidak boleh menimpa naskah asal", path=str(out))


def fix_file(linter: Linter, path: Path, options: Options, *, quiet: bool = False) -> Report:
    """The report of what remains after the fixes are written: to the copy, else in place.

    Word and Excel files are never overwritten: without a copy to write to, fixes for one are an error.
    """
    try:
        result = _repaired(linter, path, options.kind, options.unsafe_fixes)
        if options.copy:
            _write(options.copy, result.data)
            _tell(options.copy, result, linter.language, quiet)
            return replace(result.after, path=str(options.copy))
        if result.applied and path.suffix.lower() in BINARY:
            problem = Problem(_NEEDS_COPY.format(result.applied, path.stem, path.suffix), unread=False)
            return replace(result.before, errors=(problem,))
        if result.applied:
            _write(path, result.data, like=path)
        _tell(path, result, linter.language, quiet)
    except PpidLintError as error:
        return Report(path=str(path), errors=(Problem.of(error),), message_language=linter.language)
    return result.after


def _tell(path: Path, result: Repair, language: Language, quiet: bool) -> None:
    """Says on standard error what was written, and what is left for a reader to decide."""
    left = len(applicable(result.after, unsafe=True))
    if (result.applied or left) and not quiet:
        done, rest = _DONE[language]
        click.echo(f"{path}: {done.format(result.applied)}{rest.format(left) if left else ''}", err=True)


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


def _write(path: Path, data: bytes, *, like: Path | None = None) -> None:
    """Writes a file in one step, with the permissions of another where it takes its place."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
            stream.write(data)
        os.chmod(stream.name, like.stat().st_mode if like else 0o644)
        os.replace(stream.name, path.resolve())
    except OSError as error:
        raise UsageError(f"tidak dapat ditulis: {error.strerror}", path=str(path)) from None
