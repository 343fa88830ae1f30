"""The command `ppid-lint`: parses, calls the library, prints; the exit status is 0, 1 or 2."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Sequence

import click

from ppid_lint import __version__
from ppid_lint.cli.guidance import Context, guided
from ppid_lint.errors import PpidLintError

_GC_THRESHOLD = 200_000  # objects: loading rules makes many that all stay

OWN_PROCESS = "own"  # what commands find in their context where the process ends with them

_COMMANDS = {  # name: module, imported when it is called
    "check": "ppid_lint.cli.check",
    "redact": "ppid_lint.cli.redact",
    "explain": "ppid_lint.cli.explain",
    "rules": "ppid_lint.cli.rules",
    "init": "ppid_lint.cli.init",
    "evaluate": "ppid_lint.cli.evaluate",
    "cache": "ppid_lint.cli.cache",
    "contacts": "ppid_lint.cli.contacts",
    "lsp": "ppid_lint.cli.lsp",
}


class _Commands(click.Group):
    """Finds a command's module by name, so that a start imports no other."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        return guided(importlib.import_module(_COMMANDS[cmd_name]).command)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ppid-lint")
def group() -> None:
    """Memeriksa naskah sebelum badan publik menayangkannya: informasi yang dikecualikan, bahasa, kontak."""


def main(args: list[str] | None = None, *, process: str = "") -> None:
    """Runs the command; the exit status of a deliberate error is 2, with one line on standard error."""
    gc.set_threshold(_GC_THRESHOLD)
    try:
        status = group.main(args=args, prog_name="ppid-lint", standalone_mode=False, obj=process)
    except PpidLintError as error:
        click.echo(f"ppid-lint: {error}", err=True)
        status = 2
    except click.ClickException as error:
        _show(error, sys.argv[1:] if args is None else args)
        status = 2
    except click.Abort:
        status = 2
    except BrokenPipeError:
        sys.stderr.close()
        status = 2
    sys.exit(status if isinstance(status, int) else 0)


def _show(error: click.ClickException, args: Sequence[str]) -> None:
    """A line on what is wrong with the command line, and where the help is, in the language of messages."""
    from ppid_lint.cli.misuse import told

    if {"en", "--lang=en"} & set(args) or isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    context = getattr(error, "ctx", None)
    name = context.command_path if context else "ppid-lint"
    click.echo(f"{name}: {told(error)}\nBantuan: {name} --help", err=True)


def run() -> None:
    """The command as a process of its own: ends without taking down, object by object, what it had loaded."""
    try:
        main(process=OWN_PROCESS)
    except SystemExit as end:
        with contextlib.suppress(OSError, ValueError):  # a reader that has gone
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)
