"""Labelled drafts from the templates of corpus/: `generate_drafts.py test OUT --count 200 --seed 1`."""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ppid_lint.errors import ConfigError
from ppid_lint.identifiers import digits
from ppid_lint.yamlfile import read_yaml

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "templates"
SUFFIXES = {"html": ".html", "text": ".txt", "markdown": ".md"}
BULK = "restricted/bulk-personal-data"
NOT_BULK = frozenset({"nip", "pppk", "plate"})
ROWS = (2, 3, 5, 7)

_SLOT = re.compile(r"\{(sp2d|[a-z_]+)(\d?)(?::(\d+))?\}")
_REGIONS = (
    "357301",
    "350711",
    "327301",
    "317405",
    "331004",
    "520101",
    "737101",
    "640301",
    "127121",
    "910101",
)
_FIRST = (
    "Sulastri",
    "Parjono",
    "Ngatinem",
    "Wahid",
    "Rumiyati",
    "Jatmiko",
    "Tiurma",
    "Kadek",
    "Yohana",
    "Basri",
)
_LAST = (
    "Hadi",
    "Lestari",
    "Simbolon",
    "Wibisana",
    "Maulana",
    "Rahayu",
    "Tambunan",
    "Sasmito",
    "Lubis",
    "Anjani",
)
_TOWNS = ("Malang", "Kediri", "Palu", "Ambon", "Bantul", "Ende", "Metro", "Tarakan")
_MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober")
_MAIL = ("gmail.com", "yahoo.co.id")
_NETWORKS = ("10.20", "192.168", "172.16")
_OFFICES = ("Kantor Wilayah Sumur Utara", "Balai Irigasi Rakyat", "Kantor Layanan Sumur Dalam")


@dataclass(frozen=True, slots=True)
class Draft:
    """A generated draft in the labelled format, and the suffix of its markup."""

    text: str
    suffix: str


def drafts(half: str, count: int, seed: int) -> Iterator[Draft]:
    """Drafts of one half, each from one template with fresh values; the same seed gives the same drafts."""
    rng = random.Random(f"{half}-{seed}")
    templates = read_yaml(CORPUS / f"{half}.yaml", ConfigError).data["templates"]
    slots = read_yaml(CORPUS / "slots.yaml", ConfigError).data["personal"]
    rules = {name: slot["rule"] for name, slot in slots.items()}
    for number in range(count):
        yield _draft(templates[number % len(templates)], rules, rng)


def _draft(template: Mapping[str, Any], rules: Mapping[str, str], rng: random.Random) -> Draft:
    marked = set(template.get("violations", ()))

    def fill(text: str, row: int = 1) -> str:
        return _SLOT.sub(lambda match: _value(match, rules, marked, rng, row), text)

    if template["form"] in ("prose", "label"):
        return Draft(fill(template["text"]) + "\n", ".md" if template["form"] == "prose" else ".txt")
    rows = rng.choice(ROWS)
    lines = [fill(template["row"], row) for row in range(1, rows + 1)]
    body = "\n".join([fill(template["head"]), *lines, *([template["tail"]] if "tail" in template else [])])
    bulk = rows >= 5 and bool(marked - NOT_BULK)
    head = f"%% expect: {BULK}\n" if bulk else ""
    return Draft(f"{head}{body}\n", SUFFIXES[template.get("markup", "text")])


def _value(
    match: re.Match[str], rules: Mapping[str, str], marked: set[str], rng: random.Random, row: int
) -> str:
    name, _, width = match.groups()
    value = str(row) if name == "n" else _VALUES[name](rng)
    shown = f"[[{rules[name]}|{value}]]" if name in marked else value
    return shown + " " * (int(width) - len(value) if width else 0)


def _figures(rng: random.Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))


def _grouped(number: str, *lengths: int, by: str = " ") -> str:
    parts, at = [], 0
    for length in lengths:
        parts.append(number[at : at + length])
        at += length
    return by.join(parts)


def _date(rng: random.Random, first: int = 1960, last: int = 2005) -> tuple[int, int, int]:
    return rng.randint(1, 28), rng.randint(1, 12), rng.randint(first, last)


def _person(rng: random.Random, first: int, last: int, female: bool) -> str:
    day, month, year = _date(rng, first, last)
    return f"{rng.choice(_REGIONS)}{day + 40 * female:02}{month:02}{year % 100:02}{rng.randint(1, 9999):04}"


def _nik(rng: random.Random) -> str:
    number = _person(rng, 1950, 2007, rng.random() < 0.5)
    return rng.choice((number, number, _grouped(number, 4, 4, 4, 4), _grouped(number, 6, 6, 4, by=".")))


def _checked(start: str) -> str:
    return next(start + digit for digit in "0123456789" if digits.luhn_holds(start + digit))


def _npwp(rng: random.Random) -> str:
    number = _checked("0" + rng.choice("1234") + _figures(rng, 6))
    return f"{number[:2]}.{number[2:5]}.{number[5:8]}.{number[8]}-{_figures(rng, 3)}.000"


def _npwp_long(rng: random.Random) -> str:
    return "0" + re.sub(r"\D", "", _npwp(rng))


def _nip(rng: random.Random) -> str:
    day, month, year = _date(rng, 1966, 1995)
    start = f"{year}{month:02}{day:02}"
    tail = f"{rng.randint(year + 22, 2019)}{rng.randint(1, 12):02}{rng.choice('12')}{rng.randint(1, 99):03}"
    return rng.choice((start + tail, f"{start} {_grouped(tail, 6, 1, 3)}"))


def _pppk(rng: random.Random) -> str:
    day, month, year = _date(rng, 1970, 1996)
    return f"{year}{month:02}{day:02}{rng.randint(2019, 2024)}21{rng.choice('12')}{rng.randint(1, 99):03}"


def _mobile(rng: random.Random) -> str:
    number = rng.choice(("0812", "0857", "0896", "0878", "0831")) + _figures(rng, rng.choice((7, 8)))
    return rng.choice(
        (
            number,
            _grouped(number, 4, 4, 4),
            _grouped(number, 4, 4, 4, by="-"),
            f"+62 {_grouped(number[1:], 3, 4, 4)}",
        )
    )


def _password(rng: random.Random) -> str:
    word = rng.choice(("Mlati", "sumur", "Kunci", "bendung"))
    return f"{word}{rng.choice('#@_!')}{_figures(rng, 4)}{rng.choice('xyzQ')}"


def _account(rng: random.Random) -> str:
    number = _figures(rng, rng.choice((10, 13, 15)))
    return rng.choice((number, _grouped(number.ljust(15, "7"), 4, 2, 6, 2, 1, by="-")))


def _spoken(rng: random.Random, first: int = 1950, last: int = 2012) -> str:
    day, _, year = _date(rng, first, last)
    return f"{day} {rng.choice(_MONTHS)} {year}"


def _address(rng: random.Random) -> str:
    street = rng.choice(("Jl. Melur", "Jalan Kenari", "Gang Sawo", "Dusun Ngaran"))
    return f"{street} No. {rng.randint(2, 90)} RT {rng.randint(1, 9):02}/RW {rng.randint(1, 9):02}"


def _plate(rng: random.Random) -> str:
    area, series = rng.choice(("B", "N", "AB", "DK", "L")), rng.choice(("KT", "XYZ", "PQR", "AA"))
    return f"{area} {rng.randint(1100, 6900)} {series}"


def _letters(rng: random.Random, count: int) -> str:
    return "".join(rng.choices("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", k=count))


def _issuer(rng: random.Random) -> str:
    return _grouped(_checked(rng.choice(("4", "52", "54")).ljust(2, "6") + _figures(rng, 13)), 4, 4, 4, 4)


def _deed(rng: random.Random) -> str:
    day, month, year = _date(rng, 1990, 2024)
    kind = rng.choice(("LT", "LU", "KM", "KW"))
    return f"{rng.choice(_REGIONS)[:4]}-{kind}-{day:02}{month:02}{year}-{_figures(rng, 4)}"


def _va(rng: random.Random) -> str:
    number = rng.choice("89") + _figures(rng, 15)
    return rng.choice((number, _grouped(number, 4, 4, 4, 4)))


def _masked(rng: random.Random) -> str:
    number = _person(rng, 1960, 2000, False)
    return number[:4] + "*" * 10 + number[-2:]


_VALUES: Mapping[str, Callable[[random.Random], str]] = {
    "nik": _nik,
    "kk": lambda rng: _person(rng, 2006, 2023, False),
    "npwp": _npwp,
    "npwp_long": _npwp_long,
    "nitku": lambda rng: _npwp_long(rng) + _figures(rng, 6),
    "passport": lambda rng: f"{rng.choice('BCEX')}{rng.choice(('', ' '))}{_figures(rng, 7)}",
    "licence": lambda rng: f"{rng.randint(65, 99)}{rng.randint(1, 12):02}{_figures(rng, 8)}",
    "bpjs": lambda rng: "000" + _figures(rng, 10),
    "kpj": lambda rng: rng.choice("12") + _figures(rng, 10),
    "nip": _nip,
    "pppk": _pppk,
    "account": _account,
    "nisn": lambda rng: rng.choice(("00", "01")) + _figures(rng, 8),
    "nuptk": lambda rng: f"{_figures(rng, 1)}{rng.randint(333, 764)}{_figures(rng, 12)}",
    "deed": _deed,
    "card": _issuer,
    "plate": _plate,
    "birth": lambda rng: f"{rng.choice(_TOWNS)}, {_spoken(rng, 1955, 2005)}",
    "birthday": _spoken,
    "address": _address,
    "mobile": _mobile,
    "email": lambda rng: f"{rng.choice(_FIRST).lower()}{rng.randint(3, 99)}@{rng.choice(_MAIL)}",
    "password": _password,
    "ip": lambda rng: f"{rng.choice(_NETWORKS)}.{rng.randint(0, 99)}.{rng.randint(2, 250)}",
    "sp2d": lambda rng: rng.choice(("25", "26")) + _figures(rng, 13),
    "spm": lambda rng: f"{_figures(rng, 5)}T/{_figures(rng, 6)}/2026",
    "ntpn": lambda rng: _letters(rng, 16),
    "billing": lambda rng: "82" + _figures(rng, 13),
    "va": _va,
    "dipa": lambda rng: f"DIPA-015.{_figures(rng, 2)}.1.{_figures(rng, 6)}/2026",
    "mak": lambda rng: f"{_figures(rng, 4)}.EBA.{_figures(rng, 3)}.{_figures(rng, 3)}.A.{_figures(rng, 6)}",
    "nop": lambda rng: f"35.73.{_figures(rng, 3)}.{_figures(rng, 3)}.{_figures(rng, 3)}-{_figures(rng, 4)}.0",
    "contract": lambda rng: f"{_figures(rng, 3)}/SPK/BSIR/{rng.choice(('II', 'V', 'IX'))}/2026",
    "isbn": lambda rng: f"978-602-{_figures(rng, 4)}-{_figures(rng, 2)}-{_figures(rng, 1)}",
    "doi": lambda rng: f"10.{_figures(rng, 4)}/sumur.2026.{_figures(rng, 6)}",
    "imei": lambda rng: _checked("35" + _figures(rng, 12)),
    "chassis": lambda rng: "MH" + _letters(rng, 15),
    "serial": lambda rng: _person(rng, 1960, 2000, False),
    "ean": lambda rng: "899" + _figures(rng, 10),
    "version": lambda rng: ".".join(str(rng.randint(0, 40)) for _ in range(4)),
    "price": lambda rng: f"Rp{rng.randint(2, 980)}.{_figures(rng, 3)}.000",
    "letter": lambda rng: f"PENG-{rng.randint(2, 90)}/BSIR/2026",
    "masked": _masked,
    "lot_plate": _plate,
    "office_address": lambda rng: f"{rng.choice(('Jl. Cempaka', 'Jl. Pemuda'))} No. {rng.randint(2, 90)}",
    "hotline": lambda rng: rng.choice(("110", "112", "129", "1708", "14045")),
    "registration": lambda rng: f"{rng.choice(('26', '25'))}-{_figures(rng, 4)}-{_figures(rng, 5)}",
    "name": lambda rng: f"{rng.choice(_FIRST)} {rng.choice(_LAST)}",
    "town": lambda rng: rng.choice(_TOWNS),
    "date": lambda rng: f"{rng.randint(1, 28)} {rng.choice(_MONTHS)} 2026",
    "office": lambda rng: rng.choice(_OFFICES),
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", choices=["tuning", "test"])
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for number, draft in enumerate(drafts(options.half, options.count, options.seed), 1):
        (options.out / f"{number:04}{draft.suffix}").write_text(draft.text, encoding="utf-8")


if __name__ == "__main__":
    main()
