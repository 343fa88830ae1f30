"""The units and other bodies that a text names, and which of them a place in it belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import re2

from ppid_lint.contacts.bodies import Bodies, Body
from ppid_lint.contacts.names import Mention, Names
from ppid_lint.text import Span

_SHORTENED = re2.compile(r"(?:rof|elp|jln|kel|kec|kab|rov|dra|drs|dkk|hlm)\.")  # stops that end no sentence
_SENTENCE_END = re2.compile(r"[a-z]{3}[)\]\"”]?[.!?] +[A-Z]")
_CHANNEL_END = re2.compile(r"(?:[0-9]{6}|\.[a-z]{2})[)\]\"”]?[.!?] +[A-Z]")  # a sentence that a channel ends
_LABELS = (
    *("tel", "faks", "fax", "surel", "email", "e-mail", "wa ", "wa:", "whatsapp"),
    *("hp", "kontak", "phone", "nomor", "its ", "their "),
)
_RIGHT_BEFORE = 24  # code points between a unit's name and its channel, a label among them


@dataclass(frozen=True, slots=True)
class Said:
    """The units and other bodies a text names, by place."""

    mentions: Sequence[Mention]
    bodies: Sequence[Body]
    sentences: Sequence[int]
    subjects: Sequence[int]  # sentences that do more than give a channel: `… di Padang. Telepon …`
    ends: Sequence[int] = field(default=())
    body_ends: Sequence[int] = field(default=())

    def nearest(self, place: int, leading: frozenset[int] = frozenset()) -> Mention | Body | None:
        """The unit named nearest before a place, else after it; a body of the same sentence if nearer.

        `leading` are the starts of units named right before a channel of their own.
        """
        at = bisect_right(self.ends, place) - 1
        mention = self.mentions[at] if at >= 0 else None
        index = bisect_right(self.body_ends, place) - 1
        if index >= 0:
            body = self.bodies[index]
            span = body.span
            bounds = self.subjects if mention is None else self.sentences
            ended = bisect_right(bounds, place) > bisect_right(bounds, span.end)
            if not ended and (mention is None or span.end > mention.span.end):
                return body
        if mention is not None:
            return mention
        following = bisect_left(self.ends, place)
        if following == len(self.mentions) or self.ended(place, self.ends[following]):
            return None
        mention = self.mentions[following]
        return None if mention.span.start in leading else mention

    def ended(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two places."""
        return bisect_right(self.sentences, end) > bisect_right(self.sentences, start)


def leading_in(text: str, mentions: Sequence[Mention], places: Sequence[Span]) -> frozenset[int]:
    """Where units are named right before a channel, which is theirs then; none in brackets after another."""
    starts = sorted(place.start for place in places)
    if len(starts) < 2:
        return frozenset()
    found = set()
    for mention in mentions:
        at = bisect_left(starts, mention.span.end)
        near = at < len(starts) and starts[at] - mention.span.end <= _RIGHT_BEFORE
        if near and not text[: mention.span.start].endswith("("):
            found.add(mention.span.start)
    return frozenset(found)


SILENT = Said((), (), (), ())


def said_in(text: str, names: Names, bodies: Bodies, addresses: Sequence[Span]) -> Said:
    mentions = names.mentions(text)
    whole = Span(0, len(text))
    found = [
        body
        for body in (() if whole in addresses else _beside(text, mentions, bodies))
        if not any(_lies_at(bodies, body, address) for address in addresses)
    ]
    ends = [match.end() - 1 for match in _SENTENCE_END.finditer(text) if not _SHORTENED.search(match[0])]
    further = [match.end() - 1 for match in _CHANNEL_END.finditer(text)]
    return Said(
        mentions,
        found,
        sorted({*ends, *_without_labels(text, further)}),
        sorted(_without_labels(text, {*ends, *further})),
        [mention.span.end for mention in mentions],
        [body.span.end for body in found],
    )


def _resolved(found: Sequence[Body]) -> Iterator[Body]:
    """Bodies in order, words that only say their kind by the name of the last of it: `koperasi itu`."""
    last: dict[str, Body] = {}
    for body in found:
        kind = body.name.split(" ")[0].lower()
        if body.name[:1].islower() and kind in last:
            yield body._replace(name=last[kind].name)
            continue
        last[kind] = body
        yield body


def _lies_at(bodies: Bodies, body: Body, address: Span) -> bool:
    """Whether a name is part of an address: a street's, or that of the house right before it."""
    before = bodies.is_building(body.name) and 0 <= address.start - body.span.end <= _RIGHT_BEFORE
    return before or address.overlaps(body.span)


def _without_labels(text: str, ends: Iterable[int]) -> Iterator[int]:
    """The sentence ends after which more follows than a label and its channel."""
    return (end for end in ends if not text[end : end + 10].lower().startswith(_LABELS))


def _beside(text: str, mentions: Sequence[Mention], bodies: Bodies) -> Iterator[Body]:
    """The organisations a text names besides units of the directory.

    Of "KPKNL Malang dan Dinas Koperasi" the second; capitals that only follow a unit's name are a heading's.
    """
    starts = [mention.span.start for mention in mentions]
    named = [*bodies.named(text), *bodies.common(text)]
    short = [body for body in bodies.initials(text) if not any(body.span.overlaps(one.span) for one in named)]
    for body in _resolved(sorted([*named, *short])):
        at = bisect_right(starts, body.span.start) - 1
        if at < 0 or mentions[at].span.end <= body.span.start:
            yield body
        elif body.span.end > mentions[at].span.end + 1 and (
            second := bodies.after(text, mentions[at].span.end, body.span.end)
        ):
            yield second
