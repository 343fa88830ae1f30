"""Claims of rules on places of a draft, and which of them win where several claim one value."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ppid_lint.finding import Match
from ppid_lint.rule import Rule
from ppid_lint.text import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A rule's match, and its place in the source."""

    rule: Rule
    match: Match
    span: Span


def contest(found: Iterable[Claim], tiers: Mapping[str, int]) -> list[Claim]:
    """Of claims on one value within a category the most specific; sorted by place.

    Specific is the lower tier, then the higher confidence, then the longer span. Claims on whole
    sentences, paragraphs, tables or files compete with nothing, but give way to a value of their own
    rule inside them.
    """
    values: dict[str, list[Claim]] = defaultdict(list)
    whole: dict[tuple[str, Span], Claim] = {}  # a rule says a thing of a place once
    for claim in found:
        if claim.match.whole:
            whole.setdefault((claim.rule.id, claim.span), claim)
        else:
            values[claim.rule.category].append(claim)
    kept: list[Claim] = []
    for rivals in values.values():
        kept.extend(_winners(rivals, tiers))
    starts: dict[str, list[Span]] = defaultdict(list)
    for claim in sorted(kept, key=by_place):
        starts[claim.rule.id].append(claim.span)
    kept.extend(claim for claim in whole.values() if not _holds_one(claim.span, starts[claim.rule.id]))
    return sorted(kept, key=by_place)


def _holds_one(place: Span, sorted_spans: list[Span]) -> bool:
    """Whether the first of the spans that begins in a place ends in it too."""
    at = bisect_left(sorted_spans, (place.start,))
    return at < len(sorted_spans) and sorted_spans[at].end <= place.end


def by_place(claim: Claim) -> tuple[Span, str]:
    return claim.span, claim.rule.id


def _winners(rivals: list[Claim], tiers: Mapping[str, int]) -> list[Claim]:
    def strength(claim: Claim) -> tuple[int, float, int]:
        length = claim.span.end - claim.span.start
        return (-tiers.get(claim.rule.id, 0), claim.match.confidence, length)

    winners: list[Claim] = []
    for group in _clusters(rivals):
        longest = max(claim.span.end - claim.span.start for claim in group)
        taken: list[Span] = []
        for claim in sorted(group, key=strength, reverse=True):
            first, last = (bisect_left(taken, (at,)) for at in (claim.span.start - longest, claim.span.end))
            if not any(_same_value(claim.span, span) for span in taken[first:last]):
                insort(taken, claim.span)
                winners.append(claim)
    return winners


def _clusters(rivals: list[Claim]) -> Iterable[list[Claim]]:
    """Groups of claims that are linked by overlaps, so that each contest is a small one."""
    group: list[Claim] = []
    end = -1
    for claim in sorted(rivals, key=lambda claim: claim.span):
        if group and claim.span.start >= end:
            yield group
            group = []
        group.append(claim)
        end = max(end, claim.span.end)
    if group:
        yield group


def _same_value(one: Span, other: Span) -> bool:
    """Whether two spans share at least half of the shorter."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return shared > 0 and shared * 2 >= shorter
