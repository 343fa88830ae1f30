"""Whose channel it is by the words around it: a private person's, or one offered to readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import re2

from ppid_lint.contacts.channel import Kind
from ppid_lint.contacts.verdict import Verdict
from ppid_lint.document import Role
from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.ahead import before, last_before
from ppid_lint.matchers.cast import cast_of
from ppid_lint.matchers.excused import excused
from ppid_lint.matchers.named import named_for, named_in
from ppid_lint.matchers.near_channel import place
from ppid_lint.matchers.record import person_of, row
from ppid_lint.matchers.table import heads_hold
from ppid_lint.matchers.tie import tie
from ppid_lint.people.mention import NATURAL
from ppid_lint.text import Span

if TYPE_CHECKING:
    from ppid_lint.contacts.sighting import Sighting

_RIGHT_AFTER = 20  # code points after a channel in which its owner may follow
_LISTED = frozenset({Verdict.EXACT, Verdict.FORMATTED, Verdict.EXPIRED, Verdict.FORMER, Verdict.OTHER_UNIT})
_OF = (" milik ", " kepunyaan ", " dari pihak ")
_READY = re2.compile(r"(?i)\bsiap (?:mendampingi|melayani|membantu|menjawab|memandu|dihubungi)\b")
_AS = (" sebagai ", " selaku ", " menjadi ", " adalah ", " as ", " is ", " is the ")
_OURS = ("kami", "kita", "resmi")
_WORDS = 25  # code points that hold the words right before a channel
_SENDING = "sending"  # notes words that speak of anything sent, not only of what readers shall send
_ORDER = "order"  # notes words for buying, which no private person stands behind
_BUYING = frozenset({"customer", _ORDER})
_PARTS = re2.compile(r"[a-z]{3,}")
_TOWARDS = re2.compile(r"\bke (?:(?:alamat )?(?:surel|e-?mail|pos-el)|nomor|no\.|wa|whatsapp)? ?$")
_SHORT_LINE = 60  # code points
NOBODY = Lexicon("")
_OFFICES = frozenset({Kind.PHONE, Kind.FAX})
_ANYBODY = frozenset({"hp", "handphone", "ponsel", "seluler", "telepon genggam", "mobile", "nomor kontak"})


@dataclass(frozen=True, slots=True)
class Owners:
    """What tells owners apart: words around names, given names, words for private people, contact words, and
    words for services, before which people are those that are served."""

    people: Lexicon
    names: Lexicon
    private: Lexicon
    offices: Lexicon
    services: Lexicon

    def __bool__(self) -> bool:
        return bool(self.people or self.private)

    def own_privately(self, draft: Draft, sighting: Sighting, *, offices: bool = False) -> bool:
        """Whether the channel is a private person's: one named for it, or one a word before it stands for.

        `offices` says that its own name is an office's, so that no name beside it makes it somebody's.
        """
        if not self or sighting.comparison.verdict in _LISTED:
            return False
        index, span = place(sighting)
        if sighting.channel.kind is Kind.EMAIL and not offices and self._bears_a_name(draft, index, span):
            return True
        if self._sells(draft, index, span):
            return True
        office = max(last_before(draft, index, span.start, self.offices), _named_office(sighting, span))
        person = self._person_before(draft, index, span.start)
        sent = self._sent_to(draft, index, span.start, person)
        if (person >= 0 and person > office and not sent) or self._belongs(draft, index, span):
            return True
        if self._listed_privately(draft, index):
            return True
        if self._appointed(draft, index, span):
            return False
        if offices or office >= 0 or _is_offices(sighting):
            return False
        return not self._spoken_for(draft, index) and self._named(draft, index, span)

    def told_of_person(self, draft: Draft, sighting: Sighting) -> bool:
        """Whether a word before the channel or behind it gives it to somebody who sells nothing there."""
        if sighting.comparison.verdict in _LISTED:
            return False
        index, span = place(sighting)
        if self._belongs(draft, index, span) or self._sells(draft, index, span):
            return not self._sells(draft, index, span)
        office = max(last_before(draft, index, span.start, self.offices), _named_office(sighting, span))
        person = self._person_before(draft, index, span.start)
        return person > office and not self._sent_to(draft, index, span.start, person)

    def _bears_a_name(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether a mailbox is that of somebody told of before, whom nothing offers to readers."""
        if not self.people:
            return False
        cast = cast_of(draft, self.people, self.names)
        hits = before(draft, index, span.start, self.offices)
        floor = draft.sentence(index, span.start).start
        named = named_in(cast, index, span)
        if named is not None and named.person.sure and not _is_lead(draft, named.block):
            start = named.person.start
            apart = named.block != index or floor > start
            return apart and not before(draft, named.block, start, self.offices)
        if any(hit.entry.note != _SENDING for hit in hits):
            return False
        local = draft.blocks[index].text[span.start : span.end].partition("@")[0].lower()
        if not any(map(cast.vocabulary.is_name, _PARTS.findall(local))):
            return False
        people = cast.people(index, Span(floor, span.start))
        return any(person.sure and person.role in NATURAL for person in people)

    def _sells(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether customers turn there to somebody whom the block names: *Bu Warsi … pembeli menelepon …*."""
        customers = any(hit.entry.note in _BUYING for hit in before(draft, index, span.start, self.private))
        if not customers or not self.people:
            return False
        people = cast_of(draft, self.people, self.names).people(index, Span(0, span.start))
        return any(person.sure and person.role in NATURAL for person in people)

    def _sent_to(self, draft: Draft, index: int, start: int, person: int) -> bool:
        """Whether people are told to send something there: `peserta mengirim berkas ke …`."""
        near = draft.blocks[index].text[max(start - _WORDS, 0) : start].lower()
        return start - person > _WORDS and _TOWARDS.search(near) is not None

    def _person_before(self, draft: Draft, index: int, start: int) -> int:
        """Where the last word for a private person ends that nothing serves: not *pendaftaran pasien*."""
        people = [hit for hit in before(draft, index, start, self.private) if hit.entry.note != _ORDER]
        if not people:
            return -1
        served = {hit.end + 1 for hit in before(draft, index, start, self.services)}
        clients = [hit for hit in people if hit.start in served]
        inside = {hit.start for one in clients for hit in people if one.start <= hit.start < one.end}
        return max((hit.end for hit in people if hit.start not in inside), default=-1)

    def _belongs(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether the words after it say so: *… milik keluarga*."""
        after = draft.blocks[index].text[span.end : span.end + _RIGHT_AFTER].lower()
        if not after.removeprefix(")").startswith(_OF):
            return False
        owner = draft.blocks[index].text[span.end :].lstrip(" )").partition(" ")[2]
        if owner[:1].isupper():
            return True
        if owner.startswith(_OURS):
            return False
        return not any(
            span.end <= hit.start <= span.end + _RIGHT_AFTER for hit in draft.phrases_in(index, self.offices)
        )

    def _appointed(self, draft: Draft, index: int, span: Span) -> bool:
        """Whether what follows makes the one named the one to turn to: *… sebagai narahubung*."""
        end = min(draft.sentence(index, span.start).end, span.end + _SHORT_LINE)
        text = draft.blocks[index].text
        offices = (hit.start for hit in draft.phrases_in(index, self.offices) if span.end < hit.start < end)
        if _READY.search(text, span.end, end):
            return True
        return any(text[span.end : start].lower().endswith(_AS) for start in offices)

    def _listed_privately(self, draft: Draft, index: int) -> bool:
        """Whether the channel stands in a table of private people, by its heading or its other columns."""
        if draft.blocks[index].cell is None:
            return False
        return draft.section_has(index, self.private) or any(
            draft.header_has(at, self.private) for at in row(draft, index)
        )

    def offer(self, draft: Draft, sighting: Sighting) -> bool:
        """Whether something says that readers may use it: its form, a label, a contact word for it."""
        channel = sighting.channel
        if channel.kind is not Kind.MOBILE or (channel.label and channel.label not in _ANYBODY):
            return True
        index, span = place(sighting)
        return last_before(draft, index, span.start, self.offices) >= 0 or self._spoken_for(draft, index)

    def _named(self, draft: Draft, index: int, span: Span) -> bool:
        if not self.people:
            return False
        cast = cast_of(draft, self.people, self.names)
        tied = tie(cast, index, span, NATURAL) or person_of(cast, index, span.start)
        if tied is not None:
            return tied.person.role in NATURAL
        return (named_in(cast, index, span) or named_for(cast, index, span)) is not None

    def _spoken_for(self, draft: Draft, index: int) -> bool:
        """Whether a contact word heads the channel's column or row, or leads in its line."""
        cells = row(draft, index) if heads_hold(draft, index, self.offices) else ()
        if draft.header_has(index, self.offices) or any(draft.header_has(at, self.offices) for at in cells):
            return True
        lead = draft.lead_in(index)
        if lead is None or not _leads(draft, lead, index):
            return False
        floor = _last_sentence(draft, lead)
        hits = (hit for hit in draft.phrases_in(lead, self.offices) if not excused(draft, lead, hit))
        return any(hit.end > floor for hit in hits)


def _is_lead(draft: Draft, index: int) -> bool:
    """Whether a block is a label or a line of a record, whose name is that of whom to turn to."""
    text = draft.blocks[index].text
    return ":" in text or len(text) < _SHORT_LINE


def _named_office(sighting: Sighting, span: Span) -> int:
    """Where the name of an office ends that an address or a landline follows; -1 if none does."""
    at = sighting.attribution.at
    fixed = sighting.channel.kind is Kind.ADDRESS or sighting.channel.part("area") is not None
    return at if fixed and at <= span.start else -1


def _is_offices(sighting: Sighting) -> bool:
    """Whether a name alone cannot own it: a landline, the address after an office's name."""
    channel = sighting.channel
    if channel.kind is Kind.ADDRESS:
        return bool(sighting.attribution.body)
    return channel.kind in _OFFICES or channel.part("area") is not None


def _leads(draft: Draft, lead: int, index: int) -> bool:
    """Whether the block before speaks of this one: a heading, a colon, what a list follows."""
    before = draft.blocks[lead]
    listed = draft.blocks[index].role is Role.ITEM
    return listed or before.role is Role.HEADING or before.text.rstrip().endswith(":")


def _last_sentence(draft: Draft, index: int) -> int:
    """Where the sentence that leads over to what follows starts."""
    sentences = draft.sentences(index)
    return sentences[-1].start if sentences else 0
