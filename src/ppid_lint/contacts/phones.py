"""Finds the phones of a text: landlines, mobiles, call centres, short codes, fax and WhatsApp numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ppid_lint.contacts.channel import Channel, Kind, Part
from ppid_lint.contacts.digit_runs import SPELT, Run, digit_runs, digits_of, is_spelt, written
from ppid_lint.contacts.phone_cues import Cue, Cues, may_dial
from ppid_lint.contacts.phone_extent import goes_on, is_prefixed, longest, meant
from ppid_lint.contacts.phone_shape import Shape, area_code, cut_off, is_short_code, made_up, national, shape
from ppid_lint.text import Span

_EXTENSION = re.compile(
    r"[ ,]{0,3}[(]?(?:ext|ekst|ekstensi|extension|pesawat|psw|pes)"
    r"[. :]{0,3}([0-9]{1,6}(?: ?[,/-] ?[0-9]{1,5}){0,4})",
    re.IGNORECASE,
)
_CHAIN = re.compile(r" ?(?:[,/;&|]|dan|atau|and|or|[(]hunting[)])? ?", re.IGNORECASE)
_COUNTED = re.compile(
    r" ?(?:%|(?:orang|peserta|jam|hari|petugas|pelanggan|kali|menit|detik|unit|warga|kasus|ribu|juta|miliar"
    r"|rupiah|persen|pegawai|bulan|tahun|lembar|buah|calls?|people|hours?|days?|s\.?d)\b)"
)
_OR = re.compile(r" (?:atau|or) ")
_WORD = re.compile(r" [a-z]")
_KINDS = {"fax": Kind.FAX, "whatsapp": Kind.WHATSAPP, "mobile": Kind.MOBILE}
_THIRDS = [3, 3, 3]  # digits of the groups of 081-338-440-912, but for the first
_MOST_GROUPS = 24
_THROUGH = frozenset({"melalui", "lewat", "via", "nomor", "kontak", "hubungi"})  # whatever follows
_LEADING = frozenset(
    {"ke", "di", "pada", "melalui", "lewat", "via", "nomor", "kontak", "hubungi", "at", "on"}
)
_LED_IN = 45  # code points between a cue and its number, where a colon closes them


def find_phones(text: str, *, label: str = "", taken: Sequence[Span] = ()) -> tuple[Channel, ...]:
    """The phones of a text, in order; those that cannot be dialled carry a problem.

    `label` is what stands before the text (a column header, the line above); `taken` are the ranges
    of links and e-mails, whose digits are no phone. Linear.
    """
    if not may_dial(text, label):
        return ()
    found: list[Channel] = []
    runs = digit_runs(text, taken)
    cues = Cues(text if runs else "", label=label if runs else "")
    for run in runs:
        at = 0
        while at < len(run):
            last = found[-1] if found else None
            channel, at = _read(text, run, at, cues, last)
            if channel is not None:
                found.append(channel)
    return tuple(found)


def _read(text: str, run: Run, at: int, cues: Cues, last: Channel | None) -> tuple[Channel | None, int]:
    """The phone that starts at a group of a run, if any, and the group to go on from."""
    start = written(text, run[at : at + 2]).start
    chained = last if last is not None and _chained(text, last, start) else None
    cue = cues.before(start)
    if cue is None and chained is None and (at or not _may_lead(text, run[at], spelt=is_spelt(run))):
        return None, at + 1  # what goes on a longer number is no phone without a word for one
    if not _free_before(text, start, labelled=cue is not None or chained is not None):
        return None, len(run)
    count = longest(text, run[at : at + _MOST_GROUPS])
    if count and not (cue is not None and cue.strong and goes_on(text, run[at:], count)):
        groups = run[at : at + count]
        channel = _accepted(text, groups, cue, chained, cues)
        return channel, at + (count if channel else 1)
    groups = meant(text, run[at : at + _MOST_GROUPS])
    if is_prefixed(text, groups, alone=cue is None) and (cue is None or cue.kind != "other"):
        return _impossible(text, groups, cue or Cue("phone", "", Span(start, start))), at + len(groups)
    if cue is None or not cue.strong or chained is not None or not _announces(text, cue, start):
        return None, at + 1
    return _impossible(text, groups, cue), at + len(groups)


def _may_lead(text: str, group: Span, *, spelt: bool) -> bool:
    """Whether a group can start a number that nothing announces."""
    first = text[group.start : group.end]
    leads = first[0] == "0" and (len(first) > 1 or spelt)
    return text[max(group.start - 1, 0)] == "+" or leads or first.startswith("1")


def _accepted(text: str, groups: Run, cue: Cue | None, chained: Channel | None, cues: Cues) -> Channel | None:
    span = written(text, groups)
    if not _free_after(text, span.end):
        return None
    digits = national(digits_of(text, groups))
    after = cues.after(span.end)
    if after is not None:
        cue = after
    if cue is not None and cue.kind == "other":
        return None
    if digits[0] in "0+":
        announced = cue is not None and (cue.strong or len(groups) > 1 or _announces(text, cue, span.start))
        if (
            not announced
            and not (cue and shape(digits).kind is Kind.MOBILE)
            and not _plain(text, groups, digits)
        ):
            return None
        return _channel(text, groups, digits, cue, chained)
    if is_short_code(digits):
        follows = chained is not None and (len(digits) > 4 or is_short_code(chained.value))
        short = _short(text, groups, digits, cue) or follows
        return _channel(text, groups, digits, cue, None) if short else None
    if chained is not None:
        return _inherited(text, groups, digits, chained)
    if cue is not None and cue.strong and len(digits) <= 8 and _announces(text, cue, span.start):
        return _channel(text, groups, digits, cue, None)
    return None


def _channel(text: str, groups: Run, digits: str, cue: Cue | None, chained: Channel | None) -> Channel:
    span = written(text, groups)
    form = shape(digits)
    inherited = chained.kind if chained is not None and chained.kind is Kind.FAX else None
    label = cue.word if cue else chained.label if chained else ""
    kind = inherited or _kind(form, cue)
    problem = form.problem or cut_off(form.kind, groups) or made_up(digits)
    parts = tuple(_parts(text, span, form.area))
    return Channel(kind, text[span.start : span.end], span, digits, parts, problem, label)


def _kind(form: Shape, cue: Cue | None) -> Kind:
    told = _KINDS.get(cue.kind) if cue else None
    if told is Kind.MOBILE or (told is Kind.WHATSAPP and form.kind is not Kind.MOBILE):
        return form.kind
    return told or form.kind


def _parts(text: str, span: Span, area: str) -> Iterator[Part]:
    if area:
        at = text.find(area[-2:], span.start, span.end)
        yield Part("area", area, Span(max(at - len(area) + 2, span.start), at + 2))
    extension = _EXTENSION.match(text[span.end : span.end + 40])
    if extension:
        yield Part(
            "extension", extension[1], Span(span.end + extension.start(1), span.end + extension.end(1))
        )


def _inherited(text: str, groups: Run, digits: str, chained: Channel) -> Channel | None:
    """A second number that leaves out the area code of the first."""
    area = area_code(chained.value)
    if not area or shape(area + digits).problem is not None:
        return None
    second = _channel(text, groups, area + digits, None, chained)
    return replace(second, parts=tuple(part for part in second.parts if part.name != "area"))


def _impossible(text: str, groups: Run, cue: Cue) -> Channel | None:
    """A number no exchange would put through, under a label that says it is one."""
    span = written(text, groups)
    digits = national(digits_of(text, groups))
    if (
        not _free_after(text, span.end)
        or text[cue.span.end : span.start] == "-"
        or len(digits) < 4
        or (len(digits) == 4 and digits[0] == "0" and digits[1] == "8")
        or (len(digits) == 4 and digits[:2] in {"19", "20"})
    ):
        return None
    if _COUNTED.match(text[span.end : span.end + 12]) and digits[0] != "0":
        return None
    form = shape(digits)
    problem = made_up(digits) if set(digits) == {"0"} else form.problem
    return Channel(_kind(form, cue), text[span.start : span.end], span, digits, (), problem, cue.word)


def _plain(text: str, groups: Run, digits: str) -> bool:
    """Whether it looks like a phone without any label."""
    first = text[groups[0].start : groups[0].end]
    gaps = {text[left.end : right.start] for left, right in pairwise(groups)}
    if digits[0] == "+" or (first.startswith("62") and text[groups[0].start - 1 : groups[0].start] == "+"):
        return True
    if is_spelt(groups):
        return digits[0] == "0" and len(digits) >= SPELT
    if digits.startswith("08"):
        dotted = "." in "".join(gaps)
        usual = not dotted or (gaps == {"."} and [len(first), len(groups)] == [4, 3] and len(digits) > 10)
        thirds = len(first) == len(_THIRDS) and [group.end - group.start for group in groups[1:4]] == _THIRDS
        return (len(first) >= 4 or thirds) and (digits[2] != "0" or len(groups) > 1) and usual
    bracketed = (
        text[groups[0].start - 1 : groups[0].start] == "(" and text[groups[0].end : groups[0].end + 1] == ")"
    )
    return first == area_code(digits) and (bracketed or gaps <= {"-", " ", "–", " - "}) and len(groups) > 1


def _short(text: str, groups: Run, digits: str, cue: Cue | None) -> bool:
    """Whether a short code is one: announced right before, or in the grouping of a call centre on its own."""
    span = written(text, groups)
    following = text[span.end : span.end + 12]
    if _COUNTED.match(following):
        return False
    if cue is not None and _announces(text, cue, span.start):
        if len(digits) == 5 and not cue.strong and len(text[max(cue.span.end, 0) : span.start].split()) > 1:
            return False
        return len(digits) != 4 or cue.kind == "sms" or digits[:2] not in {"19", "20"}
    word = text[max(span.start - 30, 0) : span.start].split()[-1:]
    told = any(before[0].islower() and before not in _LEADING and not before.endswith(":") for before in word)
    through = not _THROUGH.isdisjoint(word)
    dotted = text[groups[0].end : groups[0].end + 1] == "."  # a figure
    alone = (through or not _WORD.match(following) or _OR.match(following) is not None) and not (
        told or dotted
    )
    return alone and len(digits) >= 6 and len(groups) > 1 and groups[-1].end - groups[-1].start == 3


def _announces(text: str, cue: Cue, start: int) -> bool:
    """Whether nothing but a few words without digits stands between a cue and its number."""
    gap = text[max(cue.span.end, 0) : start]
    longest, words = (_LED_IN, 9) if gap.rstrip(" (").endswith(":") else (26, 4)
    return (
        len(gap) <= longest
        and not any(letter.isdigit() for letter in gap)
        and gap.count(" ") <= words
        and "," not in gap
    )


def _chained(text: str, last: Channel, start: int) -> bool:
    extension = last.part("extension")
    end = extension.span.end if extension else last.span.end
    return end <= start and start - end <= 12 and _CHAIN.fullmatch(text[end:start]) is not None


def _free_before(text: str, start: int, *, labelled: bool) -> bool:
    before = text[start - 1 : start] if start else ""
    if not before or before.isspace():
        return True
    return before in "(:;|>\"'“‘[*~–—•" or (labelled and before in ".,/-&=")


def _free_after(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if not after:
        return True
    if after[0].isalnum() or after[0] in "_@%=#":
        return False
    return not (after[0] in "/-" and after[1:].isalpha() and after[1:].isupper())
