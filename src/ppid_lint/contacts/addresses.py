"""Finds the postal addresses of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import re2

from ppid_lint.contacts.address_parts import city_key, number_key, pieces_from, street_key
from ppid_lint.contacts.channel import Channel, Kind, Part
from ppid_lint.contacts.claims import Claims
from ppid_lint.text import Span

_ANCHOR = re2.compile(
    r"\b(?:[Jj][Ll][Nn]?\.? ?|[Jj]alan |JALAN )[A-Z0-9]"
    r"|\b(?:Gedung|Gd\.|Menara|Wisma|Graha|Komplek|Kompleks|Perum|Perumahan) [A-Z0-9]"
    r"|\b(?:Desa|Kel\.|Kelurahan|Kec\.|Kecamatan) ?[A-Z]"
)
_OFFICE = re.compile(r"(?:Kantor|Balai|Sekretariat|Rumah|Puskesmas|Gedung)(?: [A-Z][A-Za-z]*){0,7}[, ]*$")
_LABEL = re.compile(
    r"(?:alamat|berkantor di|beralamat di|address|domisili)[^A-Za-z0-9]*(?:kantor|lengkap)?[^A-Za-z0-9]*$",
    re.IGNORECASE,
)
_ADMINISTRATIVE = frozenset({"village", "district", "city"})


def find_addresses(text: str, *, taken: Iterable[Span] = ()) -> tuple[Channel, ...]:
    """The postal addresses of a text, and where their parts stand.

    Parts are street, number, rt-rw, building, floor, village, district, city, postcode, province and place.

    A road in prose, without number, postcode or districts, is none. `taken` are ranges of links.
    """
    claims = Claims(taken)
    found: list[Channel] = []
    end = 0
    for match in _ANCHOR.finditer(text):
        start = match.start()
        if start < end or claims.hold(start):
            continue
        parts = pieces_from(text, start)
        label = _label(text, start)
        start = _office_start(text, start, parts)
        anchored = bool(label) or start < match.start() or _fills(text, start, parts)
        if not _is_address(parts, anchored=anchored):
            continue
        channel = _channel(text, start, parts, label)
        found.append(channel)
        end = channel.span.end
    return tuple(found)


def address_parts(text: str) -> tuple[Part, ...]:
    """The parts of a text that is known to be an address, or its first line."""
    return tuple(_named(pieces_from(text, 0)))


def rest_of_address(text: str, before: Sequence[Part]) -> Channel | None:
    """What a text starts with that goes on the address of the lines before."""
    parts = pieces_from(text, 0, after=before)
    return _channel(text, 0, parts, "") if parts else None


def address_value(parts: Sequence[Part]) -> str:
    """The normal form of an address: street, number, city and postcode, as far as they are said."""
    keys: dict[str, Callable[[str], str]] = {
        "street": street_key,
        "number": number_key,
        "city": lambda city: city_key(city).name,
        "postcode": str,
    }
    first = {name: next((part.text for part in parts if part.name == name), "") for name in keys}
    return "|".join(key(first[name]) for name, key in keys.items())


def _channel(text: str, start: int, parts: list[Part], label: str) -> Channel:
    span = Span(start, parts[-1].span.end)
    named = tuple(_named(parts))
    return Channel(Kind.ADDRESS, text[start : span.end], span, address_value(named), named, label=label)


def _named(parts: list[Part]) -> list[Part]:
    """The parts, the last plain place taken for the city where none is named as one."""
    renamed = [part._replace(name="number") if part.name == "plain-number" else part for part in parts]
    if any(part.name == "city" for part in renamed):
        return renamed
    places = [at for at, part in enumerate(renamed) if part.name == "place"]
    if places:
        renamed[places[-1]] = renamed[places[-1]]._replace(name="city")
    return renamed


def _is_address(parts: list[Part], *, anchored: bool) -> bool:
    """Whether pieces make an address to write to; `anchored` ones stand after a label or an office."""
    names = [part.name for part in parts]
    administrative = len(_ADMINISTRATIVE.intersection(names))
    if "street" not in names:
        return administrative >= 2 and (anchored or "postcode" in names)
    if "postcode" in names or "rt-rw" in names or administrative >= 2:
        return True
    if "number" in names:
        kilometre = next(part.text for part in parts if part.name == "number").lower().startswith("km")
        return not kilometre or len(names) > 2
    return (anchored and len(names) > 1) or (
        "plain-number" in names and administrative + names.count("place") > 0
    )


def _fills(text: str, start: int, parts: list[Part]) -> bool:
    """Whether a street and a bare number are all of a line: `Jl. Mawar 3`."""
    numbered = any(part.name == "plain-number" for part in parts)
    return not start and numbered and parts[-1].span.end == len(text.rstrip(" .,"))


def _office_start(text: str, start: int, parts: list[Part]) -> int:
    """Where an address without a street starts: at the office before its district."""
    if not parts or parts[0].name not in _ADMINISTRATIVE:
        return start
    before = text[max(start - 80, 0) : start]
    office = _OFFICE.search(before)
    return start - len(before) + office.start() if office else start


def _label(text: str, start: int) -> str:
    match = _LABEL.search(text[max(start - 40, 0) : start])
    return match[0].strip(" :.").lower() if match else ""
