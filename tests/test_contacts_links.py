"""E-mails, links and handles in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.contacts.channel import Kind, Problem
from ppid_lint.contacts.emails import find_emails
from ppid_lint.contacts.extraction import channels_in
from ppid_lint.contacts.handles import find_handles
from ppid_lint.contacts.urls import find_urls, target_channel


@pytest.mark.parametrize(
    "text",
    [
        "surel humas@kemenkeu.go.id.",
        "humas[at]kemenkeu[dot]go[dot]id",
        "humas AT kemenkeu DOT go DOT id",
        "humas (at) kemenkeu.go.id",
        "humas@kemenkeu. go.id",
        "(humas@kemenkeu.go.id)",
        "HUMAS@Kemenkeu.go.id,",
    ],
)
def test_an_email_is_read_in_every_form(text: str) -> None:
    assert [(channel.value, channel.problem) for channel in find_emails(text)] == [
        ("humas@kemenkeu.go.id", None)
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Email: humas@", Problem.NO_DOMAIN),
        ("Email: humas@kemenkeu", Problem.NO_DOMAIN),
        ("humas@@kemenkeu.go.id", Problem.TWO_AT),
        ("Email: humas @kemenkeu.go.id", Problem.SPACE),
        ("humas@ kemenkeu.go.id", Problem.SPACE),
        ("humas@kemenkeu,go.id", Problem.COMMA),
        ("humas..djkn@kemenkeu.go.id", Problem.DOTS),
        ("humas@kemenkeu..go.id", Problem.DOTS),
        ("E-mail: humas.kemenkeu.go.id", Problem.NO_AT),
        ("nama@domain", Problem.PLACEHOLDER),
        ("xxx@kemenkeu.go.id", Problem.PLACEHOLDER),
        ("humas@-kemenkeu.go.id", Problem.BAD_HOST),
    ],
)
def test_an_email_that_cannot_receive_mail_carries_its_problem(text: str, problem: Problem) -> None:
    assert [channel.problem for channel in find_emails(text)] == [problem]


@pytest.mark.parametrize(
    "text",
    [
        "ikuti @ditjenkn",
        "Instagram @djkn.id dan",
        "rapat @ hotel",
        "Rp5.000@unit",
        "a@b",
        "E-mail: www.djkn.go.id",
    ],
)
def test_a_handle_is_no_email(text: str) -> None:
    assert find_emails(text) == ()


def test_two_emails_at_a_comma_are_two() -> None:
    assert [channel.value for channel in find_emails("a@b.go.id,c@d.go.id")] == ["a@b.go.id", "c@d.go.id"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("di https://www.lapor.go.id.", "lapor.go.id"),
        ("laman djkn.kemenkeu.go.id, lalu", "djkn.kemenkeu.go.id"),
        ("www.djkn.kemenkeu.go.id/kpknl-malang/", "djkn.kemenkeu.go.id/kpknl-malang"),
        ("bit.ly/abc", "bit.ly/abc"),
        ("s.id/Xyz", "s.id/Xyz"),
    ],
)
def test_a_link_is_read_with_or_without_scheme(text: str, value: str) -> None:
    assert [(channel.value, channel.problem) for channel in find_urls(text)] == [(value, None)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("http:/www.djkn.kemenkeu.go.id", Problem.BAD_SCHEME),
        ("https//djkn.kemenkeu.go.id", Problem.BAD_SCHEME),
        ("htp://djkn.kemenkeu.go.id", Problem.BAD_SCHEME),
        ("https;//djkn.kemenkeu.go.id", Problem.BAD_SCHEME),
        ("www,djkn.kemenkeu.go.id", Problem.COMMA),
        ("www.djkn kemenkeu.go.id", Problem.SPACE),
        ("https://www. djkn.kemenkeu.go.id", Problem.SPACE),
        ("http://www.djkn..kemenkeu.go.id", Problem.DOTS),
        ("https://djkn.kemenkeu.go", Problem.BAD_HOST),
        ("wwww.djkn.kemenkeu.go.id", Problem.BAD_HOST),
    ],
)
def test_a_link_that_cannot_be_opened_carries_its_problem(text: str, problem: Problem) -> None:
    found = find_urls(text)
    assert [channel.problem for channel in found] == [problem]
    assert found[0].text == text


@pytest.mark.parametrize(
    "text", ["nama.html dan berkas.docx", "contoh.identitas", "a.n. Kepala", "Permen.Keuangan"]
)
def test_file_names_and_glued_words_are_no_links(text: str) -> None:
    assert find_urls(text) == ()


@pytest.mark.parametrize(
    ("target", "kind", "value"),
    [
        ("mailto:humas@kemenkeu.go.id?subject=x", Kind.EMAIL, "humas@kemenkeu.go.id"),
        ("tel:+62341332211", Kind.PHONE, "0341332211"),
        ("https://wa.me/6281136004455", Kind.WHATSAPP, "081136004455"),
        ("https://api.whatsapp.com/send?phone=6281136004455&text=hai", Kind.WHATSAPP, "081136004455"),
        ("https://www.instagram.com/ditjenkn/", Kind.SOCIAL, "instagram:ditjenkn"),
        ("https://www.youtube.com/@ditjenkn", Kind.SOCIAL, "youtube:ditjenkn"),
    ],
)
def test_a_target_is_the_channel_it_opens(target: str, kind: Kind, value: str) -> None:
    channel = target_channel(target)
    assert channel is not None
    assert (channel.kind, channel.value) == (kind, value)
    assert target[channel.span.start : channel.span.end] == channel.text


@pytest.mark.parametrize("target", ["#isi", "/kontak", "./a.html", "javascript:void(0)"])
def test_an_anchor_opens_none(target: str) -> None:
    assert target_channel(target) is None


def test_handles_have_the_platform_named_before_them() -> None:
    text = "Instagram @ditjenkn, X @DitjenKN, IG: djkn_malang, ikuti https://tiktok.com/@ditjenkn"
    values = [channel.value for channel in find_handles(text, taken=[find_urls(text)[0].span])]
    assert values == ["instagram:ditjenkn", "x:ditjenkn", "instagram:djkn_malang"]


def test_each_character_is_claimed_once() -> None:
    text = (
        "KPKNL Malang, Jl. S. Supriadi No. 157, Kota Malang 65148, telepon (0341) 332211, surel "
        "kpknlmalang@kemenkeu.go.id, https://wa.me/6281136004455, @ditjenkn, Senin-Jumat 08.00-16.00 WIB"
    )
    kinds = [channel.kind for channel in channels_in(text)]
    assert kinds == [Kind.ADDRESS, Kind.PHONE, Kind.EMAIL, Kind.WHATSAPP, Kind.SOCIAL, Kind.HOURS]


@given(st.text(alphabet="abw.@:/ ,-goid[t]htp(0341)2Jl.No", max_size=80))
def test_channels_of_any_text_are_where_they_say(text: str) -> None:
    for channel in channels_in(text):
        assert text[channel.span.start : channel.span.end] == channel.text
        for part in channel.parts:
            assert 0 <= part.span.start <= part.span.end <= len(text)
