"""The fixes of a claim: bars over restricted values, replacements of wording and contacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ppid_lint.contest import Claim
from ppid_lint.draft import Draft
from ppid_lint.finding import Applicability, Edit, Fix, Match
from ppid_lint.mask import BAR, Veil
from ppid_lint.rule import RESTRICTED, Language

_BAR: Mapping[Language, str] = {"id": "Tutup dengan bilah hitam", "en": "Cover with a black bar"}
_SWAP: Mapping[Language, str] = {"id": "Ganti dengan “{}”", "en": "Replace with “{}”"}
CUT: Mapping[Language, str] = {"id": "Hapus", "en": "Delete"}


def fixes_of(draft: Draft, claim: Claim, closed: Veil, language: Language) -> tuple[Fix, ...]:
    rule, match = claim.rule, claim.match
    if rule.fix == "none":
        return ()
    if rule.category == RESTRICTED:
        return (Fix(Applicability.UNSAFE, _BAR[language], tuple(_bars(draft, match))),)
    block = draft.blocks[match.block]
    reach = match.reach or (match.start, match.end)
    span = block.source_span(*reach)
    if match.whole or match.replacement is None or not block.verbatim(*reach) or closed.touches(span):
        return ()
    safe = rule.fix == "safe" and match.safe
    instead = match.values.get("suggestion", "" if match.reach else match.replacement)
    title = _SWAP[language].format(instead) if instead else CUT[language]
    return (
        Fix(
            Applicability.SAFE if safe else Applicability.UNSAFE,
            title,
            tuple(sorted([Edit(span, match.replacement), *_along(draft, match, closed)])),
        ),
    )


def _bars(draft: Draft, match: Match) -> Iterator[Edit]:
    """Bars over the match and over what goes with it."""
    along = ((block, start, end) for block, start, end, _ in match.along)
    for block, start, end in ((match.block, match.start, match.end), *along):
        for span, length in draft.blocks[block].source_runs(start, end):
            yield Edit(span, BAR * length)


def _along(draft: Draft, match: Match, closed: Veil) -> Iterator[Edit]:
    """The edits of the other places that a replacement takes along, where nothing forbids them."""
    for block, start, end, text in match.along:
        span = draft.blocks[block].source_span(start, end)
        if draft.blocks[block].verbatim(start, end) and not closed.touches(span):
            yield Edit(span, text)
