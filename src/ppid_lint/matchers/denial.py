"""Whether a draft warns of a channel or says that it is given up: nobody is sent there."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import re2

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.excused import excused
from ppid_lint.matchers.near_channel import place
from ppid_lint.text import Span

if TYPE_CHECKING:
    from ppid_lint.contacts.sighting import Sighting

FRAUD = "fraud"  # notes words of a deceit, which the sentence after may still tell of
_REPORTED_TO = re2.compile(  # where readers report a deceit: *laporkan penipuan ke …*
    r"(?i)\b(?:laporkan|melaporkan|lapor|melapor|dilaporkan|adukan|mengadu|diadukan|report)\b"
    r"[^.]{0,80}\b(?:ke|kepada|melalui|lewat|via|di|to)\b[^.0-9]{0,50}$"
)
_POINTS_BACK = re2.compile(  # how a sentence speaks on of what the one before named
    r"(?i)^\W*(?:(?:keduanya|ketiganya|keempatnya|semuanya|itu|ini|both|neither|these|this|that|it)\b"
    r"|(?:nomor|akun|tautan|surel|alamat|pesan|kanal|kontak|laman|situs)(?: [a-z]+)?"
    r" (?:itu|ini|tersebut|di atas)\b)"
)
_GOES_ON = re2.compile(
    r"(?i)^\W*(?:ia|dia|mereka|pelaku|pesan|nomor|akun|he|she|they|the (?:message|number))\b"
)


def is_denied(draft: Draft, sighting: Sighting, words: Lexicon) -> bool:
    """Whether an entry of a word list stands in the channel's sentence, in the next one where that speaks on
    of it, or in the one before where that tells of a deceit that goes on."""
    if not words:
        return False
    index, span = place(sighting)
    hits = [hit for hit in draft.phrases_in(index, words) if not excused(draft, index, hit)]
    if not hits:
        return False
    text, sentences = draft.blocks[index].text, draft.sentences(index)
    own = draft.sentence(index, span.start)
    within = [hit for hit in hits if own.start <= hit.start < own.end]
    if within and all(hit.entry.note == FRAUD for hit in within):
        return not _REPORTED_TO.search(text[own.start : span.start])
    if within:
        return True
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1

    def said(which: int, *, fraud: bool) -> bool:
        sentence = sentences[which] if 0 <= which < len(sentences) else Span(0, 0)
        found = [hit for hit in hits if sentence.start <= hit.start < sentence.end]
        return any(not fraud or hit.entry.note == FRAUD for hit in found)

    after = text[sentences[at + 1].start :][:40] if at + 1 < len(sentences) else ""
    start = text[own.start :][:40]
    return (bool(_POINTS_BACK.match(after)) and said(at + 1, fraud=False)) or (
        bool(_GOES_ON.match(start)) and said(at - 1, fraud=True)
    )
