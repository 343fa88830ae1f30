"""What an editor may set when it starts the server: `initializationOptions`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ppid_lint.compiled import rules_folder
from ppid_lint.report import RULE_PAGE
from ppid_lint.rule import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Language of messages, contact directories, the pause after a key stroke, where rule pages stand."""

    language: Language = "id"
    contacts: tuple[str, ...] = ()
    debounce: float = 0.025  # seconds
    pages: str | None = None  # address that the path of a rule's page is joined to

    @classmethod
    def of(cls, given: object) -> Options:
        """The options an editor sent, `debounce` in milliseconds; one of the wrong kind is passed over."""
        if not isinstance(given, Mapping):
            return cls()
        contacts, pause, pages = (given.get(key) for key in ("contacts", "debounce", "rulePages"))
        return cls(
            language="en" if given.get("language") == "en" else "id",
            contacts=tuple(map(str, contacts)) if isinstance(contacts, list) else (),
            debounce=_seconds(pause),
            pages=pages if isinstance(pages, str) and "://" in pages else None,
        )

    def page(self, rule_id: str) -> str | None:
        """The address of a rule's page: below the address given, else the file beside the rules, if any."""
        if self.pages:
            return f"{self.pages.rstrip('/')}/{rule_id}"
        file = rules_folder().parent / RULE_PAGE.format(rule_id)
        return file.as_uri() if file.is_file() else None


def _seconds(pause: Any) -> float:
    if isinstance(pause, int | float) and not isinstance(pause, bool) and 0 <= pause <= 10_000:
        return pause / 1000
    return Options().debounce
