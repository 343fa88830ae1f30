"""The pieces of an identity: values under labels, items of a list, a name with the trade told after it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from ppid_lint.document import Role as Part
from ppid_lint.draft import PROSE, Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.cast import Cast
from ppid_lint.matchers.labels import labelled_values
from ppid_lint.matchers.record import name_in, row
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.people.vocabulary import ROLES, Vocabulary
from ppid_lint.phrases import PhraseHit
from ppid_lint.text import Span

_ADULT = 18
_AS = (" yang ", " sebagai ", " selaku ")
_RECORD = 6  # lines above and below that belong to one record
_SUBJECT = 60  # code points between a name and the verb of which it is the subject
_STORY = 2  # paragraphs that go on with a story
_PROSE = frozenset({Part.PARAGRAPH, Part.QUOTE})
_QUOTED = 48  # code points from who speaks to the case they speak in
_SAID = 160  # code points from what somebody says to who says it
_SELF = re.compile(r"\b(?:[Ss]aya|[Aa]ku)\b[^.;:!?“”\"]*$")
_APPOSED = 20  # code points behind a name in which a word may speak of who bears it
_THEIRS = frozenset({"suffered", "apposed"})  # notes of such words
_LEAD = 20  # code points after a label in what leads in to a list


class Piece(NamedTuple):
    """One piece of an identity: where it stands and what it is."""

    block: int
    span: Span
    what: str


def named_pieces(
    draft: Draft, labels: Lexicon, records: Lexicon, cases: Cases, vocabulary: Vocabulary
) -> Iterator[Piece]:
    """The names under labels of somebody protected, and under others where the record tells the case."""
    recorded = labelled_values(draft, records, lambda index, span: cases.in_record(draft, index))
    labelled = labelled_values(draft, labels, lambda index, span: True)
    for index, span in (*labelled, *_listed(draft, labels), *recorded):
        named = name_in(draft.blocks[index].text, span, Role.WITNESS, vocabulary)
        if named is not None and named.role in NATURAL:
            yield Piece(index, Span(named.start, named.end), "name under its label")


def traits(draft: Draft, labels: Lexicon, cases: Cases) -> Iterator[Piece]:
    """The addresses, schools and trades under labels where the record tells the case."""
    for index, span in labelled_values(draft, labels, lambda index, span: cases.in_record(draft, index)):
        yield Piece(index, span, "value under its label")


class Cases(NamedTuple):
    """Words of a case, and those that rule it out."""

    words: Lexicon
    unless: Lexicon

    def in_record(self, draft: Draft, index: int) -> bool:
        """Whether a line near a labelled one, with no heading between, tells of such a case."""
        for step in (-1, 1):
            for at in range(index + step, index + step * (_RECORD + 1), step):
                if not 0 <= at < len(draft.blocks) or draft.blocks[at].role is Part.HEADING:
                    break
                if draft.phrases_in(at, self.words) and not draft.phrases_in(at, self.unless):
                    return True
        return bool(draft.phrases_in(index, self.words))

    def rule_out(self, draft: Draft, index: int, case: PhraseHit) -> bool:
        """Whether the case is no case: a phrase that holds it (*saksi ahli*), or a word of its sentence."""
        sentence = draft.sentence(index, case.start)
        for hit in draft.said_within(index, sentence, self.unless):
            if hit.entry.note == "apart":
                continue
            holds = any(True for _ in draft.said_within(index, Span(hit.start, hit.end), self.words))
            if not holds or (hit.start < case.end and case.start < hit.end):
                return True
        return False


def end_with_trade(cast: Cast, index: int, mention: Mention) -> int:
    """The end of a name with what the person is by trade: *Bu Tarmi, penjaga sekolah*."""
    text = cast.draft.blocks[index].text
    opening = text[mention.end : mention.end + 40].replace(",", " , ", 1).split(None, 2)
    told = mention.why == "relation"
    trade = cast.vocabulary.note(opening[1]) if len(opening) > 1 and opening[0] == "," else ""
    if not told and trade not in {*ROLES, "office", "kin"}:
        return mention.end
    stop = mention.end if told else mention.end + 2
    while stop < len(text) and text[stop] not in ",.;:()":
        stop += 1
    return stop if stop - mention.end < 70 else mention.end


def follows_name(cast: Cast, index: int, offset: int) -> bool:
    """Whether a private person is named right before an offset: whom a passive verb there is done to."""
    before = cast.people(index, Span(max(offset - _SUBJECT, 0), offset))
    text = cast.draft.blocks[index].text
    return any(
        m.sure and m.role in NATURAL and not any(char in ".;:!?" for char in text[m.end : offset])
        for m in before
    )


def opens_another(hits: Iterable[PhraseHit], goes_on: Lexicon) -> bool:
    """Whether the words of a case are more than those that speak on of one told before."""
    known = {entry.text for entry in goes_on.entries}
    return any(hit.entry.text not in known for hit in hits)


def following(draft: Draft, index: int, cases: Container[int]) -> Iterator[int]:
    """The next paragraphs of the story told in a block, as far as they hold no case of their own."""
    for at in range(index + 1, min(index + 1 + _STORY, len(draft.blocks))):
        if draft.blocks[at].role not in _PROSE or at in cases:
            return
        yield at


def led_in_items(draft: Draft, index: int) -> Iterator[int]:
    """The items of the list that a block with a colon at its end leads in to."""
    if not draft.blocks[index].text.rstrip().endswith(":"):
        return
    for at in range(index + 1, len(draft.blocks)):
        if draft.blocks[at].role is not Part.ITEM:
            return
        yield at


def row_about(draft: Draft, index: int, subjects: Lexicon) -> bool:
    """Whether the row of a cell or its column heads hold a word for the protected person."""
    return not subjects or any(
        draft.phrases_in(at, subjects) or draft.header_has(at, subjects) for at in row(draft, index)
    )


def apposed(
    draft: Draft, index: int, mention: Mention, words: Iterable[Lexicon], *, that: bool = False
) -> bool:
    """Whether what follows a name makes it the protected person's: *Rahayu yang menjadi korban*.

    `that`: any of the words does, behind *yang* or *sebagai* right after the name: *Irwan yang melaporkan*.
    """
    behind = Span(mention.end, mention.end + _APPOSED)
    if that and not draft.blocks[index].text.startswith(_AS, mention.end):
        return False
    said = (hit for each in words for hit in draft.said_within(index, behind, each))
    return any(that or hit.entry.note in _THEIRS for hit in said)


# What an expert or an office does with a matter, no victim: *, menjelaskan enam bentuk kekerasan*.
_EXPOUNDS = re.compile(
    r",? (?:menjelaskan|menerangkan|memaparkan|menguraikan|mengimbau|mengajak|menegaskan|mengingatkan"
    r"|menjawab|meneliti|mengkaji|membahas|mempresentasikan|memandu|memimpin|mendampingi|menangani|menyusun"
    r"|menyerahkan data|menulis buku|menulis tesis|menulis laporan|mengoordinasi|mengusulkan)\b"
    r"(?!.{0,60}\b(?:ia|dia|dirinya|anaknya|adiknya|kakaknya|dialaminya|saya)\b)"
)


def is_protected(mention: Mention, text: str, cases: list[Span], witness: bool, *, minor: bool) -> bool:
    """Whether a mention is of a private person who is not only quoted, for a child's case of nobody grown."""
    graded = mention.age is None and mention.end > mention.name_end
    grown = (minor and (mention.age or 0) >= _ADULT) or (graded and not witness)
    if grown or mention.role not in NATURAL or heard(text, mention, cases, witness=witness):
        return False
    return mention.sure or beside_case(text, mention, cases)


def heard(text: str, mention: Mention, cases: list[Span], *, witness: bool) -> bool:
    """Whether somebody only speaks of a case in which another is protected: who is quoted or expounds it."""
    if witness:
        told = quoted_in_case(mention, cases) or tells_of_self(text, mention, cases)
        return mention.speaks and not told
    if _EXPOUNDS.match(text, mention.end):
        return True
    return mention.speaks and not tells_of_self(text, mention, cases)


def quoted_in_case(mention: Mention, cases: list[Span]) -> bool:
    """Whether who is quoted speaks as in the case: *kata Jumadi di hadapan penyidik*."""
    return any(0 <= case.start - mention.end <= _QUOTED for case in cases)


def tells_of_self(text: str, mention: Mention, cases: list[Span]) -> bool:
    """Whether who is quoted says it of themselves: *"Saya diraba di angkot," kata Fitri*."""
    near = (case for case in cases if 0 <= mention.start - case.end <= _SAID)
    return any(_SELF.search(text, max(case.start - _QUOTED, 0), case.start) for case in near)


def beside_case(text: str, mention: Mention, cases: list[Span]) -> bool:
    """Whether two capitals or more stand right beside a word of the case: *foto bugil Intan Permatasari*."""
    if " " not in text[mention.name_start : mention.name_end]:
        return False
    return any(0 <= mention.start - case.end <= 1 or 0 <= case.start - mention.end <= 1 for case in cases)


def _listed(draft: Draft, labels: Lexicon) -> Iterator[tuple[int, Span]]:
    """The items of a list that a label leads in to: *Daftar saksi:*."""
    for index, hit in draft.phrases(labels, PROSE):
        if len(draft.blocks[index].text.rstrip()) > hit.end + _LEAD:
            continue
        for at in led_in_items(draft, index):
            if ":" not in draft.blocks[at].text:
                yield at, Span(0, len(draft.blocks[at].text))
