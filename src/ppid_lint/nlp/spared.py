"""Places in official prose that are not the writer's to word: quotations, names of laws, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ppid_lint.text import Span

_LONGEST_QUOTE = 1500  # code points; a longer one is taken for a stray mark
_FEWEST_QUOTED = 3  # words: one or two in quotation marks are a term, not speech
_CLOSING = {"“": "”", "«": "»", "„": "”", '"': '"'}
_MARK = re.compile('[“”«»„"]')
# What an address shows first, and what one is: cheap to ask for in prose that holds none.
_ADDRESSES = (
    ("{", re.compile(r"\$?\{\{?[^{}\n]{0,60}\}")),
    ("://", re.compile(r"https?://\S+")),
    ("www.", re.compile(r"www\.\S+")),
    ("@", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+")),
    ("#", re.compile(r"#\w+")),
)
_ENDING = re.compile(r"\.(?:com|net|org|info|id|gov|pdf|docx?|xlsx?|html?|php|jpe?g|png)\b(?:/\S*)?")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*")  # the same read backwards, as it is
_LONGEST_SITE = 64  # code points
# The letters at the front let `re` skip from one capital to the next; where a word begins is asked after.
_LAW = re.compile(
    r"(?:Undang-[Uu]ndang|UUD?|Peraturan|Perpres|Perppu|PP|Permen[A-Za-z]*|Pergub|Perbup|Perwali|Perda|Perdes"
    r"|PMK|KMK|Keputusan|Kepp?res|Kepmen[A-Za-z]*|Instruksi|Inpres|Surat Edaran|SE|SK|Qanun|TAP MPR)\b"
)
_NUMBERED = re.compile(r"(?:Nomor|No\.?|Tahun|tentang|Tentang|Pasal)\b")
_TOKEN = re.compile(r"\S+")
_JOINED_BY = """
    dan atau di ke dari yang untuk pada atas dalam dengan serta bagi tentang oleh nomor tahun kepada terhadap
    sebagai sebagaimana telah diubah beberapa kali terakhir pasal ayat huruf angka jo
"""
_JOINING = frozenset(_JOINED_BY.split())
_LONGEST_NAME = 60  # words of a law's name


def spared_spans(text: str, also: Iterable[Span] = ()) -> tuple[Span, ...]:
    """The spans to leave alone in one block's text, in order and apart; `also` spans joined to them."""
    found = [*_quotations(text), *_laws(text), *_addresses(text), *also]
    return _joined(sorted(found))


def quoted_length(text: str, start: int, end: int) -> int:
    """How many code points of a range of one block's text stand in quoted speech."""
    spans = _quotations(text) if _MARK.search(text, start, end) else ()
    return sum(max(min(span.end, end) - max(span.start, start), 0) for span in spans)


def _quotations(text: str) -> list[Span]:
    """Quoted speech, its marks included; an opening mark that nothing closes holds to the block's end."""
    spans: list[Span] = []
    opened = -1
    for match in _MARK.finditer(text):
        if opened < 0:
            opened = match.start() if match[0] in _CLOSING else -1
        elif match[0] == _CLOSING[text[opened]]:
            if match.end() - opened <= _LONGEST_QUOTE and _is_speech(text[opened + 1 : match.start()]):
                spans.append(Span(opened, match.end()))
            opened = -1
    if opened >= 0 and text[opened] != '"' and len(text) - opened <= _LONGEST_QUOTE:
        spans.append(Span(opened, len(text)))
    return spans


def _is_speech(quoted: str) -> bool:
    return len(quoted.split()) >= _FEWEST_QUOTED


def _addresses(text: str) -> Iterator[Span]:
    for sign, address in _ADDRESSES:
        for match in address.finditer(text) if sign in text else ():
            yield Span(*match.span())
    for match in _ENDING.finditer(text):
        before = text[max(match.start() - _LONGEST_SITE, 0) : match.start()]
        if site := _SITE.match(before[::-1]):
            yield Span(match.start() - site.end(), match.end())


def _laws(text: str) -> list[Span]:
    """Names of regulations from their type to the last capitalised word or number of their title."""
    spans: list[Span] = []
    for match in _LAW.finditer(text):
        if (spans and match.start() < spans[-1].end) or not _opens_word(text, match.start()):
            continue
        end = _name_end(text, match.end())
        if _NUMBERED.search(text, match.end(), end):
            spans.append(Span(match.start(), end))
    return spans


def _opens_word(text: str, at: int) -> bool:
    return not at or not (text[at - 1].isalnum() or text[at - 1] == "_")


def _name_end(text: str, start: int) -> int:
    """Where a run of capitalised words, numbers and joining words ends."""
    end = start
    for count, match in enumerate(_TOKEN.finditer(text, start)):
        word = match[0].strip('()[],;:"“”')
        if count >= _LONGEST_NAME or not word:
            break
        if not word[0].islower():
            end = match.end()
        elif word not in _JOINING:
            break
        if match[0][-1] in ".;:" and len(word) > 4:
            break
    return end


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
