"""Units from vCards (RFC 6350, and versions 2.1 and 3.0)."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator
from typing import NamedTuple

from ppid_lint.contacts.raw_unit import RawUnit

_FOLD = re.compile(r"\r?\n[ \t]")
_SOFT = re.compile(r"=\r?\n")
_ESCAPED = re.compile(r"\\([\\,;nN])")
_PARTS = ("box", "floor", "street", "city", "province", "postcode")  # of ADR, in order
_NO_SEPARATOR = re.compile(r"(?<!\\);")


class _Line(NamedTuple):
    """A property: its name, its parameters in small letters, its value."""

    name: str
    parameters: str
    value: str


def vcard_units(text: str) -> list[RawUnit]:
    """The units of the cards in a text; a card without a name is left out."""
    cards = re.split(r"(?i)^begin:vcard\s*$", _FOLD.sub("", _SOFT.sub("", text)), flags=re.MULTILINE)[1:]
    return [unit for card in cards if (unit := _unit(list(_lines(card)))).name]


def _lines(card: str) -> Iterator[_Line]:
    for line in card.splitlines():
        head, colon, value = line.partition(":")
        if not colon:
            continue
        name, _, parameters = head.partition(";")
        if "quoted-printable" in parameters.lower():
            value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
        yield _Line(name.rpartition(".")[2].upper(), parameters.lower(), value.strip())


def _unit(lines: list[_Line]) -> RawUnit:
    phones = [line for line in lines if line.name == "TEL"]
    return RawUnit(
        name=_plain(_first(lines, "FN") or _first(lines, "ORG")),
        phones=tuple(_phone(line.value) for line in phones if "fax" not in line.parameters),
        faxes=tuple(_phone(line.value) for line in phones if "fax" in line.parameters),
        emails=tuple(_plain(line.value) for line in lines if line.name == "EMAIL"),
        urls=tuple(_plain(line.value) for line in lines if line.name == "URL"),
        address=_address(_first(lines, "ADR")),
    )


def _first(lines: list[_Line], name: str) -> str:
    return next((line.value for line in lines if line.name == name), "")


def _address(value: str) -> dict[str, str]:
    parts = zip(_PARTS, map(_plain, _NO_SEPARATOR.split(value)), strict=False)
    return {name: text for name, text in parts if text and name != "box"}


def _phone(value: str) -> str:
    return _plain(value.removeprefix("tel:").partition(";")[0])


def _plain(value: str) -> str:
    """The value with its escapes read, on one line; of an organisation with units, the last."""
    last = _NO_SEPARATOR.split(value)[-1] or value.strip(";")
    return " ".join(_ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], last).split())
