"""Units from a table with a head row, in comma-, semicolon- or tab-separated text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO

from ppid_lint.contacts.handles import PLATFORMS
from ppid_lint.contacts.raw_unit import RawUnit
from ppid_lint.errors import InputError

# A head, in small letters and without dots, and what stands under it.
_HEADS: Mapping[str, str] = {
    **dict.fromkeys(
        ("nama", "unit", "nama unit", "unit kerja", "kantor", "instansi", "name", "office"), "name"
    ),
    **dict.fromkeys(
        (
            "telepon",
            "telp",
            "no telepon",
            "no telp",
            "nomor telepon",
            "phone",
            "telephone",
            "whatsapp",
            "wa",
            "hp",
        ),
        "phones",
    ),
    **dict.fromkeys(("faks", "fax", "faksimile", "no faks"), "faxes"),
    **dict.fromkeys(("surel", "email", "e-mail", "pos-el", "alamat surel"), "emails"),
    **dict.fromkeys(("laman", "situs", "website", "web", "url", "situs web"), "urls"),
    **dict.fromkeys(("alamat", "jalan", "address", "street"), "street"),
    **dict.fromkeys(("kelurahan", "desa", "village"), "village"),
    **dict.fromkeys(("kecamatan", "district"), "district"),
    **dict.fromkeys(("kota", "kabupaten", "kabupaten/kota", "kota/kabupaten", "city", "regency"), "city"),
    **dict.fromkeys(("provinsi", "province"), "province"),
    **dict.fromkeys(("kode pos", "kodepos", "postcode", "postal code", "zip"), "postcode"),
    **dict.fromkeys(("jam layanan", "jam", "jam kerja", "jam pelayanan", "hours"), "hours"),
}
_PARTS = ("street", "village", "district", "city", "province", "postcode")
_SEVERAL = re.compile(r"\s*[;|\n]\s*|\s*,\s+|\s+/\s+")


def csv_units(text: str) -> list[RawUnit]:
    """The units of a table's rows; `InputError` where no column holds names.

    Several values in a cell are parted by `;`, `|`, ` / ` or a comma and a space.
    """
    rows = list(csv.reader(StringIO(text), delimiter=_delimiter(text)))
    heads = [_head(cell) for cell in rows[0]] if rows else []
    if "name" not in heads:
        raise InputError(
            "baris pertama harus memuat kolom nama, misalnya: nama, telepon, surel, alamat", line=1
        )
    return [unit for row in rows[1:] if (unit := _unit(heads, row)).name]


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _head(cell: str) -> str:
    plain = " ".join(cell.replace(".", " ").replace("\ufeff", "").lower().split())
    return plain if plain in PLATFORMS else _HEADS.get(plain, "")


def _unit(heads: list[str], row: Iterable[str]) -> RawUnit:
    cells: dict[str, list[str]] = {}
    for head, cell in zip(heads, row, strict=False):
        if head and cell.strip():
            cells.setdefault(head, []).append(cell.strip())
    return RawUnit(
        name=" ".join(cells.get("name", ())),
        phones=_several(cells, "phones"),
        faxes=_several(cells, "faxes"),
        emails=_several(cells, "emails"),
        urls=_several(cells, "urls"),
        social={platform: cells[platform][0] for platform in sorted(PLATFORMS) if platform in cells},
        address={part: cells[part][0] for part in _PARTS if part in cells},
        hours=" ".join(cells.get("hours", ())),
    )


def _several(cells: Mapping[str, list[str]], key: str) -> tuple[str, ...]:
    return tuple(value for cell in cells.get(key, ()) for value in _SEVERAL.split(cell) if value)
