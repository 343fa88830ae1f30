"""Findings that somebody allowed, with the reason given; what is wrong with an allowance is a finding too."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ppid_lint.document import Comment, Document
from ppid_lint.finding import Excerpt, Finding, Severity, Suppressed, same_fingerprint
from ppid_lint.rule import Language
from ppid_lint.text import Span

_DIRECTIVE = re.compile(r"^\s*ppid-lint:\s*(allow-file|allow)\b(.*)$", re.DOTALL)
_OPTION = re.compile(r"\b(reason|until|by)\s*=\s*(\"[^\"]*\"|'[^']*'|“[^”]*”)")
_RULE = re.compile(r"[a-z][a-z/-]*")

_MESSAGES = {
    "no-reason": {
        "id": 'Izin untuk {rules} tanpa alasan tidak berlaku: tambahkan reason="…".',
        "en": 'An allowance for {rules} without a reason does not hold: add reason="…".',
    },
    "unused": {
        "id": "Izin untuk {rules} tidak menutup temuan apa pun; hapus.",
        "en": "The allowance for {rules} covers no finding; remove it.",
    },
    "unknown-rule": {
        "id": "Izin menyebut aturan yang tidak ada: {unknown}.{hint} Tulis nama lengkapnya.",
        "en": "The allowance names a rule that there is not: {unknown}.{hint} Write its full name.",
    },
    "expired": {
        "id": "Izin untuk {rules} berakhir pada {until}.",
        "en": "The allowance for {rules} ended on {until}.",
    },
}
_HINT = {"id": " Mungkin maksudnya {}.", "en": " Perhaps you mean {}."}


@dataclass(frozen=True, slots=True)
class Allowance:
    """One `allow` or `allow-file` comment: its rules, reason, end, approver, and the source it covers."""

    rules: tuple[str, ...]
    reason: str
    until: str | None
    by: str | None
    covers: Span
    span: Span
    source: str = "comment"
    fingerprint: str | None = None

    def holds_for(self, finding: Finding) -> bool:
        same = self.fingerprint is None or same_fingerprint(self.fingerprint, finding.fingerprint)
        return same and finding.rule in self.rules and self.covers.covers(finding.span)


class Directive(NamedTuple):
    """An allow comment: its span in the source, and what it covers."""

    span: Span
    covers: Span


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings that stand, with those about allowances themselves, and findings that were allowed."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]


def directives(document: Document) -> tuple[Directive, ...]:
    """The allow comments of a draft, in order."""
    return tuple(
        Directive(comment.span, _covers(comment, directive[1], document))
        for comment in document.comments
        if (directive := _DIRECTIVE.match(comment.text))
    )


def allowances(document: Document) -> list[Allowance]:
    """What the allow comments of a draft say, unmasked."""
    source = document.source
    return [allowance(source[item.span.start : item.span.end], item) for item in directives(document)]


def allowance(comment: str, directive: Directive) -> Allowance:
    """What an allow comment says; `comment` is its text as it stands in the source, masked."""
    said = _DIRECTIVE.match(comment.strip().removeprefix("<!--").removesuffix("-->"))
    said_of = said[2] if said else ""
    options = {name: value[1:-1].strip() for name, value in _OPTION.findall(said_of)}
    rules = tuple(_RULE.findall(_OPTION.sub(" ", said_of)))
    return Allowance(
        rules=rules,
        reason=options.get("reason", ""),
        until=options.get("until"),
        by=options.get("by"),
        covers=directive.covers,
        span=directive.span,
    )


def sift(
    findings: Sequence[Finding],
    given: Sequence[Allowance],
    *,
    ran: frozenset[str],
    today: datetime.date,
    known: Collection[str] = (),
    language: Language = "id",
) -> Sifted:
    """Takes allowed findings out; `ran`: the ids of rules that ran, so that none is called unused in vain.

    `known` are the ids of all rules there are; without them no name in an allowance is called unknown.
    """
    valid = [item for item in given if item.reason and not _expired(item, today)]
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[Allowance] = set()
    for finding in findings:
        allowed = next((item for item in valid if item.holds_for(finding)), None)
        if allowed is None:
            kept.append(finding)
            continue
        used.add(allowed)
        suppressed.append(_suppressed(finding, allowed))
    comments = [item for item in given if item.source == "comment"]
    faults = _faults(comments, used, ran, today, language)
    faults += [_unknown(item, known, language) for item in comments if known and set(item.rules) - set(known)]
    ordered = sorted([*kept, *faults], key=lambda finding: (finding.span, finding.rule))
    return Sifted(tuple(ordered), tuple(suppressed))


def _suppressed(finding: Finding, allowed: Allowance) -> Suppressed:
    return Suppressed(
        rule=finding.rule,
        reason=allowed.reason,
        source=allowed.source,
        span=finding.span,
        until=allowed.until,
        by=allowed.by,
        fingerprint=finding.fingerprint,
        location=finding.location,
    )


def _faults(
    given: Sequence[Allowance],
    used: set[Allowance],
    ran: frozenset[str],
    today: datetime.date,
    language: Language,
) -> list[Finding]:
    """What is wrong with allowances: no reason, an end that has passed, nothing that they cover."""
    faults = []
    for item in given:
        if not item.reason:
            faults.append(_fault(item, "no-reason", language))
        elif _expired(item, today):
            faults.append(_fault(item, "expired", language))
        elif item not in used and ran.intersection(item.rules):
            faults.append(_fault(item, "unused", language))
    return faults


def _covers(comment: Comment, verb: str, document: Document) -> Span:
    if verb == "allow-file":
        return Span(0, len(document.source))
    blocks = [document.blocks[index] for index in comment.covers if document.blocks[index].pieces]
    if not blocks:
        return Span(comment.span.end, comment.span.end)
    starts = (block.pieces[0].source_start for block in blocks)
    return Span(min(starts), max(block.pieces[-1].source_end for block in blocks))


def _expired(allowance: Allowance, today: datetime.date) -> bool:
    """Whether the end has passed; an end that is no date counts as passed, so that nothing stays hidden."""
    if allowance.until is None:
        return False
    try:
        return datetime.date.fromisoformat(allowance.until) < today
    except ValueError:
        return True


def _unknown(allowance: Allowance, known: Collection[str], language: Language) -> Finding:
    """Names of no rule, with the one most likely meant."""
    from ppid_lint.yamlfile import closest  # slow to import

    unknown = [name for name in allowance.rules if name not in known]
    near = list(filter(None, (closest(name, known) for name in unknown)))
    hint = _HINT[language].format(", ".join(near)) if near else ""
    return _fault(allowance, "unknown-rule", language, unknown=", ".join(unknown), hint=hint)


def _fault(allowance: Allowance, fault: str, language: Language, **fills: str) -> Finding:
    rules = ", ".join(allowance.rules) or "?"
    message = _MESSAGES[fault][language].format(rules=rules, until=allowance.until, **fills)
    return Finding(
        rule=f"suppression/{fault}",
        severity=Severity.WARNING,
        confidence=1.0,
        message=message,
        span=allowance.span,
        excerpt=Excerpt("", 0, 0),
    )
