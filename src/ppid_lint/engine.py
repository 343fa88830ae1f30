"""Holds a draft against rules: claims, the contest among them, and what is said of the winners."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ppid_lint.draft import Draft
from ppid_lint.finding import Finding, Match, Related
from ppid_lint.matchers.metric import anchor
from ppid_lint.rule import Language, Rule
from ppid_lint.ruling import RESTRICTED, Ruling, worded
from ppid_lint.text import Span

__all__ = ["RESTRICTED", "Claim", "claims", "contest", "judge", "lint", "summaries"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A rule's match, and its place in the source."""

    rule: Rule
    match: Match
    span: Span


def judge(
    draft: Draft, rules: Sequence[Rule], tiers: Mapping[str, int], *, key: bytes = b""
) -> tuple[Ruling, ...]:
    """The rulings on the draft, in the order of their places; a key marks values in fingerprints."""
    won = contest(claims(draft, rules), tiers)
    won = sorted([*won, *summaries(draft, rules, won)], key=_order)
    marks = _fingerprints(draft, won, key)
    numbers = _numbers(draft, won)
    return tuple(
        _ruling(draft, claim, number, mark) for claim, number, mark in zip(won, numbers, marks, strict=True)
    )


def lint(
    draft: Draft,
    rules: Sequence[Rule],
    tiers: Mapping[str, int],
    *,
    language: Language = "id",
    show_values: bool = False,
) -> list[Finding]:
    """The findings of the rules in the draft, in the order of their places; `language` is the messages'."""
    given = judge(draft, rules, tiers)
    known = {rule.id: rule for rule in rules}
    return worded(given, draft.document.source, known, language=language, show_values=show_values)


def claims(draft: Draft, rules: Sequence[Rule]) -> list[Claim]:
    """Every match of every rule that is for drafts of this kind and language."""
    return [
        Claim(rule, match, draft.blocks[match.block].source_span(match.start, match.end))
        for rule in rules
        if draft.language in rule.languages and (not rule.drafts or draft.kind in rule.drafts)
        for matcher in rule.match
        for match in matcher.find(draft)
    ]


def contest(found: Iterable[Claim], tiers: Mapping[str, int]) -> list[Claim]:
    """Of claims on one value within a category the most specific; sorted by place.

    Specific is the lower tier, then the higher confidence, then the longer span. Claims on whole
    sentences, paragraphs, tables or files compete with nothing.
    """
    values: dict[str, list[Claim]] = defaultdict(list)
    whole: dict[tuple[str, Span], Claim] = {}  # a rule says a thing of a place once
    for claim in found:
        if claim.match.whole:
            whole.setdefault((claim.rule.id, claim.span), claim)
        else:
            values[claim.rule.category].append(claim)
    kept = list(whole.values())
    for rivals in values.values():
        kept.extend(_winners(rivals, tiers))
    return sorted(kept, key=_order)


def summaries(draft: Draft, rules: Sequence[Rule], won: Sequence[Claim]) -> list[Claim]:
    """What rules say of the claims of others that won: too many of them in one place."""
    found: dict[str, list[Match]] = defaultdict(list)
    for claim in won:
        found[claim.rule.id].append(claim.match)
    return [
        Claim(rule, match, draft.blocks[match.block].source_span(match.start, match.end))
        for rule in rules
        if not rule.drafts or draft.kind in rule.drafts
        for matcher in rule.match
        if hasattr(matcher, "sum_up")
        for match in matcher.sum_up(draft, found)
    ]


def _order(claim: Claim) -> tuple[Span, str]:
    return claim.span, claim.rule.id


def _winners(rivals: list[Claim], tiers: Mapping[str, int]) -> list[Claim]:
    def strength(claim: Claim) -> tuple[int, float, int]:
        length = claim.span.end - claim.span.start
        return (-tiers.get(claim.rule.id, 0), claim.match.confidence, length)

    winners: list[Claim] = []
    for group in _clusters(rivals):
        taken: list[Claim] = []
        for claim in sorted(group, key=strength, reverse=True):
            if not any(_same_value(claim.span, other.span) for other in taken):
                taken.append(claim)
        winners.extend(taken)
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


def _numbers(draft: Draft, won: Sequence[Claim]) -> list[int]:
    """For each claim, which distinct value of its rule it is, from 1."""
    seen: dict[str, dict[str, int]] = defaultdict(dict)
    numbers = []
    for claim in won:
        known = seen[claim.rule.id]
        numbers.append(known.setdefault(_value(draft, claim), len(known) + 1))
    return numbers


def _value(draft: Draft, claim: Claim) -> str:
    """The letters and digits of what a claim is on, so that spelling makes no other value of it."""
    return re.sub(r"[\W_]+", "", draft.document.source[claim.span.start : claim.span.end]).lower()


def _fingerprints(draft: Draft, won: Sequence[Claim], secret: bytes) -> list[str]:
    """For each claim a mark of its rule, its block without restricted values, and an ordinal.

    With a secret a restricted value adds its own, keyed (HMAC-SHA-256, cut): without one all values
    could be tried, a NIK has few.
    """
    inside: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for claim in won:
        if claim.rule.category == RESTRICTED and not claim.match.whole:
            inside[claim.match.block].append((claim.match.start, claim.match.end, claim.rule.id))
    blocks = {
        index: _typed(draft.blocks[index].text, inside.get(index, []))
        for index in {claim.match.block for claim in won}
    }
    counts: Counter[tuple[str, str]] = Counter()
    marks = []
    for claim in won:
        key = (claim.rule.id, blocks[claim.match.block])
        counts[key] += 1
        text = f"{key[0]}\x1f{key[1]}\x1f{counts[key]}"
        mark = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
        keyed = secret and claim.rule.category == RESTRICTED and not claim.match.whole
        marks.append(f"{mark}.{_keyed(secret, claim.rule.id, _value(draft, claim))}" if keyed else mark)
    return marks


def _typed(text: str, values: list[tuple[int, int, str]]) -> str:
    """A digest of the text, white space folded, with each value replaced by its type."""
    parts: list[str] = []
    at = 0
    for start, end, name in sorted(values):
        if start >= at:
            parts += [text[at:start], f"<{name}>"]
        at = max(at, end)
    plain = " ".join("".join([*parts, text[at:]]).split())
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


def _keyed(secret: bytes, rule: str, value: str) -> str:
    text = f"{rule}\x1f{value}".encode("utf-8", "replace")
    return hmac.new(secret, text, hashlib.sha256).hexdigest()[:12]


def _ruling(draft: Draft, claim: Claim, number: int, mark: str) -> Ruling:
    rule, match = claim.rule, claim.match
    block = draft.blocks[match.block]
    reach = match.reach or (match.start, match.end)
    editable = not match.whole and block.verbatim(*reach)
    return Ruling(
        rule=rule.id,
        severity=match.severity or rule.severity,
        confidence=match.confidence,
        span=claim.span,
        number=number,
        fingerprint=mark,
        evidence=match.evidence,
        values=match.values,
        related=tuple(
            Related(role, draft.blocks[at].source_span(start, end)) for role, at, start, end in match.related
        ),
        runs=tuple(block.source_runs(match.start, match.end)) if rule.category == RESTRICTED else (),
        replacement=match.replacement,
        replaces=block.source_span(*reach) if editable else None,
        safe=match.safe,
        internal=rule.internal if match.internal is None else match.internal,
        of_file=match.whole and (rule.category == RESTRICTED or match.block == anchor(draft)),
        location=block.location,
    )
