"""Which hosts may be asked, and how long: no host of a private network is, whatever a name resolves to."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address is reached over the public internet.

    Private, local, shared, reserved and multicast ones are not, nor IPv6 forms that hold such an IPv4 one.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(inner):
            return False
        if address.ipv4_mapped is not None:
            return True
        if address.is_site_local:
            return False
    refused = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback
    return address.is_global and not refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What may be asked.

    `hosts` are the domains that may be contacted, with what stands under them; none means any. `admits` says
    which addresses may be connected to, `ports` which doors. Times in seconds.
    """

    hosts: tuple[str, ...] = ()
    timeout: float = 5.0
    redirects: int = 5
    workers: int = 8
    ports: frozenset[int] = frozenset({80, 443})
    admits: Callable[[Address], bool] = is_public

    def allows(self, host: str) -> bool:
        """Whether a host is on the list, or there is none."""
        name = host.lower().rstrip(".")
        return not self.hosts or any(name == own or name.endswith("." + own) for own in self.hosts)
