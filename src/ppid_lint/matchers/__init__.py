"""The kinds of rule: what stands under `match.kind`, and the dataclass that finds it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

BUILT_IN: Mapping[str, str] = {  # kind: module and dataclass, imported when a rule needs it
    "acronym": "acronym:Acronym",
    "assignment": "assignment:Assignment",
    "bulk": "bulk:Bulk",
    "capitals": "capitals:Capitals",
    "channel": "channel:ChannelClass",
    "column": "column:Column",
    "combination": "combination:Combination",
    "consistency": "consistency:Consistency",
    "density": "density:Density",
    "directory": "directory:Verification",
    "disclosure": "disclosure:Disclosure",
    "enclosed": "enclosed:Enclosed",
    "enumeration": "enumeration:Enumeration",
    "hidden": "hidden:Hidden",
    "identity": "identity:Identity",
    "image": "image:Image",
    "link": "link:LinkText",
    "marking": "marking:Marking",
    "metric": "metric:Metric",
    "negation": "negation:Negation",
    "nominalisation": "nominalisation:Nominalisation",
    "owned": "owned:Owned",
    "pattern": "pattern:Pattern",
    "phrase": "phrase:Phrase",
    "place": "place:PlaceMatch",
    "preposition": "preposition:Preposition",
    "reach": "reach:Reach",
    "relative-date": "relative_date:RelativeDate",
    "repetition": "repetition:Repetition",
    "require": "require:Requirement",
    "rewrite": "rewrite:Rewrite",
    "source": "source:Source",
    "spelling": "spelling:Spelling",
    "target": "target:Target",
    "tokens": "tokens:Tokens",
    "unshown": "unshown:Unshown",
}


_OF_CHANNELS = frozenset({"value", "unit"})
_FILLS: Mapping[str, frozenset[str]] = {
    "bulk": frozenset({"people"}),
    "channel": _OF_CHANNELS,
    "consistency": frozenset({"unit"}),
    "density": frozenset({"rate", "limit", "lines", "count"}),
    "directory": _OF_CHANNELS,
    "enumeration": frozenset({"count"}),
    "metric": frozenset({"words", "value", "limit", "lines", "count"}),
    "phrase": frozenset({"note"}),
    "reach": _OF_CHANNELS,
}


def fills(kind: str) -> frozenset[str] | None:
    """What a message of a kind may name in braces; None for a kind of one's own, which may give anything."""
    return (
        frozenset({"text", "number", "suggestion"}) | _FILLS.get(kind, frozenset())
        if kind in BUILT_IN
        else None
    )


def kinds() -> dict[str, type[Any]]:
    """All kinds: the built-in ones, and those that other packages offer as `ppid_lint.kinds`."""
    from importlib.metadata import entry_points

    offered = {point.name: point.load() for point in entry_points(group="ppid_lint.kinds")}
    return {name: _built_in(place) for name, place in BUILT_IN.items()} | offered


def _built_in(place: str) -> type[Any]:
    module, _, name = place.partition(":")
    found: type[Any] = getattr(import_module(f"{__name__}.{module}"), name)
    return found
