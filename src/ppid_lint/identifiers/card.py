"""Payment cards (ISO/IEC 7812) and IMEI (3GPP TS 23.003): numbers with a Luhn check digit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ppid_lint.identifiers.digits import DUMMY, compact, is_dummy, luhn_holds
from ppid_lint.identifiers.verdict import Verdict, invalid, sample, valid


class Issuer(NamedTuple):
    """A range of issuer numbers, first and last of the same length, and the card lengths it uses."""

    name: str
    first: str
    last: str
    lengths: tuple[int, ...]


ISSUERS = (
    Issuer("Visa", "4", "4", (13, 16, 19)),
    Issuer("Mastercard", "51", "55", (16,)),
    Issuer("Mastercard", "2221", "2720", (16,)),
    Issuer("American Express", "34", "34", (15,)),
    Issuer("American Express", "37", "37", (15,)),
    Issuer("JCB", "3528", "3589", (16, 17, 18, 19)),
    Issuer("Diners Club", "300", "305", (14, 16, 19)),
    Issuer("Diners Club", "36", "36", (14, 16, 19)),
    Issuer("Diners Club", "38", "39", (14, 16, 19)),
    Issuer("Discover", "6011", "6011", (16, 19)),
    Issuer("Discover", "644", "659", (16, 19)),
    Issuer("UnionPay", "62", "62", (16, 17, 18, 19)),
)

_TEST_CARDS = """
    4111111111111111 4242424242424242 4000056655665556 4012888888881881 4007000000027 4222222222222
    4000000000000002 4000002500003155 4000000000009995 4000000000000077 4917610000000000
    5555555555554444 5105105105105100 5200828282828210 2223003122003222 2223000048400011
    378282246310005 371449635398431 378734493671000 6011111111111117 6011000990139424
    3056930009020004 36227206271667 30569309025904 38520000023237 3530111333300000 3566002020360505
    6200000000000005 4811111111111114 5211111111111117 4911111111111113 4411111111111118 5511111111111115
"""
TEST_CARDS = frozenset(_TEST_CARDS.split())
"""Card numbers that payment providers publish for testing."""

PASS_RATES: Mapping[int, float] = {
    13: 0.01,
    14: 0.0036,
    15: 0.002,
    16: 0.0268,
    17: 0.0016,
    18: 0.0016,
    19: 0.0168,
}
"""Share of random numbers, by length, in an issuer's range with a right check digit."""

_BY_FIRST_DIGIT = {
    digit: tuple(issuer for issuer in ISSUERS if issuer.first[0] == digit) for digit in "23456"
}

_LENGTH_WRONG = invalid("length fits no card")
_ISSUER_UNKNOWN = invalid("issuer range unknown")
_CHECK_WRONG = invalid("check digit wrong")
_TEST_CARD = sample("published test card")
_PASSED = {
    length: valid(rate, "issuer range known", "check digit right") for length, rate in PASS_RATES.items()
}

_IMEI_LENGTH_WRONG = invalid("not fifteen digits")
_IMEI = valid(0.1, "length fits an IMEI", "check digit right")


def card(text: str) -> Verdict:
    """A payment card number: issuer range, length and Luhn; published test cards are invalid."""
    number = compact(text)
    if len(number) not in _PASSED:
        return _LENGTH_WRONG
    if not _issued(number):
        return _ISSUER_UNKNOWN
    if number in TEST_CARDS:
        return _TEST_CARD
    return _PASSED[len(number)] if luhn_holds(number) else _CHECK_WRONG


def imei(text: str) -> Verdict:
    """The fifteen digits of a mobile device, the last a Luhn check digit."""
    number = compact(text)
    if len(number) != 15:
        return _IMEI_LENGTH_WRONG
    if is_dummy(number):
        return DUMMY
    return _IMEI if luhn_holds(number) else _CHECK_WRONG


def _issued(number: str) -> bool:
    return any(
        issuer.first <= number[: len(issuer.first)] <= issuer.last and len(number) in issuer.lengths
        for issuer in _BY_FIRST_DIGIT.get(number[0], ())
    )
