"""What stands right before and right after a name, and what it says of the person."""

from __future__ import annotations

import re
from typing import NamedTuple

from ppid_lint.people.vocabulary import ROLES, Vocabulary

BEFORE, AFTER = 72, 64  # code points looked at
_BESIDE = 1  # words back to a word that makes the name a place's
_OFFICES = frozenset({("juru", "bicara"), ("juru", "sita"), ("tenaga", "ahli"), ("staf", "khusus")})
_INITIALS = 4  # letters of a name that is not told
_FARTHEST = 7  # words back to an office or a role

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[.,;:!?()\"“”/]")
_DIGITS_TABLE = "satu dua tiga empat lima enam tujuh delapan sembilan"
_SPELT = {word: number for number, word in enumerate(_DIGITS_TABLE.split(), 1)} | {
    "sepuluh": 10,
    "sebelas": 11,
}
# How long somebody did a thing, not how old they are: *Sukri dua tahun jadi buronan*.
_DURATION = (
    r"(?! (?:lalu|silam|kemudian|lamanya|terakhir|jadi|tak|me[mnlrwy]|ber[a-z]{4}|ter[a-z]{4}|di[a-z]{4}))"
    r"(?! (?:penjara|kurungan|bui|masa|pidana|hukuman|percobaan|(?:[a-z]+|\d+) bulan)\b)"
)
_AGE = re.compile(
    r"\s?\(\s?(?:usia |umur |berusia |aged |age )?(\d{1,2})(?: ?(?:tahun|th|years?(?: old)?))?\s?\)"
    rf"|,? (?:usia |umur |berusia |aged |age )?(\d{{1,2}})(?: tahun\b{_DURATION}| th\b| years? old\b)"
    rf"|,? (?:usia |umur |berusia )?({'|'.join(_SPELT)})( belas)? tahun\b{_DURATION}",
    re.I,
)
_AGE_IN_BRACKETS = re.compile(
    r"[A-ZÀ-Þ][^\s(]*\s?\(\s?(?i:usia |umur |berusia |aged |age )?\d"
)  # after a name
_AGE_WORDS = ("tahun", " th", "year")
_SOURCE = re.compile(r"\b(?:menurut|berdasarkan keterangan|according to)\b[^,.;:!?]*,\s$", re.I)
# What follows a name that is the subject itself: *, bekas penjaga kios, disekap …*.
_SUBJECT = re.compile(
    r",\s[^,.;:!?]{3,80},\s(?:(?:di|ber|ter|me|ke)[a-z]{3}|(?:pernah|sudah|telah|sempat|kini|masih|belum)\b)"
)
_DOTTED = r"\b(?:S|M|A|Ph|Sp|Dr|B|D)\.[A-Z][A-Za-z.]*"
_PLAIN = r"\b(?:SE|SH|ST|MM|MH|MT|MSi|SSos|SKom|Ak|CA|CPA|MBA|MPA|MA|M\.|S\.)(?!\w)\.?"
_DEGREE = re.compile(rf"(?:,? ?(?:{_DOTTED}|{_PLAIN}))+")
_IDENTIFIER = re.compile(
    r"\s?[,;(–-]{0,2}\s?(?:pemegang |dengan |ber|nomor |no\.? )?"
    r"(?:nik|ktp|e-ktp|nip|npwp|nisn|paspor|passport|sim|hp|rekening|no\.? hp|nomor hp)\b",
    re.I,
)


class Cue(NamedTuple):
    """A word beside a name: its note, and how many words away (0 right beside)."""

    note: str
    distance: int


def before(text: str, start: int, floor: int, vocabulary: Vocabulary) -> Cue | None:
    """The nearest word before a name, from `floor` on, that tells its part; else a title or label."""
    tokens = list(_TOKEN.finditer(text, max(start - BEFORE, floor), start))[-_FARTHEST - 3 :]
    title: Cue | None = None
    verbs = commas = 0
    closed = stand_in = False
    if _is_numbered(tokens, vocabulary) or _is_alias(tokens):
        return Cue("place", 0)
    for distance, token in enumerate(reversed(tokens)):
        word = token[0].lower()
        if word in _STOPS and not is_shortened(text, token.start()):
            break
        note = "office" if _is_spokesman(tokens, distance) else vocabulary.note(word)
        if note == "title" and word not in _NAMED and _of_building(tokens, distance, vocabulary):
            return Cue("place", distance)
        if note in {"title", "label"}:
            title = title or Cue(note, distance)
        elif note == "speaker" and (commas or stand_in or _has_subject(tokens, distance)):
            break
        elif note in ROLES or note in _TELLING:
            if note in _PLACES and (title or commas or verbs or closed or distance > _BESIDE):
                continue
            if note == "office" and (_not_yet(tokens, distance) or (commas and _spoken_to(tokens, distance))):
                return Cue("private", distance)
            return title if verbs and note == "office" else Cue(note, distance)
        verbs += is_verb(word) or word == "by"
        commas += word == ","
        stand_in = stand_in or note == "pronoun"
        closed = closed or word in _CLOSING
        if distance >= _FARTHEST:
            break
    return title


def _is_numbered(tokens: list[re.Match[str]], vocabulary: Vocabulary) -> bool:
    """Whether a number of a school or another place stands before the name of its village: *SD Negeri 2*."""
    if len(tokens) < 2 or not tokens[-1][0].isdigit():
        return False
    notes = [vocabulary.note(token[0].lower()) for token in tokens[-3:-1] if token[0][0].isupper()]
    return "place" in notes or "body" in notes


def _is_spokesman(tokens: list[re.Match[str]], distance: int) -> bool:
    """Whether a word and the one behind it name an office together: *juru bicara*."""
    return distance > 0 and tuple(token[0].lower() for token in tokens[-distance - 1 :][:2]) in _OFFICES


def _is_alias(tokens: list[re.Match[str]]) -> bool:
    """Whether only a nickname is told, beside initials: *DW alias Gendon*."""
    if len(tokens) < 2 or tokens[-1][0].lower() not in {"alias", "als"}:
        return False
    return tokens[-2][0].isupper() and len(tokens[-2][0]) <= _INITIALS


def _of_building(tokens: list[re.Match[str]], distance: int, vocabulary: Vocabulary) -> bool:
    """Whether a title belongs to the name of a place: *RSUD dr. Soetomo*, *Jl. Raden Saleh*."""
    earlier = [token[0].lower() for token in tokens[: len(tokens) - 1 - distance] if token[0] != "."]
    return bool(earlier) and vocabulary.note(earlier[-1]) in {"place", "body"}


def _not_yet(tokens: list[re.Match[str]], distance: int) -> bool:
    """Whether an office is only aimed at, or held by kin: *calon kepala seksi*, *sopir bupati*."""
    at = len(tokens) - 2 - distance
    return at >= 0 and tokens[at][0].lower() in _NEAR_OFFICE


def _spoken_to(tokens: list[re.Match[str]], distance: int) -> bool:
    """Whether a sentence opens with whom somebody speaks to: *Kepada penyidik, Sumarni …*."""
    return len(tokens) - 2 - distance == 0 and tokens[0][0].lower() in {"kepada", "pada"}


def _has_subject(tokens: list[re.Match[str]], distance: int) -> bool:
    """Whether *said* follows its speaker, or *menurut* leads to one, so that the name is somebody else's."""
    at = len(tokens) - 2 - distance
    if distance and tokens[at + 2][0].lower() in {"beliau", "ia", "dia", "mereka"}:
        return True
    return tokens[at + 1][0].lower() in {"said", "says"} and at >= 0 and tokens[at][0][0].isalpha()


_CALLED = (
    *(" bernama ", " bernama lengkap ", " dikenal dengan nama "),
    *(" dipanggil ", " memanggilnya ", " disapa ", " named "),
)
_THAT_ONE = (" itu, ", " tersebut, ")
_NAMED = frozenset({"bernama", "named"})
_NEAR_OFFICE_TABLE = "calon istri suami anak putra putri ajudan sopir keponakan adik kakak"
_NEAR_OFFICE = frozenset(_NEAR_OFFICE_TABLE.split())
_TELLING = frozenset({"office", "before-place", "place", "body", "company", "speaker", "kin"})
# A place before them is no part of a name.
_CLOSING = frozenset({":", "(", "itu", "ini", "tersebut", "adalah", "ialah", "yaitu", "yakni"})
_STOPS = frozenset('.;!?"“”')
_PLACES = frozenset({"before-place", "place", "body", "company"})
_VERB = re.compile(r"(?:me[mn]|me[lrwy]|di|ber|ter)[a-z]{4,}")
_BARE_VERBS = frozenset({"tahu", "bilang", "minta", "beri", "lihat", "dengar"})
_NOT_VERBS_TABLE = """
    direktur bernama berinisial dinas diri direktorat diduga terduga terdakwa tersangka
    terpilih tertua termuda terbaik terdahulu terhormat tersebut terakhir berprestasi bersertifikat
"""
_NOT_VERBS = frozenset(_NOT_VERBS_TABLE.split())


def is_verb(word: str) -> bool:
    """Whether a word in lower case is a verb by its prefix."""
    return word in _BARE_VERBS or (word not in _NOT_VERBS and _VERB.fullmatch(word) is not None)


def is_shortened(text: str, at: int) -> bool:
    """Whether a full stop only shortens the word before it: *dr. Fitria*."""
    word = text[max(at - 5, 0) : at].rsplit(None, 1)[-1:] or [""]
    return text[at] == "." and 0 < len(word[0]) <= 4


def sourced(text: str, start: int, end: int, *, aged: bool) -> tuple[bool, bool]:
    """Whether a name after a source is told of (*Menurut relawan, Laili disekap*), or is the source's own.

    It is the source's own between commas, *Menurut lurah, Suharto, …*, unless its verb comes after them:
    *Menurut relawan, Laili, penjaga kios, disekap*.
    """
    if not follows_source(text, start):
        return False, False
    own = text.startswith(",", end) and not aged and _SUBJECT.match(text, end) is None
    return not own, own


def called(text: str, start: int, end: int, outer: Cue | None) -> bool:
    """Whether what stands around capitals makes them a name: *bernama Dara*; *Anak itu, Rara, disiksa*."""
    if text.endswith(_CALLED, 0, start):
        return True
    parted = text.endswith(_THAT_ONE, 0, start) and text.startswith(",", end)
    return parted and outer is not None and outer.note in ROLES


def age(text: str, end: int) -> tuple[int, int] | None:
    """The age right after a name and where it ends."""
    match = _AGE.match(text, end)
    if match is None:
        return None
    if match[3]:
        return _SPELT[match[3].lower()] + (10 if match[4] else 0), match.end()
    return int(match[1] or match[2]), match.end()


def may_tell_age(text: str) -> bool:
    """Whether an age may follow some name of a text: a cheap test before any name is read."""
    low = text.lower()
    return any(word in low for word in _AGE_WORDS) or _AGE_IN_BRACKETS.search(text) is not None


def degree(text: str, end: int) -> int:
    """Where the degrees after a name end; `end` itself where there are none."""
    match = _DEGREE.match(text, end)
    return match.end() if match else end


def follows_source(text: str, start: int) -> bool:
    """Whether a name stands right after whom a sentence quotes: *Menurut lurah, Wagiyem …*."""
    return _SOURCE.search(text, max(start - BEFORE, 0), start) is not None


def identifier(text: str, end: int) -> bool:
    """Whether a number of the person's own follows a name."""
    return _IDENTIFIER.match(text, end) is not None


def apposition(text: str, end: int, vocabulary: Vocabulary) -> Cue | None:
    """What follows a comma, a bracket or *selaku* after a name: `Slamet, pedagang di Pasar Besar`."""
    opening = text[end : end + 2]
    if not opening.startswith((",", " (", "(", " s", " –", " -")):
        return None
    tokens = [token[0].lower() for token in _TOKEN.finditer(text, end, end + AFTER)]
    if opening == " s" and tokens[:1] not in (["selaku"], ["sebagai"], ["sang"]):
        return None
    for distance, word in enumerate(tokens[:6]):
        note = vocabulary.note(word)
        if word in _NEAR_OFFICE:
            return Cue("private", distance)
        if note in ROLES or note in {"office", "kin"}:
            return Cue(note, distance)
        if (distance and word in {".", ";", ",", ")"}) or is_verb(word):
            return None
    return None
