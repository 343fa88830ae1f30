"""Units from schema.org data in an HTML page (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from ppid_lint.contacts.handles import social_of
from ppid_lint.contacts.raw_unit import RawUnit
from ppid_lint.text import Span

_INSIDE = (
    "@graph",
    "department",
    "subOrganization",
    "location",
    "mainEntity",
    "publisher",
    "itemListElement",
    "item",
)
_ADDRESS = {
    "streetAddress": "street",
    "addressLocality": "city",
    "addressRegion": "province",
    "postalCode": "postcode",
}
_DAYS = {
    "mo": "Senin", "tu": "Selasa", "we": "Rabu", "th": "Kamis", "fr": "Jumat", "sa": "Sabtu", "su": "Minggu",
}  # fmt: skip


def jsonld_units(page: str) -> list[RawUnit]:
    """The organisations with a channel of their own that the page's JSON-LD describes."""
    reader = _Scripts()
    reader.feed(page)
    nodes = [node for script in reader.scripts for node in _nodes(_parsed(script))]
    units = [_unit(node) for node in nodes if node.get("name")]
    return [unit for unit in units if unit.phones or unit.emails or unit.address]


class _Scripts(HTMLParser):
    """Collects the page's `application/ld+json` scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and (dict(attrs).get("type") or "").lower() == "application/ld+json"
        if self._inside:
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def _parsed(script: str) -> Any:
    try:
        return json.loads(script)
    except ValueError:
        return None


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """An object and those inside it that may be organisations."""
    for node in _list(data):
        if isinstance(node, Mapping):
            yield node
            for key in _INSIDE:
                yield from _nodes(node.get(key))


def _unit(node: Mapping[str, Any]) -> RawUnit:
    points = [point for point in _list(node.get("contactPoint")) if isinstance(point, Mapping)]
    sources = [node, *points]
    pages = _texts([node], "url") + _texts([node], "sameAs")
    social = dict(found for page in pages if (found := _social(page)))
    return RawUnit(
        name=str(node["name"]).strip(),
        phones=_texts(sources, "telephone"),
        faxes=_texts(sources, "faxNumber"),
        emails=tuple(text.removeprefix("mailto:") for text in _texts(sources, "email")),
        urls=tuple(page for page in _texts([node], "url") if not _social(page)),
        social=social,
        address=_address(node.get("address")),
        hours=_hours(node),
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(nodes: list[Mapping[str, Any]], key: str) -> tuple[str, ...]:
    found = (str(text).strip() for node in nodes for text in _list(node.get(key)) if isinstance(text, str))
    return tuple(dict.fromkeys(text for text in found if text))


def _social(page: str) -> tuple[str, str] | None:
    address = page.partition("//")[2]
    channel = social_of(page, address, Span(0, len(page)))
    if channel is None:
        return None
    platform, _, name = channel.value.partition(":")
    return platform, f"@{name}"


def _address(value: Any) -> dict[str, str]:
    given = next(iter(_list(value)), None)
    if isinstance(given, str):
        return {"street": given}
    if not isinstance(given, Mapping):
        return {}
    return {ours: str(given[key]).strip() for key, ours in _ADDRESS.items() if given.get(key)}


def _hours(node: Mapping[str, Any]) -> str:
    """`Mo-Fr 08:00-16:00`, or days with `opens` and `closes`, as a directory writes them."""
    plain = ", ".join(_texts([node], "openingHours"))
    if not plain:
        given = [item for item in _list(node.get("openingHoursSpecification")) if isinstance(item, Mapping)]
        plain = ", ".join(map(_specified, given))
    for short, day in _DAYS.items():
        plain = plain.replace(short.title(), day)
    return plain.replace(":", ".")


def _specified(item: Mapping[str, Any]) -> str:
    days = [str(day).rpartition("/")[2][:2] for day in _list(item.get("dayOfWeek"))]
    return f"{', '.join(days)} {str(item.get('opens', ''))[:5]}-{str(item.get('closes', ''))[:5]}"
