"""The drafts of a run, from files, folders and standard input, and their reports."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import click

from ppid_lint.cli.linters import Linters, Options
from ppid_lint.cli.progress import Progress, progress
from ppid_lint.cli.workers import Workers, workers
from ppid_lint.discover import discover, passed_over
from ppid_lint.document import Document
from ppid_lint.engine import Watch
from ppid_lint.errors import InputError, PpidLintError, UsageError
from ppid_lint.linter import Linter
from ppid_lint.readers.decoding import stored
from ppid_lint.report import Problem, Report
from ppid_lint.reporters import Original
from ppid_lint.reporters.own_page import is_own_page
from ppid_lint.results import Results, check, is_kept, results_folder
from ppid_lint.rule import Language

_PASSED_OVER: dict[Language, str] = {
    "id": "dilewati karena bentuknya tidak dibaca: {}; simpan dahulu sebagai .docx, .xlsx, atau .pdf",
    "en": "passed over, since their formats are not read: {}; save them as .docx, .xlsx or .pdf first",
}


class Drafts:
    """What a command line names: paths, `-` for standard input. Each draft is linted when its turn comes."""

    def __init__(
        self,
        paths: Sequence[Path],
        stdin_filename: str | None,
        linters: Linters,
        options: Options,
        *,
        wanted: Callable[[Path], bool] = lambda file: True,
        quiet: bool = False,
        cache: bool = True,
        jobs: int | None = None,
    ) -> None:
        if stdin_filename and Path("-") not in paths:
            raise UsageError("--stdin-filename hanya berlaku bersama masukan standar (-)")
        self._paths = paths
        self._stdin_filename = stdin_filename
        self._linters = linters
        self._options = options
        self._wanted = wanted
        self._quiet = quiet
        self._cache = cache
        self._jobs = jobs

    def reports(self) -> Iterator[Report]:
        """Standard input first, then paths that give nothing, then files in order."""
        if Path("-") in self._paths:
            linter = self._linter_of_stdin()
            yield linter.check_bytes(self._stdin, kind=self._options.kind, name=self._stdin_name)
        files, errors = discover(path for path in self._paths if path != Path("-"))
        files = [file for file in files if self._wanted(file) and not _is_report(file)]
        self._tell_passed_over()
        for error in errors:
            yield Report(path=error.path or "", errors=(Problem.of(error),))
        with progress(files, self._options.progress, self._quiet) as run:
            yield from self._of_files(run, files)

    def _tell_passed_over(self) -> None:
        """Says which drafts of a folder are of a format that is not read: they may leak as well."""
        unread = passed_over(self._paths)
        if unread and not self._quiet:
            counts = ", ".join(f"{count} {suffix}" for suffix, count in sorted(unread.items()))
            click.echo(_PASSED_OVER[self._linters.language].format(counts), err=True)

    def _of_files(self, run: Progress, files: list[Path]) -> Iterator[Report]:
        if self._options.fix and not self._options.diff:
            yield from map(self._fixed, run.files())
            return
        results = Results(results_folder()) if self._cache else None
        new = [file for file in files if not (results and self._is_kept(file, results))]
        with workers(new, self._options, self._jobs) as pool:
            for file in run.files():
                yield self._report(file, results, pool, run.moved)

    def _fixed(self, file: Path) -> Report:
        from ppid_lint.cli.fixing import fix_file  # slow to import

        return fix_file(self._linters.of(file), file, self._options, quiet=self._quiet)

    def _report(self, file: Path, results: Results | None, pool: Workers, watch: Watch) -> Report:
        linter = self._linters.of(file)
        try:
            data = stored(file)
        except InputError as error:
            return Report(path=str(file), errors=(Problem.of(error),), message_language=linter.language)
        packed = pool.packed(file, data)
        return check(
            linter, data, str(file), kind=self._options.kind, results=results, packed=packed, watch=watch
        )

    def _is_kept(self, file: Path, results: Results) -> bool:
        try:
            return is_kept(self._linters.of(file), file, kind=self._options.kind, results=results)
        except PpidLintError:
            return False

    def source(self, report: Report) -> Original:
        """A draft, read again; '' for one that cannot be read."""
        from ppid_lint.readers import read

        try:
            data = self._data(report)
            mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
            return Original(read(data, report.path).source, mark)
        except (OSError, PpidLintError):
            return Original("")

    def document(self, report: Report) -> Document | None:
        """The blocks of a draft, read again; None for one that cannot be read."""
        try:
            return self._linters.of(Path(report.path)).document(self._data(report), report.path)
        except (OSError, PpidLintError):
            return None

    def _data(self, report: Report) -> bytes:
        of_stdin = Path("-") in self._paths and report.path == self._stdin_name
        return self._stdin if of_stdin else Path(report.path).read_bytes()

    @property
    def _stdin_name(self) -> str:
        return self._stdin_filename or "-"

    def _linter_of_stdin(self) -> Linter:
        return self._linters.of(Path(self._stdin_name)) if self._stdin_filename else self._linters.here()

    @cached_property
    def _stdin(self) -> bytes:
        return sys.stdin.buffer.read()


def _is_report(file: Path) -> bool:
    """Whether a file is a report of an earlier run, which is passed over, and said so."""
    if not is_own_page(file):
        return False
    click.echo(f"{file}: laporan ppid-lint, bukan naskah; dilewati", err=True)
    return True
