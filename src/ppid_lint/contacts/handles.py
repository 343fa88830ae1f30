"""Finds the names an office goes by on social platforms: `@ditjenkn`, links to its pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from urllib.parse import urlsplit

import re2

from ppid_lint.contacts.channel import Channel, Kind, Part
from ppid_lint.contacts.claims import Claims
from ppid_lint.text import Span

_WORDS = {
    "instagram": r"instagram|ig|insta",
    "x": r"twitter|x",
    "facebook": r"facebook|fb|fanpage",
    "youtube": r"you ?tube|yt",
    "tiktok": r"tik ?tok",
    "threads": r"threads",
    "telegram": r"telegram",
    "linkedin": r"linkedin",
}
_HOSTS = {
    "instagram.com": "instagram",
    "twitter.com": "x",
    "x.com": "x",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "m.facebook.com": "facebook",
    "youtube.com": "youtube",
    "tiktok.com": "tiktok",
    "threads.net": "threads",
    "threads.com": "threads",
    "t.me": "telegram",
    "linkedin.com": "linkedin",
}
_LEAD = {"youtube": {"c", "user", "channel"}, "linkedin": {"company", "in", "school"}, "telegram": {"s"}}
_NOT_NAMES = frozenset(
    {"p", "reel", "watch", "share", "sharer", "sharer.php", "intent", "explore", "hashtag", "status"}
)
_PLATFORM = re2.compile(r"(?i)\b(?:" + "|".join(f"({words})" for words in _WORDS.values()) + r")\b")
_NAMES = tuple(_WORDS)
PLATFORMS = frozenset(_WORDS) | {"twitter"}
_HANDLE = re2.compile(r"(?:^|[^A-Za-z0-9._@/-])(@[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?)")
_BARE = re2.compile(r"^ ?: ?([a-z0-9_](?:[a-z0-9_.]{1,28}[a-z0-9_]))(?:[ ,;)|]|$)")
_REACH = 60


def find_handles(text: str, *, taken: Iterable[Span] = ()) -> tuple[Channel, ...]:
    """The handles of a text, in order, with the platform named nearest before them ("" if none is).

    `taken` are the ranges of e-mails and links. Linear.
    """
    if "@" not in text and ":" not in text:
        return ()
    claims = Claims(taken)
    platforms = _platforms(text)
    ends = [span.end for span, _ in platforms]
    found = []
    for match in _HANDLE.finditer(text) if "@" in text else ():
        span = Span(*match.span(1))
        if not claims.touch(span) and text[span.end : span.end + 1] not in {"/", "@"}:
            index = bisect_right(ends, span.start) - 1
            near = index >= 0 and span.start - ends[index] <= _REACH
            found.append(_channel(text, span, platforms[index][1] if near else ""))
    found += _bare(text, platforms, claims)
    return tuple(sorted(found, key=lambda channel: channel.span))


def social_of(written: str, address: str, span: Span) -> Channel | None:
    """The social page an address (no scheme) leads to; None for any other, or for a single post."""
    parts = urlsplit("//" + address)
    platform = _HOSTS.get((parts.hostname or "").removeprefix("www.").removeprefix("id-id."))
    steps = [step for step in parts.path.split("/") if step]
    if platform is None or not steps:
        return None
    if steps[0] in _LEAD.get(platform, ()) and len(steps) > 1:
        steps = steps[1:]
    name = steps[0]
    if name.lower() in _NOT_NAMES:
        return None
    at = span.start + written.find(name)
    part = Part("name", name, Span(at, at + len(name)))
    return Channel(Kind.SOCIAL, written, span, handle_value(platform, name), (part,), label=platform)


def handle_value(platform: str, name: str) -> str:
    """The normalised value of a handle: "instagram:ditjenkn"."""
    platform = platform.lower()
    return f"{'x' if platform == 'twitter' else platform}:{name.strip().lstrip('@').lower()}"


def _platforms(text: str) -> list[tuple[Span, str]]:
    return [
        (Span(*match.span(match.lastindex)), _NAMES[match.lastindex - 1])
        for match in _PLATFORM.finditer(text)
    ]


def _bare(text: str, platforms: list[tuple[Span, str]], claims: Claims) -> list[Channel]:
    """`Instagram: ditjenkn`, without the sign."""
    found = []
    for span, platform in platforms:
        match = _BARE.search(text[span.end : span.end + 40])
        place = Span(span.end + match.start(1), span.end + match.end(1)) if match else None
        if place and len(text[span.start : span.end]) > 1 and not claims.touch(place):
            found.append(_channel(text, place, platform))
    return found


def _channel(text: str, span: Span, platform: str) -> Channel:
    name = text[span.start : span.end]
    return Channel(
        Kind.SOCIAL, name, span, handle_value(platform, name), (Part("name", name, span),), label=platform
    )
