"""Numbers behind the confidences, the region list, and what a validator may cost."""

from __future__ import annotations

import os
import random
import runpy
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ppid_lint.identifiers import VALIDATORS, card, coordinate, plate, region
from ppid_lint.identifiers.dates import short_date_exists
from ppid_lint.identifiers.nik import PASS_RATES
from ppid_lint.identifiers.phone import OPERATORS, PREFIXES
from ppid_lint.identifiers.verdict import Verdict, confidence

ROOT = Path(__file__).parents[1]
PACKAGE = Path(region.__file__).parent


def random_numbers(length: int, count: int, seed: int = 1) -> list[str]:
    rnd = random.Random(seed)
    return ["".join(rnd.choices("0123456789", k=length)) for _ in range(count)]


class TestRegions:
    def test_the_packaged_list_is_what_lokal_gives_today(self) -> None:
        script = runpy.run_path(str(ROOT / "scripts" / "build_regions.py"))
        assert (PACKAGE / "regions.txt").read_text(encoding="utf-8") == script["render"]()

    def test_counts(self) -> None:
        assert len(region.districts()) == 7285
        current = {code[:4] for code in region.districts()}
        assert len(current) == 514
        assert len({code[:2] for code in current}) == 38

    def test_retired_regencies_are_not_in_use(self) -> None:
        current = {code[:4] for code in region.districts()}
        assert not current & set(region.RETIRED_REGENCIES)
        assert len(region.RETIRED_REGENCIES) == 33

    @pytest.mark.parametrize(
        ("code", "tier"),
        [
            ("327301", "district"),
            ("327399", "regency"),
            ("640401", "regency"),
            ("647301", "regency"),
            ("910101", "regency"),
            ("927101", "regency"),
            ("321801", "district"),
            ("650101", "district"),
            ("540101", "province"),
            ("329901", "province"),
            ("320001", "unknown"),
            ("320100", "unknown"),
            ("990101", "unknown"),
            ("", "unknown"),
        ],
    )
    def test_tiers(self, code: str, tier: str) -> None:
        assert region.tier(code) == tier


class TestPassRates:
    """The shares that confidences rest on, counted, not sampled."""

    def test_nik(self) -> None:
        dates = sum(
            short_date_exists(day, month, year)
            for day in range(1, 32)
            for month in range(1, 13)
            for year in range(100)
        )
        date_share = 2 * dates / 1_000_000
        shares = {"district": len(region.districts()) / 1e6, "regency": len(region.regencies()) * 99 / 1e6}
        assert {tier: PASS_RATES[tier] for tier in shares} == pytest.approx(
            {tier: share * date_share for tier, share in shares.items()}, rel=0.05
        )
        provinces = len(region.provinces()) * 99 * 99 / 1e6
        assert PASS_RATES["province"] == pytest.approx(provinces * date_share, rel=0.05)

    def test_card(self) -> None:
        for length, rate in card.PASS_RATES.items():
            ranges = [issuer for issuer in card.ISSUERS if length in issuer.lengths]
            share = sum(
                (int(issuer.last) - int(issuer.first) + 1) / 10 ** len(issuer.first) for issuer in ranges
            )
            assert rate == pytest.approx(share / 10, rel=0.05), length

    def test_mobile(self) -> None:
        assert len(PREFIXES) == sum(map(len, OPERATORS.values())) == 41
        assert VALIDATORS["mobile"]("0812 3456 7890").confidence == confidence(41 / 10_000)
        assert VALIDATORS["mobile"]("62812 3456 7890").confidence == confidence(41 / 100_000)
        assert VALIDATORS["mobile"]("812 3456 7890").confidence == confidence(41 / 1000)

    def test_nip(self) -> None:
        """Birth days, then months or (since 2019) contract counts from 21, two sexes, 999 serial numbers."""
        pairs = sum(
            365.25 * (12 + (79 if appointed >= 2019 else 0))
            for born in range(1940, 2010)
            for appointed in range(max(1960, born + 16), 2027)
        )
        assert pairs * 2 * 999 / 1e18 == pytest.approx(5e-8, rel=0.25)

    def test_plate(self) -> None:
        share = len(plate.AREAS) / (26 + 26**2)
        assert VALIDATORS["plate"]("B 1234 PQR").confidence == pytest.approx(confidence(share), rel=0.05)

    def test_private_ip(self) -> None:
        share = 1 / 256 + (16 + 1 + 1 + 64) / 65_536
        assert VALIDATORS["private_ip"]("10.1.2.3").confidence == pytest.approx(confidence(share), rel=0.01)

    def test_coordinate(self) -> None:
        share = (coordinate.NORTH - coordinate.SOUTH) / 180 * (coordinate.EAST - coordinate.WEST) / 360
        verdict = VALIDATORS["coordinate"]("-6.914744, 107.609810")
        assert verdict.confidence == pytest.approx(confidence(share), rel=0.05)

    @pytest.mark.parametrize(
        ("name", "length", "most"),
        [
            ("nik", 16, 1e-3),
            ("kk", 16, 1e-3),
            ("card", 16, 0.03),
            ("npwp15", 15, 0.105),
            ("npwp16", 16, 0.012),
        ],
    )
    def test_random_numbers_seldom_pass_as_valid(self, name: str, length: int, most: float) -> None:
        numbers = random_numbers(length, 100_000)
        passed = sum(VALIDATORS[name](number).status == "valid" for number in numbers)
        assert passed <= most * len(numbers)

    @pytest.mark.parametrize("name", ["nip", "nippppk"])
    def test_random_numbers_never_pass_as_nip(self, name: str) -> None:
        assert sum(VALIDATORS[name](number).passed for number in random_numbers(18, 200_000)) <= 1

    def test_a_property_tax_number_is_never_a_nip(self) -> None:
        numbers = (f"{region:04}010{village:03}{block:03}01230" for region in (3273, 1101, 9671, 2101)
                   for village in range(20) for block in range(20))  # fmt: skip
        assert not any(VALIDATORS["nip"](number).passed for number in numbers)


REJECTED = {
    "akta": 22,
    "card": 16,
    "imei": 15,
    "kk": 16,
    "luhn": 16,
    "mobile": 12,
    "nik": 16,
    "nip": 18,
    "npwp": 15,
    "plate": 7,
    "private_ip": 12,
}


class TestCost:
    @pytest.mark.parametrize("name", REJECTED)
    def test_rejects_are_cheap(self, name: str) -> None:
        """Hundreds of thousands a second; a bound that holds on a busy machine too."""
        validate = VALIDATORS[name]
        numbers = [text for text in random_numbers(REJECTED[name], 3000) if not validate(text).passed]
        best = min(self._seconds(validate, numbers) for _ in range(7))
        assert len(numbers) / best > 60_000

    @staticmethod
    def _seconds(validate: Callable[[str], Verdict], numbers: list[str]) -> float:
        started = time.perf_counter()
        for number in numbers:
            validate(number)
        return time.perf_counter() - started

    def test_import_is_cheap_and_reads_no_regions(self, tmp_path: Path) -> None:
        """With compiled files in place, as after installation; `typing`, `re`, `datetime` are anybody's."""
        code = (
            "import sys, time, typing, re, datetime, ppid_lint\n"
            "started = time.perf_counter()\n"
            "import ppid_lint.identifiers\n"
            "print(time.perf_counter() - started)\n"
            "from ppid_lint.identifiers import region\n"
            "assert region.districts.cache_info().currsize == 0\n"
            "assert not {'lokal', 'stdnum', 're2', 'ipaddress', 'dataclasses'} & set(sys.modules)\n"
        )
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
        runs = [
            subprocess.run(
                [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
            )
            for _ in range(6)
        ]
        assert min(float(run.stdout) for run in runs[1:]) < 0.05

    def test_regions_load_fast(self) -> None:
        from importlib import resources

        assert resources
        seconds = []
        for _ in range(5):
            region.districts.cache_clear()
            started = time.perf_counter()
            region.districts()
            seconds.append(time.perf_counter() - started)
        assert min(seconds) < 0.1


class TestDocs:
    PAGE = (ROOT / "docs" / "identifiers.md").read_text(encoding="utf-8")

    def test_the_page_lists_every_validator_once(self) -> None:
        rows = [line.split("|")[1].strip() for line in self.PAGE.splitlines() if line.startswith("| `")]
        assert sorted(rows) == sorted(f"`{name}`" for name in VALIDATORS)

    def test_the_page_shows_the_confidences_in_use(self) -> None:
        shown = {
            "NIP": VALIDATORS["nip"]("199002152015021001"),
            "deed number": VALIDATORS["akta"]("3201-LT-12052018-0042"),
            "NIK or KK, district known": VALIDATORS["nik"]("3273011708459001"),
            "+62 and a mobile prefix": VALIDATORS["mobile"]("+62 812 3456 7890"),
            "NIK or KK, regency known": VALIDATORS["nik"]("3273991708459001"),
            "08 and a mobile prefix": VALIDATORS["mobile"]("0812 3456 7890"),
            "NPWP with 16 digits": VALIDATORS["npwp16"]("0123456782999000"),
            "card with 16 digits": VALIDATORS["card"]("4539578763621486"),
            "NIK or KK, province known": VALIDATORS["nik"]("3299011508959001"),
            "NPWP with 15 digits, IMEI": VALIDATORS["npwp15"]("123456782999000"),
            "a length alone": VALIDATORS["kpj"]("17301942650"),
        }
        rows = [[cell.strip() for cell in line.split("|")] for line in self.PAGE.splitlines()]
        table = {row[1]: float(row[3]) for row in rows if len(row) == 5 and row[1] in shown}
        assert table == {name: verdict.confidence for name, verdict in shown.items()}
