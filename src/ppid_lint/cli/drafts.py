"""The drafts of a run, from files, folders and standard input, and their reports."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from ppid_lint.cli.linters import Linters, Options
from ppid_lint.discover import discover
from ppid_lint.errors import PpidLintError, UsageError
from ppid_lint.linter import Linter
from ppid_lint.report import Problem, Report
from ppid_lint.reporters import Original

_MANY = 20  # files from which progress is shown


class Drafts:
    """What a command line names: paths, `-` for standard input. Each draft is linted when its turn comes."""

    def __init__(
        self,
        paths: Sequence[Path],
        stdin_filename: str | None,
        linters: Linters,
        options: Options,
        *,
        quiet: bool = False,
    ) -> None:
        if stdin_filename and Path("-") not in paths:
            raise UsageError("--stdin-filename hanya berlaku bersama masukan standar (-)")
        self._paths = paths
        self._stdin_filename = stdin_filename
        self._linters = linters
        self._options = options
        self._quiet = quiet

    def reports(self) -> Iterator[Report]:
        """Standard input first, then paths that give nothing, then files in order."""
        if Path("-") in self._paths:
            yield self._linter_of_stdin().check_bytes(
                self._stdin, kind=self._options.kind, name=self._stdin_name
            )
        files, errors = discover(path for path in self._paths if path != Path("-"))
        for error in errors:
            yield Report(path=error.path or "", errors=(Problem.of(error),))
        for file in _with_progress(files, self._quiet):
            yield self._linters.of(file).check_file(file, kind=self._options.kind)

    def source(self, report: Report) -> Original:
        """A draft, read again; '' for one that cannot be read."""
        from ppid_lint.readers import read

        of_stdin = Path("-") in self._paths and report.path == self._stdin_name
        try:
            data = self._stdin if of_stdin else Path(report.path).read_bytes()
            mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
            return Original(read(data, report.path).source, mark)
        except (OSError, PpidLintError):
            return Original("")

    @property
    def _stdin_name(self) -> str:
        return self._stdin_filename or "-"

    def _linter_of_stdin(self) -> Linter:
        return self._linters.of(Path(self._stdin_name)) if self._stdin_filename else self._linters.here()

    @cached_property
    def _stdin(self) -> bytes:
        return sys.stdin.buffer.read()


def _with_progress(files: list[Path], quiet: bool) -> Iterable[Path]:
    if quiet or len(files) < _MANY or not sys.stderr.isatty():
        return files
    from rich.console import Console
    from rich.progress import track

    return track(files, description="Memeriksa", console=Console(stderr=True), transient=True)
