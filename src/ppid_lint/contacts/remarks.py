"""What a directory says that may be out of date or mistyped, though it is well formed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ppid_lint.contacts.channel import DIALLED
from ppid_lint.contacts.directory import Directory, Entry, Unit
from ppid_lint.contacts.phone_shape import area_code
from ppid_lint.contacts.places import area_serves, postcode_fits
from ppid_lint.contacts.references import References

_PLACES = ("city", "district", "village", "province")


class Remark(NamedTuple):
    """A doubt about a unit, in Indonesian and in English."""

    unit: str
    id: str
    en: str


def remarks(directory: Directory, references: References, today: date) -> Iterator[Remark]:
    """Doubts about a directory, unit by unit."""
    for unit in directory.units:
        yield from _silent(unit)
        yield from _expired(unit, today)
        yield from _misplaced(unit, references)
        yield from _shared(unit, directory)


def _silent(unit: Unit) -> Iterator[Remark]:
    if not unit.channels:
        yield Remark(unit.id, "tanpa telepon, surel, atau laman", "no phone, e-mail or site")


def _expired(unit: Unit, today: date) -> Iterator[Remark]:
    for channel in unit.channels:
        entry = Entry(unit, channel)
        if entry.expired(today) and not channel.former:
            yield Remark(
                unit.id, f"{channel.written} sudah lewat masa berlakunya", f"{channel.written} has expired"
            )


def _misplaced(unit: Unit, references: References) -> Iterator[Remark]:
    address = unit.address
    if address is None:
        return
    city, postcode = address.part("city"), address.part("postcode")
    if postcode and postcode_fits(postcode, *filter(None, map(address.part, _PLACES))) is False:
        yield Remark(
            unit.id, f"kode pos {postcode} bukan milik {city}", f"postcode {postcode} is not one of {city}"
        )
    for channel in unit.of_kind(DIALLED):
        area = area_code(channel.value)
        if area and city and area_serves(area, city, references) is False:
            yield Remark(
                unit.id, f"kode area {area} bukan milik {city}", f"area code {area} is not one of {city}"
            )


def _shared(unit: Unit, directory: Directory) -> Iterator[Remark]:
    """Values that a unit before it has too."""
    for channel in unit.channels:
        first = directory.find(channel.kind, channel.value)[0].unit
        if first is not unit:
            yield Remark(
                unit.id, f"{channel.written} juga milik {first.id}", f"{channel.written} is also {first.id}'s"
            )
