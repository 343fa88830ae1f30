"""`ppid-lint lsp`: serves an editor on standard input and output."""

from __future__ import annotations

from importlib.util import find_spec

import click

from ppid_lint.errors import UsageError


@click.command("lsp")
def command() -> None:
    """Melayani penyunting teks lewat Language Server Protocol di masukan dan keluaran standar."""
    if find_spec("pygls") is None:
        raise UsageError("server bahasa memerlukan pygls: pip install 'ppid-lint[lsp]'")
    from ppid_lint.lsp.server import serve

    serve()
