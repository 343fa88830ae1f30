"""Kind `place`: an area code or a postcode that is not one of the place named beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.bodies import same_body
from ppid_lint.contacts.channel import DIALLED, Kind
from ppid_lint.contacts.phone_shape import area_code
from ppid_lint.contacts.references import References
from ppid_lint.contacts.sighting import Sighting
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.matcher import Needs
from ppid_lint.text import Span

_LISTED = frozenset({Verdict.EXACT, Verdict.FORMATTED, Verdict.NEAR, Verdict.OTHER_UNIT})
_PLACES = ("city", "district", "village", "province")
_ABOVE = 6  # blocks: the phone's own and five above, labels among them


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMatch:
    """The code of an address, or of a phone beside it, against the city, unless the directory knows it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kind: Literal["place"] = "place"
    code: Literal["area", "postcode"]
    confidence: float = 0.85

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        unlisted = [item for item in draft.sightings if item.comparison.verdict not in _LISTED]
        find = _areas(draft, unlisted) if self.code == "area" else _postcodes(unlisted)
        for sighting, span, city in find:
            yield Match(
                block=sighting.block,
                start=span.start,
                end=span.end,
                confidence=self.confidence,
                evidence=(f"not a code of {city}",),
            )


def _postcodes(unlisted: list[Sighting]) -> Iterator[tuple[Sighting, Span, str]]:
    from ppid_lint.contacts.places import postcode_fits

    for sighting in unlisted:
        code = sighting.channel.part("postcode")
        places = [part.text for part in sighting.channel.parts if part.name in _PLACES]
        if code is not None and places and postcode_fits(code.text, *places) is False:
            yield sighting, code.span, places[0]


def _areas(draft: Draft, unlisted: list[Sighting]) -> Iterator[tuple[Sighting, Span, str]]:
    references = draft.settings.references
    if references is None:
        return
    by_block: dict[int, list[Sighting]] = {}
    for item in draft.sightings:
        if item.channel.kind is Kind.ADDRESS and item.channel.part("city"):
            by_block.setdefault(item.block, []).append(item)
    for sighting in unlisted:
        area = area_code(sighting.channel.value) if sighting.channel.kind in DIALLED else ""
        cities = _cities(draft, sighting, by_block) if area else []
        if cities and sighting.channel.problem is None and not _served(area, cities, references):
            yield sighting, sighting.channel.span, cities[0]


def _cities(draft: Draft, sighting: Sighting, by_block: Mapping[int, list[Sighting]]) -> list[str]:
    """The cities of the addresses that the phone stands with: in its block, else in the one or two above."""
    block = draft.blocks[sighting.block]
    for index in range(sighting.block, max(sighting.block - _ABOVE, -1), -1):
        if draft.blocks[index].section != block.section or _other_row(draft, index, sighting.block):
            return []
        if index < sighting.block and sighting.attribution.elsewhere and sighting.attribution.at >= 0:
            return []  # of a body named here, not of the one above
        if index in by_block:
            floor = _floor(draft, sighting) if index == sighting.block else -1
            ours = [
                item.channel
                for item in by_block[index]
                if item.channel.span.end > floor or _of_one_body(item, sighting)
            ]
            return [part.text for address in ours if (part := address.part("city"))]
    return []


def _floor(draft: Draft, sighting: Sighting) -> int:
    """Where the sentence starts that names another body for a phone: an address before is not its own."""
    start = draft.sentence(sighting.block, sighting.channel.span.start).start
    attribution = sighting.attribution
    return start if attribution.elsewhere and attribution.at > start else -1


def _of_one_body(one: Sighting, other: Sighting) -> bool:
    """Whether one organisation is named for both."""
    return bool(one.attribution.key) and same_body(one.attribution.key, other.attribution.key)


def _other_row(draft: Draft, index: int, other: int) -> bool:
    one, two = draft.blocks[index].cell, draft.blocks[other].cell
    if one is None or two is None:
        return (one is None) is not (two is None)
    return one.table != two.table or (one.row != two.row and bool(two.header))


def _served(area: str, cities: list[str], references: References) -> bool:
    """Whether the code is one of a city's, or nothing is known of it."""
    from ppid_lint.contacts.places import area_serves

    return any(area_serves(area, city, references) is not False for city in cities)
