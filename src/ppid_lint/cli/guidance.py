"""What `--help` shows around the words of a command: headings in Indonesian, where the parser has its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import click

_HEADINGS: Mapping[str, str] = {"Options": "Opsi", "Commands": "Perintah", "Arguments": "Masukan"}
_WORDS: tuple[tuple[str, str], ...] = (
    ("Show this message and exit.", "Tampilkan bantuan ini."),
    ("Show the version and exit.", "Tampilkan versi."),
    ("[required]", "[wajib]"),
    ("[default: ", "[bawaan: "),
)
_USAGE: tuple[tuple[str, str], ...] = (
    ("[OPTIONS]", "[OPSI]"),
    ("COMMAND", "PERINTAH"),
    ("[ARGS]", "[MASUKAN]"),
)


class Guidance(click.HelpFormatter):
    """Writes help with headings in Indonesian."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _told(args, _USAGE), prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        told: Sequence[tuple[str, str]] = [(term, _told(text, _WORDS)) for term, text in rows]
        super().write_dl(told, col_max, col_spacing)


class Context(click.Context):
    """A context whose help is written so."""

    formatter_class = Guidance


def guided(command: click.Command) -> click.Command:
    """A command, and those under it, with help in Indonesian."""
    command.context_class = Context
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        guided(below)
    return command


def _told(text: str, words: Iterable[tuple[str, str]]) -> str:
    for english, indonesian in words:
        text = text.replace(english, indonesian)
    return text
