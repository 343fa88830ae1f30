"""The library: a Linter holds drafts against rules and gives a Report of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Any

from ppid_lint.collector import paused
from ppid_lint.compiled import compiled_rules, rules_folder
from ppid_lint.config import Config, load_config
from ppid_lint.document import Document
from ppid_lint.draft import Draft
from ppid_lint.engine import Watch, judge, scanner_of
from ppid_lint.errors import PpidLintError, UsageError
from ppid_lint.fitting import check_names, fitted, paths, spoken
from ppid_lint.kind import KINDS, kind_of, language_of
from ppid_lint.outcome import Outcome
from ppid_lint.passage import Memory
from ppid_lint.provision import settings
from ppid_lint.report import Problem, Report
from ppid_lint.rule import RESTRICTED, Language, RuleSet
from ppid_lint.selection import running
from ppid_lint.speaker import Speaker
from ppid_lint.suppress import directives

KEY_VARIABLE = "PPID_LINT_KEY"


class Linter:
    """Rules, a configuration and a contact directory, made ready once.

    Thread-safe after construction and picklable for worker processes; prints nothing. `language` is
    that of the messages. With `show_values` restricted values stand in messages and excerpts bare.
    `key` (else PPID_LINT_KEY of the environment) adds a keyed digest of the value to fingerprints.
    With `online` links and mail domains are asked for over the network; nothing else ever is. `slow` is
    called before rules or a large directory are first read. A value of no use is a `ConfigError`.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        language: Language = "id",
        show_values: bool = False,
        contacts: str | Path | Sequence[str | Path] = (),
        key: str | None = None,
        slow: Callable[[], None] | None = None,
        online: bool = False,
    ) -> None:
        self.config = fitted(config or Config())
        self.language = spoken(language)
        self.show_values = show_values
        self.contacts = (*self.config.contacts, *paths(contacts))
        self.key = (os.environ.get(KEY_VARIABLE, "") if key is None else key).encode()
        folders = (rules_folder(), *map(Path, self.config.rules))
        self.ruleset: RuleSet = compiled_rules(folders, self._categories(), slow=slow)
        check_names(self.config, self.ruleset.ids)
        chosen = None if self.config.overrides else self.config.for_path("").selection
        self._running = running(self.ruleset.rules, chosen)
        self._settings = settings(self.config, self.contacts, self._running, slow=slow, online=online)
        self._speaker = Speaker(
            config=self.config,
            rules={rule.id: rule for rule in self._running},
            ruleset=self.ruleset,
            language=language,
            show_values=show_values,
            has_directory=self._settings.directory is not None,
        )
        self._scanner = scanner_of(self._running, self.ruleset.prefilters, self.ruleset.index)

    @classmethod
    def from_config(cls, path: str | Path, **options: Any) -> Linter:
        """A linter with the configuration of a file; `ConfigError` says where that is wrong."""
        return cls(load_config(Path(path)), **options)

    def check_text(
        self, text: str, *, kind: str | None = None, name: str = "", memory: Memory | None = None
    ) -> Report:
        """The report of a draft in memory; `name` gives its format by suffix (Markdown where it has none).

        With the `memory` of an earlier version of the draft only what changed is scanned again.
        """
        from ppid_lint.readers import read_text

        return self._check(lambda: read_text(text, name or "draf.md"), name, kind, memory)

    def check_bytes(self, data: bytes, *, kind: str | None = None, name: str = "") -> Report:
        """The report of an encoded draft in memory."""
        return self._check(lambda: self.document(data, name or "draf.md"), name, kind)

    def check_file(self, path: str | Path, *, kind: str | None = None) -> Report:
        """The report of a file; one that cannot be read is an error in its report, never a clean one."""
        from ppid_lint.readers.decoding import stored

        return self._check(lambda: self.document(stored(Path(path)), str(path)), str(path), kind)

    def check_files(self, paths: Iterable[str | Path], *, kind: str | None = None) -> Iterator[Report]:
        """The reports of files, each as soon as it is done."""
        return (self.check_file(path, kind=kind) for path in paths)

    def document(self, data: bytes, name: str) -> Document:
        """The document that the linter sees in a draft's bytes."""
        from ppid_lint.readers import read

        return read(data, name)

    def source(self, data: bytes, name: str) -> str:
        """The text of a draft that offsets count in; text formats are not parsed for it."""
        from ppid_lint.readers import SUFFIXES
        from ppid_lint.readers.decoding import decode

        plain = PurePath(name).suffix.lower() in SUFFIXES
        return decode(data, name).text if plain else self.document(data, name).source

    def masked(self, data: bytes, name: str) -> str:
        """The text of a draft's bytes, with every restricted value masked unless values may be shown."""
        return self._speaker.masked(*self.judge(data, name))

    def judge(
        self, data: bytes, name: str, *, kind: str | None = None, watch: Watch | None = None
    ) -> tuple[Outcome, str]:
        """What linting an encoded draft comes to, to be kept or sent, and the draft's source.

        `report` puts the outcome into words. `watch` is told the share, from 0 to 1, that is done.
        """
        with paused():
            return self._judged(lambda: self.document(data, name or "draf.md"), name, kind, watch=watch)

    def report(self, outcome: Outcome, source: str) -> Report:
        """The report of an outcome, given the source of the same draft."""
        with paused():
            return self._speaker.report(outcome, source)

    def _check(
        self, reading: Callable[[], Document], path: str, kind: str | None, memory: Memory | None = None
    ) -> Report:
        with paused():  # until the document and all that was known of it are gone
            return self.report(*self._judged(reading, path, kind, memory))

    def _judged(
        self,
        reading: Callable[[], Document],
        path: str,
        kind: str | None,
        memory: Memory | None = None,
        watch: Watch | None = None,
    ) -> tuple[Outcome, str]:
        """The outcome and the source; a draft that cannot be read is an error in its outcome."""
        if kind is not None and kind not in KINDS:
            raise UsageError(f"jenis naskah “{kind}” tidak dikenal; ada: {', '.join(KINDS)}")
        try:
            document = reading()
        except PpidLintError as error:
            return Outcome(path, errors=(Problem.of(error),)), ""
        return self._outcome(document, path, kind, memory, watch), document.source

    def _outcome(
        self,
        document: Document,
        path: str,
        given: str | None,
        memory: Memory | None,
        watch: Watch | None,
    ) -> Outcome:
        override = self.config.for_path(path)
        found, notes = (given, ()) if given else kind_of(document, override.kind)
        draft = Draft(
            document,
            self._scanner,
            kind=found,
            language=language_of(document, override.language),
            settings=self._settings,
            memory=memory,
        )
        outcome = Outcome(
            path=path,
            kind=draft.kind,
            language=draft.language,
            rulings=judge(draft, self._running, self.ruleset.tiers, key=self.key, watch=watch),
            directives=directives(document),
            metrics=_metrics(draft) if override.selection.has("readability/long-sentence") else None,
            notes=(*document.notes, *notes, *_unsure(draft)),
            errors=tuple(Problem(fault) for fault in document.faults),
            has_lines=document.has_lines,
        )
        draft.close()
        return outcome

    def _categories(self) -> set[str] | None:
        """The categories that can be chosen, None for all; restricted ones always, for the mask."""
        if self.config.overrides or not self.config.select:
            return None
        return {RESTRICTED, *(text.partition("/")[0] for text in self.config.select)}


def _metrics(draft: Draft) -> dict[str, Any]:
    from ppid_lint.matchers.prose import metrics

    return metrics(draft)


def _unsure(draft: Draft) -> tuple[str, ...]:
    """A note on links and mail domains of which the network gave no sure answer."""
    if draft.settings.online is None:
        return ()
    from ppid_lint.matchers.reach import answers_for
    from ppid_lint.online.answer import State

    count = sum(answer.state is State.UNSURE for answer in answers_for(draft).values())
    return (f"daring: {count} tautan atau domain surel tidak dapat dipastikan",) if count else ()
