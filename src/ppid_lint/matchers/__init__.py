"""The kinds of rule: what stands under `match.kind`, and the dataclass that finds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ppid_lint.matchers.acronym import Acronym
from ppid_lint.matchers.capitals import Capitals
from ppid_lint.matchers.density import Density
from ppid_lint.matchers.enumeration import Enumeration
from ppid_lint.matchers.image import Image
from ppid_lint.matchers.link import LinkText
from ppid_lint.matchers.metric import Metric
from ppid_lint.matchers.negation import Negation
from ppid_lint.matchers.nominalisation import Nominalisation
from ppid_lint.matchers.pattern import Pattern
from ppid_lint.matchers.phrase import Phrase
from ppid_lint.matchers.preposition import Preposition
from ppid_lint.matchers.relative_date import RelativeDate
from ppid_lint.matchers.repetition import Repetition
from ppid_lint.matchers.rewrite import Rewrite
from ppid_lint.matchers.spelling import Spelling
from ppid_lint.matchers.tokens import Tokens

BUILT_IN: Mapping[str, type[Any]] = {
    "acronym": Acronym,
    "capitals": Capitals,
    "density": Density,
    "enumeration": Enumeration,
    "image": Image,
    "link": LinkText,
    "metric": Metric,
    "negation": Negation,
    "nominalisation": Nominalisation,
    "pattern": Pattern,
    "phrase": Phrase,
    "preposition": Preposition,
    "relative-date": RelativeDate,
    "repetition": Repetition,
    "rewrite": Rewrite,
    "spelling": Spelling,
    "tokens": Tokens,
}


def kinds() -> dict[str, type[Any]]:
    """All kinds: the built-in ones, and those that other packages offer as `ppid_lint.kinds`."""
    from importlib.metadata import entry_points

    return dict(BUILT_IN) | {point.name: point.load() for point in entry_points(group="ppid_lint.kinds")}
