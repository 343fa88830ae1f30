"""The office's own channels, indexed so that asking for one takes no longer in a large directory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ppid_lint.contacts.address_parts import street_key
from ppid_lint.contacts.channel import DIALLED, Kind

SMALL = 50  # units; below, a near miss of any of them counts


@dataclass(frozen=True)
class DirectoryChannel:
    """A channel as the directory writes it; `value` as in Channel. `former` ones are out of use."""

    kind: Kind
    written: str
    value: str
    valid_until: date | None = None
    former: bool = False


@dataclass(frozen=True)
class PostalAddress:
    """A unit's address: as written in one line, and its parts (street, number, city, postcode …)."""

    written: str
    parts: tuple[tuple[str, str], ...] = ()

    def part(self, name: str) -> str:
        """The text of a part, "" if it has none."""
        return next((text for part, text in self.parts if part == name), "")


@dataclass(frozen=True)
class Unit:
    """An office and its channels."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    channels: tuple[DirectoryChannel, ...] = ()
    address: PostalAddress | None = None
    hours: DirectoryChannel | None = None
    accounts: tuple[str, ...] = ()  # digits of its bank accounts
    valid_from: date | None = None
    valid_until: date | None = None

    def of_kind(self, kinds: Iterable[Kind]) -> tuple[DirectoryChannel, ...]:
        """Its channels of some kinds, in the directory's order."""
        wanted = frozenset(kinds)
        return tuple(channel for channel in self.channels if channel.kind in wanted)


class Entry(NamedTuple):
    """A channel and the unit it belongs to."""

    unit: Unit
    channel: DirectoryChannel

    def expired(self, today: date) -> bool:
        """Whether the channel or its unit is past its date."""
        ends = (self.channel.valid_until, self.unit.valid_until)
        return any(end is not None and end < today for end in ends)


@dataclass(frozen=True, slots=True)
class Directory:
    """The units of an organisation and the indexes over them; `build_directory` makes one."""

    organisation: str
    domains: tuple[str, ...]
    former_domains: tuple[str, ...]
    units: tuple[Unit, ...]
    by_value: Mapping[tuple[str, str], tuple[Entry, ...]] = field(repr=False)
    by_host: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    by_street: Mapping[str, tuple[Unit, ...]] = field(repr=False)
    head: Unit | None = None
    acronyms: frozenset[str] = field(default=frozenset(), repr=False)  # names in capitals, in lower case
    accounts: frozenset[str] = field(default=frozenset(), repr=False)  # digits of the units' bank accounts

    @property
    def small(self) -> bool:
        """Whether it is so small that near misses of any unit count."""
        return len(self.units) < SMALL

    def find(self, kind: Kind, value: str) -> tuple[Entry, ...]:
        """Every entry with that value; phones, faxes and mobiles are one family."""
        return self.by_value.get((family(kind), value), ())


def family(kind: Kind) -> str:
    """Kinds whose values are compared with one another."""
    return "phone" if kind in DIALLED else kind.value


def host_of(value: str) -> str:
    """The host of a link's value, without port."""
    return value.split("/", 1)[0].split("?", 1)[0].split(":", 1)[0]


def build_directory(
    *,
    organisation: str,
    units: Iterable[Unit],
    domains: Iterable[str] = (),
    former_domains: Iterable[str] = (),
) -> Directory:
    """A directory with its indexes, built in one pass over the units."""
    units = tuple(units)
    by_value: dict[tuple[str, str], list[Entry]] = {}
    by_host: dict[str, list[Entry]] = {}
    by_street: dict[str, list[Unit]] = {}
    for unit in units:
        for channel in unit.channels:
            entry = Entry(unit, channel)
            by_value.setdefault((family(channel.kind), channel.value), []).append(entry)
            if channel.kind is Kind.URL:
                by_host.setdefault(host_of(channel.value), []).append(entry)
        street = unit.address.part("street") if unit.address else ""
        if street:
            by_street.setdefault(street_key(street), []).append(unit)
    return Directory(
        organisation=organisation,
        domains=tuple(domains),
        former_domains=tuple(former_domains),
        units=units,
        by_value={key: tuple(entries) for key, entries in by_value.items()},
        by_host={key: tuple(entries) for key, entries in by_host.items()},
        by_street={key: tuple(found) for key, found in by_street.items()},
        head=_head(organisation, units),
        acronyms=frozenset(
            name.lower() for unit in units for name in (unit.name, *unit.aliases) if name.isupper()
        ),
        accounts=frozenset(account for unit in units for account in unit.accounts),
    )


def _head(organisation: str, units: tuple[Unit, ...]) -> Unit | None:
    """The unit that bears the organisation's name, or calls itself its head office."""
    wanted = organisation.casefold()
    for unit in units:
        if wanted and wanted in (name.casefold() for name in (unit.name, *unit.aliases)):
            return unit
    return next((unit for unit in units if "kantor pusat" in unit.name.casefold()), None)
