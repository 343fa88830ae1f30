"""What the command line says of a run, and the linters that follow from it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from ppid_lint.config import Config, find_config, load_config
from ppid_lint.linter import Linter
from ppid_lint.rule import Basis, Language, Rule


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
                slow=announcement(options.lang),
            )
            self._by_config[config_path] = linter
            gc.freeze()  # rules and directory stay to the end: no collection need walk through them
        return self._by_config[config_path]


def configured(path: Path | None) -> Config:
    """The configuration of a file that was named, else the nearest one of the current folder."""
    found = path or find_config(Path.cwd())
    return load_config(found) if found else Config()


def announcement(language: Language) -> Callable[[], None] | None:
    """Tells people at a terminal, once, that a first start takes longer."""
    if not sys.stderr.isatty():
        return None
    lines = iter([_FIRST[language]])

    def announce() -> None:
        for line in lines:
            click.echo(line, err=True)

    return announce


_FIRST: Mapping[Language, str] = {
    "id": "Menyiapkan aturan dan direktori untuk pertama kali; beberapa detik …",
    "en": "Making rules and directories ready for the first time; some seconds …",
}
