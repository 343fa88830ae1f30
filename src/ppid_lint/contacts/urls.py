"""Finds the links of a text, those that cannot be opened among them, and reads link targets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, unquote, urlsplit

import re2

from ppid_lint.contacts.channel import Channel, Kind, Part, Problem
from ppid_lint.contacts.claims import Claims
from ppid_lint.contacts.emails import find_emails
from ppid_lint.contacts.handles import social_of
from ppid_lint.contacts.phone_shape import national, shape
from ppid_lint.text import Span

_SECOND = r"(?:go|co|ac|or|sch|mil|desa|web|net|my|biz|ponpes)\.id|go\.[a-z]{2}"
_TOP = rf"(?:{_SECOND}|id|com|net|org|info|gov|edu)"
_HOSTS = (
    r"bit\.ly|cutt\.ly|rebrand\.ly|ow\.ly|forms\.gle|goo\.gl|maps\.app\.goo\.gl|linktr\.ee|wa\.me|t\.me"
    r"|youtu\.be|rb\.gy"
    r"|is\.gd|tiny\.cc|shorturl\.at|fb\.me|m\.me|lnkd\.in"
)
_START = re2.compile(
    r"(?i)(?:^|[^a-z0-9@_./-])("
    r"h{1,2}[htp]{2,4}s?[:;]? ?[/\\]{1,3}(?:h{1,2}[htp]{2,4}s?:?[/\\]{1,2})?"
    r"|https?:www[.]|w{2,5}[.,] ?[a-z0-9]"
    rf"|(?:[a-z0-9-]+\.)*(?:{_HOSTS})/"
    rf"|((?:[a-z0-9-]+\.)+{_TOP})"
    r")"
)
_SCHEME = re.compile(
    r"(?i)h{1,2}[htp]{2,4}s?(?:[:;]? ?[/\\]{1,3}(?:h{1,2}[htp]{2,4}s?:?[/\\]{1,2})?|:(?=www[.]))"
)
_REST = re.compile(
    r" ?((?:[A-Za-z0-9-]{1,40}[.]){0,5}" + _SECOND + r"(?:/[^\s<>\"']{0,200})?)(?![A-Za-z0-9])", re.IGNORECASE
)
_ENDED = re.compile(rf"(?:.+\.)?{_TOP}|.+\.[a-z]{{2,}}", re.IGNORECASE)
_LISTING = frozenset({",", ";", ":"})  # after a link, another may follow
_STOPS = frozenset("<>\"'`|[]{}()“”‘’")
_NO_TOP = frozenset({"go", "goid", "coid", "acid", "or", "sch", "desa"})
_SAMPLES = frozenset({"namadomain", "nama-domain", "domainanda", "namainstansi", "namawebsite", "yourdomain"})
_LONGEST = 2000


def find_urls(text: str, *, taken: Iterable[Span] = ()) -> tuple[Channel, ...]:
    """The links of a text, in order; those that cannot be opened carry a problem.

    Links to WhatsApp and to social pages come as such. `taken` are the ranges of
    e-mails, whose domains are no links. Linear.
    """
    claims = Claims(taken)
    found: list[Channel] = []
    end = 0
    for match in _START.finditer(text) if "." in text or "/" in text else ():
        start = match.start(1)
        if start < end or claims.hold(start):
            continue
        channel = None if match[2] and _goes_on(text, match.end(2)) else _link(text, start)
        if channel is not None:
            found.append(channel)
            end = channel.span.end
    return tuple(found)


def target_channel(target: str) -> Channel | None:
    """The channel a link target opens; None for anchors and paths.

    Read are `mailto:`, `tel:`, `sms:`, WhatsApp, social pages and web addresses. Spans count in the target.
    """
    scheme, _, rest = target.strip().partition(":")
    start = len(target) - len(target.lstrip()) + len(scheme) + 1
    if scheme.lower() == "mailto":
        address = unquote(rest.split("?")[0])
        emails = find_emails(address)
        return emails[0].moved(start) if emails else None
    if scheme.lower() in {"tel", "sms", "callto"}:
        digits = national(
            "".join(letter for letter in unquote(rest).split(";")[0] if letter.isdigit() or letter == "+")
        )
        form = shape(digits)
        span = Span(start, start + len(rest))
        return (
            Channel(form.kind, rest, span, digits, problem=form.problem, label=scheme.lower())
            if digits
            else None
        )
    return next(iter(find_urls(target)), None) if target[:1] not in {"#", "/", "."} else None


def _goes_on(text: str, end: int) -> bool:
    """Whether a bare domain seems to end inside a longer word: `contoh.identitas`, `a.go.id@b`."""
    after = text[end : end + 2]
    return after[:1].isalnum() or after[:1] in {"@", "_", "-"} or (after[:1] == "." and after[1:].isalnum())


def _link(text: str, start: int) -> Channel | None:
    end, spaced = _end(text, start)
    written = text[start:end]
    scheme = _SCHEME.match(written)
    prefix = scheme[0] if scheme else ""
    address = written[len(prefix) :].replace(" ", "")
    host = re.split(r"[/?#:]", address, maxsplit=1)[0]
    if prefix.lower() not in {"http://", "https://"} and not ("." in host and any(map(str.isalpha, host))):
        return None
    problem = _problem(prefix, host, spaced=spaced)
    span = Span(start, end)
    if problem is None:
        special = _whatsapp(written, address, span) or social_of(written, address, span)
        if special is not None:
            return special
    host_start = start + len(prefix)
    parts = (
        Part("scheme", prefix, Span(start, host_start)),
        Part("host", host, Span(host_start, host_start + len(host))),
    )
    path = address[len(host) :].split("#")[0].rstrip("/")
    value = host.lower().removeprefix("www.") + path
    return Channel(Kind.URL, written, span, value, parts, problem)


def _end(text: str, start: int) -> tuple[int, bool]:
    scheme = _SCHEME.match(text[start : start + 24])
    begin = start + (scheme.end() if scheme else 0)
    end, limit, spaced = begin, min(len(text), start + _LONGEST), False
    while end < limit and not text[end].isspace() and text[end] not in _STOPS:
        end += 1
    host = re.split(r"[/?#]", text[begin:end], maxsplit=1)[0]
    if (
        (scheme or host.lower().startswith("www"))
        and host[-1:] not in _LISTING
        and end < limit
        and not _ENDED.fullmatch(host.removeprefix("www."))
    ):
        rest = _REST.match(text[end : end + 300])
        if rest:
            end, spaced = end + rest.end(), True
    while end > begin and text[end - 1] in ".,;:!?*_~…":
        end -= 1
    if "," in host and "." in host.replace(",", "."):
        end = _before_list_comma(text, begin, end)
    return end, spaced


def _before_list_comma(text: str, begin: int, end: int) -> int:
    """Cuts `a.go.id,b.go.id` after the first; a comma inside one host stays."""
    comma = text.find(",", begin, end)
    whole = comma > 0 and re.fullmatch(rf"(?i).+\.{_TOP}", text[begin:comma])
    return comma if whole else end


def _problem(prefix: str, host: str, *, spaced: bool) -> Problem | None:
    labels = host.lower().split(".")
    if _SAMPLES.intersection(labels):
        return Problem.PLACEHOLDER
    if prefix and prefix.lower() not in {"http://", "https://"}:
        return Problem.BAD_SCHEME
    if spaced:
        return Problem.SPACE
    if "," in host:
        return Problem.COMMA
    if "" in labels:
        return Problem.DOTS if host else Problem.BAD_HOST
    www = set(labels[0]) == {"w"} and labels[0] != "www"
    bare = len(labels) < 2 or (labels[0] == "www" and len(labels) < 3) or labels[-1] in _NO_TOP
    strange = any(not (letter.isalnum() or letter in ".-_") for letter in host)
    return Problem.BAD_HOST if www or bare or strange else None


def _whatsapp(written: str, address: str, span: Span) -> Channel | None:
    parts = urlsplit("//" + address)
    host = (parts.hostname or "").removeprefix("www.")
    if host == "wa.me":
        number = parts.path.strip("/").split("/")[0]
    elif host in {"api.whatsapp.com", "web.whatsapp.com"}:
        number = (parse_qs(parts.query).get("phone") or [""])[0]
    else:
        return None
    digits = "".join(letter for letter in number if letter.isdigit())
    value = national("+" + digits if digits.startswith("62") else digits)
    at = written.find(number) if number else len(written)
    place = Span(span.start + at, span.start + at + len(number))
    return Channel(
        Kind.WHATSAPP,
        written,
        span,
        value,
        (Part("number", number, place),),
        shape(value).problem if digits else None,
        host,
    )
