"""A person, or a company, that a text names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """In what part somebody is named."""

    PRIVATE = "private"
    CHILD = "child"
    VICTIM = "victim"
    WITNESS = "witness"  # a witness, reporter or informant
    OFFICIAL = "official"  # in office, or speaking for one
    COMPANY = "company"
    UNKNOWN = "unknown"  # a name and nothing that says whose


NATURAL = frozenset({Role.PRIVATE, Role.CHILD, Role.VICTIM, Role.WITNESS, Role.UNKNOWN})
"""Roles of private persons."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names somebody, in code points; `sure` where more than capitals says so."""

    start: int
    end: int
    name_start: int
    name_end: int
    role: Role
    sure: bool
    why: str  # title, role, office, age, degree, identifier, name list, capitals …
    age: int | None = None
    listed: bool = False  # holds a common given name
    speaks: bool = False  # quoted here: "…," kata Slamet
    told: bool = False  # spoken of by somebody quoted: Menurut saksi, Slamet …

    @property
    def name(self) -> tuple[int, int]:
        """Where the name itself stands."""
        return self.name_start, self.name_end
