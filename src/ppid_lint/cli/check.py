"""`ppid-lint check`: lints files, folders or standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from ppid_lint import __version__
from ppid_lint.config import Config, find_config, load_config
from ppid_lint.discover import discover
from ppid_lint.errors import UsageError
from ppid_lint.finding import Severity
from ppid_lint.linter import Linter
from ppid_lint.report import Problem, Report
from ppid_lint.reporters import FORMATS
from ppid_lint.selection import check_selectors

_MANY = 20  # files from which progress is shown
_STYLE = {"path": {"bold": True}, "error": {"fg": "red"}, "warning": {"fg": "yellow"}, "info": {"fg": "cyan"}}


@dataclass(frozen=True, slots=True)
class _Options:
    """What the command line says, for one run."""

    config: Path | None
    contacts: tuple[Path, ...]
    kind: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    show_values: bool
    lang: Any
    fix: bool
    unsafe_fixes: bool
    diff: bool


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", help="Bentuk keluaran.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Tulis ke berkas ini.")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="Berkas konfigurasi.")
@click.option("--contacts", multiple=True, type=click.Path(path_type=Path), help="Direktori kontak resmi.")
@click.option("--kind", help="Jenis naskah: siaran-pers, pengumuman, layanan, ppid, …")
@click.option("--select", multiple=True, metavar="ATURAN", help="Hanya aturan atau kategori ini.")
@click.option("--ignore", multiple=True, metavar="ATURAN", help="Tanpa aturan atau kategori ini.")
@click.option(
    "--fail-level",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="Status keluar 1 mulai tingkat ini (bawaan: error).",
)
@click.option("--show-values", is_flag=True, help="Tampilkan nilai yang biasanya ditutup.")
@click.option("--stdin-filename", metavar="NAMA", help="Nama naskah dari masukan standar (-).")
@click.option("--fix", is_flag=True, help="Terapkan perbaikan yang aman di berkas.")
@click.option("--unsafe-fixes", is_flag=True, help="Terapkan juga perbaikan yang perlu dibaca ulang.")
@click.option("--diff", is_flag=True, help="Tampilkan perbaikan sebagai beda baris; tidak menulis apa pun.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan.")
@click.option("--verbose", is_flag=True, help="Tampilkan semua saran.")
@click.option("--quiet", is_flag=True, help="Hanya galat dan peringatan, tanpa kemajuan dan ringkasan.")
def command(
    paths: tuple[Path, ...],
    format_: str,
    output: Path | None,
    fail_level: str | None,
    stdin_filename: str | None,
    verbose: bool,
    quiet: bool,
    **given: Any,
) -> int:
    """Memeriksa berkas, folder, atau masukan standar (-). Tanpa PATH: folder ini."""
    options = _Options(**given)
    linters = _Linters(options)
    reports = _reports(paths or (Path("."),), stdin_filename, linters, options, quiet)
    if options.fix or options.diff or options.unsafe_fixes:
        from ppid_lint.cli.fixing import check_options

        check_options(options.fix, options.unsafe_fixes, options.diff, Path("-") in paths)
    if options.diff:
        return _status(_differences(reports, output, linters, options), fail_level or linters.fail_level())
    with _sink(output) as write:
        done = _print(reports, format_, write, linters, options, verbose, quiet)
    return _status(done, fail_level or linters.fail_level())


class _Linters:
    """One linter for each configuration that counts for a file of the run."""

    def __init__(self, options: _Options) -> None:
        self._options = options
        self._by_config: dict[Path | None, Linter] = {}

    def of(self, path: Path) -> Linter:
        return self._linter(self._options.config or find_config(path.resolve().parent))

    def here(self) -> Linter:
        return self._linter(self._options.config or find_config(Path.cwd()))

    def fail_level(self) -> str:
        used = [linter.config.fail_level for linter in self._by_config.values()]
        return min(used, key=["info", "warning", "error", "never"].index, default="error")

    def digest(self) -> str:
        return self.here().ruleset.digest

    def _linter(self, config_path: Path | None) -> Linter:
        if config_path not in self._by_config:
            config = load_config(config_path) if config_path else Config()
            options = self._options
            if options.select:
                config = replace(config, select=options.select)
            config = replace(config, ignore=(*config.ignore, *options.ignore))
            linter = Linter(
                config,
                language=options.lang,
                show_values=options.show_values,
                contacts=options.contacts,
                slow=_announce_directory if sys.stderr.isatty() else None,
            )
            check_selectors((*config.select, *config.ignore), linter.ruleset.ids)
            self._by_config[config_path] = linter
        return self._by_config[config_path]


def _announce_directory() -> None:
    click.echo("Membaca direktori kontak untuk pertama kali; ini dapat makan waktu semenit …", err=True)


def _reports(
    paths: Iterable[Path], stdin_filename: str | None, linters: _Linters, options: _Options, quiet: bool
) -> Iterator[Report]:
    named = list(paths)
    if Path("-") in named:
        name = stdin_filename or "-"
        linter = linters.of(Path(name)) if stdin_filename else linters.here()
        yield linter.check_bytes(sys.stdin.buffer.read(), kind=options.kind, name=name)
    elif stdin_filename:
        raise UsageError("--stdin-filename hanya berlaku bersama masukan standar (-)")
    files, errors = discover(path for path in named if path != Path("-"))
    for error in errors:
        yield Report(path=error.path or "", errors=(Problem.of(error),))
    fixes = options.fix and not options.diff
    for file in _with_progress(files, quiet):
        linter = linters.of(file)
        yield _fixed(linter, file, options) if fixes else linter.check_file(file, kind=options.kind)


def _fixed(linter: Linter, file: Path, options: _Options) -> Report:
    from ppid_lint.cli.fixing import fix_file

    return fix_file(linter, file, kind=options.kind, unsafe=options.unsafe_fixes)


def _differences(
    reports: Iterator[Report], output: Path | None, linters: _Linters, options: _Options
) -> list[Report]:
    """The reports of drafts as they stand, after the differences that fixes would make are printed."""
    from ppid_lint.cli.fixing import difference

    done = []
    with _sink(output) as write:
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


def _with_progress(files: list[Path], quiet: bool) -> Iterable[Path]:
    if quiet or len(files) < _MANY or not sys.stderr.isatty():
        return files
    from rich.console import Console
    from rich.progress import track

    return track(files, description="Memeriksa", console=Console(stderr=True), transient=True)


def _print(
    reports: Iterator[Report],
    format_: str,
    write: Callable[[str], None],
    linters: _Linters,
    options: _Options,
    verbose: bool,
    quiet: bool,
) -> list[Report]:
    if format_ == "jsonl":
        return [_jsonl(report, write) for report in reports]
    if format_ == "json":
        from ppid_lint.reporters import json_v1

        done = list(reports)
        write(json_v1.render(done, version=__version__, rules_digest=linters.digest()))
        return done
    from ppid_lint.reporters import text

    done = []
    for report in reports:
        done.append(report)
        lines = "\n".join(text.file_lines(report, verbose, options.lang, _paint))
        if lines:
            write(lines)
    if not quiet:
        write(text.totals(done, options.lang))
    return done


def _jsonl(report: Report, write: Callable[[str], None]) -> Report:
    write(report.model_dump_json())
    return report


def _paint(text: str, style: str) -> str:
    return click.style(text, **_STYLE.get(style, {}))  # type: ignore[arg-type]


class _sink:  # noqa: N801  # a context manager, used like a function
    """Where output goes: standard output, or a file that is written whole."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._parts: list[str] = []

    def __enter__(self) -> Callable[[str], None]:
        return self._parts.append if self._path else click.echo

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None and self._path:
            text = "".join(f"{click.unstyle(part)}\n" for part in self._parts)
            self._path.write_text(text, encoding="utf-8")


def _status(reports: list[Report], fail_level: str) -> int:
    if any(report.errors for report in reports):
        return 2
    if fail_level == "never":
        return 0
    limit = Severity(fail_level).rank
    return int(any(item.severity.rank <= limit for report in reports for item in report.findings))
