"""Reads contact directories from YAML; a malformed one is refused with file, line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ppid_lint.collector import paused
from ppid_lint.contacts.addresses import address_parts
from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.directory import Directory, DirectoryChannel, PostalAddress, Unit, build_directory
from ppid_lint.contacts.emails import find_emails
from ppid_lint.contacts.handles import PLATFORMS, handle_value
from ppid_lint.contacts.hours import hours_value, parse_hours
from ppid_lint.contacts.phone_shape import dialled, shape
from ppid_lint.contacts.urls import find_urls
from ppid_lint.contacts.yaml_node import Node, read_yaml
from ppid_lint.errors import ConfigError

_TOP = ("organisation", "domains", "former_domains", "units")
_UNIT = (
    "id", "name", "aliases", "address", "phones", "emails", "urls", "social", "hours", "accounts",
    "valid_from", "valid_until",
)  # fmt: skip
_CHANNEL = ("value", "type", "valid_until", "former")
_ADDRESS = ("building", "floor", "street", "village", "district", "city", "province", "postcode")
_ACCOUNT = range(8, 19)  # digits of a bank account
_PHONE_KINDS = {kind.value: kind for kind in (Kind.PHONE, Kind.FAX, Kind.MOBILE, Kind.WHATSAPP)}


def load(paths: Path | Iterable[Path]) -> Directory:
    """The directory of one file, or of several merged; ConfigError names path, line and column.

    The first organisation named counts; a unit id may stand in one file only.
    """
    with paused():
        return _load([paths] if isinstance(paths, Path) else list(paths))


def _load(files: list[Path]) -> Directory:
    organisation, domains, former = "", [], []
    units: dict[str, Unit] = {}
    for path in files:
        root = read_yaml(path)
        if root is None:
            raise ConfigError("direktori kontak kosong", path=str(path), line=1, column=1)
        top = root.mapping(_TOP, what="direktori kontak")
        organisation = organisation or _text(top, "organisation")
        domains += _domains(top, "domains")
        former += _domains(top, "former_domains")
        for node in top["units"].items(what="units") if "units" in top else ():
            unit = _unit(node, units)
            units[unit.id] = unit
    return build_directory(
        organisation=organisation,
        domains=dict.fromkeys(domains),
        former_domains=dict.fromkeys(former),
        units=units.values(),
    )


def _text(values: Mapping[str, Node], key: str) -> str:
    return values[key].text(what=key) if key in values and not values[key].empty else ""


def _domains(top: Mapping[str, Node], key: str) -> list[str]:
    if key not in top:
        return []
    domains = []
    for node in top[key].items(what=key):
        domain = node.text(what=key).lower()
        if "." not in domain or not set(domain) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-"):
            raise node.error(f"“{domain}” bukan domain seperti kemenkeu.go.id")
        domains.append(domain)
    return domains


def _unit(node: Node, known: Mapping[str, Unit]) -> Unit:
    values = node.mapping(_UNIT, what="unit")
    for key in ("id", "name"):
        if key not in values:
            raise node.error(f"unit harus punya “{key}”")
    name = values["id"].text(what="id")
    if name in known:
        raise values["id"].error(f"id unit “{name}” ditulis dua kali")
    return Unit(
        id=name,
        name=values["name"].text(what="name"),
        aliases=tuple(alias.text(what="aliases") for alias in _list(values, "aliases")),
        channels=tuple(_channels(values)),
        address=_address(values["address"]) if "address" in values and not values["address"].empty else None,
        hours=_hours(values["hours"]) if "hours" in values and not values["hours"].empty else None,
        accounts=tuple(_account(account) for account in _list(values, "accounts")),
        valid_from=values["valid_from"].day(what="valid_from") if "valid_from" in values else None,
        valid_until=values["valid_until"].day(what="valid_until") if "valid_until" in values else None,
    )


def _list(values: Mapping[str, Node], key: str) -> list[Node]:
    return values[key].items(what=key) if key in values and not values[key].empty else []


def _channels(values: Mapping[str, Node]) -> Iterable[DirectoryChannel]:
    for key, read in _READERS.items():
        for node in _list(values, key):
            yield _channel(node, key, read)
    if "social" in values and not values["social"].empty:
        yield from _social(values["social"])


def _channel(node: Node, key: str, read: Callable[[Node, str], tuple[Kind, str]]) -> DirectoryChannel:
    if not node.is_mapping:
        written = node.text(what=key)
        kind, value = read(node, written)
        return DirectoryChannel(kind, written, value)
    fields = node.mapping(_CHANNEL, what=key)
    if "value" not in fields:
        raise node.error(f"{key}: harus ada “value”")
    written = fields["value"].text(what=key)
    kind, value = read(fields["value"], written)
    return DirectoryChannel(
        _kind(fields["type"]) if "type" in fields else kind,
        written,
        value,
        valid_until=fields["valid_until"].day(what="valid_until") if "valid_until" in fields else None,
        former=fields["former"].flag(what="former") if "former" in fields else False,
    )


def _kind(node: Node) -> Kind:
    name = node.text(what="type")
    if name not in _PHONE_KINDS:
        raise node.error(f"type “{name}” harus salah satu dari {', '.join(_PHONE_KINDS)}")
    return _PHONE_KINDS[name]


def _phone(node: Node, written: str) -> tuple[Kind, str]:
    digits = dialled(written)
    if digits is None:
        raise node.error(f"“{written}” bukan nomor telepon yang dapat dihubungi")
    return shape(digits).kind, digits


def _email(node: Node, written: str) -> tuple[Kind, str]:
    return Kind.EMAIL, _whole(node, written, find_emails(written), "alamat surel").value


def _url(node: Node, written: str) -> tuple[Kind, str]:
    channel = _whole(node, written, find_urls(written), "tautan")
    return channel.kind, channel.value


_READERS = {"phones": _phone, "emails": _email, "urls": _url}


def _whole(node: Node, written: str, found: tuple[Channel, ...], what: str) -> Channel:
    if len(found) != 1 or found[0].problem is not None or found[0].text != written:
        raise node.error(f"“{written}” bukan {what} yang sah")
    return found[0]


def _social(node: Node) -> Iterable[DirectoryChannel]:
    for platform, value in node.pairs(what="social"):
        if platform.lower() not in PLATFORMS:
            raise value.error(f"platform “{platform}” harus salah satu dari {', '.join(sorted(PLATFORMS))}")
        name = value.text(what=platform)
        yield DirectoryChannel(Kind.SOCIAL, name, handle_value(platform, name))


def _address(node: Node) -> PostalAddress:
    if not node.is_mapping:
        written = node.text(what="address")
        return PostalAddress(written, tuple((part.name, part.text) for part in address_parts(written)))
    fields = node.mapping(_ADDRESS, what="address")
    texts = {key: fields[key].text(what=key) for key in _ADDRESS if key in fields and not fields[key].empty}
    if "street" not in texts and "building" not in texts:
        raise node.error("address: harus punya “street” atau “building”")
    code = texts.get("postcode", "")
    if code and not (len(code) == 5 and code.isdigit()):
        raise fields["postcode"].error(f"“{code}” bukan kode pos lima angka")
    read = address_parts(texts.get("street", ""))
    parts = [(part.name, part.text) for part in read if part.name in {"street", "number", "rt-rw"}]
    return PostalAddress(_one_line(texts), (*parts, *_given(texts)))


def _hours(node: Node) -> DirectoryChannel:
    written = node.text(what="hours")
    periods = parse_hours(written)
    if not periods:
        raise node.error(f"“{written}” bukan jam layanan seperti Senin-Jumat 08.00-16.00 WIB")
    return DirectoryChannel(Kind.HOURS, written, hours_value(periods))


def _account(node: Node) -> str:
    """The digits of a bank account, which the bank's name may stand before."""
    written = node.text(what="accounts")
    digits = "".join(letter for letter in written if letter.isdigit())
    if len(digits) not in _ACCOUNT:
        raise node.error(f"“{written}” bukan nomor rekening, 8 sampai 18 angka")
    return digits


def _given(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(key, text) for key, text in texts.items() if key != "street"]


def _one_line(texts: Mapping[str, str]) -> str:
    lines = ", ".join(text for key, text in texts.items() if key != "postcode")
    return f"{lines} {texts['postcode']}" if "postcode" in texts else lines
