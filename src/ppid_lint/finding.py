"""What a rule says of a draft: frozen values that never hold the text they were found in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from ppid_lint.text import Span


class Severity(StrEnum):
    """How much a finding weighs; `error` must not be published as it is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Applicability(StrEnum):
    """Whether a fix may be applied unseen: `safe` keeps the meaning, `unsafe` wants a reader."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Replaces a span of the source; an empty text deletes, an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together and what they do, in the reader's language."""

    applicability: Applicability
    message: str
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place a finding speaks of: the person a fact is about, the first of two values."""

    role: str
    span: Span


class Excerpt(NamedTuple):
    """A masked piece of the draft around a finding, and where in it the finding stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """What a matcher found in one block, or in the whole draft where `block` is its anchor.

    Offsets are of the block's text. `values` fill the rule's message; they come from rules and
    directories, never from the draft, which the engine slices and masks itself. `whole` tells that
    the match is a sentence, paragraph, table or file and competes with no other.
    """

    block: int
    start: int
    end: int
    confidence: float = 0.9
    evidence: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    replacement: str | None = None  # of the matched text
    reach: tuple[int, int] | None = None  # what the replacement replaces, where that is not the match itself
    safe: bool = False  # whether the replacement keeps the meaning
    related: tuple[tuple[str, int, int, int], ...] = ()  # role, block, start, end
    severity: Severity | None = None  # where it differs from the rule's
    whole: bool = False
    internal: bool | None = None  # where it differs from the rule's
    along: tuple[tuple[int, int, int, str], ...] = ()  # block, start, end, text of what is replaced with it
    source: Span | None = None  # where the place is wider than the block's: a link with its target


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a draft and what a rule says of it; all its texts are masked."""

    rule: str
    severity: Severity
    confidence: float
    message: str
    span: Span
    excerpt: Excerpt
    evidence: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    basis: tuple[str, ...] = ()
    suggestion: str = ""
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""
    location: Mapping[str, int | str] | None = None
    internal: bool = False  # whether it makes the whole paper internal
    of_file: bool = False  # whether it is about more than the place it stands on

    @property
    def category(self) -> str:
        """The part of the rule's id before the stroke: restricted, readability or contact."""
        return self.rule.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody allowed, with the reason given."""

    rule: str
    reason: str
    source: str  # "comment", "configuration" or "baseline"
    span: Span
    until: str | None = None
    by: str | None = None
    fingerprint: str = ""
    location: Mapping[str, int | str] | None = None


def same_fingerprint(one: str, other: str) -> bool:
    """Whether two fingerprints are of one finding: by the value's keyed part only where both have one."""
    (mark, _, value), (other_mark, _, other_value) = one.partition("."), other.partition(".")
    return mark == other_mark and (not value or not other_value or value == other_value)
