"""What holding a channel against the directory says of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ppid_lint.text import Span


class Verdict(StrEnum):
    """How a channel stands to the directory."""

    EXACT = "exact"
    FORMATTED = "formatted"  # the right value, hard to read
    NEAR = "near"  # a slip away from the right value, or right but for a part
    OTHER_UNIT = "other-unit"  # right, but of another unit than the one named
    EXPIRED = "expired"  # past its date
    FORMER = "former"  # out of use, by the channel or by its domain
    NATIONAL = "national"  # a short code of the whole country, or too short to verify
    OFFICIAL = "official"  # not listed, yet under a domain of the organisation or of another public body
    UNKNOWN = "unknown"


class Difference(NamedTuple):
    """A part of a channel that is not as the directory has it; the span counts in the same text."""

    part: str
    span: Span
    found: str
    expected: str
