"""Writes the reports of a run: as they come where the format allows it, else whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import click

from ppid_lint import __version__
from ppid_lint.cli.drafts import Drafts
from ppid_lint.cli.linters import Linters
from ppid_lint.errors import UsageError
from ppid_lint.report import Report
from ppid_lint.reporters import RENDERERS, Run
from ppid_lint.rule import Language

_ESCAPE = "\x1b"  # begins what colours a text
_STYLES = {
    "path": {"bold": True},
    "error": {"fg": "red"},
    "warning": {"fg": "yellow"},
    "info": {"fg": "cyan"},
}


def format_of(given: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The format that was asked for; without one annotations inside GitHub Actions, else text."""
    return given or ("github" if environment.get("GITHUB_ACTIONS") == "true" else "text")


class Sink:
    """Where output goes: standard output, or a file that is written whole."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._parts: list[str] = []

    def __enter__(self) -> Callable[[str], None]:
        return self._parts.append if self._path else click.echo

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None and self._path:
            try:
                with self._path.open("w", encoding="utf-8") as stream:
                    for part in self._parts:
                        stream.writelines((click.unstyle(part) if _ESCAPE in part else part, "\n"))
            except OSError as error:
                raise UsageError(f"tidak dapat ditulis: {error.strerror}", path=str(self._path)) from None


class Output(NamedTuple):
    """How a run is written: the format asked for, where to, and how much is said."""

    given_format: str | None
    path: Path | None
    verbose: bool = False
    quiet: bool = False


def write_reports(
    reports: Iterable[Report], output: Output, linters: Linters, drafts: Drafts
) -> list[Report]:
    """Writes the reports, each as it comes where the format allows it; all of them once they are written."""
    format_ = format_of(output.given_format)
    if format_ == "html" and output.path and not output.path.suffix:
        return _write_pages(list(reports), output.path, linters, drafts)
    with Sink(output.path) as write:
        if format_ == "text":
            return _write_lines(reports, write, linters.language, output)
        if format_ == "jsonl":
            return _write_objects(reports, write)
        done = list(reports)
        if format_ == "html" and len(done) > 1:
            raise UsageError("html dari beberapa naskah perlu --output FOLDER")
        write(RENDERERS[format_](run_of(done, linters, drafts)))
        return done


def _write_pages(reports: list[Report], folder: Path, linters: Linters, drafts: Drafts) -> list[Report]:
    from ppid_lint.reporters.html import pages

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages(run_of(reports, linters, drafts)).items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"tidak dapat ditulis: {error.strerror}", path=str(folder)) from None
    return reports


def _write_lines(
    reports: Iterable[Report], write: Callable[[str], None], language: Language, output: Output
) -> list[Report]:
    from ppid_lint.reporters import text

    done = []
    for report in reports:
        done.append(report)
        lines = "\n".join(text.file_lines(report, output.verbose, language, _paint))
        if lines:
            write(lines)
    if not output.quiet:
        write(text.totals(done, language))
    return done


def _write_objects(reports: Iterable[Report], write: Callable[[str], None]) -> list[Report]:
    done = []
    for report in reports:
        done.append(report)
        write(report.model_dump_json())
    return done


def run_of(reports: list[Report], linters: Linters, drafts: Drafts) -> Run:
    """What reporters are given."""
    return Run(
        reports=reports,
        version=__version__,
        rules_digest=linters.digest(),
        rules=linters.rules(),
        bases=linters.bases(),
        language=linters.language,
        rule_pages=linters.here().config.rule_pages,
        source=drafts.source,
        document=drafts.document,
    )


def _paint(text: str, style: str) -> str:
    return click.style(text, **_STYLES.get(style, {}))  # type: ignore[arg-type]
