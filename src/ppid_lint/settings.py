"""What a run knows beside the draft."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ppid_lint.contacts.directory import Directory
    from ppid_lint.contacts.names import Names
    from ppid_lint.contacts.references import References
    from ppid_lint.online.answer import Ask


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits by kind, own terms, the contact directory, the day."""

    limits: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()
    names: Names | None = None  # of the contact directory
    references: References | None = None  # the country's channels; None holds none
    today: datetime.date = field(default_factory=datetime.date.today)
    online: Ask | None = None  # answers what only the network can; None asks nothing

    @property
    def directory(self) -> Directory | None:
        return self.names.directory if self.names is not None else None
