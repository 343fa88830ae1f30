"""A way to reach an office, as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from ppid_lint.text import Span


class Kind(StrEnum):
    """What sort of channel it is."""

    PHONE = "phone"
    FAX = "fax"
    MOBILE = "mobile"
    WHATSAPP = "whatsapp"
    EMAIL = "email"
    URL = "url"
    SOCIAL = "social"
    ADDRESS = "address"
    HOURS = "hours"


DIALLED = frozenset({Kind.PHONE, Kind.FAX, Kind.MOBILE, Kind.WHATSAPP})


class Problem(StrEnum):
    """Why a channel cannot be used as it stands."""

    PLACEHOLDER = "placeholder"  # a pattern to fill in
    SEQUENTIAL = "sequential"  # well formed, but digits nobody is given: 123456, 000000
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    BAD_PREFIX = "bad-prefix"  # no network or area starts so
    NO_AT = "no-at"
    NO_LOCAL = "no-local"  # nothing before the at sign
    TWO_AT = "two-at"
    NO_DOMAIN = "no-domain"
    SPACE = "space"
    DOTS = "dots"  # two in a row, or one at an edge
    COMMA = "comma"  # a comma where a dot belongs
    BAD_SCHEME = "bad-scheme"
    BAD_HOST = "bad-host"


class Part(NamedTuple):
    """A piece of a channel, and where it stands in the same text."""

    name: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel in a text.

    `value` is what two writings of the same channel share: national digits of a phone ("0341332211",
    "150991", foreign ones with "+"), lower case of an e-mail, host and path of a link, "platform:name" of a
    handle, days and times of hours. A channel with a problem has what could be read, perhaps nothing.
    """

    kind: Kind
    text: str
    span: Span
    value: str
    parts: tuple[Part, ...] = ()
    problem: Problem | None = None
    label: str = ""  # the word that announces it: "telp", "faks", "hubungi"; "" if none

    def part(self, name: str) -> Part | None:
        """Its first part of that name."""
        return next((part for part in self.parts if part.name == name), None)

    def moved(self, offset: int) -> Channel:
        """The same channel in a text that starts `offset` code points earlier."""
        parts = tuple(part._replace(span=shifted(part.span, offset)) for part in self.parts)
        return replace(self, span=shifted(self.span, offset), parts=parts)


def shifted(span: Span, offset: int) -> Span:
    """The span, moved."""
    return Span(span.start + offset, span.end + offset)
