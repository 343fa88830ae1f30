"""Links and mail domains asked of the network: only local servers answer here."""

from __future__ import annotations

import ipaddress
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import dns.flags
import dns.message
import dns.rdatatype
import dns.rrset
import pytest

from command import run
from ppid_lint import provision
from ppid_lint.config import Config
from ppid_lint.linter import Linter
from ppid_lint.online.answer import Answer, Question, State, Subject
from ppid_lint.online.checker import Checker
from ppid_lint.online.link import check_link
from ppid_lint.online.names import SystemResolver
from ppid_lint.online.policy import Address, Policy, is_public

LOOPBACK = ipaddress.ip_address("127.0.0.1")
SITE = "situs.contoh.go.id"


class Pages(BaseHTTPRequestHandler):
    """Answers by path: /404 with that status, /to/… with a redirection to what follows."""

    def do_HEAD(self) -> None:
        if self.path == "/slow":
            time.sleep(1.5)
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
        else:
            status = self.path.strip("/").split("?")[0]
            self.send_response(int(status) if status.isdigit() else 200)
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        return


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The port of a web server on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


class Names:
    """A resolver that knows a few names, and counts how often it is asked."""

    def __init__(self, known: Mapping[str, Iterable[str]]) -> None:
        self.known = {host: tuple(map(ipaddress.ip_address, found)) for host, found in known.items()}
        self.asked: list[str] = []

    def addresses(self, host: str) -> tuple[Address, ...]:
        self.asked.append(host)
        return self.known.get(host, ())

    def mail(self, domain: str) -> Answer:
        return Answer(State.ALIVE if domain in self.known else State.DEAD)


def local(port: int, **given: object) -> Policy:
    """A policy under which the local server may be asked, and no other private address."""
    options: dict[str, object] = {
        "ports": frozenset({port}),
        "admits": LOOPBACK.__eq__,
        "timeout": 1.0,
        **given,
    }
    return Policy(**options)  # type: ignore[arg-type]


def state(path: str, port: int, known: Mapping[str, Iterable[str]] | None = None, **given: object) -> Answer:
    names = Names(known or {SITE: ["127.0.0.1"]})
    return check_link(f"http://{SITE}:{port}{path}", local(port, **given), names)


# Links


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", State.ALIVE),
        ("/200?x=1&y=dua kata", State.ALIVE),
        ("/403", State.ALIVE),
        ("/404", State.DEAD),
        ("/410", State.DEAD),
        ("/500", State.UNSURE),
        ("/405", State.ALIVE),  # asked again with GET
        ("/to//200", State.ALIVE),
        ("/to//404", State.DEAD),
    ],
)
def test_a_link_is_dead_only_where_the_page_surely_is_not(path: str, expected: State, port: int) -> None:
    assert state(path, port).state is expected


def test_a_host_that_does_not_exist_is_dead(port: int) -> None:
    assert state("/", port, {"lain.go.id": ["127.0.0.1"]}) == Answer(State.DEAD, "no such host")


def test_redirections_end_somewhere(port: int) -> None:
    assert state(f"/to/http://{SITE}:{port}/to/", port, redirects=1).state is State.ALIVE
    assert state("/to//to//to//to//to//200", port, redirects=2) == Answer(
        State.UNSURE, "too many redirections"
    )


def test_a_silent_server_is_unsure(port: int) -> None:
    start = time.monotonic()
    assert state("/slow", port, timeout=0.2).state is State.UNSURE
    assert time.monotonic() - start < 1.4


@pytest.mark.parametrize(
    "target",
    [
        "http://dalam.contoh.go.id:{port}/",  # resolves to a private address
        "http://campur.contoh.go.id:{port}/",  # one public address, one private
        "http://[::1]:{port}/",
        "http://0.0.0.0:{port}/",
        "http://169.254.169.254:{port}/",
        "http://nama:sandi@situs.contoh.go.id:{port}/",
        "http://situs.contoh.go.id:22/",
        "file:///etc/hostname",
        "ftp://situs.contoh.go.id:{port}/",
    ],
)
def test_no_redirection_leads_into_a_private_network(target: str, port: int) -> None:
    known = {
        SITE: ["127.0.0.1"],
        "dalam.contoh.go.id": ["10.0.0.8"],
        "campur.contoh.go.id": ["127.0.0.1", "192.168.1.1"],
        **{text: [text] for text in ("::1", "0.0.0.0", "169.254.169.254")},
    }
    found = state("/to/" + target.format(port=port), port, known)
    assert found.state is State.UNSURE
    assert found.why in {"leads into a private network", "not a plain web address"}


def test_the_address_judged_is_the_one_connected_to(port: int) -> None:
    class Rebinding(Names):
        def addresses(self, host: str) -> tuple[Address, ...]:
            super().addresses(host)
            return (LOOPBACK,) if len(self.asked) == 1 else (ipaddress.ip_address("10.0.0.8"),)

    names = Rebinding({})
    assert check_link(f"http://{SITE}:{port}/", local(port), names).state is State.ALIVE
    assert names.asked == [SITE]


def test_only_listed_hosts_are_asked(port: int) -> None:
    names = Names({SITE: ["127.0.0.1"]})
    policy = local(port, hosts=("kemenkeu.go.id",))
    assert check_link(f"http://{SITE}:{port}/", policy, names) == Answer(State.UNSURE, "host not on the list")
    assert names.asked == []
    assert policy.allows("www.kemenkeu.go.id")
    assert not policy.allows("kemenkeu.go.id.contoh.com")


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1 "
    "255.255.255.255 :: ::1 fe80::1 fc00::1 fec0::1 ff02::1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:a00:1::1".split(),
)
def test_private_addresses_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["103.10.20.30", "8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


# Names

ZONE = {
    ("surat.go.id.", "MX"): ["10 mx.surat.go.id."],
    ("situs.go.id.", "A"): ["127.0.0.1"],
    ("tolak.go.id.", "MX"): ["0 ."],
}


@pytest.fixture(scope="module")
def resolver() -> Iterator[SystemResolver]:
    """A resolver that asks a name server on this machine, which knows the zone above alone."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    threading.Thread(target=_serve, args=[server], daemon=True).start()
    asking = SystemResolver(timeout=0.5)
    asking._resolver.nameservers = ["127.0.0.1"]
    asking._resolver.port = server.getsockname()[1]
    yield asking
    server.close()


def _serve(server: socket.socket) -> None:
    while True:
        try:
            data, sender = server.recvfrom(4096)
        except OSError:
            return
        query = dns.message.from_wire(data)
        name, kind = str(query.question[0].name), dns.rdatatype.to_text(query.question[0].rdtype)
        if name == "diam.go.id.":
            continue
        reply = dns.message.make_response(query)
        reply.flags |= dns.flags.RA
        if (name, kind) in ZONE:
            reply.answer.append(dns.rrset.from_text(name, 60, "IN", kind, *ZONE[name, kind]))
        elif not any(known == name for known, _ in ZONE):
            reply.set_rcode(3)
        server.sendto(reply.to_wire(), sender)


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("surat.go.id", State.ALIVE),
        ("situs.go.id", State.ALIVE),  # a host stands in for its exchanger
        ("tolak.go.id", State.DEAD),
        ("tiada.go.id", State.DEAD),
        ("diam.go.id", State.UNSURE),
    ],
)
def test_a_mail_domain_takes_mail(domain: str, expected: State, resolver: SystemResolver) -> None:
    assert resolver.mail(domain).state is expected


def test_addresses_are_asked_or_read(resolver: SystemResolver) -> None:
    assert resolver.addresses("situs.go.id") == (LOOPBACK,)
    assert resolver.addresses("[::1]") == (ipaddress.ip_address("::1"),)
    assert resolver.addresses("tiada.go.id") == ()


# Drafts


def test_questions_are_asked_once_and_together(port: int) -> None:
    names = Names({SITE: ["127.0.0.1"]})
    link = Question(Subject.LINK, f"http://{SITE}:{port}/")
    mail = Question(Subject.MAIL, "tiada.go.id")
    answers = Checker(local(port), names)([link, mail, link])
    assert {question: answer.state for question, answer in answers.items()} == {
        link: State.ALIVE,
        mail: State.DEAD,
    }
    assert names.asked == [SITE]


DRAFT = (
    "Daftar di https://www.tiada.go.id/daftar atau www.ada.go.id, surel info@tiada.go.id dan info@ada.go.id."
)


def test_dead_links_and_mail_domains_are_found_at_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Question] = []

    def answer(questions: Iterable[Question]) -> Mapping[Question, Answer]:
        asked.extend(questions)
        states = {True: State.DEAD, False: State.UNSURE}
        return {question: Answer(states["tiada" in question.text], "no such host") for question in asked}

    monkeypatch.setattr(provision, "_checker", lambda config: answer)
    report = Linter(Config(select=("contact",)), online=True).check_text(DRAFT)
    found = {(finding.rule, DRAFT[slice(*finding.span)]) for finding in report.findings}
    assert ("contact/malformed-url", "https://www.tiada.go.id/daftar") in found
    assert ("contact/malformed-email", "info@tiada.go.id") in found
    assert not any("www.ada" in text or "@ada" in text for _, text in found)
    assert len(asked) == 4
    assert "daring: 2 tautan atau domain surel tidak dapat dipastikan" in report.notes


def test_offline_nothing_is_asked_or_imported(tmp_path: Path) -> None:
    code = (
        "import sys; from ppid_lint import Linter; "
        f"found = Linter().check_text({DRAFT!r}).findings; "
        "sys.exit(any(name.startswith(('dns', 'http.client', 'ppid_lint.online.link')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, timeout=60).returncode == 0


def test_the_command_takes_the_option(tmp_path: Path) -> None:
    draft = tmp_path / "draf.md"
    draft.write_text("Kantor buka setiap hari kerja.\n", encoding="utf-8")
    assert run("check", "--online", "--quiet", "draf.md", cwd=tmp_path).returncode == 0
