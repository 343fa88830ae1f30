"""What the words right before a channel call it: *WhatsApp Jemput Bola*, *nomor panitia*, *press office*."""

from __future__ import annotations

import re

from ppid_lint.contacts.sighting import Sighting
from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.matchers.near_channel import place

_NEAR = 48  # code points before a channel that call it something
_MOST = 4  # words of a name
_WORD = re.compile(r"[^\W\d_]{3,}")
_BREAK = re.compile(r"[.:;!?(]|, (?!telepon|telp|surel|nomor|phone|e-?mail)")
# Words for channels and for turning to them, which call none by its name.
_COMMON_TABLE = """
    telepon telpon telp tlp tel phone telephone nomor number surel email mail whatsapp faks fax hotline
    kontak contact hubungi menghubungi dihubungi kirim dikirim kirimkan mengirim pesan sms chat call
    ring write please melalui lewat via ke di ditulis tertulis tercantum juga boleh dapat bisa silakan
    atau dan pada untuk yang ini itu may can the and our this that with from alamat address kami kita
    resmi kantor office dengan jam kerja informasi information lebih lanjut more further pertanyaan
    tanya tentang
"""
_COMMON = frozenset(_COMMON_TABLE.split())
_APART = frozenset({Role.CELL, Role.ITEM})  # of a list, each line may have its own


def caption(draft: Draft, sighting: Sighting) -> frozenset[str]:
    """The words, in lower case, by which a channel in running text is called; none where nothing calls it."""
    index, span = place(sighting)
    block = draft.blocks[index]
    if block.role in _APART:
        return frozenset()
    start = max(draft.sentence(index, span.start).start, span.start - _NEAR)
    text = block.text[start : span.start].rstrip(" :(")
    text = _BREAK.split(text)[-1]
    words = [word for word in _WORD.findall(text.lower()) if word not in _COMMON]
    return frozenset(words[-_MOST:])
