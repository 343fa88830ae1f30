"""Which files a run is about: named files, and drafts in folders, those that git ignores left out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ppid_lint.errors import InputError

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".xlsx", ".csv", ".pdf"})
UNREAD = frozenset({".doc", ".xls", ".odt", ".ods", ".rtf"})  # drafts too, but in formats that are not read
_SKIPPED = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv"})


def passed_over(paths: Iterable[Path]) -> Counter[str]:
    """How many files of each format that is not read lie in the folders among some paths, by suffix."""
    folders = [path for path in paths if path.is_dir()]
    found = {path: folder for folder in folders for path in _walk(folder) if _suffix(path) in UNREAD}
    specs = {folder: _Ignores(folder) for folder in set(found.values())}
    return Counter(_suffix(path) for path, folder in found.items() if not specs[folder].ignores(path))


def _suffix(path: Path) -> str:
    return path.suffix.lower()


def discover(paths: Iterable[Path]) -> tuple[list[Path], list[InputError]]:
    """The files to lint, each once and in order, and an error for each path that gives none."""
    files: dict[Path, None] = {}
    errors: list[InputError] = []
    for path in paths:
        if path.is_dir():
            found, seen = _drafts(path)
            files |= dict.fromkeys(found)
            if not seen:
                errors.append(InputError("tidak ada naskah di folder ini", path=str(path)))
        elif path.exists():
            files[path] = None
        else:
            errors.append(InputError("tidak ada berkas atau folder bernama ini", path=str(path)))
    return list(files), errors


def _drafts(folder: Path) -> tuple[list[Path], bool]:
    """The drafts of a folder that are not ignored, and whether it holds any at all."""
    found = sorted(path for path in _walk(folder) if path.suffix.lower() in SUFFIXES)
    specs = _Ignores(folder)
    return [path for path in found if not specs.ignores(path)], bool(found)


def _walk(folder: Path) -> Iterator[Path]:
    for directory, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name not in _SKIPPED)
        yield from (Path(directory) / name for name in files)


class _Ignores:
    """The .gitignore files that count for a folder: its own, those above in its repository, those below."""

    def __init__(self, folder: Path) -> None:
        self._root = _repository(folder.resolve())
        self._specs: dict[Path, Any] = {}

    def ignores(self, path: Path) -> bool:
        target = path.resolve()
        ignored = False
        for folder in reversed(target.parents):
            if folder != self._root and self._root not in folder.parents:
                continue
            spec = self._spec(folder)
            verdict = spec.check_file(target.relative_to(folder).as_posix()).include if spec else None
            ignored = ignored if verdict is None else verdict
        return ignored

    def _spec(self, folder: Path) -> Any:
        if folder not in self._specs:
            file = folder / ".gitignore"
            self._specs[folder] = _parse(file) if file.is_file() else None
        return self._specs[folder]


def _parse(file: Path) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(file.read_text(encoding="utf-8", errors="replace").splitlines())


def _repository(folder: Path) -> Path:
    """The root of the repository a folder is in; the folder itself outside of one."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
