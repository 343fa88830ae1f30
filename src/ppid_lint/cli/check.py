"""`ppid-lint check`: lints files, folders or standard input."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from ppid_lint.cli import OWN_PROCESS
from ppid_lint.cli.adoption import Screen
from ppid_lint.cli.drafts import Drafts
from ppid_lint.cli.linters import Linters, Options
from ppid_lint.cli.output import Output, Sink, write_reports
from ppid_lint.finding import Severity
from ppid_lint.report import Report
from ppid_lint.reporters import FORMATS

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "given_format", type=click.Choice(FORMATS), help="Bentuk keluaran (bawaan: text).")
@click.option(
    "--output", type=click.Path(path_type=Path), help="Tulis ke berkas ini (html: folder; --fix: salinan)."
)
@click.option("--config", type=_FILE, help="Berkas konfigurasi.")
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
@click.option("--baseline", type=_FILE, help="Abaikan temuan lama yang tercatat di berkas ini.")
@click.option("--write-baseline", type=_FILE, help="Catat semua temuan sekarang di berkas ini.")
@click.option("--changed-since", metavar="REV", help="Hanya baris yang berubah sejak revisi git ini.")
@click.option(
    "--online", is_flag=True, help="Tanyakan juga ke jaringan: apakah tautan terbuka dan domain surel ada."
)
@click.option("--no-cache", is_flag=True, help="Jangan pakai atau simpan hasil pemeriksaan terdahulu.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Jumlah proses (bawaan: 1).")
@click.option(
    "--progress/--no-progress", default=None, help="Tampilkan kemajuan (bawaan: di terminal, bila lama)."
)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan.")
@click.option("--verbose", is_flag=True, help="Tampilkan semua saran.")
@click.option("--quiet", is_flag=True, help="Hanya galat dan peringatan, tanpa kemajuan dan ringkasan.")
def command(
    paths: tuple[Path, ...],
    given_format: str | None,
    output: Path | None,
    fail_level: str | None,
    stdin_filename: str | None,
    verbose: bool,
    quiet: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    changed_since: str | None,
    no_cache: bool,
    jobs: int | None,
    **given: Any,
) -> int:
    """Memeriksa berkas, folder, atau masukan standar (-). Tanpa PATH: folder ini."""
    options = Options(**given)
    if options.fix or options.diff or options.unsafe_fixes:
        from ppid_lint.cli.fixing import prepared  # slow to import

        options, output = prepared(options, paths, output, given_format)
    linters = Linters(options)
    screen = Screen.of(linters, baseline, write_baseline, changed_since, output)
    drafts = Drafts(
        paths or (Path("."),),
        stdin_filename,
        linters,
        options,
        wanted=screen.has,
        quiet=quiet,
        cache=not (no_cache or options.online),
        jobs=jobs,
    )
    _spare_collector(paths)
    reports = screen.screened(drafts.reports())
    if options.diff:
        done = _differences(reports, output, linters, options)
    else:
        done = write_reports(reports, Output(given_format, output, verbose, quiet), linters, drafts)
    return _status(done, fail_level or linters.fail_level())


def _spare_collector(paths: Sequence[Path]) -> None:
    """What one draft makes stays to the end of the process, and to walk through it can take seconds."""
    if len(paths) == 1 and paths[0].is_file() and click.get_current_context().obj == OWN_PROCESS:
        gc.disable()


def _differences(
    reports: Iterable[Report], output: Path | None, linters: Linters, options: Options
) -> list[Report]:
    from ppid_lint.cli.fixing import write_differences

    with Sink(output) as write:
        return write_differences(reports, write, linters, options)


def _status(reports: list[Report], fail_level: str) -> int:
    if any(report.errors for report in reports):
        return 2
    if fail_level == "never":
        return 0
    limit = Severity(fail_level).rank
    return int(any(item.severity.rank <= limit for report in reports for item in report.findings))
