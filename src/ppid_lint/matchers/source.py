"""Kind `source`: who told of a case, given by a post, a place or whose kin they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.labels import labelled_values
from ppid_lint.matchers.tale import in_tale
from ppid_lint.people.lines import trimmed
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_NOTHING = Lexicon("")
_LONGEST = 90  # code points of a description
_WITHIN = PROSE | {Part.CELL}
_FAR = 70  # code points from a word for the part to the copula that leads to who has it
_STOPS = '.,;:!?()"“”'

# What stands before a word for a person and belongs to the description.
_DETERMINED = re.compile(
    r"(?:\b(?:seorang|salah satu|salah seorang|satu-satunya|sang|mantan|bekas|eks|the only|former"
    r"|(?:an?|the)(?:\s+[a-z-]+){0,2})\s+)+$",
    re.I,
)
_ONLY = re.compile(r"\b(?:satu-satunya|the only)\b", re.I)
# What stands between a word that leads to the source and the description.
_LINK = re.compile(
    r"(?:nya|[\s,:]|\b(?:itu|tersebut|kami|kita|adalah|ialah|yaitu|yakni|merupakan|diduga|diketahui"
    r"|ternyata|disebut|tak|tidak|lain|bukan|belakangan|konon|oleh|dari|is|was|by|from)\b)*"
)
_COPULA = re.compile(
    r"(?:\b(?:adalah|ialah|yaitu|yakni|merupakan|tak lain|tidak lain|ternyata|diduga|bernama|is|was)|:)\s+$",
    re.I,
)
_BY = re.compile(r"\s[^.,;:!?]{1,40}\boleh\s")  # dibawa ke dinas oleh
_WITH_VERB = (
    "yang ",
    "orang yang ",
    "satu orang yang ",
    "seorang yang ",
    "satu-satunya yang ",
    "satu saksi yang ",
)
# What stands between the description and what its person did.
_WHO = re.compile(
    r"[\s,]*(?:(?:yang|who|diam-diam|berani|akhirnya|lalu|kemudian|sempat|pernah|pertama kali|sendiri"
    r"|secretly|first)\s+)*",
    re.I,
)
# What tells one of many: where they work, whose kin they are.
_SPECIFIC = re.compile(
    r"\b(?:yang|di|pada|bagian|unit|ruang|shift|sif|piket|loket|kelas|lantai|blok|regu|los|kios|nomor|dekat|depan"
    r"|samping|sebelah|seberang|belakang|dari|asal|milik|senior|honorer|termuda|tertua|muda|tua|at|in|on|of|who"
    r"|from)\b|\b[A-Z]",
)


# Their name, told behind: *kakak ipar korban, Parmin*.
_NAMED = re.compile(r", (?:(?:Pak|Bu|Ibu|Bapak|Mas|Mbak|Haji|Mr|Mrs|Ms)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A reporter, witness or informant told by a post, a place or a relation that fits one person.

    Such a description counts behind a word that leads to the source, and before what only the source does.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["source"] = "source"
    labels: Lexicon = _NOTHING  # labels of the source
    heads: Lexicon  # words for people by post, trade or kin
    leads: Lexicon  # words that lead to the source; notes case: alone, said: who is quoted, back: one told
    acts: Lexicon  # what the source does, behind the description; note case: alone
    reports: Lexicon  # what a source gives: laporan, keterangan, rekaman
    owners: Lexicon = _NOTHING  # whose kin and staff are known: bupati, korban
    firsthand: Lexicon = _NOTHING  # what who is quoted says they saw: saya lihat
    matters: Lexicon  # what is told of
    tales: Lexicon = _NOTHING  # words of tales, in which nobody is protected
    unless: Lexicon = _NOTHING  # words in the sentence that rule it out
    confidence: float = 0.75

    def needs(self) -> Needs:
        return Needs(
            words=(self.leads, self.acts, self.labels),
            nearby=(
                *(self.heads, self.owners, self.reports, self.firsthand),
                *(self.matters, self.tales, self.unless),
            ),
        )

    def find(self, draft: Draft) -> Iterator[Match]:
        yield from self._labelled(draft)
        indexes = sorted({*draft.holders(self.leads, _WITHIN), *draft.holders(self.acts, _WITHIN)})
        for index in indexes:
            if draft.has(index, self.heads):
                yield from self._in_block(draft, index)

    def _labelled(self, draft: Draft) -> Iterator[Match]:
        """Descriptions under a label of the source: *Sumber informasi: sopir ambulans Puskesmas Sewon*."""
        for index, span in labelled_values(draft, self.labels, lambda index, span: True):
            heads = [hit for hit in draft.said_within(index, span, self.heads) if hit.start == span.start]
            if heads and _SPECIFIC.search(draft.blocks[index].text, heads[-1].end, span.end):
                yield Match(index, *span, confidence=self.confidence, evidence=("source under its label",))

    def _in_block(self, draft: Draft, index: int) -> Iterator[Match]:
        last = 0
        for head in _longest(draft.said(index, self.heads)):
            if head.start < last:
                continue
            span = self._description(draft, index, head)
            if span is None or not self._tells(draft, index, head, span):
                continue
            if not in_tale(draft, index, span.start, self.tales):
                last = span.end
                yield Match(index, *span, confidence=self.confidence, evidence=("source without a name",))

    def _description(self, draft: Draft, index: int, head: PhraseHit) -> Span | None:
        """The description around a word for a person; None where it fits many."""
        text = draft.blocks[index].text
        opening = _DETERMINED.search(text, max(head.start - 40, 0), head.start)
        start = opening.start() if opening else head.start
        limit = min(draft.sentence(index, head.start).end, head.end + _LONGEST)
        end = next((at for at in range(head.end, limit) if text[at] in _STOPS), limit)
        acts = (hit.start for hit in draft.said_within(index, Span(head.end, end), self.acts))
        end = _without_who(text, head.end, min([end, *acts]))
        if not (_ONLY.search(text, start, head.start) or self._is_specific(draft, index, head, end)):
            return None
        named = _NAMED.match(text, end)
        return trimmed(text, Span(start, named.end() if named else end))

    def _is_specific(self, draft: Draft, index: int, head: PhraseHit, end: int) -> bool:
        """Whether the words behind one for a person make it fit one: where they work, whose kin they are."""
        if head.entry.note in {"one", "post"} or _SPECIFIC.search(draft.blocks[index].text, head.end, end):
            return True
        return bool(draft.said_within(index, Span(head.end, end), self.owners))

    def _tells(self, draft: Draft, index: int, head: PhraseHit, span: Span) -> bool:
        sentence = draft.sentence(index, span.start)
        if draft.said_within(index, sentence, self.unless):
            return False
        acts = head.entry.note != "post" and self._acts(draft, index, sentence, span)
        return acts or self._led_to(draft, index, sentence, span)

    def _led_to(self, draft: Draft, index: int, sentence: Span, span: Span) -> bool:
        text = draft.blocks[index].text
        for lead in draft.said_within(index, Span(sentence.start, span.start), self.leads):
            between = text[lead.end : span.start]
            if lead.entry.note == "back":
                if _LINK.fullmatch(between) and self._led_before(draft, index, sentence, lead):
                    return True
            elif lead.entry.note == "case" and not _leads_itself(lead, between):
                continue
            elif lead.entry.note == "case":
                near = len(between) < _FAR and not any(char in ".;!?" for char in between)
                if _LINK.fullmatch(between) or (near and _COPULA.search(between)):
                    return True
            elif (_LINK.fullmatch(between) or _BY.fullmatch(between)) and self._about_case(
                draft, index, sentence, lead
            ):
                return True
        return False

    def _led_before(self, draft: Draft, index: int, sentence: Span, lead: PhraseHit) -> bool:
        """Whether a word for the source stands before one that points back at it: *ia adalah …*."""
        earlier = draft.sentence(index, max(sentence.start - 2, 0))
        said = draft.said_within(index, Span(earlier.start, lead.start), self.leads)
        return any(hit.entry.note == "case" for hit in said)

    def _about_case(self, draft: Draft, index: int, sentence: Span, lead: PhraseHit) -> bool:
        """Whether a sentence speaks of a report and its block of a case; quoted, of what was seen."""
        words = self.firsthand if lead.entry.note == "said" else self.reports
        said = draft.said_within(index, sentence, words)
        return any(hit.entry.note == "case" for hit in said) or (bool(said) and self._is_case(draft, index))

    def _is_case(self, draft: Draft, index: int) -> bool:
        """Whether a block, the one before it or its heading tells of a case."""
        before = index > 0 and draft.blocks[index - 1].role in PROSE and draft.has(index - 1, self.matters)
        return before or draft.has(index, self.matters) or draft.section_has(index, self.matters)

    def _acts(self, draft: Draft, index: int, sentence: Span, span: Span) -> bool:
        text = draft.blocks[index].text
        about = bool(draft.said_within(index, sentence, self.matters))
        return any(
            (about or act.entry.note == "case") and _WHO.fullmatch(text, span.end, act.start)
            for act in draft.said_within(index, Span(span.end, min(sentence.end, span.end + 40)), self.acts)
        )


def _leads_itself(lead: PhraseHit, between: str) -> bool:
    """Whether a lead with a verb leads on by *ialah* or a colon: its object is nobody who told."""
    return not lead.entry.text.startswith(_WITH_VERB) or bool(_COPULA.search(between))


def _longest(hits: Sequence[PhraseHit]) -> list[PhraseHit]:
    """Hits by their start, of those that begin together the longest."""
    first: dict[int, PhraseHit] = {}
    for hit in hits:
        if hit.start not in first or hit.end > first[hit.start].end:
            first[hit.start] = hit
    return [first[start] for start in sorted(first)]


def _without_who(text: str, start: int, end: int) -> int:
    """The end of a description without *yang* and adverbs of what follows it."""
    words = text[start:end].rstrip()
    while (cut := words.rsplit(None, 1)[-1:]) and _WHO.fullmatch(cut[0] + " "):
        words = words[: len(words) - len(cut[0])].rstrip()
    return start + len(words)
