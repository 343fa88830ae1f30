"""What an inline style keeps from a reader: nothing shown, no size, text in the colour of its ground."""

from __future__ import annotations

import re
from collections.abc import Mapping

_DECLARATION = re.compile(r"\s*([a-z-]+)\s*:\s*([^;]*)", re.IGNORECASE)
_GROUNDS = ("background-color", "background")
_COLOURS = re.compile(r"background|bgcolor|<style|stylesheet|\bclass\s{0,9}=", re.IGNORECASE)
_ZERO = re.compile(r"0(?:\.0*)?(?:px|pt|em|rem|%)?")
_HEX3 = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])")
_RGB = re.compile(r"rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(?:,1(?:\.0*)?)?\)")
_NAMED = {"white": "#ffffff", "black": "#000000"}
_UNSEEN = {
    "display": frozenset({"none"}),
    "visibility": frozenset({"hidden", "collapse"}),
    "color": frozenset({"transparent"}),
}


def hides(style: str, *, grounded: bool = True) -> bool:
    """Whether text under this style is not seen.

    White text without a ground of its own is unseen on a page's white; `grounded` tells that something
    around it may give another ground.
    """
    said = _said(style)
    if any(said.get(name) in unseen for name, unseen in _UNSEEN.items()):
        return True
    if any(_ZERO.fullmatch(said.get(name, "")) for name in ("opacity", "font-size")):
        return True
    text = _colour(said.get("color", ""))
    ground = next((_colour(said[name]) for name in _GROUNDS if name in said), "")
    return bool(text) and (text == ground or (not ground and not grounded and text == _NAMED["white"]))


def may_colour(source: str) -> bool:
    """Whether anything in a page may put another colour than white under its text."""
    return _COLOURS.search(source) is not None


def _said(style: str) -> Mapping[str, str]:
    """The declarations of a style in lower case, without blanks."""
    parts = (_DECLARATION.match(part) for part in style.split(";"))
    return {
        found[1].lower(): "".join(found[2].lower().replace("!important", "").split())
        for found in parts
        if found is not None
    }


def _colour(value: str) -> str:
    """A colour as #rrggbb; what is none of a few plain forms as it stands."""
    short = _HEX3.fullmatch(value)
    if short:
        return "#" + "".join(digit * 2 for digit in short.groups())
    mixed = _RGB.fullmatch(value)
    if mixed:
        return "#" + "".join(f"{int(part):02x}" for part in mixed.groups())
    return _NAMED.get(value, value)
