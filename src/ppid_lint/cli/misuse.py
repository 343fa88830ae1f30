"""A command line that cannot be parsed, told in Indonesian: the parser's own words are English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import click

_MESSAGES = (  # what the parser says, and the same in Indonesian
    (r"No such command '(.*)'\.", "perintah “{0}” tidak dikenal"),
    (r"Missing command\.", "perintah harus disebut"),
    (r"Got unexpected extra arguments? \((.*)\)", "terlalu banyak masukan: {0}"),
    (r"Option '(.*)' requires an argument\.", "opsi {0} memerlukan nilai"),
    (r"Option '(.*)' does not take a value\.", "opsi {0} tidak menerima nilai"),
    (r"'(.*)' is not one of (.*)\.", "“{0}” tidak dikenal; ada: {1}"),
    (r"'(.*)' is not a valid integer(?: range)?\.", "“{0}” bukan bilangan bulat"),
    (r"(.*) is not in the range (.*)\.", "{0} di luar rentang {1}"),
    (r"(?:File|Path|Directory) '(.*)' does not exist\.", "“{0}” tidak ada"),
    (r"File '(.*)' is a directory\.", "“{0}” adalah folder, bukan berkas"),
)


def told(error: click.ClickException) -> str:
    """The error in one line; what has no Indonesian form stays as the parser says it."""
    tell = _BY_TYPE.get(type(error), _message)
    return tell(error)


def _option(error: Any) -> str:
    near = f"; mungkin maksudnya {', '.join(error.possibilities)}" if error.possibilities else ""
    return f"opsi {error.option_name} tidak dikenal{near}"


def _missing(error: Any) -> str:
    return f"{_named(error)} harus disebut"


def _parameter(error: Any) -> str:
    return f"{_named(error)}: {_message(error)}" if error.param else _message(error)


def _named(error: Any) -> str:
    """The option or argument that an error is about, as it is typed."""
    param = error.param
    names = [name for name in param.opts if name.startswith("-")] if param else []
    return names[-1] if names else (param.make_metavar(error.ctx) if param else "masukan")


def _message(error: click.ClickException) -> str:
    for expression, form in _MESSAGES:
        match = re.fullmatch(expression, error.message, re.DOTALL)
        if match:
            return form.format(*(part.replace("'", "") for part in match.groups()))
    return error.message


_BY_TYPE: Mapping[type, Callable[[Any], str]] = {
    click.NoSuchOption: _option,
    click.MissingParameter: _missing,
    click.BadParameter: _parameter,
}
