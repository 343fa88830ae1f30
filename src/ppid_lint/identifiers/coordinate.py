"""Coordinates inside Indonesia: decimal pairs, and degrees, minutes and seconds."""

from __future__ import annotations

import re

from ppid_lint.identifiers.verdict import Verdict, invalid, plausible, valid

SOUTH, NORTH = -11.1, 6.1
WEST, EAST = 94.0, 142.0
PRECISE_DECIMALS = 4
"""Four decimals of a degree are eleven metres: a house."""

_LONGEST = 80
_NUMBER = r"([-−+]?\d{1,3}[.,]\d{1,15}) ?°? ?([A-Z]{0,2})"
_DECIMAL = rf"\(?{_NUMBER}(?: ?[,;/ ] ?| dan ){_NUMBER}\)?"
_SECONDS = r"(?:(\d{1,2}(?:[.,]\d{1,6})?) ?(?:[\"″”]|''|’’) ?)?"
_ANGLE = rf"(\d{{1,3}}) ?[°º] ?(?:(\d{{1,2}}) ?['′’] ?)?{_SECONDS}([A-Z]{{1,2}})"
_DEGREES = rf"{_ANGLE}(?: ?[,;/]? ?| dan ){_ANGLE}"
_SIDE_FIRST = re.compile(r"(L[SU])[ .:]*([\d.,]+) ?°?[,;/ ]+(B[TB])[ .:]*([\d.,]+)")
_SIGNS = {"": 1, "N": 1, "LU": 1, "E": 1, "BT": 1, "S": -1, "LS": -1, "W": -1, "BB": -1}

_SHAPE_WRONG = invalid("shape fits no coordinates")
_OUTSIDE = invalid("outside Indonesia")
_PRECISE = valid(0.013, "inside Indonesia", "precise to a building")
_ROUGH = plausible(0.013, "inside Indonesia", "precise to a neighbourhood at best")
_SWAPPED = plausible(0.013, "inside Indonesia with longitude first")


def coordinate(text: str) -> Verdict:
    """A latitude and a longitude; `valid` inside Indonesia and as precise as a house.

    Longitude first (as GeoJSON has it) is plausible. Decimal points and commas, S/N/E and LS/LU/BT are read.
    """
    line = _SIDE_FIRST.sub(r"\2 \1, \4 \3", " ".join(text.split()))
    if len(line) > _LONGEST:
        return _SHAPE_WRONG
    pair = _decimal(line) or _sexagesimal(line)
    if pair is None:
        return _SHAPE_WRONG
    first, second, precise = pair
    if _inside(first, second):
        return _PRECISE if precise else _ROUGH
    return _SWAPPED if _inside(second, first) else _OUTSIDE


def _inside(latitude: float, longitude: float) -> bool:
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


def _decimal(text: str) -> tuple[float, float, bool] | None:
    match = re.fullmatch(_DECIMAL, text, re.ASCII)
    if match is None or match[2] not in _SIGNS or match[4] not in _SIGNS:
        return None
    numbers = [part.replace(",", ".").replace("−", "-") for part in (match[1], match[3])]
    precise = all(len(number.partition(".")[2]) >= PRECISE_DECIMALS for number in numbers)
    return float(numbers[0]) * _SIGNS[match[2]], float(numbers[1]) * _SIGNS[match[4]], precise


def _sexagesimal(text: str) -> tuple[float, float, bool] | None:
    match = re.fullmatch(_DEGREES, text, re.ASCII)
    if match is None or match[4] not in _SIGNS or match[8] not in _SIGNS:
        return None
    angles = [_angle(*match.group(*range(start, start + 4))) for start in (1, 5)]
    return angles[0], angles[1], match[3] is not None and match[7] is not None


def _angle(degrees: str, minutes: str | None, seconds: str | None, side: str) -> float:
    small = float((seconds or "0").replace(",", "."))
    return (int(degrees) + int(minutes or 0) / 60 + small / 3600) * _SIGNS[side]
