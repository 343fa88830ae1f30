"""The channels of a draft: where each stands, whose it is, and what the directory says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import re2

from ppid_lint.contacts.attribution import Attribution, Attributor, attributor
from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.compare import compare
from ppid_lint.contacts.comparison import Comparison, Question
from ppid_lint.contacts.directory import Unit, build_directory
from ppid_lint.contacts.extraction import channels_of
from ppid_lint.contacts.names import Names, build_names
from ppid_lint.contacts.references import NOTHING_KNOWN, References
from ppid_lint.contacts.sighting import Place, Sighting
from ppid_lint.contacts.split_addresses import Continuation, continuations
from ppid_lint.contacts.split_hours import split_hours
from ppid_lint.contacts.timetables import with_timetables
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.document import Block, Document, Role

_MAY_HOLD = re2.compile(  # no channel is without one of these
    r"(?i)[0-9@/]|\[|\{|<|www|\.[a-z]|\b(?:pukul|jam|[ap]\.?m|jl|jln|jalan|kel|kelurahan|desa|kec|kecamatan|dot|titik)\b"
    r"|(?:instagram|ig|insta|twitter|x|facebook|fb|fanpage|tube|yt|tok|threads|telegram|linkedin) ?:"
)
_DIGIT = re.compile("[0-9]")
_LABEL = 40  # code points of a cell that is a label
_UNKNOWN = Comparison(Verdict.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Sights:
    """What a draft's channels are held against: the directory's names, the country's lists, the day."""

    names: Names
    references: References
    today: date


def sights(names: Names | None, references: References | None, today: date) -> Sights:
    """What is known, nothing where there is no directory or no list."""
    names = names or build_names(build_directory(organisation="", units=()))
    return Sights(names, references or NOTHING_KNOWN, today)


Reader = Callable[[int, str], tuple[Channel, ...]]  # the channels of a block by its index, under a label


def sightings(
    document: Document,
    sights: Sights,
    *,
    read: Reader | None = None,
    among: Collection[int] | None = None,
) -> tuple[Sighting, ...]:
    """The channels of a draft, or of blocks `among` its, by block and place; `read` gives those of a block.

    A link's target that is the channel of its own text comes as `target` of that text alone.
    """
    read = read or (lambda index, label: channels_of(document.blocks[index], label=label))
    indexes = range(len(document.blocks)) if among is None else sorted(among)
    channels = dict(_channels(document.blocks, indexes, read))
    if among is None:
        channels = _with_hours(channels, dict(split_hours(document.blocks, channels)))
    if not channels:
        return ()
    openers = _openers(document.blocks, channels)
    whose = attributor(document, sights.names, sights.references.bodies)
    rest = dict(continuations(document.blocks, channels))
    channels = _with_rest(channels, rest)
    found = {
        index: _seen(index, here, openers.get(index), whose, sights, rest.get(index))
        for index, here in channels.items()
    }
    targets: dict[int, list[Sighting]] = {}
    for index, opener in openers.items():
        targets.setdefault(opener.block, []).extend(found[index])
    joined = [
        replace(sighting, target=target)
        if (target := _target_of(sighting, targets.get(index, ()))) is not None
        else sighting
        for index, here in found.items()
        for sighting in here
    ]
    joined = with_timetables(joined, document.blocks)
    shown = {item.target.block for item in joined if item.target is not None and item.same_target}
    return tuple(item for item in joined if item.block not in shown)


def _channels(
    blocks: Sequence[Block], indexes: Iterable[int], read: Reader
) -> Iterator[tuple[int, tuple[Channel, ...]]]:
    for index in indexes:
        block = blocks[index]
        if block.role is Role.HIDDEN or block.name == "src" or not _may_hold(block.text):
            continue
        found = read(index, _left(blocks, index))
        if found:
            yield index, found


def _may_hold(text: str) -> bool:
    """Whether a text may hold a channel: a cheap test, made of every block."""
    return _DIGIT.search(text) is not None or _MAY_HOLD.search(text) is not None


def _left(blocks: Sequence[Block], index: int) -> str:
    """The first cell of a row, for the second: in a table of labels and values it says what the value is."""
    cell = blocks[index].cell
    left = blocks[index - 1] if index else None
    if cell is None or cell.column != 2 or left is None or left.cell is None or len(left.text) > _LABEL:
        return ""
    return left.text if (left.cell.table, left.cell.row) == (cell.table, cell.row) else ""


def _openers(blocks: Sequence[Block], channels: Mapping[int, object]) -> dict[int, Place]:
    """For each target that is a channel, the text that opens it."""
    targets = {
        block.source_span(0, len(block.text)).start: index
        for index in channels
        if (block := blocks[index]).role is Role.ATTRIBUTE and block.name == "href"
    }
    if not targets:
        return {}
    return {
        targets[link.target_source.start]: Place(index, link.span)
        for index, block in enumerate(blocks)
        for link in block.links
        if link.target_source.start in targets
    }


def _with_rest(
    channels: Mapping[int, tuple[Channel, ...]], rest: Mapping[int, Continuation]
) -> dict[int, tuple[Channel, ...]]:
    """The channels by block, lines that go on an address among them."""
    lines = {index: (line.channel,) for index, line in rest.items() if not line.first}
    return dict(sorted({**channels, **lines}.items()))


def _with_hours(
    channels: Mapping[int, tuple[Channel, ...]], hours: Mapping[int, Channel]
) -> dict[int, tuple[Channel, ...]]:
    """The channels by block, times whose days stand on another line among them."""
    added = {index: (*channels.get(index, ()), channel) for index, channel in hours.items()}
    return dict(sorted({**channels, **added}.items()))


def _seen(
    index: int,
    channels: Sequence[Channel],
    opener: Place | None,
    whose: Attributor,
    sights: Sights,
    rest: Continuation | None,
) -> list[Sighting]:
    """The channels of a block; of a target, those named where its text stands."""
    places = [opener.span] * len(channels) if opener else [channel.span for channel in channels]
    addresses = [channel.span for channel in channels if channel.kind is Kind.ADDRESS and not opener]
    owners = whose.attribute(opener.block if opener else index, places, addresses)
    seen = [
        Sighting(
            index, channel, owner, _compared(channel, owner, sights, _line_of(rest, channel)), None, opener
        )
        for channel, owner in zip(channels, owners, strict=True)
    ]
    return _located(seen, sights)


def _located(seen: list[Sighting], sights: Sights) -> list[Sighting]:
    """The channels of a block, hours held against the unit whose whole address stands beside them."""
    found = (item for item in seen if item.channel.kind is Kind.ADDRESS)
    there = next((item.comparison.unit for item in found if item.comparison.verdict is Verdict.EXACT), None)
    if there is None:
        return seen
    return [
        _held_against(item, there, sights)
        if item.channel.kind is Kind.HOURS and item.attribution.loosely
        else item
        for item in seen
    ]


def _held_against(sighting: Sighting, unit: Unit, sights: Sights) -> Sighting:
    owner = replace(sighting.attribution, unit=unit, loosely=False)
    return replace(sighting, attribution=owner, comparison=_compared(sighting.channel, owner, sights, None))


def _line_of(rest: Continuation | None, channel: Channel) -> Continuation | None:
    """What is known of the channel as a line of an address; nothing of others in the block."""
    return rest if rest is not None and rest.channel.span == channel.span else None


def _compared(channel: Channel, owner: Attribution, sights: Sights, rest: Continuation | None) -> Comparison:
    if not channel.value:
        return _UNKNOWN
    question = Question(
        sights.names.directory, sights.references, sights.today, owner.unit, owner.loosely, owner.also
    )
    if rest is None:
        return compare(channel, question)
    whole = replace(channel, parts=(*rest.carried, *channel.parts))
    return _of_line(compare(whole, question), channel)


def _of_line(comparison: Comparison, line: Channel) -> Comparison:
    """What a comparison of a whole address says of one of its lines."""
    own = {part.name for part in line.parts}
    differences = tuple(difference for difference in comparison.differences if difference.part in own)
    exact = comparison.verdict is Verdict.NEAR and not differences
    return replace(
        comparison, differences=differences, verdict=Verdict.EXACT if exact else comparison.verdict
    )


def _target_of(sighting: Sighting, targets: Sequence[Sighting]) -> Sighting | None:
    spans = ((target, target.opener.span) for target in targets if target.opener is not None)
    return next((target for target, span in spans if span.overlaps(sighting.channel.span)), None)
