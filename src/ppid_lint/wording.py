"""Rulings put into words: findings, masked, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ppid_lint.finding import Finding
from ppid_lint.mask import Covered, Veil, echoes
from ppid_lint.remedy import CUT, fixes_of
from ppid_lint.rule import READABILITY, RESTRICTED, Language, Rule
from ppid_lint.ruling import Ruling, names_somebody


def covers(rulings: Iterable[Ruling], rules: Mapping[str, Rule], source: str) -> list[Covered]:
    """The spans that must not be shown, a masked person's name elsewhere too, and how much of them may."""
    found = [ruling for ruling in rulings if rules[ruling.rule].category == RESTRICTED]
    values = [Covered(ruling.span, rules[ruling.rule].mask) for ruling in found]
    along = [
        Covered(span, "hidden") for ruling in found for span, _ in ruling.runs if not ruling.span.covers(span)
    ]
    named = [ruling.span for ruling in found if names_somebody(ruling.evidence)]
    again = echoes(source, [source[span.start : span.end] for span in named])
    return values + along + [Covered(span, "hidden") for span in again]


def worded(
    rulings: Sequence[Ruling],
    source: str,
    rules: Mapping[str, Rule],
    hidden: Sequence[Covered],
    *,
    language: Language = "id",
    show_values: bool = False,
) -> list[Finding]:
    """The findings of the rulings, masked by what `covers` gives of them; `language` is the messages'."""
    veil = Veil(source, hidden, bare=show_values)
    closed = Veil(source, hidden)
    return [
        _finding(ruling, rules[ruling.rule], veil, closed, language)
        for ruling in rulings
        if not _is_hidden(ruling, rules[ruling.rule], closed)
    ]


def _is_hidden(ruling: Ruling, rule: Rule, closed: Veil) -> bool:
    """Whether a finding is on a word that is masked: it says nothing of that, or its advice too much."""
    return rule.category == READABILITY and "{text}" in rule.message.id and closed.hides(ruling.span)


def _finding(ruling: Ruling, rule: Rule, veil: Veil, closed: Veil, language: Language) -> Finding:
    cut = {"suggestion": CUT[language]} if ruling.replacement is not None else {}
    values = _Values(
        {"text": veil.show(ruling.span), "number": str(ruling.number)} | cut | dict(ruling.values)
    )
    suggestion = rule.suggestion.within(language) if rule.suggestion else "{suggestion}"
    return Finding(
        rule=rule.id,
        severity=ruling.severity,
        confidence=ruling.confidence,
        message=_told(rule.message.within(language), values),
        span=ruling.span,
        excerpt=veil.excerpt(ruling.span),
        evidence=ruling.evidence,
        related=ruling.related,
        basis=rule.basis,
        suggestion=suggestion.format_map(values),
        fixes=fixes_of(ruling, rule, closed, language),
        fingerprint=ruling.fingerprint,
        location=ruling.location,
        internal=ruling.internal,
        of_file=ruling.of_file,
    )


def _told(message: str, values: Mapping[str, str]) -> str:
    """A message filled in, without its last sentence where that would give a value there is none of."""
    first, stop, last = message.rpartition(". ")
    lacking = stop and "{value}" in last and not values.get("value")
    return (f"{first}." if lacking else message).format_map(values).rstrip()


class _Values(dict[str, str]):
    """Fills of a message; what a rule's message names and a match does not give is left out."""

    def __missing__(self, key: str) -> str:
        return ""
