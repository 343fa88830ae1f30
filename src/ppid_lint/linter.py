"""The library: a Linter holds drafts against rules and gives a Report of each."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ppid_lint.compiled import cache_folder, compiled_rules, rules_folder
from ppid_lint.config import Config, Override, load_config, matches
from ppid_lint.document import Document
from ppid_lint.draft import Draft, Settings
from ppid_lint.engine import lint, masked, scanner_of
from ppid_lint.errors import InputError, PpidLintError, UsageError
from ppid_lint.finding import Finding
from ppid_lint.kind import KINDS, kind_of, language_of
from ppid_lint.report import Problem, Report
from ppid_lint.rule import CONTACT, RESTRICTED, Language, Rule, RuleSet
from ppid_lint.selection import Selection
from ppid_lint.suppress import Allowance, Sifted, allowances, sift
from ppid_lint.text import LineIndex, Span

if TYPE_CHECKING:
    from ppid_lint.contacts.names import Names
    from ppid_lint.contacts.references import References


class Linter:
    """Rules, a configuration and a contact directory, made ready once.

    Thread-safe after construction and picklable for worker processes; prints nothing. `language` is
    that of the messages. With `show_values` restricted values stand in messages and excerpts bare.
    `slow` is called before a large directory is read for the first time, which may take a minute.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        language: Language = "id",
        show_values: bool = False,
        contacts: Sequence[str | Path] = (),
        slow: Callable[[], None] | None = None,
    ) -> None:
        self.config = config or Config()
        self.language: Language = language
        self.show_values = show_values
        folders = [rules_folder(), *map(Path, self.config.rules)]
        self.ruleset: RuleSet = compiled_rules(folders, self._categories())
        self._running = self._needed(self.config.for_path(""))
        self._settings = Settings(
            limits=self.config.limits,
            terms=frozenset(self.config.terms),
            names=_names([*self.config.contacts, *map(str, contacts)], slow),
            references=_references() if any(rule.category == CONTACT for rule in self._running) else None,
        )
        self._scanner = scanner_of(self._running, self.ruleset.atoms)

    @classmethod
    def from_config(cls, path: str | Path, **options: Any) -> Linter:
        """A linter with the configuration of a file; `ConfigError` says where that is wrong."""
        return cls(load_config(Path(path)), **options)

    def check_text(self, text: str, *, kind: str | None = None, name: str = "") -> Report:
        """The report of a draft in memory; `name` gives its format by suffix (Markdown where it has none)."""
        from ppid_lint.readers import read_text

        return self._check(lambda: read_text(text, name or "draf.md"), name, kind)

    def check_bytes(self, data: bytes, *, kind: str | None = None, name: str = "") -> Report:
        """The report of an encoded draft in memory."""
        from ppid_lint.readers import read

        return self._check(lambda: read(data, name or "draf.md"), name, kind)

    def check_file(self, path: str | Path, *, kind: str | None = None) -> Report:
        """The report of a file; one that cannot be read is an error in its report, never a clean one."""
        from ppid_lint.readers import read

        return self._check(lambda: read(_bytes(Path(path)), str(path)), str(path), kind)

    def check_files(self, paths: Iterable[str | Path], *, kind: str | None = None) -> Iterator[Report]:
        """The reports of files, each as soon as it is done."""
        return (self.check_file(path, kind=kind) for path in paths)

    def document(self, data: bytes, name: str) -> Document:
        """The document that the linter sees in a draft's bytes."""
        from ppid_lint.readers import read

        return read(data, name)

    def masked(self, data: bytes, name: str) -> str:
        """The text of a draft's bytes, with every restricted value masked unless values may be shown."""
        document = self.document(data, name)
        if self.show_values:
            return document.source
        draft = self._draft(document, None, self.config.for_path(name))
        return masked(draft, self._running, self.ruleset.tiers)

    def _check(self, reading: Any, path: str, kind: str | None) -> Report:
        if kind is not None and kind not in KINDS:
            from ppid_lint.yamlfile import nearest

            raise UsageError(f"jenis naskah “{kind}” tidak dikenal; {nearest(kind, KINDS)}")
        try:
            document = reading()
        except PpidLintError as error:
            return Report(path=path, errors=(Problem.of(error),), message_language=self.language)
        return self._report(document, path, kind, self.config.for_path(path))

    def _report(self, document: Document, path: str, given: str | None, override: Override) -> Report:
        notes = () if given else kind_of(document, override.kind)[1]
        draft = self._draft(document, given, override)
        findings = lint(
            draft, self._running, self.ruleset.tiers, language=self.language, show_values=self.show_values
        )
        sifted = self._sifted(findings, document, path, override)
        cited = {name for finding in sifted.findings for name in finding.basis}
        return Report(
            path=path,
            kind=draft.kind,
            language=draft.language,
            findings=sifted.findings,
            suppressed=sifted.suppressed,
            metrics=_metrics(draft)
            if Selection(override.select, override.ignore).has("readability/long-sentence")
            else None,
            notes=(*document.notes, *notes, *self._notes(override)),
            bases={name: self.ruleset.bases[name] for name in cited},
            lines=LineIndex(document.source),
            message_language=self.language,
        )

    def _draft(self, document: Document, given: str | None, override: Override) -> Draft:
        return Draft(
            document,
            self._scanner,
            kind=given or kind_of(document, override.kind)[0],
            language=language_of(document, override.language),
            settings=self._settings,
        )

    def _sifted(
        self, findings: Sequence[Finding], document: Document, path: str, override: Override
    ) -> Sifted:
        selection = Selection(override.select, override.ignore)
        has = {name: selection.has(name) for name in {finding.rule for finding in findings}}
        chosen = [
            replace(finding, severity=override.severity[finding.rule])
            if finding.rule in override.severity
            else finding
            for finding in findings
            if has[finding.rule]
        ]
        given = [*allowances(document), *_configured(self.config, path, document)]
        ran = frozenset(name for name in self.ruleset.ids if selection.has(name))
        return sift(chosen, given, ran=ran, today=datetime.date.today(), language=self.language)

    def _needed(self, override: Override) -> tuple[Rule, ...]:
        """The rules to run: of every category chosen from all, for the contest; identifiers, for the mask."""
        if self.config.overrides:
            return self.ruleset.rules
        rules = self.ruleset.rules
        selection = Selection(override.select, override.ignore)
        categories = {rule.category for rule in rules if selection.has(rule.id)}
        return tuple(rule for rule in rules if rule.category in categories or _identifies(rule))

    def _categories(self) -> set[str] | None:
        """The categories that can be chosen, None for all; restricted ones always, for the mask."""
        if self.config.overrides or not self.config.select:
            return None
        return {RESTRICTED, *(text.partition("/")[0] for text in self.config.select)}

    def _notes(self, override: Override) -> tuple[str, ...]:
        if self._settings.directory is None and Selection(override.select, override.ignore).has(
            "contact/wrong-phone"
        ):
            return (_NO_DIRECTORY[self.language],)
        return ()


_NO_DIRECTORY: dict[Language, str] = {
    "id": "tanpa direktori kontak: contact/wrong-* tidak diperiksa",
    "en": "no contact directory: contact/wrong-* not checked",
}


_IDENTIFYING = frozenset({"pattern", "assignment"})  # kinds whose values are never shown


def _identifies(rule: Rule) -> bool:
    return rule.category == RESTRICTED and any(matcher.kind in _IDENTIFYING for matcher in rule.match)


def _configured(config: Config, path: str, document: Document) -> list[Allowance]:
    """The allowances of the configuration for one draft."""
    whole = Span(0, len(document.source))
    return [
        Allowance(
            rules=(item.rule,),
            reason=item.reason,
            until=item.until.isoformat() if item.until else None,
            by=item.by,
            covers=whole,
            span=whole,
            source="configuration",
            fingerprint=item.fingerprint,
        )
        for item in config.allow
        if matches(Path(path).as_posix(), item.path)
    ]


def _metrics(draft: Draft) -> dict[str, Any]:
    from ppid_lint.matchers.prose import metrics

    return metrics(draft)


def _names(paths: Sequence[str], slow: Callable[[], None] | None) -> Names | None:
    if not paths:
        return None
    from ppid_lint.contacts.kept import kept_names

    return kept_names([Path(path) for path in paths], cache_folder(), slow=slow)


def _references() -> References:
    from ppid_lint.contacts.kept import kept_references

    return kept_references(rules_folder() / "lists", cache_folder())


def _bytes(path: Path) -> bytes:
    from ppid_lint.readers.decoding import LARGEST

    try:
        if os.stat(path).st_size > LARGEST:
            raise InputError("berkas lebih dari 64 MiB", path=str(path))
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"tidak dapat dibaca: {error.strerror}", path=str(path)) from None
