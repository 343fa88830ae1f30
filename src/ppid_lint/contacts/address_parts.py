"""The pieces of a postal address, each recognised where it starts, and what two writings of one share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ppid_lint.contacts.channel import Part
from ppid_lint.text import Span

_SHORT = frozenset(
    {
        *("Sumut", "Sumbar", "Kepri", "Sumsel", "Babel", "Jabar", "Jateng", "Jatim", "Kalbar", "Kalteng"),
        *("Kalsel", "Kaltim", "Kaltara", "Sulut", "Sulteng", "Sulbar", "Sulsel", "Sultra", "Malut"),
    }
)
_PROVINCES = (
    "Daerah Khusus Ibukota Jakarta|Daerah Khusus Jakarta|Daerah Istimewa Yogyakarta|D\\.?I\\.? Yogyakarta"
    "|DIY|DKI Jakarta|DK Jakarta"
    "|DKI|Aceh|Sumatera Utara|Sumut|Sumatera Barat|Sumbar|Riau|Kepulauan Riau|Kepri|Jambi|Sumatera Selatan"
    "|Sumsel"
    "|Kepulauan Bangka Belitung|Bangka Belitung|Babel|Bengkulu|Lampung|Banten|Jawa Barat|Jabar|Jawa Tengah"
    "|Jateng|Jawa Timur"
    "|Jatim|Bali|Nusa Tenggara Barat|NTB|Nusa Tenggara Timur|NTT|Kalimantan Barat|Kalbar|Kalimantan Tengah"
    "|Kalteng"
    "|Kalimantan Selatan|Kalsel|Kalimantan Timur|Kaltim|Kalimantan Utara|Kaltara|Sulawesi Utara|Sulut"
    "|Gorontalo"
    "|Sulawesi Tengah|Sulteng|Sulawesi Barat|Sulbar|Sulawesi Selatan|Sulsel|Sulawesi Tenggara|Sultra"
    "|Maluku Utara|Malut"
    "|Maluku|Papua Barat Daya|Papua Barat|Papua Tengah|Papua Pegunungan|Papua Selatan|Papua"
)
_LONG_PROVINCES = "|".join(
    name for name in _PROVINCES.split("|") if " " in name or name.isupper() or name in _SHORT
)  # those that are no city's name too
_STOP = (
    r"(?!(?i:Tele?pon|Telp|Tlp|Tel|Phone|Fax|Faks|Faksimil[ei]|E-?mail|Surel|Website|Situs|Laman|Hotline|Call"
    r"|WhatsApp|WA|HP|SMS"
    r"|Jalan|Jln|Jl|Kode|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sun)(?:day)?|Open|Hours|Weekdays|Senin|Selasa|Rabu|Kamis|Jum|Sabtu|Minggu|Pukul|Jam|Buka|Hubungi|Kontak|Instagram|Facebook"
    r"|Twitter|Loket|Nomor|No|RT|RW"
    r"|Surel|PPID|Kepala|Bupati|Wali|Gubernur|Rapat|Acara|Pada|Tanggal|Hari|Untuk|Yang|Dan|Atau|Informasi"
    r"|Pengaduan|Layanan|Website"
    r"|Kel|Kelurahan|Kec|Kecamatan|Kab|Kabupaten|Kota|Desa|Lantai|Lt|Gedung|Gd|Provinsi|Prov|Km|Blok|Kav)\b)"
)
_WORD = (
    r"(?:(?:Balai|Taman|Alun-Alun|Stasiun|Terminal) (?:Kota|Desa)"
    rf"|{_STOP}[A-Z][A-Za-z'’]*(?:-[A-Z][A-Za-z]*)?)"
)
_PLACE = rf"{_WORD}(?: {_WORD}){{0,3}}(?: Kota(?=,))?"
_INITIAL = r"(?:[A-Z]{1,3}\.|[A-Z][a-z]{2,6}\.(?= ?[A-Z])|(?:dr|Dr|Prof|Ir|KH|K\.H|R\.A|H|Tgk|Tk|Mr|St)\.?)"
_NAME = (
    rf"(?:(?:Raya|Gang|Gg\.?) )?(?:{_INITIAL} ?|[0-9]{{1,2}} (?=[A-Z])){{0,3}}{_WORD}"
    rf"(?:(?: |-)(?:{_INITIAL}(?= ?[A-Z])|{_WORD}|[IVX]{{1,4}}(?![A-Za-z]))| dan {_WORD}){{0,6}}"
)
_STREETS = r"(?:[Jj][Ll][Nn]?\.?|[Jj]alan|JALAN)"

_PIECES = {
    "street": rf"{_STREETS} ?(?:(?:Raya )?(?:Desa|Kelurahan) )?{_NAME}",
    "number": (
        r"(?:[Nn][Oo](?:mor|MOR|mer|MER)?\b ?\.? ?:? ?[0-9]+[A-Za-z]?"
        r"(?:[-–/&] ?[0-9]+[A-Za-z]?| [-–] [0-9]{1,3}(?![0-9])){0,4}"
        r"(?: [A-F](?![A-Za-z.]))?"
        r"|[Kk][Mm]\.? ?[0-9]+(?:[.,][0-9]+)?|(?:Kav(?:ling|eling)?\.?"
        r"|Blok) ?[A-Z0-9][A-Z0-9-]{0,6}(?: ?/ ?[0-9]+)?)"
    ),
    "plain-number": r"[0-9]{1,4}[A-Za-z]?(?:[-–][0-9]{1,4})?(?![0-9A-Za-z]| [A-Z][a-z]+ [0-9]{4}(?![0-9]))",
    "rt-rw": r"R[Tt]\.? ?[0-9]{1,3} ?[,/]? ?(?:R[Ww]\.? ?[0-9]{1,3}|[0-9]{1,3})?|R[Ww]\.? ?[0-9]{1,3}",
    "floor": r"(?:Lantai|Lt\.?) ?[0-9IVX]{1,4}(?:[-–][0-9]{1,2})?(?![A-Za-z])",
    "building": (
        r"(?:Gedung|Gd\.?|Menara|Wisma|Graha|Plaza|Komplek(?:s)?|Perum(?:ahan)?\.?) "
        rf"(?:{_WORD}|[A-Z0-9])(?: {_WORD}){{0,4}}"
    ),
    "village": rf"(?i:Kel(?:urahan|\.)?|Desa|Ds\.) ?{_PLACE}",
    "district": rf"(?i:Kec(?:amatan|\.)?|Distrik) ?{_PLACE}",
    "city": rf"(?i:Kota(?: Administrasi| Adm\.?)?|Kab(?:upaten|\.)?) ?{_PLACE}",
    "postcode": r"(?:[Kk]ode [Pp]os ?[:.]? ?)?[1-9][0-9]{4}(?![0-9.,/-]*[0-9])",
    "province": (
        rf"(?i:Prov(?:insi|\.)? )?(?i:{_PROVINCES}|Indonesia|East Java|Central Java|West Java)(?![A-Za-z])"
    ),
    "place": _PLACE,
}
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _PIECES.items())
_JOINT = re.compile(
    r"(?: ?(?:,|;|\||–|—|-|/|\n)){0,2} {0,3}|\. (?=(?:Kel|Kec|Kab|Kota|Kode|RT|RW|Desa|Jl)\b)"
)
_TAIL = re.compile(rf"(?i)^(.{{4,}}?) (?:{_LONG_PROVINCES})$")
_PREFIX = re.compile(r"^(?:jalan|jln|jl)\b\.? ?", re.IGNORECASE)
_CITY = re.compile(r"^(kota administrasi|kota adm|kota|kabupaten|kab)\b\.? ?")
_POSTCODE = re.compile(r"[1-9][0-9]{4}$")
_NUMBER = re.compile(r"^(?:nomor|nomer|no)\b ?\.? ?:? ?")
_WINDOW = 160
_SIDES = {"central": "pusat", "south": "selatan", "east": "timur", "west": "barat", "north": "utara"}


class CityKey(NamedTuple):
    """A city's rank ("kota", "kab", "" if not said) and bare name."""

    rank: str
    name: str


def pieces_from(text: str, start: int, *, limit: int = 14, after: Sequence[Part] = ()) -> list[Part]:
    """The address pieces that follow one another from an offset, a street or building first. Linear.

    `after` are the pieces of the lines before, if the text goes on an address.
    """
    parts: list[Part] = []
    at = start
    while len(parts) < limit:
        joint = _JOINT.match(text[at : at + 8]) if parts else None
        place = at + (joint.end() if joint else 0)
        tight = joint is not None and not joint[0].strip()
        part = _piece(text, place, [*after, *parts], tight=tight)
        if part is None:
            break
        parts.append(part)
        at = part.span.end
    return parts


def _piece(text: str, at: int, before: list[Part], *, tight: bool) -> Part | None:
    window = text[at : at + _WINDOW]
    last = before[-1].name if before else ""
    for name, pattern in _PATTERNS:
        if name == "plain-number" and last != "street":
            continue
        if name == "place" and not _may_be_place(before, tight=tight):
            continue
        match = pattern.match(window)
        if match and match.end():
            return _part(name, match[0], at)
    return None


def _may_be_place(before: Sequence[Part], *, tight: bool) -> bool:
    """Whether a bare name after these pieces is a place; `tight` where no comma or line end parts them."""
    if not before or not tight:
        return bool(before)
    last = before[-1].name
    unsaid = last == "postcode" and not any(part.name in {"place", "city"} for part in before)
    return unsaid or last in {"number", "rt-rw", "plain-number"}


def _part(name: str, text: str, at: int) -> Part:
    text = text.rstrip(" ,.")
    tail = _TAIL.match(text) if name in {"city", "place", "district"} else None
    if tail:
        text = tail[1]
    if name == "postcode":
        at, text = at + len(text) - 5, text[-5:]
    return Part(name, text, Span(at, at + len(text)))


def street_key(text: str) -> str:
    """The name of a street, without its kind, dots and case."""
    bare = _PREFIX.sub("", text.strip())
    return " ".join(bare.replace(".", " ").replace("-", " ").lower().split())


def number_key(text: str) -> str:
    """A house number: "No. 2-4", "Nomor 2–4" and "2 - 4" are one."""
    bare = _NUMBER.sub("", text.strip().lower())
    return bare.replace("–", "-").replace(" ", "").rstrip(".,")


def city_key(text: str) -> CityKey:
    """A city or regency: "Kota Malang" and "Malang" share the name, "Kab. Malang" has another rank."""
    lowered = " ".join(text.lower().split())
    rank = _CITY.match(lowered)
    name = (lowered[rank.end() :] if rank else lowered).removesuffix(" city").strip(" .")
    side, _, rest = name.partition(" ")
    if side in _SIDES and rest:
        name = f"{rest} {_SIDES[side]}"
    return CityKey("" if not rank else "kab" if rank[1].startswith("kab") else "kota", name)
