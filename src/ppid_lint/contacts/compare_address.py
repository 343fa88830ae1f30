"""Holds a postal address against the directory, part by part."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_lint.contacts.address_parts import city_key, number_key, street_key
from ppid_lint.contacts.channel import Channel
from ppid_lint.contacts.comparison import Comparison, Question
from ppid_lint.contacts.directory import Unit
from ppid_lint.contacts.edit_distance import one_edit
from ppid_lint.contacts.verdict import Difference, Verdict

_SIDES = frozenset({"barat", "timur", "utara", "selatan", "tengah"})
_PARTS = ("street", "number", "city", "postcode")


def compare_address(channel: Channel, question: Question) -> Comparison:
    """The unit whose address it is, or nearly is, and the parts that are not as they should be.

    An address that shares no street with the unit and not its number and postcode together is another place.
    """
    scored = sorted(_scored(channel, question), key=lambda found: found[:2])
    if not scored:
        return Comparison(Verdict.UNKNOWN, question.unit)
    _, _, _, unit, differences = scored[0]
    written = unit.address.written if unit.address else ""
    named = question.unit
    if differences:
        return Comparison(Verdict.NEAR, unit, written, None, differences)
    foreign = (
        named is not None
        and unit is not named
        and unit is not question.also
        and not question.loosely
        and unit is not question.directory.head
    )
    if foreign and named is not None and named.address is not None:
        return Comparison(Verdict.OTHER_UNIT, unit, named.address.written)
    return Comparison(Verdict.EXACT, unit, written)


def _scored(
    channel: Channel, question: Question
) -> Iterator[tuple[int, bool, int, Unit, tuple[Difference, ...]]]:
    """The units the address may be meant for, with what differs."""
    for order, unit in enumerate(_candidates(channel, question)):
        differences = tuple(_differences(channel, unit))
        if _same_place(channel, unit, differences):
            yield len(differences), unit is not question.unit, order, unit, differences


def _candidates(channel: Channel, question: Question) -> list[Unit]:
    street = channel.part("street")
    exact = question.directory.by_street.get(street_key(street.text), ()) if street else ()
    near = [question.unit] if question.unit is not None else []
    if question.directory.small:
        near += question.directory.units
    elif question.unit is None:
        near += exact
    else:
        near += [unit for unit in exact if not list(_differences(channel, unit))]
    return list({unit.id: unit for unit in near if unit.address is not None}.values())


def _same_place(channel: Channel, unit: Unit, differences: tuple[Difference, ...]) -> bool:
    """Whether enough agrees for the rest to be a mistake."""
    said = {part.name for part in channel.parts} & set(_PARTS)
    wrong = {difference.part for difference in differences}
    right = {name for name in said - wrong if unit.address is not None and unit.address.part(name)}
    if "street" in right:
        return len(right) > 1 or len(said) == 1 or len(wrong) == 1
    close = any(difference.part == "street" and _close(difference) for difference in differences)
    return len(right) >= (1 if close else 3)


def _close(difference: Difference) -> bool:
    """Whether two street names are a spelling apart: one slip, or one in each of two words."""
    found, right = street_key(difference.found), street_key(difference.expected)
    ours, theirs = found.split(), right.split()
    turned = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    if one_edit(found, right) or (
        len(ours) == len(theirs) > 1 and len(turned) == 1 and _SIDES.issuperset(turned[0])
    ):
        return True
    if len(ours) != len(theirs):
        shorter, longer = sorted((set(ours), set(theirs)), key=len)
        return shorter < longer
    apart = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    return (
        len(apart) <= 2
        and (len(apart) < len(ours) or len(ours) == 1)
        and all(one_edit(one, other) for one, other in apart)
    )


def _differences(channel: Channel, unit: Unit) -> Iterator[Difference]:
    address = unit.address
    for name in _PARTS if address is not None else ():
        part, right = channel.part(name), address.part(name) if address is not None else ""
        if part is not None and right and not _agree(name, part.text, right):
            yield Difference(name, part.span, part.text, right)


def _same_street(ours: list[str], theirs: list[str]) -> bool:
    """Whether two names of a street are one, initials standing for what they begin: `S. Supriadi`."""
    return len(ours) == len(theirs) and all(
        one == other or (1 in (len(one), len(other)) and one[0] == other[0])
        for one, other in zip(ours, theirs, strict=True)
    )


def _agree(name: str, found: str, right: str) -> bool:
    if name == "street":
        return _same_street(street_key(found).split(), street_key(right).split())
    if name == "number":
        return number_key(found) == number_key(right)
    if name == "postcode":
        return found == right
    ours, theirs = city_key(found), city_key(right)
    if ours.rank and theirs.rank and ours.rank != theirs.rank:
        return False
    return (
        ours.name == theirs.name
        or f" {ours.name} " in f" {theirs.name} "
        or f" {theirs.name} " in f" {ours.name} "
    )
