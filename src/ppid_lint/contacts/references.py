"""What is known of the country's channels, whatever the office: area codes, free mail, short codes…"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ppid_lint.contacts.body_words import NO_WORDS, BodyWords


@dataclass(frozen=True, slots=True)
class References:
    """The lists that ship with the product, ready to be asked."""

    area_codes: Mapping[str, tuple[str, ...]]  # "0341" → cities and regencies it serves
    free_mail: frozenset[str]
    shorteners: frozenset[str]  # host, or host and start of the path
    forms: frozenset[str]
    pages: frozenset[str]
    official_domains: frozenset[str]
    official_suffixes: frozenset[str]
    national_lines: Mapping[str, str]  # digits → as written
    bodies: BodyWords = NO_WORDS
    maps: frozenset[str] = frozenset()  # hosts short as they come, which lead to a map alone

    def is_free_mail(self, domain: str) -> bool:
        """Whether anybody can open an account there."""
        return domain.lower() in self.free_mail

    def is_listed_host(self, host: str) -> bool:
        """Whether it is, or stands under, a host of a public body that the list names."""
        return any(end in self.official_domains for end in domain_ends(bare_host(host)))

    def is_official_host(self, host: str) -> bool:
        """Whether the host is listed, or stands under a suffix that only public bodies get."""
        return self.is_listed_host(host) or any(end in self.official_suffixes for end in domain_ends(host))

    def link_class(self, address: str) -> str:
        """What an address (host and path, no scheme) is: "form", "shortener", "page" or ""."""
        host, _, path = bare_host(address).partition("/")
        if host in self.maps:
            return ""
        starts = {f"{end}/{path.split('/')[0]}" for end in domain_ends(host)} | set(domain_ends(host))
        classes = (("form", self.forms), ("shortener", self.shorteners), ("page", self.pages))
        return next((name for name, known in classes if starts & known), "")


_NONE: frozenset[str] = frozenset()
NOTHING_KNOWN = References({}, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, {})


def bare_host(host: str) -> str:
    """A host (with its path, if any) in lower case without the leading www."""
    return host.lower().removeprefix("www.")


def domain_ends(host: str) -> list[str]:
    """The host and each domain above it: a.b.go.id, b.go.id, go.id, id."""
    labels = host.lower().split(".")
    return [".".join(labels[at:]) for at in range(len(labels))]
