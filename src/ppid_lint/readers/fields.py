"""Names of fields, by which two words in a first row are told from a label and its value."""

from __future__ import annotations

import re

_FIELD = re.compile(
    r"(?:no(?:mor)?|nik|nip|nisn|nkk|kk|npwp|hp|wa|telp|tlp|telepon|ponsel|kontak|whatsapp|alamat|surel|pos-el"
    r"|e-?mail|tanggal|tgl|ttl|rekening|norek|nopol|paspor|phone|address|contact)\b[^\d:]{0,24}",
    re.IGNORECASE,
)


def is_field(text: str) -> bool:
    """Whether a cell is the name of a field and no value: *No. HP*, *Alamat rumah*, *Kontak*."""
    return _FIELD.fullmatch(text.strip()) is not None
