"""What the command line says of a run, and the linters that follow from it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from ppid_lint.config import Config, find_config, load_config
from ppid_lint.linter import Linter
from ppid_lint.rule import Basis, Language, Rule
from ppid_lint.selection import check_rules, check_selectors


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says, for one run."""

    config: Path | None
    contacts: tuple[Path, ...]
    kind: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    show_values: bool
    lang: Any
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    progress: bool | None = None
    copy: Path | None = None  # where a mended draft goes instead of its own place
    online: bool = False


class Linters:
    """One linter for each configuration that counts for a file of the run."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._by_config: dict[Path | None, Linter] = {}

    @property
    def language(self) -> Language:
        """That of the messages."""
        language: Language = self._options.lang
        return language

    def of(self, path: Path) -> Linter:
        return self._linter(self._options.config or find_config(path.resolve().parent))

    def here(self) -> Linter:
        return self._linter(self._options.config or find_config(Path.cwd()))

    def fail_level(self) -> str:
        used = [linter.config.fail_level for linter in self._by_config.values()]
        return min(used, key=["info", "warning", "error", "never"].index, default="error")

    def digest(self) -> str:
        return self.here().ruleset.digest

    def rules(self) -> Mapping[str, Rule]:
        """The rules of all linters so far, by id."""
        return {rule.id: rule for linter in self._by_config.values() for rule in linter.ruleset.rules}

    def bases(self) -> Mapping[str, Basis]:
        """The bases that those cite, by id."""
        sets = (linter.ruleset.bases for linter in self._by_config.values())
        return {name: basis for bases in sets for name, basis in bases.items()}

    def _linter(self, config_path: Path | None) -> Linter:
        if config_path not in self._by_config:
            config = load_config(config_path) if config_path else Config()
            options = self._options
            if options.select:
                config = replace(config, select=options.select)
            config = replace(config, ignore=(*config.ignore, *options.ignore))
            linter = Linter(
                config,
                language=options.lang,
                show_values=options.show_values,
                contacts=options.contacts,
                online=options.online,
                slow=_announce_directory if sys.stderr.isatty() else None,
            )
            check_selectors((*config.select, *config.ignore), linter.ruleset.ids)
            check_rules("allow", (item.rule for item in config.allow), linter.ruleset.ids)
            check_rules("severity", config.severity, linter.ruleset.ids)
            self._by_config[config_path] = linter
            gc.freeze()  # rules and directory stay to the end: no collection need walk through them
        return self._by_config[config_path]


def _announce_directory() -> None:
    click.echo("Membaca direktori kontak untuk pertama kali …", err=True)
