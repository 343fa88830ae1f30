"""Addresses inside a network: private IPv4 and IPv6, internal host names."""

from __future__ import annotations

from ppid_lint.identifiers.verdict import Verdict, invalid, valid

INTERNAL_SUFFIXES = (
    ".local",
    ".lan",
    ".internal",
    ".intranet",
    ".intra",
    ".corp",
    ".private",
    ".localdomain",
    ".home.arpa",
)
"""Endings that resolve only inside: RFC 6762 (.local), RFC 8375 (.home.arpa), ICANN (.internal), custom."""

_LONGEST_HOST = 253
_HEX_AND_COLON = frozenset("0123456789abcdef:.")

_NOT_ADDRESS = invalid("shape fits no IP address")
_PUBLIC = invalid("not a private range")
_PRIVATE4 = valid(0.0052, "private address range")
_PRIVATE6 = valid(1e-3, "private address range")
_NOT_HOST = invalid("shape fits no host name")
_PUBLIC_HOST = invalid("no internal suffix")
_INTERNAL_HOST = valid(1e-3, "internal suffix")


def private_ip(text: str) -> Verdict:
    """A private (RFC 1918), shared (RFC 6598), link-local or unique local (RFC 4193) address.

    A prefix length (/24) or, after IPv4, a port may follow. Version numbers share the shape of IPv4.
    """
    address = text.strip().partition("/")[0]
    if address.count(".") == 3:
        return _private4(address.partition(":")[0])
    return _private6(address.strip("[]").partition("%")[0].lower())


def hostname(text: str) -> Verdict:
    """A host name under an ending that only an internal name server knows; a port may follow."""
    name = text.strip().partition(":")[0].rstrip(".").lower()
    if len(name) > _LONGEST_HOST or not all(map(_is_label, name.split("."))):
        return _NOT_HOST
    return _INTERNAL_HOST if name.endswith(INTERNAL_SUFFIXES) else _PUBLIC_HOST


def _private4(address: str) -> Verdict:
    parts = address.split(".")
    if not all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts):
        return _NOT_ADDRESS
    if any((part[0] == "0" and part != "0") or int(part) > 255 for part in parts):
        return _NOT_ADDRESS
    first, second = int(parts[0]), int(parts[1])
    return _PRIVATE4 if first == 10 or _in_small_range(first, second) else _PUBLIC


def _in_small_range(first: int, second: int) -> bool:
    return (
        (first == 172 and 16 <= second <= 31)
        or (first, second) in ((192, 168), (169, 254))
        or (first == 100 and 64 <= second <= 127)
    )


def _private6(address: str) -> Verdict:
    if address.count(":") < 2 or len(address) > 45 or not set(address) <= _HEX_AND_COLON:
        return _NOT_ADDRESS
    from ipaddress import IPv6Address  # slow to import, seldom needed

    try:
        number = int(IPv6Address(address))
    except ValueError:
        return _NOT_ADDRESS
    return _PRIVATE6 if number >> 121 == 0xFC >> 1 or number >> 118 == 0xFE80 >> 6 else _PUBLIC


def _is_label(label: str) -> bool:
    bare = label.replace("-", "").replace("_", "")
    return len(label) <= 63 and bare.isascii() and bare.isalnum() and label[0] != "-" and label[-1] != "-"
