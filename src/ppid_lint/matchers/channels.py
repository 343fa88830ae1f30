"""Whether a phone, an e-mail address or a bank account is one of the office's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.draft import Draft
from ppid_lint.lexicon import WordSet
from ppid_lint.text import Span

if TYPE_CHECKING:
    from ppid_lint.contacts.comparison import Comparison

_LETTERS = re.compile(r"[a-z]+")
_SURE = 5  # letters of a word that nobody's name holds by chance


def is_offices(
    draft: Draft,
    index: int,
    span: Span,
    channel: Literal["phone", "email", ""],
    mailboxes: WordSet,
    *,
    addresses: bool,
) -> bool:
    """Whether the value at this place is an office's: by the directory, its domain or its name."""
    if mailboxes and is_offices_mailbox(draft, index, span, mailboxes):
        return True
    return (addresses and is_units_address(draft, index, span)) or is_official(draft, index, span, channel)


def is_official(draft: Draft, index: int, span: Span, channel: Literal["phone", "email", ""]) -> bool:
    """Whether the contact directory lists the value at this place, or its domain is an official one."""
    if not channel:
        return False
    value = draft.folded(index)[span.start : span.end]
    if channel == "email" and value.lower().rstrip(".").endswith((".go.id", ".mil.id", ".desa.id")):
        return True
    directory = draft.settings.directory
    if directory is None:
        return False
    from ppid_lint.contacts.extraction import channels_in

    found = channels_in(value)
    return any(directory.find(item.kind, item.value) for item in found)


def is_units_address(draft: Draft, index: int, span: Span) -> bool:
    """Whether the address at this place is that of a unit of the directory, or near to it."""
    if draft.settings.directory is None:
        return False
    here = (item for item in draft.sightings if item.block == index and item.channel.span.overlaps(span))
    return any(item.channel.kind is Kind.ADDRESS and _has_units_street(item.comparison) for item in here)


def _has_units_street(comparison: Comparison) -> bool:
    near = comparison.verdict is Verdict.NEAR and len(comparison.differences) == 1
    same_street = all(difference.part != "street" for difference in comparison.differences)
    return comparison.verdict is Verdict.EXACT or (near and same_street)


def is_listed_account(draft: Draft, index: int, span: Span) -> bool:
    """Whether the contact directory lists the bank account at this place."""
    directory = draft.settings.directory
    if directory is None or not directory.accounts:
        return False
    return "".join(filter(str.isdigit, draft.folded(index)[span.start : span.end])) in directory.accounts


def is_offices_mailbox(draft: Draft, index: int, span: Span, words: WordSet) -> bool:
    """Whether the local part of the e-mail address at this place holds an office's word: `info.kpknlmlg`."""
    local = draft.folded(index)[span.start : span.end].partition("@")[0].lower()
    parts = _LETTERS.findall(local)
    return any(part in words or _begins_or_ends(part, words) for part in parts)


def _begins_or_ends(part: str, words: WordSet) -> bool:
    return any(part[:size] in words or part[-size:] in words for size in range(_SURE, len(part)))
