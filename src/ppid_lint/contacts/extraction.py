"""All channels of a text or a block, each character claimed once."""

from __future__ import annotations

from collections.abc import Iterable

from ppid_lint.contacts.addresses import find_addresses
from ppid_lint.contacts.channel import Channel
from ppid_lint.contacts.claims import Claims
from ppid_lint.contacts.emails import find_emails
from ppid_lint.contacts.handles import find_handles
from ppid_lint.contacts.hours import find_hours
from ppid_lint.contacts.phones import find_phones
from ppid_lint.contacts.placeholders import find_placeholders
from ppid_lint.contacts.urls import find_urls, target_channel
from ppid_lint.document import Block, Role
from ppid_lint.text import Span


def channels_in(text: str, *, label: str = "") -> tuple[Channel, ...]:
    """The channels of a text, in order; none overlaps another. `label` stands before it: a column header."""
    if text.isdigit():  # sheets hold many thousands of these
        return tuple(find_phones(text, label=label))
    blanks = find_placeholders(text)
    emails = _apart(find_emails(text), blanks)
    if emails and emails[0].span == (0, len(text)):  # a column of them
        return tuple(emails)
    links = _apart(find_urls(text, taken=_spans(emails)), blanks)
    claimed = _spans([*blanks, *emails, *links])
    hours = find_hours(text)
    addresses = find_addresses(text, taken=claimed)
    claimed = _spans([*blanks, *emails, *links, *hours, *addresses])
    phones = find_phones(text, label=label, taken=claimed)
    handles = find_handles(text, taken=claimed)
    return tuple(
        sorted(
            [*blanks, *emails, *links, *hours, *addresses, *phones, *handles],
            key=lambda channel: channel.span,
        )
    )


def channels_of(block: Block, *, label: str = "") -> tuple[Channel, ...]:
    """The channels a block shows its readers; of a link target, the one it opens. Spans count in its text.

    `label` stands before a cell besides the head of its column: the cell to its left.
    """
    if block.role is Role.HIDDEN or (block.role is Role.ATTRIBUTE and block.name == "placeholder"):
        return ()  # the latter shows readers how to fill in a field
    if block.role is Role.ATTRIBUTE and block.name in {"href", "src"}:
        channel = target_channel(block.text)
        return (channel,) if channel is not None else ()
    head = block.cell.header if block.cell is not None and not block.cell.is_header else ""
    return channels_in(block.text, label=f"{label} | {head}" if label else head)


def _spans(channels: Iterable[Channel]) -> tuple[Span, ...]:
    return tuple(sorted(channel.span for channel in channels))


def _apart(channels: Iterable[Channel], others: Iterable[Channel]) -> list[Channel]:
    claims = Claims(_spans(others))
    return [channel for channel in channels if not claims.touch(channel.span)]
