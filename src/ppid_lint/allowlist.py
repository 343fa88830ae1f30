"""The `allow:` entries of a configuration: allowances for drafts whose format has no comments."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence, Set

from ppid_lint.config import Allow, Config, matches, relative
from ppid_lint.finding import Suppressed
from ppid_lint.rule import Language
from ppid_lint.suppress import Allowance
from ppid_lint.text import Span

_GLOB = frozenset("*?[")
_NOTES: dict[str, dict[Language, str]] = {
    "expired": {
        "id": "izin di konfigurasi untuk {rule} ({path}) berakhir pada {until}",
        "en": "the configuration's allowance for {rule} ({path}) ended on {until}",
    },
    "unused": {
        "id": "izin di konfigurasi untuk {rule} ({path}) tidak menutup temuan apa pun; hapus",
        "en": "the configuration's allowance for {rule} ({path}) covers no finding; remove it",
    },
}


def entries(config: Config, path: str) -> list[Allow]:
    """The entries that are for a draft."""
    at = relative(path, config.root) if config.allow else path
    return [item for item in config.allow if matches(at, item.path)]


def listed(given: Sequence[Allow]) -> list[Allowance]:
    """The entries as allowances that cover a whole draft."""
    whole = Span(0, sys.maxsize)
    return [
        Allowance(
            rules=(item.rule,),
            reason=item.reason,
            until=item.until.isoformat() if item.until else None,
            by=item.by,
            covers=whole,
            span=whole,
            source="configuration",
            fingerprint=item.fingerprint,
        )
        for item in given
    ]


def notes(
    given: Sequence[Allow],
    suppressed: Sequence[Suppressed],
    *,
    ran: Set[str],
    today: datetime.date,
    language: Language,
) -> list[str]:
    """What is wrong with entries. One for a glob may be of use to another draft: its use is not judged."""
    used = {(item.rule, item.reason) for item in suppressed if item.source == "configuration"}
    told = []
    for item in given:
        fault = ""
        if item.until is not None and item.until < today:
            fault = "expired"
        elif item.rule in ran and (item.rule, item.reason) not in used and not _GLOB.intersection(item.path):
            fault = "unused"
        if fault:
            text = _NOTES[fault][language]
            told.append(text.format(rule=item.rule, path=item.path, until=item.until))
    return told
