"""Validators of identifiers: a text as it was matched in, a verdict out; no documents, no labels.

A validator takes its own separators out (spaces, dots, dashes) and never raises.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ppid_lint.identifiers import (
    bank,
    card,
    civil,
    coordinate,
    digits,
    education,
    licence,
    network,
    nik,
    nip,
    npwp,
    passport,
    phone,
    plate,
    secret,
    social,
)
from ppid_lint.identifiers.verdict import Status, Verdict

__all__ = ["VALIDATORS", "Status", "Validator", "Verdict"]

Validator = Callable[[str], Verdict]

VALIDATORS: Mapping[str, Validator] = MappingProxyType(
    {
        "akta": civil.akta,
        "bank_account": bank.bank_account,
        "bpjs": social.bpjs,
        "card": card.card,
        "coordinate": coordinate.coordinate,
        "dummy": digits.dummy,
        "hostname": network.hostname,
        "imei": card.imei,
        "kk": nik.kk,
        "kpj": social.kpj,
        "luhn": digits.luhn,
        "mobile": phone.mobile,
        "nidn": education.nidn,
        "nik": nik.nik,
        "nip": nip.nip,
        "nip_lama": nip.nip_lama,
        "nippppk": nip.nippppk,
        "nisn": education.nisn,
        "nitku": npwp.nitku,
        "npwp": npwp.npwp,
        "npwp15": npwp.npwp15,
        "npwp16": npwp.npwp16,
        "nrp": nip.nrp,
        "nuptk": education.nuptk,
        "passport": passport.passport,
        "password": secret.password,
        "plate": plate.plate,
        "private_ip": network.private_ip,
        "sim": licence.sim,
    }
)
"""Validators by the name that rule files use."""
