"""Addresses that go on in the blocks after: the street on one line, then the city, then the postcode."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ppid_lint.contacts.addresses import rest_of_address
from ppid_lint.contacts.channel import Channel, Kind, Part
from ppid_lint.document import Block, Role

_GOES_ON = frozenset({"city", "postcode", "district", "village", "province"})
_LONGEST = 100  # code points of a line that goes on an address
_FURTHER = 4  # lines after the first


class Continuation(NamedTuple):
    """A line of an address: what it says of it, and the parts that stand on the other lines."""

    channel: Channel
    carried: tuple[Part, ...]
    first: bool = False  # whether it is the line that the address begins with


def continuations(
    blocks: Sequence[Block], channels: Mapping[int, Sequence[Channel]]
) -> Iterator[tuple[int, Continuation]]:
    """The lines of addresses that go on in further blocks, by block."""
    for index, found in channels.items():
        last = found[-1]
        if last.kind is Kind.ADDRESS and not blocks[index].text[last.span.end :].strip(" .,;"):
            lines = [(index, last), *_after(blocks, index, last.parts)]
            for at, line in lines if len(lines) > 1 else ():
                rest = tuple(part for other, channel in lines if other != at for part in channel.parts)
                yield at, Continuation(line, rest, first=at == index)


def _after(blocks: Sequence[Block], index: int, parts: tuple[Part, ...]) -> Iterator[tuple[int, Channel]]:
    for at in range(index + 1, min(index + 1 + _FURTHER, len(blocks))):
        channel = _line(blocks[at], parts) if blocks[at].role is blocks[index].role else None
        if channel is None or {part.name for part in channel.parts} & {part.name for part in parts}:
            return
        yield at, channel
        parts = (*parts, *channel.parts)


def _line(block: Block, before: Sequence[Part]) -> Channel | None:
    """A block that is nothing but the rest of an address."""
    if block.role not in {Role.PARAGRAPH, Role.ITEM} or len(block.text) > _LONGEST:
        return None
    channel = rest_of_address(block.text, before)
    if channel is None or block.text[channel.span.end :].strip(" .,;"):
        return None
    names = {part.name for part in channel.parts}
    return channel if names & _GOES_ON and "street" not in names else None
