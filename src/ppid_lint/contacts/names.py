"""The names a directory's units go by, found in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import ahocorasick
import re2

from ppid_lint.contacts.address_parts import city_key
from ppid_lint.contacts.directory import Directory, Unit
from ppid_lint.text import Span

_ACRONYM = re2.compile(r" ?\([A-Z][A-Za-z0-9&/-]{0,20}\)")


class Mention(NamedTuple):
    """A unit named in a text, by its name or an alias; `shared` where other units go by the same."""

    span: Span
    unit: Unit
    name: str
    shared: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names and aliases of a directory, found in one pass over a text whatever their number."""

    directory: Directory
    automaton: Any

    def mentions(self, text: str) -> list[Mention]:
        """The units a text names, in order: whole words, the longest name; acronyms only in capitals.

        An acronym in brackets inside a name is stepped over: `Dinas Kesehatan (Dinkes) Kota Malang`.
        """
        if not len(self.automaton):
            return []
        found = self._found(text, ())
        brackets = [Span(*match.span()) for match in _ACRONYM.finditer(text)] if "(" in text else []
        return _longest(found + self._found(text, brackets) if brackets else found, text)

    def _found(self, text: str, skipped: Sequence[Span]) -> list[Mention]:
        folded, places = _folded(text, skipped)
        found: list[Mention] = []
        for end, entries in self.automaton.iter(folded):
            for length, unit, name, acronym in entries:
                start = end - length + 1
                span = Span(places[start], places[end] + 1)
                written = text[span.start : span.end]
                if _whole(folded, start, end + 1) and (not acronym or written == name):
                    found.append(Mention(span, unit, name))
        return found


def build_names(directory: Directory) -> Names:
    """The names of a directory; build them once."""
    entries: dict[str, list[tuple[int, Unit, str, bool]]] = {}
    for unit in directory.units:
        for name in dict.fromkeys((unit.name, *unit.aliases)):
            key = _folded(name, ())[0]
            if key:
                acronym = name.isupper() and " " not in name
                entries.setdefault(key, []).append((len(key), unit, name, acronym))
    automaton = ahocorasick.Automaton()
    for key, values in entries.items():
        automaton.add_word(key, tuple(values))
    if entries:
        automaton.make_automaton()
    return Names(directory, automaton)


def _folded(text: str, skipped: Sequence[Span]) -> tuple[str, list[int]]:
    """The text in small letters without the ranges skipped and doubled spaces, and each letter's place."""
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for gap in [*skipped, Span(len(text), len(text))]:
        for place in range(at, gap.start):
            letter = text[place].lower()
            if len(letter) == 1 and not (letter.isspace() and letters and letters[-1] == " "):
                letters.append(" " if letter.isspace() else letter)
                places.append(place)
        at = gap.end
    return "".join(letters), places


def _whole(folded: str, start: int, end: int) -> bool:
    """Whether a match is no part of a word, a link or a mail address."""
    before, after = folded[max(start - 1, 0) : start], folded[end : end + 2]
    if before.isalnum() or before in {"@", "_", "/", "."} or after[:1].isalnum():
        return False
    return not (after[:1] in {".", "@", "_", "-"} and after[1:].isalnum())


def _longest(mentions: list[Mention], text: str) -> list[Mention]:
    by_span: dict[Span, list[Mention]] = {}
    for mention in mentions:
        by_span.setdefault(mention.span, []).append(mention)
    chosen: list[Mention] = []
    for span in sorted(by_span, key=lambda span: (span.start, -span.end)):
        if not chosen or span.start >= chosen[-1].span.end:
            chosen.append(_meant(by_span[span], text))
    return chosen


def _meant(rivals: list[Mention], text: str) -> Mention:
    """Of units of one name, the one whose city the text names nearest after it; else any, as shared."""
    first = rivals[0]
    if all(other.unit is first.unit for other in rivals):
        return first
    after = text[first.span.end :].lower()
    cities = [(after.find(city), rival) for rival in rivals if (city := _city(rival.unit)) and city in after]
    return min(cities, key=lambda found: found[0])[1] if cities else first._replace(shared=True)


def _city(unit: Unit) -> str:
    return city_key(unit.address.part("city")).name if unit.address is not None else ""
