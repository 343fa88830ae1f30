"""Holds a draft against rules: claims, the contest among them, and what is said of the winners."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ppid_lint.atoms import Atoms
from ppid_lint.contest import Claim, by_place, contest
from ppid_lint.draft import Draft
from ppid_lint.finding import Finding, Match, Related
from ppid_lint.mask import Covered, Veil
from ppid_lint.remedy import CUT, fixes_of
from ppid_lint.rule import RESTRICTED, Language, Rule
from ppid_lint.scan import Scanner
from ppid_lint.text import Span


def scanner_of(rules: Sequence[Rule], known: Mapping[str, Atoms] | None = None) -> Scanner:
    """The scanner for all that some rules look for; `known` are the atoms of their expressions."""
    matchers = [matcher for rule in rules for matcher in rule.match]
    expressions = (text for matcher in matchers for text in matcher.expressions())
    lexicons = [lexicon for matcher in matchers for lexicon in matcher.lexicons() if lexicon]
    beside = [entry.text for lexicon in lexicons for entry in lexicon.likes]
    beside += [text for matcher in matchers for text in getattr(matcher, "details", ())]
    return Scanner(expressions, lexicons, _near(matchers), known, beside)


def _near(matchers: Iterable[Any]) -> set[str]:
    """The names of word lists that no matcher needs but beside other finds."""
    near: set[str] = set()
    needed: set[str] = set()
    for matcher in matchers:
        beside = Counter(lexicon.name for lexicon in matcher.nearby())
        near.update(beside)
        needed.update(Counter(lexicon.name for lexicon in matcher.lexicons()) - beside)
    return near - needed


def lint(
    draft: Draft,
    rules: Sequence[Rule],
    tiers: Mapping[str, int],
    *,
    language: Language = "id",
    show_values: bool = False,
) -> list[Finding]:
    """The findings of the rules in the draft, in the order of their places; `language` is the messages'."""
    won = contest(claims(draft, rules), tiers)
    won = sorted([*won, *summaries(draft, rules, won)], key=by_place)
    veil = Veil(draft.document.source, covers(won), bare=show_values)
    closed = Veil(draft.document.source, covers(won))
    marks = _fingerprints(draft, won)
    numbers = _numbers(draft, won)
    return [
        _finding(draft, claim, veil, closed, language, number, mark)
        for claim, number, mark in zip(won, numbers, marks, strict=True)
    ]


def claims(draft: Draft, rules: Sequence[Rule]) -> list[Claim]:
    """Every match of every rule that is for drafts of this kind and language."""
    return [
        Claim(rule, match, match.source or draft.blocks[match.block].source_span(match.start, match.end))
        for rule in rules
        if draft.language in rule.languages and (not rule.drafts or draft.kind in rule.drafts)
        for matcher in rule.match
        for match in matcher.find(draft)
    ]


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


def masked(draft: Draft, rules: Sequence[Rule], tiers: Mapping[str, int]) -> str:
    """The draft's whole source with every restricted value covered."""
    source = draft.document.source
    return Veil(source, covers(contest(claims(draft, rules), tiers))).show(Span(0, len(source)))


def covers(found: Iterable[Claim]) -> list[Covered]:
    """The spans that must not be shown, and how much of them may."""
    return [Covered(claim.span, claim.rule.mask) for claim in found if claim.rule.category == RESTRICTED]


def _numbers(draft: Draft, won: Sequence[Claim]) -> list[int]:
    """For each claim, which distinct value of its rule it is, from 1."""
    seen: dict[str, dict[str, int]] = defaultdict(dict)
    numbers = []
    for claim in won:
        value = re.sub(r"[\W_]+", "", draft.document.source[claim.span.start : claim.span.end]).lower()
        known = seen[claim.rule.id]
        numbers.append(known.setdefault(value, len(known) + 1))
    return numbers


def _fingerprints(draft: Draft, won: Sequence[Claim]) -> list[str]:
    """For each claim a mark of its rule, its block without restricted values, and an ordinal."""
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
        marks.append(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16])
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


def _finding(
    draft: Draft, claim: Claim, veil: Veil, closed: Veil, language: Language, number: int, mark: str
) -> Finding:
    rule, match = claim.rule, claim.match
    cut = {"suggestion": CUT[language]} if match.replacement is not None else {}
    values = _Values({"text": veil.show(claim.span), "number": str(number)} | cut | dict(match.values))
    suggestion = rule.suggestion.within(language) if rule.suggestion else "{suggestion}"
    return Finding(
        rule=rule.id,
        severity=match.severity or rule.severity,
        confidence=match.confidence,
        message=rule.message.within(language).format_map(values),
        span=claim.span,
        excerpt=veil.excerpt(claim.span),
        evidence=match.evidence,
        related=tuple(
            Related(role, draft.blocks[block].source_span(start, end))
            for role, block, start, end in match.related
        ),
        basis=rule.basis,
        suggestion=suggestion.format_map(values),
        fixes=fixes_of(draft, claim, closed, language),
        fingerprint=mark,
        location=draft.blocks[match.block].location,
        internal=rule.internal if match.internal is None else match.internal,
    )


class _Values(dict[str, str]):
    """Fills of a message; what a rule's message names and a match does not give is left out."""

    def __missing__(self, key: str) -> str:
        return ""
