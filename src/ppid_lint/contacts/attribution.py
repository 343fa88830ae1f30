"""Which unit of the directory a channel in a draft belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import re2

from ppid_lint.contacts.directory import Unit
from ppid_lint.contacts.names import Mention, Names
from ppid_lint.document import Block, Cell, Document
from ppid_lint.text import Span

_KINDS = (
    "Dinas|Badan|Kantor|Kementerian|Kanwil|Balai|Direktorat|Sekretariat|Polres|Polresta|Polsek|Polda|Kejaksaan"
    "|Pengadilan|RSUD|RSU|RS|Rumah Sakit|Puskesmas|Bank|PT|CV|UD|Hotel|Universitas|Institut|Politeknik"
    "|Kecamatan|Kelurahan|BPJS|Ombudsman|KPPN|KPP|KPPBC|KPKNL|Yayasan|Koperasi|Perum|Perumda|PDAM|BKAD|BPKAD|Komisi"
    "|Lembaga|Ministry|Agency|SMA|SMAN|SMK|SMKN|SMP|SMPN|SD|SDN|MAN|MTsN|Sekolah|Madrasah|Pesantren|Masjid"
    "|BPBD|BNPB|Basarnas|PMI|PLN|Palang Merah|Satpol PP|Damkar|Posko|Pos Komando|Bawaslu|KPU|KPK|Dinkes"
    "|Dinsos|Disdukcapil|Dukcapil|Diskominfo|Dishub|Disnaker|Disdik|Bapenda|Bappeda|Inspektorat|UPTD?|Samsat|Kejari"
    "|Kejati|Kemenag|KUA|BPN|BPS|Bulog|Perhutani|Imigrasi"
    "|Gereja|Restoran|Rumah Makan|Kafe|Museum|Klinik|Apotek|Toko|Forum|Sanggar|Asosiasi|Paguyuban"
)
_BODY = re2.compile(
    rf"\b(?:{_KINDS}|{_KINDS.upper()})\.? (?:[A-Z][A-Za-z]*|[0-9]{{1,2}} [A-Z]|dan|of)"
    r"(?: (?:[A-Z][A-Za-z]*|dan|DAN|of))*"
)
_SENTENCE_END = re2.compile(r"[a-z]{3}[)\]\"”]?[.!?] +[A-Z]")
_SERVED = re2.compile(r" (?:Kota|Kabupaten|Provinsi|Kecamatan|Republik) ")
_STREETS = ("jl. ", "jl ", "jln. ", "jln ", "jalan ", "jalan raya ")
_STREET = 12  # code points that hold the longest of them
_FIRST_BLOCKS = 12


class How(StrEnum):
    """Why a unit was taken for the one meant."""

    BLOCK = "block"
    ROW = "row"
    SECTION = "section"
    TITLE = "title"  # the only unit that the first lines of the draft name
    PUBLISHER = "publisher"  # the only unit of the directory
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The unit meant (None: none of the directory's), and why.

    `loosely` says that only the organisation was named; `body` is another organisation that stands nearest,
    `own` that it is the publishing office: the first named in a draft that names none of the directory's.
    """

    unit: Unit | None
    how: How
    loosely: bool = False
    body: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Attributor:
    """Asks a draft whose a channel is: its block, its table row, the heading above, the draft as a whole."""

    document: Document
    names: Names
    publisher: Attribution
    office: str = ""  # the publishing one, where the directory has not got it
    _silent: dict[tuple[int, int], bool] = field(default_factory=dict, compare=False, repr=False)

    def attribute(self, index: int, places: Iterable[Span]) -> list[Attribution]:
        """The units of the channels at some spans of a block, in the order given."""
        block = self.document.blocks[index]
        own = _said(block.text, self.names)
        around = self._around(index, block)
        return [self._attribution(own.nearest(place.start), How.BLOCK) or around for place in places]

    def _around(self, index: int, block: Block) -> Attribution:
        """What speaks for a whole block: its row, its heading, the draft."""
        if block.cell is not None and not self._is_silent(index, block.cell):
            row = " | ".join(_row(self.document.blocks, index))
            found = self._attribution(_said(row, self.names).nearest(len(row)), How.ROW)
            if found is not None:
                return found
        section = _said(block.section, self.names).nearest(len(block.section)) if block.section else None
        return self._attribution(section, How.SECTION) or self.publisher

    def _is_silent(self, index: int, cell: Cell) -> bool:
        """Whether the whole row of a cell names nobody: most rows of a long table do not."""
        key = (cell.table, cell.row)
        if key not in self._silent:
            row = " | ".join([self.document.blocks[index].text, *_row(self.document.blocks, index)])
            self._silent[key] = not (self.names.mentions(row) or _BODY.search(row))
        return self._silent[key]

    def _attribution(self, found: Mention | str | None, how: How) -> Attribution | None:
        return _attributed(found, how, self.names, self.office) if found is not None else None


def attributor(document: Document, names: Names) -> Attributor:
    """The attributor of a draft; `names` are built once per directory."""
    units = names.directory.units
    if len(units) == 1:
        return Attributor(document, names, Attribution(units[0], How.PUBLISHER))
    for block in document.blocks[:_FIRST_BLOCKS]:
        mentions = names.mentions(block.text)
        if mentions:
            alone = len({mention.unit.id for mention in mentions}) == 1
            title = _attributed(mentions[0], How.TITLE, names, "") if alone else Attribution(None, How.NONE)
            return Attributor(document, names, title)
    bodies = (_said(block.text, names).bodies for block in document.blocks[:_FIRST_BLOCKS])
    office = next((named[0][1] for named in bodies if named), "")
    return Attributor(document, names, Attribution(None, How.NONE), office)


@dataclass(frozen=True, slots=True)
class _Said:
    """The units and other bodies a text names, by place."""

    mentions: Sequence[Mention]
    bodies: Sequence[tuple[Span, str]]
    sentences: Sequence[int]
    ends: Sequence[int] = field(default=())
    body_ends: Sequence[int] = field(default=())

    def nearest(self, place: int) -> Mention | str | None:
        """The unit named nearest before a place, else after it; a body of the same sentence if nearer."""
        at = bisect_right(self.ends, place) - 1
        mention = self.mentions[at] if at >= 0 else None
        index = bisect_right(self.body_ends, place) - 1
        if index >= 0:
            span, name = self.bodies[index]
            ended = bisect_right(self.sentences, place) > bisect_right(self.sentences, span.end)
            if not ended and (mention is None or span.end > mention.span.end):
                return name
        if mention is not None:
            return mention
        following = bisect_left(self.ends, place)
        return self.mentions[following] if following < len(self.mentions) else None


_NOTHING_SAID = _Said((), (), ())


def _said(text: str, names: Names) -> _Said:
    if text.isdigit():
        return _NOTHING_SAID
    mentions = names.mentions(text)
    starts = [mention.span.start for mention in mentions]
    bodies = []
    for match in _BODY.finditer(text):
        span = Span(*match.span())
        if text[max(span.start - _STREET, 0) : span.start].lower().endswith(_STREETS):
            continue  # a street named after it
        at = bisect_right(starts, span.start) - 1
        if at < 0 or mentions[at].span.end <= span.start:
            bodies.append((span, match[0]))
        elif span.end > mentions[at].span.end + 1:
            bodies += _past(text, mentions[at].span, span)
    return _Said(
        mentions,
        bodies,
        [match.end() - 1 for match in _SENTENCE_END.finditer(text)],
        [mention.span.end for mention in mentions],
        [span.end for span, _ in bodies],
    )


def _past(text: str, mention: Span, body: Span) -> list[tuple[Span, str]]:
    """Another body after a unit's name, as in "KPKNL Malang dan Dinas Koperasi".

    Capitals that merely follow a unit's name are a heading's, not a longer name.
    """
    second = _BODY.search(text[mention.end : body.end])
    if second is None:
        return []
    return [(Span(mention.end + second.start(), mention.end + second.end()), second[0])]


def same_body(one: str, other: str) -> bool:
    """Whether two names are one body's, the place after it left out in one: *Dinas Sosial Kota Contoh*."""
    return one == other or one == body_kind(other) or other == body_kind(one)


def body_kind(name: str) -> str:
    """A body's name up to the place it serves; "" where no place follows."""
    match = _SERVED.search(name)
    return name[: match.start()] if match else ""


def _attributed(found: Mention | str, how: How, names: Names, office: str) -> Attribution:
    if isinstance(found, str):
        return Attribution(None, how, body=found, own=bool(office) and same_body(found, office))
    head = found.unit is names.directory.head
    return Attribution(found.unit, how, loosely=head and found.name != found.unit.name)


def _row(blocks: Sequence[Block], index: int) -> list[str]:
    """The texts of the other cells of a block's table row, in order."""
    cell = blocks[index].cell
    if cell is None:
        return []
    start, end = index, index + 1
    while start > 0 and _same_row(blocks[start - 1], blocks[index]):
        start -= 1
    while end < len(blocks) and _same_row(blocks[end], blocks[index]):
        end += 1
    return [blocks[at].text for at in range(start, end) if at != index]


def _same_row(one: Block, other: Block) -> bool:
    if one.cell is None or other.cell is None:
        return False
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
