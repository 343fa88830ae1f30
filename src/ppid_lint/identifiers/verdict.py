"""What a validator says of a number: a status, how sure it is, and why, without the number."""

from __future__ import annotations

from typing import Literal, NamedTuple

Status = Literal["valid", "plausible", "invalid"]

SHAPE_ONLY = 1.0
"""Pass rate of a check that looks at the length alone: it tells nothing by itself."""

_OTHERS_PER_IDENTIFIER = 99
_MOST = 0.999


class Verdict(NamedTuple):
    """`valid`: every known check passed; `plausible`: the shape fits, no more; `invalid`: it cannot be one.

    `confidence` (0 to 1) is the chance that a number standing without a label is the identifier.
    `reasons` are short English phrases that hold no digit of the value. `drawn` is false for numbers
    that nobody was given: dummies, published test numbers.
    """

    status: Status
    confidence: float
    reasons: tuple[str, ...]
    drawn: bool = True

    @property
    def passed(self) -> bool:
        return self.status != "invalid"


def confidence(pass_rate: float) -> float:
    """Bayes with one identifier among a hundred numbers of its length, `pass_rate` of the others passing."""
    return min(round(1 / (1 + _OTHERS_PER_IDENTIFIER * pass_rate), 3), _MOST)


def valid(pass_rate: float, *reasons: str) -> Verdict:
    return Verdict("valid", confidence(pass_rate), reasons)


def plausible(pass_rate: float, *reasons: str) -> Verdict:
    return Verdict("plausible", confidence(pass_rate), reasons)


def invalid(*reasons: str) -> Verdict:
    return Verdict("invalid", 0.0, reasons)


def sample(*reasons: str) -> Verdict:
    """Of a number that stands for others and is nobody's."""
    return Verdict("invalid", 0.0, reasons, drawn=False)
