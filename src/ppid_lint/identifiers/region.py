"""Kemendagri region codes: how much of a six-digit code (province, regency or city, district) is known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

Tier = Literal["district", "regency", "province", "unknown"]

RETIRED_REGENCIES: Mapping[str, str] = {
    **dict.fromkeys(
        ("6404", "6405", "6406", "6410", "6473"), "Kalimantan Timur until 2012, now Kalimantan Utara"
    ),
    **dict.fromkeys(
        [f"91{number:02}" for number in (1, 2, 4, 7, 8, 9, 12, 13, 14, 16, 17, 18, *range(21, 29))],
        "Papua until 2022, now Papua Selatan, Papua Tengah or Papua Pegunungan",
    ),
    **dict.fromkeys(
        ("9201", "9204", "9205", "9209", "9210", "9271"), "Papua Barat until 2022, now Papua Barat Daya"
    ),
    **dict.fromkeys(("9609", "9610"), "numbering of Papua Barat Daya in 2022"),
}
"""Regency codes no longer given out that a number issued earlier keeps."""

RETIRED_PROVINCES: Mapping[str, str] = {"54": "Timor Timur until 1999"}
"""Provinces that are gone; a number with one is no stronger than its province."""


@cache
def districts() -> frozenset[str]:
    """The six-digit codes of every district of today, read once from regions.txt."""
    return frozenset(code for line in _lines() for code in _codes(line))


@cache
def regencies() -> frozenset[str]:
    """The four-digit codes of every regency and city, of today and retired."""
    return frozenset(code[:4] for code in districts()) | frozenset(RETIRED_REGENCIES)


@cache
def provinces() -> frozenset[str]:
    """The two-digit codes of every province, of today and retired."""
    return frozenset(code[:2] for code in districts()) | frozenset(RETIRED_PROVINCES)


def tier(code: str) -> Tier:
    """How far a six-digit code is known; a district or regency 00 is unknown altogether."""
    if code in districts():
        return "district"
    if code[:2] not in provinces() or code[2:4] == "00" or code[4:6] == "00":
        return "unknown"
    return "regency" if code[:4] in regencies() else "province"


def _lines() -> list[str]:
    from importlib.resources import files  # slow to import, needed once

    text = (files(__package__) / "regions.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _codes(line: str) -> list[str]:
    regency, runs = line.split(" ")
    codes = []
    for run in runs.split(","):
        first, _, last = run.partition("-")
        codes += [f"{regency}{number:02}" for number in range(int(first), int(last or first) + 1)]
    return codes
