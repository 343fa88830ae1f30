"""What each validator accepts, what it rejects, and why; numbers are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.identifiers import VALIDATORS
from ppid_lint.identifiers.bank import bank_account
from ppid_lint.identifiers.civil import akta
from ppid_lint.identifiers.digits import SEPARATORS
from ppid_lint.identifiers.education import nisn
from ppid_lint.identifiers.licence import sim
from ppid_lint.identifiers.nik import kk
from ppid_lint.identifiers.nip import nip, nippppk
from ppid_lint.identifiers.verdict import confidence

TODAY = date(2026, 11, 24)

VALID = {
    "nik": [
        "3273011708459001",
        "3273015708459001",
        "3171011708450001",
        "3174055708850001",
        "6501011508950001",
        "9301011508950001",
        "9671011508950001",
        "3273012902009001",
        "3273 0117 0845 9001",
        "327301I7O8459OOl",
        "327301.170845.9001",
    ],
    "kk": ["3273011708159001", "3273-0117-0815-9001"],
    "npwp": [
        "12.345.678.2-999.000",
        "99.999.999.8-999.000",
        "87.654.321.6-999.000",
        "0123456782999000",
        "0876543216999000000000",
        "3273011708459001",
    ],
    "npwp15": ["12.345.678.2-999.000", "12 345 678 2 999 000"],
    "npwp16": ["0123456782999000", "3273011708459001"],
    "nitku": ["0123456782999000000000", "3273011708459001000001"],
    "nip": [
        "199002152015021001",
        "19900215 201502 1 001",
        "199002152023211001",
        "198002292005012017",
        "20080101 202601 2 001",
    ],
    "nippppk": ["199002152023211001"],
    "card": ["4539578763621486", "4539 5787 6362 1486"],
    "imei": ["490154203237518", "49-015420-323751-8"],
    "mobile": [
        "0812-3456-7890",
        "+62 812 3456 7890",
        "62812 34567890",
        "(0812) 3456 7890",
        "+62 (0)812-3456-7890",
        "0062 812 3456 7890",
        "0879 1234 5678",
    ],
    "akta": ["3201-LT-12052018-0042", "3201.LU.12052018.0042", "6404 kw 12052008 00042"],
    "plate": ["B 1234 PQR", "b1234pqr", "PS 123 AB", "AA-1-B"],
    "coordinate": [
        "-6.914744, 107.609810",
        "-6,914744; 107,609810",
        "(-6.914744 107.609810)",
        "−6.914744, 107.609810",
        "6.914744 LS, 107.609810 BT",
        "6°54'53\"S 107°36'35\"E",
        "6° 54′ 53,1″ LS, 107° 36′ 35,2″ BT",
    ],
    "private_ip": [
        "10.1.2.3",
        "172.16.0.1:8080",
        "172.31.255.255",
        "192.168.1.0/24",
        "169.254.1.1",
        "100.64.1.1",
        "fd00::1",
        "fe80::1%eth0",
        "[fc00::1]",
    ],
    "hostname": ["srv-db.internal", "basis.kantor.local:5432", "WIKI.intranet."],
    "password": [
        "P@ssw0rd123",
        "Tirai-Bambu77!",
        "q7Zk29LmX4vR8tYw1bN6",
        '"Tirai-77".',
        "$ecret-Tirai77",
        "(Tirai77)",
    ],
    "luhn": ["79927398713"],
    "dummy": ["1111 1111", "1234567890123456", "9876543210", "0123-4567"],
}

PLAUSIBLE = {
    "nik": [
        "3299011508959001",
        "5401011508759001",
        "6404011508759001",
        "9101011508759001",
        "3273991708459001",
    ],
    "kk": ["3273011708459001"],
    "nip_lama": ["060081234"],
    "nrp": ["85061234", "73019/P", "11950012340672"],
    "mobile": ["81234567890", "0868 1234 5678"],
    "akta": ["3299-LT-12052018-0042"],
    "plate": ["AB 1"],
    "passport": ["A 7301942", "X7301942", "AT730194"],
    "sim": ["850612349876", "1404-9806-000123", "997312349876"],
    "bpjs": ["0001730194265", "1730194265001"],
    "kpj": ["17301942650"],
    "nisn": ["0051234987", "5551234987"],
    "nidn": ["0415088507", "0499999999"],
    "nuptk": ["4847763664300012"],
    "bank_account": ["7301942658", "0012-01-012345-50-3", "73019426"],
    "coordinate": ["-6.91, 107.60", "107.609810, -6.914744", "6°54'S 107°36'E"],
    "password": ["admin", "admin123", "739164", "24-11"],
}

INVALID = {
    "nik": {
        "3201018108950001": "day out of range",
        "3201014008950001": "day out of range",
        "3201017208950001": "day out of range",
        "3201010008950001": "day out of range",
        "3201013102950001": "date does not exist",
        "3201012902950001": "date does not exist",
        "3201011513950001": "date does not exist",
        "3201011508950000": "serial is zeros",
        "9901011508950001": "region code unknown",
        "3200011508950001": "region code unknown",
        "3201001508950001": "region code unknown",
        "1111111111111111": "digits all equal or in sequence",
        "327301170845900": "not sixteen digits",
        "3273Z11708459001": "not sixteen digits",
        "": "not sixteen digits",
    },
    "kk": {"3273015708159001": "day out of range", "3273011708150000": "serial is zeros"},
    "npwp": {
        "12.345.678.3-999.000": "check digit wrong",
        "01.312.166.1-091.000": "check digit wrong",
        "0123456783999000": "check digit wrong",
        "000000000000000": "digits all equal or in sequence",
        "9901011508950001": "region code unknown",
        "123": "length fits no NPWP",
    },
    "nitku": {"0123456782999000": "length fits no NPWP", "0123456783999000000000": "check digit wrong"},
    "nip": {
        "199013152015021001": "birth date out of range",
        "199002302015021001": "birth date out of range",
        "193902152015021001": "birth date out of range",
        "199002152015131001": "appointment date out of range",
        "199002152015211001": "appointment date out of range",
        "199002152015001001": "appointment date out of range",
        "199002151995021001": "appointment date out of range",
        "199002152015023001": "sex digit out of range",
        "199002152015021000": "serial is zeros",
        "327301000100201230": "birth date out of range",
        "19900215": "not eighteen digits",
    },
    "nippppk": {"199002152015021001": "no contract count"},
    "card": {
        "4000000000000002": "published test card",
        "5555 5555 5555 4444": "published test card",
        "4000000000000003": "check digit wrong",
        "4539578763621487": "check digit wrong",
        "9539578763621486": "issuer range unknown",
        "3273011708459001": "issuer range unknown",
        "45395787": "length fits no card",
    },
    "imei": {"490154203237519": "check digit wrong", "4901542032375180": "not fifteen digits"},
    "mobile": {
        "INV-081234567890": "no mobile prefix",
        "0800-1234567": "toll-free number",
        "0812345": "length fits no mobile number",
        "08123456789012": "length fits no mobile number",
        "021 3449230": "no mobile prefix",
        "150-991": "no mobile prefix",
    },
    "akta": {
        "3201-XX-12052018-0042": "kind of deed unknown",
        "9901-LT-12052018-0042": "region code unknown",
        "3201-LT-31022018-0042": "date does not exist or lies ahead",
        "3201-LT-12052018-0000": "serial is zeros",
        "AL.500.0123456": "shape fits no deed",
    },
    "plate": {
        "XX 1234 A": "area code unknown",
        "B 0123 A": "shape fits no plate",
        "B 12345 A": "shape fits no plate",
        "B 1234 ABCD": "shape fits no plate",
        "1234": "area code unknown",
        "B": "shape fits no plate",
    },
    "passport": {"A12": "shape fits no passport", "ABC1730194": "shape fits no passport"},
    "sim": {"111111111111": "digits all equal or in sequence", "1234": "length fits no driving licence"},
    "bpjs": {"0000000000000": "digits all equal or in sequence", "12": "not thirteen digits"},
    "nisn": {"1234567890": "digits all equal or in sequence", "005123498": "not ten digits"},
    "bank_account": {"1234567": "length fits no bank account"},
    "coordinate": {
        "51.5074, -0.1278": "outside Indonesia",
        "1.2, 3": "shape fits no coordinates",
        "6°54'53\"X 107°36'35\"E": "shape fits no coordinates",
    },
    "private_ip": {
        "8.8.8.8": "not a private range",
        "100.3.3.1": "not a private range",
        "127.0.0.1": "not a private range",
        "2001:db8::1": "not a private range",
        "10.01.2.3": "shape fits no IP address",
        "10.1.2.256": "shape fits no IP address",
        "10.1.2": "shape fits no IP address",
        "fd00::1::2": "shape fits no IP address",
    },
    "hostname": {"example.go.id": "no internal suffix", "-a.local": "shape fits no host name"},
    "password": {
        "yang": "a plain word",
        "Minimal,": "a plain word",
        "kata-sandi": "a plain word",
        "<kata sandi>": "a placeholder",
        "********": "a placeholder",
        "${DB_PASSWORD}": "a placeholder",
        "$DB_PASSWORD": "a placeholder",
        "[isi di sini]": "a placeholder",
        "kuat!": "a plain word",
        "'sandi'": "a placeholder",
        "contoh123": "a placeholder",
        "https://example.id/reset1": "a link or an e-mail address",
        "layanan1@example.id": "a link or an e-mail address",
        "a1": "length or spaces fit no password",
        "dua kata 77": "length or spaces fit no password",
    },
    "luhn": {"79927398710": "check digit wrong", "abc": "not digits only"},
    "dummy": {"3273011708459001": "digits look drawn", "111": "digits look drawn"},
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, text) for name, texts in table.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), cases(VALID))
def test_valid(name: str, text: str) -> None:
    verdict = VALIDATORS[name](text)
    assert verdict.status == "valid", verdict
    assert verdict.confidence > 0


@pytest.mark.parametrize(("name", "text"), cases(PLAUSIBLE))
def test_plausible(name: str, text: str) -> None:
    verdict = VALIDATORS[name](text)
    assert verdict.status == "plausible", verdict
    assert 0 < verdict.confidence < 1


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [(name, text, reason) for name, texts in INVALID.items() for text, reason in texts.items()],
)
def test_invalid(name: str, text: str, reason: str) -> None:
    assert VALIDATORS[name](text)[:3] == ("invalid", 0.0, (reason,))


def test_every_validator_has_vectors() -> None:
    assert set(VALIDATORS) == set(VALID) | set(PLAUSIBLE)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        (("nik", "3273011708459001"), ("nik", "3273991708459001")),
        (("nik", "6404011508759001"), ("nik", "5401011508759001")),
        (("nip", "199002152015021001"), ("nik", "3273011708459001")),
        (("npwp", "0123456782999000"), ("npwp", "12.345.678.2-999.000")),
        (("mobile", "+62 812 3456 7890"), ("mobile", "0812 3456 7890")),
        (("mobile", "0812 3456 7890"), ("mobile", "812 3456 7890")),
        (("nisn", "0051234987"), ("nisn", "5551234987")),
        (("sim", "850612349876"), ("sim", "997312349876")),
    ],
)
def test_more_structure_is_more_confidence(surer: tuple[str, str], less_sure: tuple[str, str]) -> None:
    first, second = (VALIDATORS[name](text) for name, text in (surer, less_sure))
    assert first.confidence > second.confidence


def test_confidence_falls_with_the_pass_rate_and_is_never_certain() -> None:
    rates = [0.0, 1e-6, 0.001, 0.1, 1.0]
    confidences = [confidence(rate) for rate in rates]
    assert confidences == sorted(confidences, reverse=True)
    assert confidences[0] < 1
    assert confidences[-1] == 0.01


def test_a_family_card_is_no_surer_than_the_same_digits_as_a_nik() -> None:
    number = "3273011708159001"
    assert VALIDATORS["kk"](number).confidence <= VALIDATORS["nik"](number).confidence


class TestToday:
    """What depends on the day it is checked."""

    def test_family_card_issue_year(self) -> None:
        assert kk("3273011708269001", today=TODAY).status == "valid"
        assert kk("3273011708279001", today=TODAY).status == "plausible"
        assert kk("3273011708969001", today=TODAY).status == "valid"
        assert kk("3273011708959001", today=TODAY).status == "plausible"

    def test_youngest_civil_servant(self) -> None:
        assert nip("200911242026011001", today=TODAY).status == "valid"
        assert nip("201011242026011001", today=TODAY).reasons == ("birth date out of range",)

    def test_appointment_never_ahead(self) -> None:
        assert nip("199002152026121001", today=TODAY).status == "valid"
        assert nip("199002152027011001", today=TODAY).status == "invalid"

    @pytest.mark.parametrize(("year", "status"), [(2018, "invalid"), (2019, "valid"), (2026, "valid")])
    def test_contracts_since_2019(self, year: int, status: str) -> None:
        assert nippppk(f"19900215{year}211001", today=TODAY).status == status

    def test_deed_never_ahead(self) -> None:
        assert akta("3201-LT-24112026-0042", today=TODAY).status == "valid"
        assert akta("3201-LT-25112026-0042", today=TODAY).status == "invalid"

    def test_pupil_birth_year(self) -> None:
        assert "birth year plausible" in nisn("0231234987", today=TODAY).reasons
        assert "birth year plausible" not in nisn("0241234987", today=TODAY).reasons

    def test_driver_birth_year(self) -> None:
        assert "birth year and month plausible" in sim("100612349876", today=TODAY).reasons
        assert "birth year and month unlikely" in sim("110612349876", today=TODAY).reasons


def test_bank_account_lengths() -> None:
    fits = bank_account("7301942658", bank="BCA")
    unusual = bank_account("73019426581", bank="BCA")
    assert fits.confidence > unusual.confidence
    assert bank_account("7301942658", bank="Bank Tak Dikenal") == bank_account("7301942658")


DIGIT_LENGTHS = {
    "bank_account": 10,
    "bpjs": 13,
    "card": 16,
    "dummy": 16,
    "imei": 15,
    "kk": 16,
    "kpj": 11,
    "luhn": 16,
    "mobile": 12,
    "nidn": 10,
    "nik": 16,
    "nip": 18,
    "nip_lama": 9,
    "nippppk": 18,
    "nisn": 10,
    "nitku": 22,
    "npwp": 15,
    "npwp15": 15,
    "npwp16": 16,
    "nrp": 8,
    "nuptk": 16,
    "sim": 12,
}
KNOWN = [(name, text) for name, text in cases(VALID) + cases(PLAUSIBLE) if name in DIGIT_LENGTHS]
RANDOM = st.sampled_from(sorted(DIGIT_LENGTHS)).flatmap(
    lambda name: st.tuples(
        st.just(name), st.text("0123456789", min_size=DIGIT_LENGTHS[name], max_size=DIGIT_LENGTHS[name])
    )
)


@given(st.sampled_from(KNOWN) | RANDOM, st.data())
def test_separators_never_change_a_verdict(case: tuple[str, str], data: st.DataObject) -> None:
    name, text = case
    gaps = data.draw(
        st.lists(st.text(SEPARATORS, max_size=2), min_size=len(text) + 1, max_size=len(text) + 1),
        label="gaps",
    )
    spread = gaps[0] + "".join(character + gap for character, gap in zip(text, gaps[1:], strict=True))
    assert VALIDATORS[name](spread) == VALIDATORS[name](text)


SHAPES = st.one_of(
    st.text(max_size=60),
    st.text("0123456789 .-/:+()ABCLTSPE°'\",٣²", max_size=40),
    st.sampled_from([text for _, text in cases(VALID) + cases(PLAUSIBLE)]),
)


@given(SHAPES)
def test_never_raises_and_never_quotes(text: str) -> None:
    for name, validate in VALIDATORS.items():
        verdict = validate(text)
        assert verdict.status in ("valid", "plausible", "invalid"), name
        assert 0 <= verdict.confidence < 1
        assert verdict.passed == (verdict.confidence > 0)
        assert verdict.reasons
        assert not any(character.isdigit() for reason in verdict.reasons for character in reason), name


@pytest.mark.parametrize("name", VALIDATORS)
@pytest.mark.parametrize("piece", ["1", " ", "a", "-6.9", "°", ":", "1."])
def test_very_long_text_is_judged_at_once(name: str, piece: str) -> None:
    assert VALIDATORS[name](piece * 100_000).status in ("invalid", "valid")
