"""Validators of identifiers: a text as it was matched in, a verdict out; no documents, no labels.

A validator takes its own separators out (spaces, dots, dashes) and never raises.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ppid_lint.identifiers.bank import bank_account
from ppid_lint.identifiers.card import card, imei
from ppid_lint.identifiers.civil import akta
from ppid_lint.identifiers.coordinate import coordinate
from ppid_lint.identifiers.digits import dummy, luhn
from ppid_lint.identifiers.education import nidn, nisn, nuptk
from ppid_lint.identifiers.licence import sim
from ppid_lint.identifiers.network import hostname, private_ip
from ppid_lint.identifiers.nik import kk, nik
from ppid_lint.identifiers.nip import nip, nip_lama, nippppk, nrp
from ppid_lint.identifiers.npwp import nitku, npwp, npwp15, npwp16
from ppid_lint.identifiers.passport import passport
from ppid_lint.identifiers.phone import mobile
from ppid_lint.identifiers.plate import plate
from ppid_lint.identifiers.secret import password
from ppid_lint.identifiers.social import bpjs, kpj
from ppid_lint.identifiers.verdict import Status, Verdict

__all__ = ["VALIDATORS", "Status", "Validator", "Verdict"]

Validator = Callable[[str], Verdict]

VALIDATORS: Mapping[str, Validator] = MappingProxyType(
    {
        "akta": akta,
        "bank_account": bank_account,
        "bpjs": bpjs,
        "card": card,
        "coordinate": coordinate,
        "dummy": dummy,
        "hostname": hostname,
        "imei": imei,
        "kk": kk,
        "kpj": kpj,
        "luhn": luhn,
        "mobile": mobile,
        "nidn": nidn,
        "nik": nik,
        "nip": nip,
        "nip_lama": nip_lama,
        "nippppk": nippppk,
        "nisn": nisn,
        "nitku": nitku,
        "npwp": npwp,
        "npwp15": npwp15,
        "npwp16": npwp16,
        "nrp": nrp,
        "nuptk": nuptk,
        "passport": passport,
        "password": password,
        "plate": plate,
        "private_ip": private_ip,
        "sim": sim,
    }
)
"""Validators by the name that rule files use."""
