"""Sentences of official Indonesian prose, found by rule in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from ppid_lint.nlp.abbreviations import BEFORE_NAME, BEFORE_NUMBER, DEGREES
from ppid_lint.text import Span

_ENDS = ".!?…"
_CLOSERS = "\"”’'»)]}"
_OPENERS = "\"“‘'«([{„*_-–—•▪●"

# A whole run of stops and closing marks that ends its token, or runs straight into a new sentence
# ("selesai.Peserta"), or an empty line. The class in front lets `re` skip from mark to mark; the
# look-behind after it lets a run match only from its first character: linear time.
_MARK = r".!?…\"”’'»)\]}"
_END = r"(?:(?=\s)|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]))"
_RUN = re.compile(rf"[{_MARK}\n](?:(?<=\n)[ \t\r]*+\n|(?<!\n)(?<![{_MARK}].)[{_MARK}]*+{_END})")
# The same where there are no marks but full stops: `re` finds a single character ten times as fast.
_FULL_STOPS = re.compile(rf"\.(?<!\..)\.*+{_END}")
_OTHER_MARKS = "!?…\"”’'»)]}\n"
_BRACKET = re.compile(r"[()\[\]]")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"\S{0,24}")
_MARKER = re.compile(r"[0-9]{1,3}|[A-Za-z]|[IVXivx]{1,5}|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}")
_FIRST_MARKERS = frozenset({"1", "a", "A", "i", "I"})
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)*[A-Z]")
_MIXED_CASE = re.compile(r"[a-z]-?[A-Z]")  # e-KTP opens a sentence though it starts small

_WINDOW = 48  # characters looked at before a stop: longer than any abbreviation and the word before it
_LONG = 3  # letters; a longer word in small letters that is no Roman number marks no item
_SHORTENED = 6  # characters of a degree that hold its first full stop
_BRACKETED = 400  # a longer bracket is taken for a stray mark and hides nothing

# After these a lone letter or a number is a reference or a class, so its full stop may end the sentence.
_REFERENCES_TABLE = """
    huruf angka butir poin ayat pasal nomor lampiran bagian golongan gol kelas tipe jenis seri kategori
    kelompok tahap triwulan semester eselon tingkat jilid gelombang periode blok gedung zona vitamin
    hepatitis rencana opsi pilihan grup plan ruang lantai komisi akreditasi nilai peringkat huruf-huruf
    tipologi sim formulir model
"""
# At the start of a sentence these head a caption: "Tabel 1. Rekapitulasi" is one unit.
_CAPTIONS_TABLE = """
    bab bagian pasal paragraf lampiran tabel gambar grafik bagan diagram foto peta
"""
# A clause that tells who spoke, though written with a capital after the quotation.
_REPORTING_TABLE = """
    ujar ujarnya katanya tutur tuturnya jelasnya tegasnya ucap ucapnya imbuh imbuhnya pungkas pungkasnya
    terangnya ungkap ungkapnya paparnya tandasnya sambungnya lanjutnya tambahnya
"""
_REFERENCES = frozenset(_REFERENCES_TABLE.split())
_CAPTIONS = frozenset(_CAPTIONS_TABLE.split())
_REPORTING = frozenset(_REPORTING_TABLE.split())

_STAFF_NUMBERS = frozenset({"NIP", "NRP", "NIK", "NIDN"})  # a signature goes on with the staff number


class _Stop(NamedTuple):
    """A run of stops, with what stands around it; words before are cut where they are very long."""

    run: str
    last: str  # what stands right before it
    word: str  # the word in that
    before: str  # the one before that, as it stands
    place: int  # how many words the sentence has so far; 0 for many
    opening: str  # its first character
    following: str


def sentence_spans(text: str) -> list[Span]:
    """The sentences of one block's text, in order; together they hold all that is not white space.

    A quotation and its reporting clause are one sentence; a semicolon ends nothing; brackets are not
    split inside; an empty line always ends a sentence.
    """
    spans: list[Span] = []
    brackets = _bracketed(text)
    start = _skip_space(text, 0)
    counted = 0  # the last number that marked an item inside a sentence
    runs = _RUN if any(map(text.__contains__, _OTHER_MARKS)) else _FULL_STOPS
    for match in runs.finditer(text):
        end, run = match.end(), match.group()
        if end <= start:
            continue
        if run[0] == "\n":
            if match.start() > start:
                spans.append(Span(start, _rstrip(text, start, match.start())))
            start = max(start, _skip_space(text, end))
            continue
        if not any(mark in run for mark in _ENDS) or _inside(brackets, end):
            continue
        following = _skip_space(text, end)
        if run == "." and _plainly_ends(text, start, match.start(), following):
            spans.append(Span(start, end))
            start = following
            continue
        stop = _stop(text, start, match.start(), following, run)
        if stop.run == "." and (number := _inline_marker(stop, counted)):
            counted = number
        elif _ends_sentence(stop):
            spans.append(Span(start, end))
            start = following
    if start < len(text):
        spans.append(Span(start, _rstrip(text, start, len(text))))
    return spans


def _plainly_ends(text: str, sentence: int, position: int, following: int) -> bool:
    """Whether a full stop stands after a long word in small letters and before a capital: most do, and what
    is dear need not be asked of them."""
    space = text.rfind(" ", max(sentence, position - _WINDOW), position)
    word = text[space + 1 : position]
    return (
        space >= 0
        and len(word) > _LONG
        and word.isalpha()
        and word.islower()
        and word.strip("ivx") != ""
        and word not in BEFORE_NAME
        and text[following : following + 1].isupper()
        and "." not in text[following : following + _SHORTENED]
    )


def _stop(text: str, sentence: int, position: int, following: int, run: str) -> _Stop:
    """What stands around the run at a position of a sentence that began at `sentence`."""
    begin = max(sentence, position - _WINDOW)
    words = text[begin:position].split()
    last = words[-1] if words else ""
    after = _WORD.match(text, following)
    return _Stop(
        run,
        last,
        last.lstrip(_OPENERS).rpartition("/")[2],
        words[-2] if len(words) > 1 else "",
        len(words) if begin == sentence else 0,
        text[sentence],
        after[0] if after else "",
    )


def _ends_sentence(stop: _Stop) -> bool:
    """Whether a run of stops ends the sentence."""
    if not stop.following:
        return True
    if not _opens(stop.following) or not stop.last:
        return False
    if stop.run[0] in _ENDS and stop.run[-1] in ")]" and stop.opening not in "([":
        return False  # "… (dll.) Setiap …"
    if "…" in stop.run or ".." in stop.run:
        return len(stop.run.strip(_CLOSERS)) <= 3 and bool(stop.word)
    if stop.run[-1] in _CLOSERS and stop.following.rstrip(".,").casefold() in _REPORTING:
        return False
    return stop.run.strip(_CLOSERS) != "." or stop.run[0] != "." or _full_stop_ends(stop)


def _full_stop_ends(stop: _Stop) -> bool:
    """Whether a full stop after a word ends the sentence, given that something could begin after it."""
    word, before = stop.word, stop.before.rstrip(",;").lower()
    following = stop.following.rstrip(".,;:")
    if following in DEGREES and "." in following:
        return False
    if word in DEGREES and (stop.before.endswith((",", ".")) or stop.place == 1):
        return following not in _STAFF_NUMBERS
    if word in BEFORE_NAME or all(part in BEFORE_NAME for part in word.split(".")):
        return len(word) == 1 and _refers(before)
    if word in BEFORE_NUMBER and stop.following.lstrip("(+")[:1].isdigit():
        return False
    if _MARKER.fullmatch(word) and (stop.place == 1 or _opens_item(stop) or _is_caption(stop)):
        return False
    if _INITIALS.fullmatch(word) or (len(word) == 1 and word.isalpha()):
        return _refers(before)
    return True


def _refers(before: str) -> bool:
    """Whether a lone letter after this word names a part or a class (huruf a, kelas B) or a unit (395 M)."""
    return before in _REFERENCES or before[-1:].isdigit()


def _opens_item(stop: _Stop) -> bool:
    """Whether a marker stands where an item begins: the first after a colon, any after a semicolon."""
    return stop.before.endswith(";") or (stop.before.endswith(":") and stop.word in _FIRST_MARKERS)


def _is_caption(stop: _Stop) -> bool:
    return stop.before.lower() in _CAPTIONS and stop.before[0].isupper() and stop.place == 2


def _inline_marker(stop: _Stop, counted: int) -> int:
    """The number of an item marked inside a sentence ("berikut: 1. KTP 2. KK"), or 0."""
    if not stop.word.isdecimal() or len(stop.word) > 2:
        return 0
    number = int(stop.word)
    opens = number == 1 and stop.before.endswith((":", ";"))
    return number if opens or (counted and number == counted + 1) else 0


def _opens(following: str) -> bool:
    """Whether a word may begin a sentence: a capital, a digit, or a mark before one."""
    bare = following.lstrip(_OPENERS)
    if not bare:
        return following[0] not in "-–—"
    if bare[0].islower():
        return bool(_MIXED_CASE.match(bare))
    return bare[0].isalnum() or bare[0] in "@#"


def _bracketed(text: str) -> list[Span]:
    """The insides of brackets that close again soon, merged and in order."""
    if "(" not in text and "[" not in text:
        return []
    opened: list[int] = []
    pairs: list[Span] = []
    for match in _BRACKET.finditer(text):
        if match.group() in "([":
            opened.append(match.start())
        elif opened and match.start() - opened[-1] <= _BRACKETED:
            pairs.append(Span(opened.pop(), match.start()))
        elif opened:
            opened.pop()
    merged: list[Span] = []
    for pair in sorted(pairs):
        if not merged or pair.end > merged[-1].end:
            merged.append(pair)
    return merged


def _inside(brackets: list[Span], position: int) -> bool:
    index = bisect_right(brackets, position, key=lambda span: span.start) - 1
    return index >= 0 and position <= brackets[index].end


def _skip_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
