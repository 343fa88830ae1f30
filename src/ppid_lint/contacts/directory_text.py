"""A directory written out as YAML from units read elsewhere; what does not fit stays as a comment."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ppid_lint.contacts.channel import Channel
from ppid_lint.contacts.emails import find_emails
from ppid_lint.contacts.handles import PLATFORMS
from ppid_lint.contacts.hours import parse_hours
from ppid_lint.contacts.phone_shape import dialled
from ppid_lint.contacts.raw_unit import RawUnit
from ppid_lint.contacts.urls import find_urls

_PUBLIC = (".go.id", ".mil.id", ".desa.id", ".ac.id", ".sch.id")
_PLAIN = re.compile(r"[A-Za-z(][A-Za-z0-9 ().,/@&'-]*[A-Za-z0-9).]")  # needs no quotes


def directory_text(units: Sequence[RawUnit], *, organisation: str = "") -> str:
    """The YAML of a directory. The organisation's domains are those of its units' official mailboxes."""
    known: set[str] = set()
    lines = [f"organisation: {_quoted(organisation or (units[0].name if units else ''))}"]
    lines.append(f"domains: [{', '.join(sorted(_domains(units)))}]")
    lines.append("units:")
    for unit in units:
        lines += _unit(unit, known)
    return "\n".join(lines) + "\n"


def _domains(units: Iterable[RawUnit]) -> set[str]:
    found = (email.rpartition("@")[2].lower() for unit in units for email in unit.emails)
    return {".".join(domain.split(".")[-3:]) for domain in found if domain.endswith(_PUBLIC)}


def _unit(unit: RawUnit, known: set[str]) -> Iterator[str]:
    yield f"  - id: {_id(unit.name, known)}"
    yield f"    name: {_quoted(unit.name)}"
    yield from _address(unit)
    yield from _phones(unit)
    yield from _channels("emails", unit.emails, lambda text: _whole(text, find_emails(text)))
    yield from _channels("urls", unit.urls, lambda text: _whole(text, find_urls(text)))
    social = {platform: name for platform, name in unit.social.items() if platform in PLATFORMS}
    if social:
        pairs = ", ".join(f"{platform}: {_quoted(name)}" for platform, name in social.items())
        yield f"    social: {{{pairs}}}"
    if unit.hours:
        fits = bool(parse_hours(unit.hours))
        yield f"    hours: {_quoted(unit.hours)}" if fits else _left_out("hours", unit.hours)


def _address(unit: RawUnit) -> Iterator[str]:
    parts = dict(unit.address)
    postcode = parts.get("postcode", "")
    if postcode and not (len(postcode) == 5 and postcode.isdigit()):
        del parts["postcode"]
        yield _left_out("postcode", postcode)
    if "street" in parts or "building" in parts:
        yield f"    address: {{{', '.join(f'{key}: {_quoted(text)}' for key, text in parts.items())}}}"
    elif parts:
        yield _left_out("address", ", ".join(parts.values()))


def _phones(unit: RawUnit) -> Iterator[str]:
    right = [_quoted(text) for text in unit.phones if dialled(text)]
    right += [f"{{value: {_quoted(text)}, type: fax}}" for text in unit.faxes if dialled(text)]
    if right:
        yield f"    phones: [{', '.join(right)}]"
    yield from (_left_out("phones", text) for text in (*unit.phones, *unit.faxes) if not dialled(text))


def _channels(key: str, texts: Sequence[str], fits: Callable[[str], bool]) -> Iterator[str]:
    right = [text for text in texts if fits(text)]
    if right:
        yield f"    {key}: [{', '.join(map(_quoted, right))}]"
    yield from (_left_out(key, text) for text in texts if text not in right)


def _whole(text: str, found: tuple[Channel, ...]) -> bool:
    return len(found) == 1 and found[0].problem is None and found[0].text == text


def _left_out(key: str, text: str) -> str:
    return f"    # {key}: {_quoted(text)}  (tidak sah, perlu diperbaiki)"


def _id(name: str, known: set[str]) -> str:
    """A short name for a unit that no other has."""
    base = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:48].strip("-") or "unit"
    free = next(
        text
        for count in range(1, len(known) + 2)
        if (text := f"{base}-{count}" if count > 1 else base) not in known
    )
    known.add(free)
    return free


def _quoted(text: str) -> str:
    """The text as a YAML value: JSON strings are YAML."""
    flat = " ".join(text.split())
    plain = _PLAIN.fullmatch(flat) and ", " not in flat and flat.lower() not in {"null", "true", "false"}
    return flat if plain else json.dumps(flat, ensure_ascii=False)
