"""`ppid-lint cache clear`: empties the cache of compiled rules and results."""

from __future__ import annotations

import click


@click.group("cache")
def command() -> None:
    """Mengelola simpanan sementara (aturan siap pakai dan hasil pemeriksaan)."""


@command.command("clear")
def clear() -> None:
    """Mengosongkan simpanan sementara."""
    from ppid_lint.compiled import cache_folder
    from ppid_lint.results import clear as emptied

    folder = cache_folder()
    click.echo(f"{emptied(folder)} berkas dihapus dari {folder}")
