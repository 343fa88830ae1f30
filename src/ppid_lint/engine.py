"""Holds a draft against rules: claims, the contest among them, and the rulings on the winners."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ppid_lint.atoms import Prefilter
from ppid_lint.contest import Claim, by_place, contest
from ppid_lint.draft import Draft
from ppid_lint.finding import Edit, Match, Related
from ppid_lint.index import Index
from ppid_lint.matchers.anchor import anchor
from ppid_lint.rule import RESTRICTED, Rule
from ppid_lint.ruling import Ruling
from ppid_lint.scan import Scanner
from ppid_lint.text import Span

Watch = Callable[[float], None]  # told of progress: a share between 0 and 1


def scanner_of(
    rules: Sequence[Rule], prefilters: Mapping[str, Prefilter] | None = None, index: Index | None = None
) -> Scanner:
    """The scanner for all that some rules look for, given the prefilters of their expressions, and the
    index of their word lists or more."""
    needs = [matcher.needs() for rule in rules for matcher in rule.match]
    lexicons = [lexicon for need in needs for lexicon in (*need.words, *need.nearby) if lexicon]
    beside = [entry.text for lexicon in lexicons for entry in lexicon.likes]
    beside += [text for need in needs for text in need.details]
    expressions = (text for need in needs for text in need.expressions)
    return Scanner(expressions, lexicons, prefilters, beside, index)


def judge(
    draft: Draft,
    rules: Sequence[Rule],
    tiers: Mapping[str, int],
    *,
    key: bytes = b"",
    watch: Watch | None = None,
) -> tuple[Ruling, ...]:
    """The rulings on the draft, in the order of their places; a key marks values in fingerprints.

    `watch` is told, before each rule, the share of the whole work that is done.
    """
    won = contest(claims(draft, _watched(rules, watch) if watch else rules), tiers)
    won = sorted([*won, *summaries(draft, rules, won)], key=by_place)
    marks = _fingerprints(draft, won, key)
    numbers = _numbers(draft, won)
    return tuple(
        _ruling(draft, claim, number, mark) for claim, number, mark in zip(won, numbers, marks, strict=True)
    )


def _watched(rules: Sequence[Rule], watch: Watch) -> Iterator[Rule]:
    for done, rule in enumerate(rules):  # a tenth was reading; about another is left behind them
        watch(0.1 + 0.8 * done / len(rules))
        yield rule


def claims(draft: Draft, rules: Iterable[Rule]) -> list[Claim]:
    """Every match of every rule that is for drafts of this kind and language."""
    return [
        Claim(rule, match, match.source or draft.blocks[match.block].source_span(match.start, match.end))
        for rule in rules
        if draft.language in rule.languages and (not rule.drafts or draft.kind in rule.drafts)
        for matcher in rule.match
        for match in matcher.find(draft)
        if rule.category != RESTRICTED or _says_something(draft, match)
    ]


def _says_something(draft: Draft, match: Match) -> bool:
    """Whether a place holds a letter or digit, and is not a bar or a mask already."""
    return any(map(str.isalnum, draft.blocks[match.block].text[match.start : match.end]))


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
        runs=tuple(_runs(draft, match)) if rule.category == RESTRICTED else (),
        replacement="" if match.replacement is not None and match.reach else match.replacement,
        edits=tuple(_edits(draft, match)),
        safe=match.safe,
        internal=rule.internal if match.internal is None else match.internal,
        of_file=match.whole and (rule.category == RESTRICTED or match.block == anchor(draft)),
        location=block.location,
    )


def _runs(draft: Draft, match: Match) -> Iterator[tuple[Span, int]]:
    """The source of the match and of what goes with it, piece by piece."""
    along = ((block, start, end) for block, start, end, _ in match.along)
    for block, start, end in ((match.block, match.start, match.end), *along):
        yield from draft.blocks[block].source_runs(start, end)


def _edits(draft: Draft, match: Match) -> Iterator[Edit]:
    """What a replacement does to the source, its own place first; nothing where more would be touched."""
    start, end = match.reach or (match.start, match.end)
    block = draft.blocks[match.block]
    if match.whole or match.replacement is None or not block.verbatim(start, end):
        return
    yield Edit(block.source_span(start, end), match.replacement)
    for at, first, last, text in match.along:
        if draft.blocks[at].verbatim(first, last):
            yield Edit(draft.blocks[at].source_span(first, last), text)
