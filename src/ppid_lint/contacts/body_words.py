"""The words by which the names of organisations are known, as a list file gives them."""

from __future__ import annotations

from typing import NamedTuple


class BodyWords(NamedTuple):
    """Words of `rules/lists/contact-bodies.yaml`, which says what each group is for."""

    kinds: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    not_short: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    own_units: tuple[str, ...] = ()
    buildings: tuple[str, ...] = ()
    whereabouts: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    filling: tuple[str, ...] = ()
    outsiders: tuple[str, ...] = ()
    own_people: tuple[str, ...] = ()
    introductions: tuple[str, ...] = ()


NO_WORDS = BodyWords()
