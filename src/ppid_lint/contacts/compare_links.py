"""Holds e-mail addresses, links and handles against the directory."""

from __future__ import annotations

from collections.abc import Iterator

from ppid_lint.contacts.channel import Channel, Kind
from ppid_lint.contacts.comparison import Comparison, Question, known_value
from ppid_lint.contacts.directory import DirectoryChannel, Entry, Unit, host_of
from ppid_lint.contacts.edit_distance import one_edit
from ppid_lint.contacts.verdict import Difference, Verdict

_BOUGHT = frozenset(
    [
        "com", "net", "org", "info", "id", "co", "go.co", "go.com", "co.id", "or.id", "web.id",
        "my.id", "biz.id",
    ]
)  # fmt: skip
_LONG_ENOUGH = 7  # letters of a handle that nobody else has by chance
_LONG_NAME = 12  # letters of a handle that two slips leave recognisable
_COMMON = frozenset(
    [
        "admin", "bagian", "contact", "halo", "humas", "info", "informasi", "kontak", "layanan",
        "mail", "office", "pengaduan", "ppid", "sekretariat", "surat", "umum",
    ]
)  # fmt: skip


def compare_email(channel: Channel, question: Question) -> Comparison:
    """An e-mail address: its local part and its domain, each a slip away from the right one."""
    known = known_value(channel, question)
    if known is not None:
        return _tolerant(known, question)
    local, _, domain = channel.value.partition("@")
    former = _former(domain, question)
    if former:
        return _moved(local, former, question)
    near = _near_email(channel, local, domain, question)
    if near is not None:
        return near
    right_domain = _near_domain(domain, question)
    if right_domain:
        return Comparison(
            Verdict.NEAR, None, f"{local}@{right_domain}", None, (_part(channel, "domain", right_domain),)
        )
    own = any(_under(domain, known_domain) for known_domain in question.directory.domains)
    return Comparison(
        Verdict.UNKNOWN if own or not question.references.is_listed_host(domain) else Verdict.OFFICIAL
    )


def _moved(local: str, domain: str, question: Question) -> Comparison:
    """A mailbox under a domain given up: the same under a domain of today."""
    same = question.directory.find(Kind.EMAIL, f"{local}@{domain}") or [
        entry for entry in question.candidates(Kind.EMAIL) if entry.channel.value.startswith(local + "@")
    ]
    if not same:
        return Comparison(Verdict.FORMER, None, f"{local}@{domain}")
    return Comparison(Verdict.FORMER, same[0].unit, same[0].channel.written, same[0].channel)


def _tolerant(known: Comparison, question: Question) -> Comparison:
    """The head office's mailbox is right under any unit's name."""
    if (
        known.verdict is Verdict.OTHER_UNIT
        and known.unit is question.directory.head
        and known.known is not None
    ):
        return Comparison(Verdict.EXACT, known.unit, known.known.written, known.known)
    return known


def _near_email(channel: Channel, local: str, domain: str, question: Question) -> Comparison | None:
    wrong_domain = []
    for entry in question.candidates(Kind.EMAIL):
        right_local, _, right_domain = entry.channel.value.partition("@")
        if domain == right_domain and one_edit(local, right_local):
            return _near(entry, (_part(channel, "local", right_local),))
        if local == right_local and _wrong_domain(entry, domain, question):
            wrong_domain.append((entry, right_domain))
        elif one_edit(channel.value, entry.channel.value) and not question.references.is_listed_host(domain):
            return _near(entry, ())
    wrong_domain.sort(key=lambda found: not one_edit(domain, found[1]))
    return (
        _near(wrong_domain[0][0], (_part(channel, "domain", wrong_domain[0][1]),)) if wrong_domain else None
    )


def _wrong_domain(entry: Entry, domain: str, question: Question) -> bool:
    """Whether a domain after an official local part is a mistake, not another body's or a private mailbox."""
    references = question.references
    local, _, right = entry.channel.value.partition("@")
    named = entry.unit is question.unit and not question.loosely
    if references.is_listed_host(domain) and not _under(domain, right):
        return named and local not in _COMMON
    if one_edit(domain, right) or domain.split(".")[0] == right.split(".")[0]:
        return True
    return (named or local not in _COMMON) and not references.is_official_host(domain)


def compare_url(channel: Channel, question: Question) -> Comparison:
    """A link: its host. One of another public body is never a slip of ours."""
    host = host_of(channel.value)
    known = known_value(channel, question) or _known_host(host, question)
    first, _, rest = host.partition(".")
    if known is None and one_edit(first, "www") and (plain := _known_host(rest, question)) is not None:
        return _near_host(channel, plain.unit, plain.known, "www." + rest)
    if known is not None:
        return _tolerant(known, question)
    former = _former(host, question)
    if former:
        return Comparison(Verdict.FORMER, None, _swapped(channel, host, former))
    if question.references.is_listed_host(host) and not _ours(host, question):
        return Comparison(Verdict.OFFICIAL)
    near = next(
        (entry for entry in question.candidates(Kind.URL) if one_edit(host, host_of(entry.channel.value))),
        None,
    )
    if near is not None and host not in question.references.official_domains:
        return _near_host(channel, near.unit, near.channel, host_of(near.channel.value))
    domain = _near_domain(host, question)
    if domain:
        return _near_host(channel, None, None, domain)
    official = _ours(host, question) or question.references.is_official_host(host)
    return Comparison(Verdict.OFFICIAL if official else Verdict.UNKNOWN)


def _near_host(channel: Channel, unit: Unit | None, known: DirectoryChannel | None, right: str) -> Comparison:
    expected = _swapped(channel, host_of(channel.value), right)
    return Comparison(Verdict.NEAR, unit, expected, known, (_part(channel, "host", right),))


def compare_social(channel: Channel, question: Question) -> Comparison:
    """A handle: on the platform named, or on any if none is."""
    known = known_value(channel, question)
    if known is not None:
        return _tolerant(known, question)
    platform, _, name = channel.value.partition(":")
    for entry in question.candidates(Kind.SOCIAL):
        right_platform, _, right = entry.channel.value.partition(":")
        if platform in {"", right_platform} and name == right:
            return Comparison(Verdict.EXACT, entry.unit, entry.channel.written, entry.channel)
        if platform in {"", right_platform} and _near_name(name, right):
            return _near(entry, (_part(channel, "name", right),))
    return _near_elsewhere(channel, name, question) or Comparison(Verdict.UNKNOWN)


def _near_elsewhere(channel: Channel, name: str, question: Question) -> Comparison | None:
    """A slip from the name that the office has on another platform: offices take the same name on all."""
    for entry in question.candidates(Kind.SOCIAL):
        right = entry.channel.value.partition(":")[2]
        if len(right) >= _LONG_ENOUGH and one_edit(name, right):
            return _near(entry, (_part(channel, "name", right),))
    return None


def _near_name(name: str, right: str) -> bool:
    """Whether a handle is a slip away from another: of a long one, two slips."""
    if one_edit(name, right):
        return True
    if min(len(name), len(right)) < _LONG_NAME:
        return False
    from rapidfuzz.distance import OSA

    return name != right and OSA.distance(name, right, score_cutoff=2) <= 2


def _near(entry: Entry, differences: tuple[Difference, ...]) -> Comparison:
    return Comparison(Verdict.NEAR, entry.unit, entry.channel.written, entry.channel, differences)


def _part(channel: Channel, name: str, right: str) -> Difference:
    part = channel.part(name)
    found, span = (part.text, part.span) if part else (channel.text, channel.span)
    return Difference(name, span, found, ("www." if found.lower().startswith("www.") else "") + right)


def _known_host(host: str, question: Question) -> Comparison | None:
    entries = question.directory.by_host.get(host, ())
    live = next(
        (entry for entry in entries if not entry.channel.former and not entry.expired(question.today)), None
    )
    if live is not None:
        return Comparison(Verdict.EXACT, live.unit, live.channel.written, live.channel)
    if not entries:
        return None
    verdict = Verdict.FORMER if entries[0].channel.former else Verdict.EXPIRED
    return Comparison(verdict, entries[0].unit, "", entries[0].channel)


def _former(host: str, question: Question) -> str:
    """The present name of a host under a domain the organisation gave up; "" of any other."""
    directory = question.directory
    old = next((domain for domain in directory.former_domains if _under(host, domain)), "")
    return host[: len(host) - len(old)] + directory.domains[0] if old and directory.domains else ""


def _near_domain(host: str, question: Question) -> str:
    """The host with the organisation's domain for one a slip away from it; "" if it ends in none."""
    if question.references.is_listed_host(host):
        return ""
    for domain in question.directory.domains:
        if f".{domain}." in f".{host}":  # ours, with another's end behind it
            return host[: host.find(domain)] + domain
    for prefix, ending in _endings(host):
        for domain in question.directory.domains:
            if one_edit(ending, domain) or _under_another_end(ending, domain):
                return prefix + domain
    return ""


def _under_another_end(ending: str, domain: str) -> bool:
    """Whether it is our name under an end anybody can buy: `kemenkeu.com`, `kemenkeu.go.co`."""
    name, _, rest = ending.partition(".")
    return name == domain.partition(".")[0] and rest in _BOUGHT


def _endings(host: str) -> Iterator[tuple[str, str]]:
    labels = host.split(".")
    for at in range(len(labels) - 1):
        yield "".join(label + "." for label in labels[:at]), ".".join(labels[at:])


def _ours(host: str, question: Question) -> bool:
    return any(_under(host, domain) for domain in question.directory.domains)


def _under(host: str, domain: str) -> bool:
    return host == domain or host.endswith("." + domain)


def _swapped(channel: Channel, host: str, right: str) -> str:
    """The link as written, with the right host."""
    at = channel.text.lower().find(host)
    return channel.text[:at] + right + channel.text[at + len(host) :] if at >= 0 else right
