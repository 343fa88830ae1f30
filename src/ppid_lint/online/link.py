"""Whether a link opens: asked with HEAD, hop by hop, each hop held against the policy before it is made.

The connection goes to the very address that was judged, so that a name cannot resolve to another in between.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from ppid_lint.online.answer import Answer, State
from ppid_lint.online.names import Resolver
from ppid_lint.online.policy import Address, Policy

_PORTS = {"http": 80, "https": 443}
_GONE = frozenset({404, 410})
_MOVED = frozenset({301, 302, 303, 307, 308})
_NO_HEAD = frozenset({405, 501})
_AGENT = "ppid-lint (link check)"


class _Reply(NamedTuple):
    status: int
    location: str = ""


class _RefusedError(Exception):
    """A hop that the policy does not allow."""


def check_link(link: str, policy: Policy, resolver: Resolver) -> Answer:
    """Whether a link with its scheme opens. Dead is only what surely is not there: no such host, 404, 410."""
    deadline = time.monotonic() + policy.timeout * 2
    for _ in range(policy.redirects + 1):
        try:
            reply = _hop(link, policy, resolver, deadline)
        except _RefusedError as refusal:
            return Answer(State.UNSURE, str(refusal))
        except (OSError, http.client.HTTPException, ValueError):
            return Answer(State.UNSURE, "no answer in time")
        if reply is None:
            return Answer(State.DEAD, "no such host")
        if reply.status in _GONE:
            return Answer(State.DEAD, f"answered {reply.status}")
        if reply.status not in _MOVED or not reply.location:
            return Answer(State.UNSURE if reply.status >= 500 else State.ALIVE, f"answered {reply.status}")
        link = urljoin(link, reply.location)
    return Answer(State.UNSURE, "too many redirections")


def _hop(link: str, policy: Policy, resolver: Resolver, deadline: float) -> _Reply | None:
    """The reply of one host; None if there is no such host."""
    parts = urlsplit(link)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    port = parts.port or _PORTS.get(parts.scheme, 0)
    if parts.scheme not in _PORTS or port not in policy.ports or not host or parts.username is not None:
        raise _RefusedError("not a plain web address")
    if not policy.allows(host):
        raise _RefusedError("host not on the list")
    addresses = resolver.addresses(host)
    if not addresses:
        return None
    if not all(policy.admits(address) for address in addresses):
        raise _RefusedError("leads into a private network")
    reply = _request("HEAD", parts, host, port, addresses[0], deadline)
    return _request("GET", parts, host, port, addresses[0], deadline) if reply.status in _NO_HEAD else reply


def _request(
    method: str, parts: SplitResult, host: str, port: int, address: Address, deadline: float
) -> _Reply:
    """Asks one address for one page; of a reply only status and target are read."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    secure = parts.scheme == "https"
    connection = http.client.HTTPConnection(host, port, timeout=left)
    with socket.create_connection((str(address), port), timeout=left) as plain:
        connection.sock = _secured(plain, host) if secure else plain
        watch = threading.Timer(left, _cut, [connection.sock])
        watch.start()
        try:
            return _talk(connection, method, parts)
        finally:
            watch.cancel()
            connection.close()


def _talk(connection: http.client.HTTPConnection, method: str, parts: SplitResult) -> _Reply:
    """Sends the request over an open connection and reads the reply's head."""
    default = connection.port == _PORTS[parts.scheme]
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {
        "Host": connection.host if default else f"{connection.host}:{connection.port}",
        "User-Agent": _AGENT,
        "Accept": "*/*",
        "Connection": "close",
    }
    connection.putrequest(method, _quoted(target), skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    return _Reply(response.status, response.getheader("Location") or "")


def _cut(connected: socket.socket) -> None:
    """Ends a conversation that drips on past its time."""
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _quoted(target: str) -> str:
    from urllib.parse import quote

    return quote(target, safe="/?&=%:@!$'()*+,;~#[]-._")
