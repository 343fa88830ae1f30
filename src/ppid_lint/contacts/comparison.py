"""What holding a channel against the directory gave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.directory import Directory, DirectoryChannel, Entry, Unit
from ppid_lint.contacts.references import References
from ppid_lint.contacts.verdict import Difference, Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict, the unit whose channel it is or nearly is, the right value as the directory writes it
    ("" if it has none), and the parts that differ."""

    verdict: Verdict
    unit: Unit | None = None
    expected: str = ""
    known: DirectoryChannel | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a channel is compared with: the directory, the unit the text names (None: none), and the day.

    `loosely` says that the name stands for the whole organisation, so that any unit's channel may follow it.
    """

    directory: Directory
    references: References
    today: date
    unit: Unit | None = None
    loosely: bool = False
    also: Unit | None = None  # whose channel may stand there as well

    def candidates(self, *kinds: Kind) -> list[Entry]:
        """The live channels a slip may have been meant for: the named unit's, then a small directory's."""
        units = [self.unit] if self.unit is not None else []
        if self.directory.small:
            units += [unit for unit in self.directory.units if unit is not self.unit]
        entries = [Entry(unit, channel) for unit in units for channel in unit.of_kind(kinds)]
        return [entry for entry in entries if not entry.channel.former and not entry.expired(self.today)]


def known_value(channel: Channel, question: Question, *, shared: bool = False) -> Comparison | None:
    """The comparison of a value the directory lists; None if it lists none such.

    `shared` channels, like a national call centre, belong to every unit.
    """
    entries = question.directory.find(channel.kind, channel.value)
    if not entries:
        return None
    live = [entry for entry in entries if not entry.channel.former and not entry.expired(question.today)]
    unit = question.unit
    if not live:
        own = next((entry for entry in entries if entry.unit is unit), entries[0])
        verdict = Verdict.FORMER if own.channel.former else Verdict.EXPIRED
        return Comparison(verdict, own.unit, replacement(own.unit, own.channel, question), own.channel)
    ours = next((entry for entry in live if entry.unit is question.also), None)
    own = next((entry for entry in live if unit is None or entry.unit is unit), ours or live[0])
    if unit is None or own.unit in (unit, question.also) or shared or question.loosely:
        return Comparison(Verdict.EXACT, own.unit, own.channel.written, own.channel)
    return Comparison(Verdict.OTHER_UNIT, own.unit, replacement(unit, own.channel, question), own.channel)


def replacement(unit: Unit, channel: DirectoryChannel, question: Question) -> str:
    """What a unit's own channel of the same kind is, "" if it has none alive."""
    own = (Entry(unit, other) for other in unit.of_kind([channel.kind]))
    alive = (entry for entry in own if not entry.channel.former and not entry.expired(question.today))
    return next((entry.channel.written for entry in alive), "")
