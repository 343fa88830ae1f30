"""Puts the outcome of a draft into words: findings masked, allowances counted, in one language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ppid_lint import allowlist
from ppid_lint.config import Config, Override
from ppid_lint.finding import Finding
from ppid_lint.mask import Covered, Veil, guarded
from ppid_lint.outcome import Outcome
from ppid_lint.report import Report
from ppid_lint.rule import Language, Rule, RuleSet
from ppid_lint.selection import Selection, selected
from ppid_lint.suppress import Allowance, Directive, Sifted, allowance, sift
from ppid_lint.text import LineIndex, Span
from ppid_lint.wording import covers, worded

_NO_DIRECTORY: dict[Language, str] = {
    "id": "tanpa direktori kontak: contact/wrong-* tidak diperiksa",
    "en": "no contact directory: contact/wrong-* not checked",
}
ROUTINE = frozenset(_NO_DIRECTORY.values())
"""Notes of every draft of a run, which say nothing of the draft itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """What words are made of: the configuration, the rules by id and all there are, the language."""

    config: Config
    rules: Mapping[str, Rule]
    ruleset: RuleSet
    language: Language
    show_values: bool
    has_directory: bool

    def report(self, outcome: Outcome, source: str) -> Report:
        """The report of an outcome, given the source of the same draft: it is masked here."""
        if not outcome.kind:  # nothing of it could be read
            return Report(path=outcome.path, errors=outcome.errors, message_language=self.language)
        override = self.config.for_path(outcome.path)
        closed = tuple(covers(outcome.rulings, self.rules, source))
        hidden = () if self.show_values else closed
        veil = Veil(source, hidden)
        values = [source[item.span.start : item.span.end] for item in hidden]
        given = [self._allowance(veil.show(item.span), item, values) for item in outcome.directives]
        found = self._findings(outcome, source, closed, override)
        sifted, notes = self._sifted(found, given, outcome.path, override)
        cited = {name for finding in sifted.findings for name in finding.basis}
        return Report(
            path=outcome.path,
            kind=outcome.kind,
            language=outcome.language,
            findings=sifted.findings,
            suppressed=sifted.suppressed,
            metrics=outcome.metrics,
            notes=(*outcome.notes, *self._directory_notes(override), *notes),
            bases={name: self.ruleset.bases[name] for name in cited},
            errors=outcome.errors,
            lines=LineIndex(source),
            has_lines=outcome.has_lines,
            message_language=self.language,
            covers=hidden,
        )

    def _allowance(self, comment: str, directive: Directive, values: list[str]) -> Allowance:
        said = allowance(comment, directive)
        return said if self.show_values else replace(said, reason=guarded(said.reason, values))

    def masked(self, outcome: Outcome, source: str) -> str:
        """The source with every restricted value covered, unless values may be shown."""
        hidden = covers(outcome.rulings, self.rules, source)
        return Veil(source, hidden, bare=self.show_values).show(Span(0, len(source)))

    def _findings(
        self, outcome: Outcome, source: str, closed: Sequence[Covered], override: Override
    ) -> list[Finding]:
        """The findings of chosen rules, with the severities of the configuration."""
        found = worded(
            outcome.rulings,
            source,
            self.rules,
            closed,
            language=self.language,
            show_values=self.show_values,
        )
        chosen = (finding for finding in found if override.selection.has(finding.rule))
        return [
            replace(finding, severity=override.severity[finding.rule])
            if finding.rule in override.severity
            else finding
            for finding in chosen
        ]

    def _sifted(
        self, found: list[Finding], given: list[Allowance], path: str, override: Override
    ) -> tuple[Sifted, list[str]]:
        """The findings less those that are allowed, and what is wrong with the configuration's entries."""
        ran = selected(override.selection, self.ruleset.ids)
        today = datetime.date.today()
        listing = allowlist.entries(self.config, path)
        sifted = sift(
            found,
            [*given, *allowlist.listed(listing)],
            ran=ran,
            today=today,
            known=selected(Selection(), self.ruleset.ids),
            language=self.language,
        )
        notes = allowlist.notes(listing, sifted.suppressed, ran=ran, today=today, language=self.language)
        return sifted, notes

    def _directory_notes(self, override: Override) -> tuple[str, ...]:
        wanted = override.selection.has("contact/wrong-phone")
        return (_NO_DIRECTORY[self.language],) if wanted and not self.has_directory else ()
