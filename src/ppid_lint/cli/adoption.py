"""What of each report a run shows: less what a baseline knows, and only what stands on changed lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ppid_lint.cli.linters import Linters
from ppid_lint.errors import UsageError
from ppid_lint.report import Report

if TYPE_CHECKING:
    from ppid_lint.baseline import Baseline
    from ppid_lint.changes import Changes


@dataclass(frozen=True, slots=True)
class Screen:
    """The baseline and the changes that a command line names; either may be missing."""

    linters: Linters
    baseline_file: Path | None = None
    new_baseline: Path | None = None
    changes: Changes | None = None
    output: Path | None = None

    @classmethod
    def of(
        cls,
        linters: Linters,
        baseline: Path | None,
        write_baseline: Path | None,
        since: str | None,
        output: Path | None,
    ) -> Screen:
        changes = _changes(since) if since else None
        return cls(linters, baseline, write_baseline, changes, output.resolve() if output else None)

    def has(self, file: Path) -> bool:
        """Whether a file is to be linted: it changed, and is no report of an earlier run."""
        at = file.resolve()
        if self.output in (at, *at.parents):
            return False
        return self.changes is None or self.changes.has(at)

    def screened(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports as they are shown; a new baseline is written first."""
        if not (self.baseline_file or self.new_baseline or self.changes):
            yield from reports
            return
        yield from self._screened(reports)

    def _screened(self, reports: Iterable[Report]) -> Iterator[Report]:
        from ppid_lint.baseline import Baseline, render, renewed, set_aside
        from ppid_lint.changes import on_changes

        baseline = self._baseline()
        if self.new_baseline:
            reports = list(reports)
            baseline = renewed(reports, baseline or Baseline(folder=self.new_baseline.parent), self._ran)
            _write(self.new_baseline, render(baseline))
        for report in reports:
            shown = set_aside(report, baseline, self._ran) if baseline else report
            yield on_changes(shown, self.changes) if self.changes else shown
        if baseline:
            _tell_of_missing(baseline)

    def _baseline(self) -> Baseline | None:
        file = self.baseline_file or self.new_baseline
        if file is None or (file == self.new_baseline and not file.exists()):
            return None
        from ppid_lint.baseline import parse

        try:
            return parse(file.read_text(encoding="utf-8"), file)
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"baseline tidak dapat dibaca: {error}", path=str(file)) from None

    def _ran(self, path: str, rule: str) -> bool:
        linter = self.linters.of(Path(path))
        return linter.config.for_path(path).selection.has(rule)


def _changes(since: str) -> Changes:
    from ppid_lint.changes import changes_since  # slow to import

    return changes_since(since, Path.cwd())


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"baseline tidak dapat ditulis: {error.strerror}", path=str(file)) from None


def _tell_of_missing(baseline: Baseline) -> None:
    gone = sorted({item.path for item in baseline.entries if not (baseline.folder / item.path).exists()})
    if gone:
        click.echo(f"baseline: entri untuk berkas yang sudah tidak ada: {', '.join(gone)}", err=True)
