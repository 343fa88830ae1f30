"""Social security: BPJS Kesehatan (thirteen digits) and the KPJ of BPJS Ketenagakerjaan (eleven)."""

from __future__ import annotations

from ppid_lint.identifiers.digits import DUMMY, compact, is_dummy
from ppid_lint.identifiers.verdict import SHAPE_ONLY, Verdict, invalid, plausible

_BPJS_WRONG = invalid("not thirteen digits")
_BPJS_ZEROS = plausible(0.1, "length fits a health insurance number", "leading zeros")
_BPJS = plausible(SHAPE_ONLY, "length fits a health insurance number")
_KPJ_WRONG = invalid("not eleven digits")
_KPJ = plausible(SHAPE_ONLY, "length fits an employment insurance number")


def bpjs(text: str) -> Verdict:
    """BPJS Kesehatan: thirteen digits, in practice with leading zeros (as other padded numbers have)."""
    number = compact(text)
    if len(number) != 13:
        return _BPJS_WRONG
    if is_dummy(number):
        return DUMMY
    return _BPJS_ZEROS if number.startswith("000") else _BPJS


def kpj(text: str) -> Verdict:
    """Kartu Peserta Jamsostek: eleven digits without a published structure."""
    number = compact(text)
    if len(number) != 11:
        return _KPJ_WRONG
    return DUMMY if is_dummy(number) else _KPJ
