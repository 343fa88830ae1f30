"""A claim that won, placed, numbered and marked; it becomes a finding when it is put into words.

A ruling holds spans, numbers, and words of rules and directories: whoever words it slices the source
again. So caches and worker processes keep rulings, never findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ppid_lint.finding import Applicability, Edit, Finding, Fix, Related, Severity
from ppid_lint.mask import BAR, Covered, Veil
from ppid_lint.rule import Language, Rule
from ppid_lint.text import Span

RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is known of a finding before its words. Spans are of the source."""

    rule: str
    severity: Severity
    confidence: float
    span: Span
    number: int  # which distinct value of its rule it is, from 1
    fingerprint: str
    evidence: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)  # fills of the message
    related: tuple[Related, ...] = ()
    runs: tuple[tuple[Span, int], ...] = ()  # of a value to bar: source spans, and the characters they gave
    replacement: str | None = None
    replaces: Span | None = None  # None where an edit would touch more than the replaced text
    safe: bool = False
    internal: bool = False
    of_file: bool = False
    location: Mapping[str, int | str] | None = None


def covers(rulings: Iterable[Ruling], rules: Mapping[str, Rule]) -> list[Covered]:
    """The spans that must not be shown, and how much of them may."""
    return [
        Covered(ruling.span, rules[ruling.rule].mask)
        for ruling in rulings
        if rules[ruling.rule].category == RESTRICTED
    ]


def worded(
    rulings: Sequence[Ruling],
    source: str,
    rules: Mapping[str, Rule],
    *,
    language: Language = "id",
    show_values: bool = False,
) -> list[Finding]:
    """The findings of the rulings, masked; `language` is the messages'."""
    hidden = covers(rulings, rules)
    veil = Veil(source, hidden, bare=show_values)
    closed = Veil(source, hidden)
    return [_finding(ruling, rules[ruling.rule], veil, closed, language) for ruling in rulings]


def _finding(ruling: Ruling, rule: Rule, veil: Veil, closed: Veil, language: Language) -> Finding:
    cut = {"suggestion": _CUT_TITLES[language]} if ruling.replacement is not None else {}
    values = _Values(
        {"text": veil.show(ruling.span), "number": str(ruling.number)} | cut | dict(ruling.values)
    )
    suggestion = rule.suggestion.within(language) if rule.suggestion else "{suggestion}"
    return Finding(
        rule=rule.id,
        severity=ruling.severity,
        confidence=ruling.confidence,
        message=rule.message.within(language).format_map(values),
        span=ruling.span,
        excerpt=veil.excerpt(ruling.span),
        evidence=ruling.evidence,
        related=ruling.related,
        basis=rule.basis,
        suggestion=suggestion.format_map(values),
        fixes=_fixes(ruling, rule, closed, language),
        fingerprint=ruling.fingerprint,
        location=ruling.location,
        internal=ruling.internal,
        of_file=ruling.of_file,
    )


class _Values(dict[str, str]):
    """Fills of a message; what a rule's message names and a match does not give is left out."""

    def __missing__(self, key: str) -> str:
        return ""


_BAR_TITLES: Mapping[Language, str] = {"id": "Tutup dengan bilah hitam", "en": "Cover with a black bar"}
_SWAP_TITLES: Mapping[Language, str] = {"id": "Ganti dengan “{}”", "en": "Replace with “{}”"}
_CUT_TITLES: Mapping[Language, str] = {"id": "Hapus", "en": "Delete"}


def _fixes(ruling: Ruling, rule: Rule, closed: Veil, language: Language) -> tuple[Fix, ...]:
    if rule.fix == "none":
        return ()
    if rule.category == RESTRICTED:
        bars = tuple(Edit(span, BAR * length) for span, length in ruling.runs)
        return (Fix(Applicability.UNSAFE, _BAR_TITLES[language], bars),)
    text, span = ruling.replacement, ruling.replaces
    if text is None or span is None or closed.touches(span):
        return ()
    safe = rule.fix == "safe" and ruling.safe
    title = _SWAP_TITLES[language].format(text) if text else _CUT_TITLES[language]
    applicability = Applicability.SAFE if safe else Applicability.UNSAFE
    return (Fix(applicability, title, (Edit(span, text),)),)
