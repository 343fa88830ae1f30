"""Finds the e-mail addresses of a text: hidden from robots, broken by a line end, or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

import re2

from ppid_lint.contacts.channel import Channel, Kind, Part, Problem
from ppid_lint.contacts.claims import Claims
from ppid_lint.text import Span

_AT = re2.compile(r"(?i) ?[\[({<](?:at|@)[\])}>] ?|@")
_SPELT = re2.compile(  # humas AT kantor DOT go DOT id
    r"(?i)(?:^|[^a-z0-9._-])([a-z0-9][a-z0-9._-]{1,39}) (?:at|et)"
    r" ([a-z0-9-]{2,40}(?: (?:dot|titik) [a-z]{2,20}){1,4})(?:[^a-z0-9]|$)"
)
_MAY_TELL = re2.compile(  # no address without its sign is without one of these
    r"(?i)[\[({<]at[\])}>]|e-?mail|surel|elektronik|pos-?el| (?:dot|titik) "
)
_SPELT_DOT = re2.compile(r"(?i) (?:dot|titik) ")
_DOT = re.compile(r" ?[\[({<](?:dot|titik|\.)[\])}>] ?", re.IGNORECASE)
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%'+_.-,")
_DOMAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-,_@")
_ENDINGS = re.compile(r"(?:go|co|ac|or|sch|mil|desa|web|net|my|biz)\.id|id|com|net|org|info|gov|edu|io|me")
_LABEL = re2.compile(
    r"(?i)\b(e-?mail|surel|surat elektronik|pos-el|posel|email address|alamat email)\b"
    r"(?:(?: [A-Za-z]+){1,4} ?: ?"
    r"|(?: (?:lain|kedua|resmi|kantor|dinas|kami|kita|unit|panitia|humas|our))?[^A-Za-z0-9@]*)"
)
_SITE = re2.compile(r"(?i)\b(?:situs|laman|website|web|tautan|link|portal|domain)\b")
_HOST = re.compile(r"(?:[A-Za-z0-9_-]{1,40}\.){2,6}[A-Za-z]{2,6}(?![A-Za-z0-9/@-]|\.[A-Za-z])")
_SAMPLES = frozenset({"domain", "contoh", "example", "namadomain", "domainanda", "email", "instansi"})
_SAMPLE_LOCALS = frozenset(
    {
        "nama", "namaanda", "namadinas", "namakantor", "namainstansi", "namaunit",
        "emailanda", "emailkantor", "isi", "username", "yourname", "xxx", "xxxx",
    }
)  # fmt: skip
_MAYBE_SAMPLES = frozenset({"email", "user", "contoh", "example"})
_VERSION = re.compile(r"v?[0-9]+(?:\.[0-9x]+)*(?:-[a-z0-9.]+)?|latest|next|main|master")
_MACHINES = frozenset(
    {"localhost", "host", "hostname", "server"}
)  # where users of a machine are, not mailboxes
_NO_SPACES = re.compile(r" ?[(](?:hapus|tanpa|hilangkan|without|remove) spa", re.IGNORECASE)
_INSIDE = re.compile(r"[A-Za-z0-9.-]+(?![A-Za-z0-9.@-])")
_LISTED = re.compile(r" ?(?:,|/|;|atau|dan|or|and){1,2} ?")  # between two addresses of one label
_WINDOW = 120


def find_emails(text: str) -> tuple[Channel, ...]:
    """The e-mail addresses of a text, in order; one that cannot receive mail carries a problem. Linear.

    `@name` alone is a handle, not an address.
    """
    if "@" not in text and not _MAY_TELL.search(text):
        return ()
    found: list[Channel] = []
    for match in _AT.finditer(text) if "@" in text or "at" in text.lower() else ():
        at = Span(*match.span())
        if found and at.start < found[-1].span.end:
            continue
        channel = _around(text, at, found[-1].span.end if found else 0)
        if channel is not None:
            found.append(channel)
    further = [*_without_at(text, found), *_spelt(text)]
    return tuple(sorted([*found, *further], key=lambda channel: channel.span))


def _spelt(text: str) -> Iterator[Channel]:
    """Addresses whose signs are spelt out."""
    for match in _SPELT.finditer(text) if _SPELT_DOT.search(text) else ():
        domain = _SPELT_DOT.sub(".", match[2]).lower()
        if _ending(domain):
            (start, at), (gap, end) = match.span(1), match.span(2)
            parts = (Part("local", match[1], Span(start, at)), Part("domain", domain, Span(gap, end)))
            value = f"{match[1].lower()}@{domain}"
            yield Channel(
                Kind.EMAIL, text[start:end], Span(start, end), value, parts, None, _label(text, start)
            )


def _around(text: str, at: Span, floor: int) -> Channel | None:
    start, broken = _local_start(text, at, floor)
    end, gap = _domain_end(text, at.end)
    if start == at.start:
        return _without_local(text, Span(at.start, end))
    if end == at.end and text[at.start : at.end] != "@":
        return None  # a word in brackets: `column(at)`
    local, domain = text[start : at.start], text[at.end : end]
    clean = _DOT.sub(".", domain).replace(" ", "")
    local = _DOT.sub(".", local)
    listed = bool(floor) and _LISTED.fullmatch(text[floor:start]) is not None
    both = broken and text[at.end : at.end + 1] == " "
    if broken and not both and not (_ending(clean) and (listed or _reads_as_local(local, text, start))):
        return None
    if both and not _ending(clean):
        return None
    told = both and _NO_SPACES.match(text[end : end + 24]) is not None
    problem = _problem(local.strip(), clean, spaced=(broken or gap) and not told)
    label = _label(text, start)
    if not label and (_VERSION.fullmatch(clean) or (text[start - 1 : start] == "/" and not _ending(clean))):
        return None  # a package and its version
    if problem is Problem.NO_DOMAIN and not label and not _reads_as_word(local, clean):
        return None
    parts = (Part("local", local.strip(), Span(start, at.start)), Part("domain", clean, Span(at.end, end)))
    value = f"{local.strip()}@{clean}".lower()
    return Channel(Kind.EMAIL, text[start:end], Span(start, end), value, parts, problem, label)


def _without_local(text: str, span: Span) -> Channel | None:
    """`Surel: @kemenkeu.go.id`: a domain under a label; without one it is a handle."""
    label = _label(text, span.start)
    host = text[span.start + 1 : span.end]
    if not label or not _ending(host):
        return None
    return Channel(Kind.EMAIL, text[span.start : span.end], span, "", (), Problem.NO_LOCAL, label)


def _local_start(text: str, at: Span, floor: int) -> tuple[int, bool]:
    """Where the part before the at sign starts, and whether a space stands between."""
    start, broken = at.start, False
    if text[at.start] == "@" and text[max(at.start - 1, 0) : at.start] == " ":
        start, broken = at.start - 1, True
    first = start
    floor = max(floor, at.start - _WINDOW)
    while start > floor and (text[start - 1] in _LOCAL or _hidden_dot(text, start)):
        start -= 1 if text[start - 1] in _LOCAL else _hidden_dot(text, start)
    while start < first and text[start] in ".,'_-":
        start += 1
    return (start, broken) if start < first else (at.start, broken)


def _hidden_dot(text: str, end: int) -> int:
    """The length of a `[dot]` that ends at an offset."""
    window = text[max(end - 9, 0) : end]
    match = next((match for match in _DOT.finditer(window) if match.end() == len(window)), None)
    return len(match[0]) if match else 0


def _domain_end(text: str, start: int) -> tuple[int, bool]:
    """Where the domain ends, and whether a stray space stands in it (not one left by a line end)."""
    end, spaced, limit = start, False, min(start + _WINDOW, len(text))
    if text[end : end + 1] == " " and _HOST.match(text[end + 1 : limit]):
        end, spaced = end + 1, True
    while end < limit:
        hidden = _DOT.match(text[end : end + 9])
        if text[end] == "," and not _INSIDE.match(text[end + 1 : limit]):
            break
        if text[end] in _DOMAIN:
            end += 1
        elif hidden:
            end += hidden.end()
        elif text[end] == " " and text[end - 1] in ".-" and end > start + 2 and _continues(text, end + 1):
            end += 1
        else:
            break
    while end > start and text[end - 1] in ".,-_":
        end -= 1
    comma = text.find(",", start, end)
    return (comma if comma >= 0 and not _ending(text[start:end].replace(",", ".")) else end), spaced


def _continues(text: str, at: int) -> bool:
    match = _ENDINGS.match(text[at : at + 12])
    return match is not None and not text[at + match.end() : at + match.end() + 1].isalnum()


def _ending(domain: str) -> bool:
    parts = domain.lower().split(".")
    return len(parts) > 1 and _ENDINGS.fullmatch(parts[-1]) is not None


def _reads_as_local(local: str, text: str, start: int) -> bool:
    """Whether the word before ` @kemenkeu.go.id` is the rest of an address, not prose before a handle."""
    return "." in local or any(letter.isdigit() for letter in local) or bool(_label(text, start))


def _reads_as_word(local: str, domain: str) -> bool:
    """Whether `local@domain`, without dot or label, was meant for an address, not a price or a package."""
    return (
        domain not in _MACHINES
        and len(local) > 2
        and local[0].islower()
        and (not domain or (domain.isalpha() and len(domain) > 3))
    )


def _label(text: str, start: int) -> str:
    before = text[max(start - 40, 0) : start]
    labels = [match for match in _LABEL.finditer(before) if match.end() == len(before)]
    return labels[-1][1].lower() if labels else ""


def _problem(local: str, domain: str, *, spaced: bool) -> Problem | None:
    labels = domain.lower().split(".")
    if "@" in domain:
        return Problem.TWO_AT
    if (
        labels[0] in _SAMPLES
        or local.lower().replace(".", "") in _SAMPLE_LOCALS
        or (local.lower() in _MAYBE_SAMPLES and len(labels) < 3)
        or set(local.lower()) == {"x"}
    ):
        return Problem.PLACEHOLDER
    if not domain or len(labels) < 2:
        return Problem.NO_DOMAIN
    if spaced or " " in local:
        return Problem.SPACE
    if "," in local or "," in domain:
        return Problem.COMMA
    if "" in labels or "" in local.split("."):
        return Problem.DOTS
    sound = all(label.strip("-") == label and "_" not in label for label in labels) and labels[-1].isalpha()
    return None if sound and len(labels[-1]) > 1 else Problem.BAD_HOST


def _without_at(text: str, found: list[Channel]) -> list[Channel]:
    """`E-mail: humas.kemenkeu.go.id`: an address that lost its at sign, under a label."""
    claims = Claims(channel.span for channel in found)
    missing = []
    for label in _LABEL.finditer(text) if "." in text else ():
        host = _HOST.match(text[label.end() : label.end() + _WINDOW])
        if host is None or host[0].lower().startswith("www.") or _SITE.search(label[0]):
            continue
        span = Span(label.end(), label.end() + host.end())
        if not claims.touch(span):
            missing.append(Channel(Kind.EMAIL, host[0], span, "", (), Problem.NO_AT, label[1].lower()))
    return missing
