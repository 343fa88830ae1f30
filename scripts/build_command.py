"""Writes docs/command.md: every command and its options, from the command's own help.

Run from the repository: `python scripts/build_command.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ppid_lint.cli import group

TARGET = Path(__file__).resolve().parent.parent / "docs" / "command.md"

HEADER = """\
<!-- generated: scripts/build_command.py -->

# Perintah · Commands

Semua perintah dan pilihannya, seperti `--help`. *All commands and their options, as `--help` tells them.*

| status | arti | meaning |
|---|---|---|
| 0 | bersih, atau hanya temuan di bawah `--fail-level` | clean, or only findings below `--fail-level` |
| 1 | ada temuan mulai `--fail-level` | findings at or above `--fail-level` |
| 2 | ada yang tidak dapat dibaca atau dipakai | something could not be read or used |
"""


def render() -> str:
    """The whole text of command.md."""
    context = click.Context(group, info_name="ppid-lint")
    commands = ((name, group.get_command(context, name)) for name in group.list_commands(context))
    parts = [
        part for name, command in commands if command for part in _sections(command, f"ppid-lint {name}")
    ]
    return "\n".join([HEADER, *parts])


def _sections(command: click.Command, name: str) -> Iterator[str]:
    """A command, and the commands below it; a group that does nothing alone is left out."""
    context = click.Context(command, info_name=name)
    if not isinstance(command, click.Group) or command.invoke_without_command:
        usage = " ".join([name, *command.collect_usage_pieces(context)])
        yield f"## {name}\n\n{command.help}\n\n```text\n{usage}\n```\n"
        rows = [_row(option, context) for option in command.params if isinstance(option, click.Option)]
        if rows:
            yield "\n".join(["| pilihan | arti |", "|---|---|", *rows]) + "\n"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            inner = command.get_command(context, below)
            if inner is not None:
                yield from _sections(inner, f"{name} {below}")


def _row(option: click.Option, context: click.Context) -> str:
    value = "" if option.is_flag else f" {option.make_metavar(context)}"
    named = f"{', '.join(option.opts)}{value}".replace("|", "\\|")
    times = " Boleh diulang." if option.multiple else ""
    return f"| `{named}` | {option.help or ''}{times} |"


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
