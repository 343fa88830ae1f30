"""The reference of the command, from its own help."""

from __future__ import annotations

from collections.abc import Iterator

import click

from pages.markdown import GENERATED, code, page, table
from ppid_lint.cli import group

_INTRO = """\
Semua perintah dan pilihannya, seperti yang dijawab `ppid-lint PERINTAH --help`. *All commands and options, as `--help` tells them.*

Status keluar: 0 bersih atau di bawah `--fail-level`; 1 ada temuan mulai tingkat itu; 2 ada yang tidak dapat dibaca atau dipakai.
*Exit status: 0 clean or below `--fail-level`; 1 findings at or above it; 2 something could not be read or used.*"""


def command_page() -> str:
    """docs/command.md."""
    parts = ["# Perintah", GENERATED, _INTRO]
    context = click.Context(group, info_name="ppid-lint")
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            parts += _sections(command, f"ppid-lint {name}")
    return page(*parts)


def _sections(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    if not isinstance(command, click.Group) or command.invoke_without_command:
        yield f"## {name}"
        yield command.help or ""
        yield code(f"{name} {' '.join(command.collect_usage_pieces(context))}", "text")
        rows = [_row(option, context) for option in command.params if isinstance(option, click.Option)]
        yield table(["pilihan", "arti"], rows) if rows else ""
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            inner = command.get_command(context, below)
            if inner is not None:
                yield from _sections(inner, f"{name} {below}")


def _row(option: click.Option, context: click.Context) -> list[str]:
    names = ", ".join(option.opts)
    value = "" if option.is_flag else f" {option.make_metavar(context)}"
    times = " Boleh diulang." if option.multiple else ""
    return [f"`{names}{value}`", f"{option.help or ''}{times}"]
