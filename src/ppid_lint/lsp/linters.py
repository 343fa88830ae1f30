"""The linter of each draft: one for each configuration, made again when its files change."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path

from ppid_lint.config import Config, find_config, load_config
from ppid_lint.linter import Linter
from ppid_lint.rule import Language

_Stamp = tuple[tuple[str, int, int], ...]


class Linters:
    """Linters by the nearest configuration above a draft; for one worker thread."""

    def __init__(self, *, language: Language, contacts: Sequence[str], root: Path | None) -> None:
        self._language = language
        self._contacts = tuple(contacts)
        self._root = root
        self._made: dict[Path | None, tuple[_Stamp, Linter]] = {}

    def of(self, path: Path | None) -> Linter:
        """The linter for a draft, for an unsaved one that of the workspace.

        Raises ConfigError, RuleError or UsageError where the configuration cannot be used.
        """
        folder = path.parent if path else self._root
        config_path = find_config(folder.resolve()) if folder else None
        known = self._made.get(config_path)
        if known and known[0] == _stamp(config_path, known[1].config, self._contacts):
            return known[1]
        linter = self._linter(config_path)
        self._made[config_path] = (_stamp(config_path, linter.config, self._contacts), linter)
        return linter

    def forget(self) -> None:
        """Makes every linter again when it is next asked for."""
        self._made.clear()

    def _linter(self, config_path: Path | None) -> Linter:
        config = load_config(config_path) if config_path else Config()
        linter = Linter(config, language=self._language, contacts=self._contacts)
        gc.freeze()  # rules stay: a collection that visits them all would be felt at the keyboard
        return linter


def _stamp(config_path: Path | None, config: Config, contacts: Sequence[str]) -> _Stamp:
    """When the files that a linter was made from were last written."""
    named = [config_path, *config.contacts, *contacts]
    if config.extends:
        named.append(Path(config.root, config.extends))
    return tuple(_written(path) for path in named if path)


def _written(path: str | Path) -> tuple[str, int, int]:
    try:
        found = os.stat(path)
    except OSError:
        return str(path), 0, 0
    return str(path), found.st_mtime_ns, found.st_size
