"""Which unit of the directory a channel in a draft belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

import ahocorasick
import re2

from ppid_lint.contacts.directory import Directory, Unit
from ppid_lint.document import Block, Document
from ppid_lint.text import Span

_PARENTHESIS = re2.compile(r" ?\([A-Z][A-Za-z0-9&/ .-]{0,30}\)")
_BODY = re2.compile(
    r"\b(?:Dinas|Badan|Kantor|Kementerian|Kanwil|Kantor Wilayah|Balai|Direktorat|Sekretariat|Polres(?:ta)?"
    r"|Polsek|Polda|Kejaksaan"
    r"|Pengadilan|RSUD?|Rumah Sakit|Puskesmas|Bank|PT|CV|UD|Hotel|Universitas|Institut|Politeknik|Kecamatan"
    r"|Kelurahan|BPJS"
    r"|Ombudsman|KPPN|KPP|KPPBC|KPKNL|Yayasan|Koperasi|Perum|Perumda|PDAM|BKAD|BPKAD|Komisi|Lembaga|Ministry"
    r"|Agency|Ombudsman)"
    r"\.? (?:[A-Z][A-Za-z.]*|dan|of)(?: (?:[A-Z][A-Za-z.]*|dan|of))*"
)


_SENTENCE_END = re2.compile(r"[a-z]{3}[)\]\"”]?[.!?] +[A-Z]")


class How(StrEnum):
    """Why a unit was taken for the one meant."""

    BLOCK = "block"
    ROW = "row"
    SECTION = "section"
    DOCUMENT = "document"
    PUBLISHER = "publisher"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The unit meant (None: none of the directory), why, and whether only the organisation was named.

    `body` is another organisation named nearest, whose channel it then is.
    """

    unit: Unit | None
    how: How
    loosely: bool = False
    body: str = ""


class Mention(NamedTuple):
    """A unit's name in a text; `exact` if it is the name or an alias of that unit alone, said in full."""

    span: Span
    unit: Unit
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names and aliases of a directory's units, found in one pass over a text whatever their number."""

    directory: Directory
    automaton: Any

    def mentions(self, text: str) -> list[Mention]:
        """The units a text names, in order: whole words, the longest name; acronyms only in capitals.

        An acronym in brackets inside a name is stepped over: `Dinas Kesehatan (Dinkes) Kota Malang`.
        """
        folded, places = _folded(text)
        found: list[Mention] = []
        for end, entries in self.automaton.iter(folded):
            for length, unit, name, acronym in entries:
                start = end - length + 1
                span = Span(places[start], places[end] + 1)
                if _whole(folded, start, end + 1) and _cased(text, span, name, acronym):
                    found.append(Mention(span, unit, name))
        return _longest(found)


def build_names(directory: Directory) -> Names:
    """The automaton over all names of a directory; build it once."""
    entries: dict[str, list[tuple[int, Unit, str, bool]]] = {}
    for unit in directory.units:
        for name in dict.fromkeys((unit.name, *unit.aliases)):
            key = _folded(name)[0]
            if key:
                entries.setdefault(key, []).append((len(key), unit, name, name.isupper() and " " not in name))
    automaton = ahocorasick.Automaton()
    for key, values in entries.items():
        automaton.add_word(key, tuple(values))
    automaton.make_automaton()
    return Names(directory, automaton)


def attribute(document: Document, index: int, span: Span, names: Names) -> Attribution:
    """The unit that a channel at a span of a block belongs to.

    Asked in turn: its own block, its table row, the heading above, the only unit of the directory, the only
    unit that the draft's first lines name.
    """
    block = document.blocks[index]
    for how, text, place in _contexts(document, index, span):
        found = _nearest(text, place, names)
        if found is not None:
            return _attributed(found, how, names)
    units = names.directory.units
    if len(units) == 1:
        return Attribution(units[0], How.PUBLISHER)
    return _from_title(document, block, names)


def _contexts(document: Document, index: int, span: Span) -> Iterator[tuple[How, str, int]]:
    block = document.blocks[index]
    yield How.BLOCK, block.text, span.start
    if block.cell is not None:
        row = [other.text for other in _row(document.blocks, index)]
        yield How.ROW, " | ".join(row), sum(len(text) for text in row) + 3 * len(row)
    if block.section:
        yield How.SECTION, block.section, len(block.section)


def _row(blocks: Sequence[Block], index: int) -> list[Block]:
    """The other cells of a block's table row."""
    cell = blocks[index].cell
    row = []
    for step in (-1, 1):
        at = index + step
        while cell is not None and 0 <= at < len(blocks):
            other = blocks[at].cell
            if other is not None and (other.table, other.row) != (cell.table, cell.row):
                break
            if other is None:
                break
            row.append(blocks[at])
            at += step
    return row


def _nearest(text: str, place: int, names: Names) -> Mention | str | None:
    """The unit named nearest before a place, else after it; another body's name if that is nearer."""
    mentions = names.mentions(text)
    bodies = [
        Span(*match.span())
        for match in _BODY.finditer(text)
        if not any(
            mention.span.start <= match.start() and match.end() <= mention.span.end + 1
            for mention in mentions
        )
    ]
    before = [(mention.span.end, mention) for mention in mentions if mention.span.end <= place]
    sentence = max((match.end() for match in _SENTENCE_END.finditer(text[:place])), default=0)
    others = [
        (span.end, text[span.start : span.end])
        for span in bodies
        if sentence - 1 <= span.start and span.end <= place
    ]
    nearest: list[tuple[int, Mention | str]] = [*before, *others]
    last = max(nearest, key=lambda found: found[0], default=None)
    if last is not None:
        return last[1]
    after = [mention for mention in mentions if mention.span.start >= place]
    return after[0] if after else None


def _attributed(found: Mention | str, how: How, names: Names) -> Attribution:
    if isinstance(found, str):
        return Attribution(None, how, body=found)
    head = found.unit is names.directory.head
    return Attribution(found.unit, how, loosely=head and found.name != found.unit.name)


def _from_title(document: Document, block: Block, names: Names) -> Attribution:
    """The unit the draft speaks for: the only one its first lines name."""
    for other in document.blocks[:12]:
        mentions = names.mentions(other.text)
        if mentions and other is not block:
            if len({mention.unit.id for mention in mentions}) == 1:
                return _attributed(mentions[0], How.DOCUMENT, names)
            break
    return Attribution(None, How.NONE)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text in small letters without bracketed acronyms and doubled spaces, and where each letter stood."""
    skipped = [Span(*match.span()) for match in _PARENTHESIS.finditer(text)] if "(" in text else []
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
    if before.isalnum() or (before in {"@", "_", "/", "."} and before) or after[:1].isalnum():
        return False
    return not (after[:1] in {".", "@", "_", "-"} and after[1:].isalnum())


def _cased(text: str, span: Span, name: str, acronym: bool) -> bool:
    return not acronym or text[span.start : span.end] == name


def _longest(mentions: list[Mention]) -> list[Mention]:
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=lambda found: (found.span.start, -found.span.end)):
        if not chosen or mention.span.start >= chosen[-1].span.end:
            chosen.append(mention)
    return chosen
