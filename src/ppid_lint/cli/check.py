"""`ppid-lint check`: lints files, folders or standard input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ppid_lint.cli.drafts import Drafts
from ppid_lint.cli.linters import Linters, Options
from ppid_lint.cli.output import Sink, format_of, write_lines, write_objects, write_whole
from ppid_lint.finding import Severity
from ppid_lint.report import Report
from ppid_lint.reporters import FORMATS


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "given_format", type=click.Choice(FORMATS), help="Bentuk keluaran (bawaan: text).")
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
@click.option("--no-cache", is_flag=True, help="Jangan pakai atau simpan hasil pemeriksaan terdahulu.")
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Jumlah proses (bawaan: menurut banyaknya)."
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
    no_cache: bool,
    jobs: int | None,
    **given: Any,
) -> int:
    """Memeriksa berkas, folder, atau masukan standar (-). Tanpa PATH: folder ini."""
    options = Options(**given)
    linters = Linters(options)
    drafts = Drafts(
        paths or (Path("."),), stdin_filename, linters, options, quiet=quiet, cache=not no_cache, jobs=jobs
    )
    format_ = format_of(given_format)
    with Sink(output) as write:
        if format_ == "text":
            done = write_lines(drafts.reports(), write, options.lang, verbose, quiet)
        elif format_ == "jsonl":
            done = write_objects(drafts.reports(), write)
        else:
            done = write_whole(format_, list(drafts.reports()), write, linters, drafts)
    return _status(done, fail_level or linters.fail_level())


def _status(reports: list[Report], fail_level: str) -> int:
    if any(report.errors for report in reports):
        return 2
    if fail_level == "never":
        return 0
    limit = Severity(fail_level).rank
    return int(any(item.severity.rank <= limit for report in reports for item in report.findings))
