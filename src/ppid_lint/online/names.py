"""The domain name system: the addresses of a host, and whether a domain takes mail."""

from __future__ import annotations

import ipaddress
from typing import Protocol

import dns.exception
import dns.rdatatype
import dns.resolver

from ppid_lint.online.answer import Answer, State
from ppid_lint.online.policy import Address

_NOTHING = (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer)


class Resolver(Protocol):
    """What names are asked of."""

    def addresses(self, host: str) -> tuple[Address, ...]:
        """The addresses of a host, none if it does not exist; `OSError` where nobody answers."""
        ...

    def mail(self, domain: str) -> Answer:
        """Whether a domain takes mail."""
        ...


class SystemResolver:
    """The resolver that the machine is set up with. `timeout` is in seconds, for each question."""

    def __init__(self, timeout: float) -> None:
        self._resolver = dns.resolver.Resolver()
        self._resolver.lifetime = timeout

    def addresses(self, host: str) -> tuple[Address, ...]:
        try:
            return (ipaddress.ip_address(host.strip("[]")),)
        except ValueError:
            pass
        found = [*self._records(host, dns.rdatatype.A), *self._records(host, dns.rdatatype.AAAA)]
        return tuple(ipaddress.ip_address(record) for record in found)

    def mail(self, domain: str) -> Answer:
        """Whether a domain has a mail exchanger, or a host in its place (RFC 5321, 5.1); a null one says no
        (RFC 7505)."""
        try:
            exchangers = self._records(domain, dns.rdatatype.MX)
            if exchangers:
                null = all(record.split()[-1] == "." for record in exchangers)
                return Answer(State.DEAD, "takes no mail") if null else Answer(State.ALIVE)
            known = self.addresses(domain)
        except OSError:
            return Answer(State.UNSURE, "no answer in time")
        return Answer(State.ALIVE) if known else Answer(State.DEAD, "no such mail domain")

    def _records(self, name: str, kind: dns.rdatatype.RdataType) -> list[str]:
        try:
            return [record.to_text() for record in self._resolver.resolve(name, kind)]
        except _NOTHING:
            return []
        except dns.exception.DNSException as error:
            raise OSError("no answer from the name server") from error
