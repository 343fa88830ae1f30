"""Validated rules in a compiled form, kept by the content of their files, so that a start parses no YAML."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ppid_lint.rule import RuleSet

_FORMAT = f"2-{sys.version_info.major}{sys.version_info.minor}"


def rules_folder() -> Path:
    """Where the rules that ship stand: inside the installed package, else at the root of a checkout."""
    package = Path(__file__).resolve().parent
    packaged = package / "_rules"
    return packaged if packaged.is_dir() else package.parent.parent / "rules"


def cache_folder() -> Path:
    """Where compiled rules and results are kept: the user's cache folder for ppid-lint."""
    from platformdirs import user_cache_path

    return user_cache_path("ppid-lint", appauthor=False)


def content_digest(folders: Sequence[Path]) -> str:
    """A digest of every rule, list and basis file of the folders, and of their names."""
    digest = hashlib.sha256(_FORMAT.encode())
    for folder in folders:
        for directory, names, files in os.walk(folder):
            names.sort()
            for name in sorted(files):
                if name.endswith((".yaml", ".txt")):
                    path = os.path.join(directory, name)
                    digest.update(os.path.relpath(path, folder).encode())
                    with open(path, "rb") as stream:
                        digest.update(stream.read())
    return digest.hexdigest()


def compiled_rules(folders: Sequence[Path]) -> RuleSet:
    """The rules of the folders: from their compiled form where that is there, else read and kept."""
    digest = content_digest(folders)
    kept = cache_folder() / f"rules-{_code_digest()}-{digest[:24]}.pickle"
    found = _load(kept)
    if found is not None:
        return found
    from ppid_lint.catalog import load_rules

    rules = load_rules(folders, f"sha256:{digest}")
    _keep(kept, rules)
    return rules


def _code_digest() -> str:
    """Changes with the program's own files, whose shapes a compiled form depends on."""
    package = Path(__file__).resolve().parent
    stats = [package / "rule.py", package / "lexicon.py", *sorted((package / "matchers").glob("*.py"))]
    parts = [f"{path.name}:{path.stat().st_mtime_ns}:{path.stat().st_size}" for path in stats]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


def _load(path: Path) -> RuleSet | None:
    """A compiled form that is whole and the user's own; anything else counts as not there."""
    try:
        if hasattr(os, "getuid") and path.stat().st_uid != os.getuid():
            return None
        with path.open("rb") as stream:
            found = pickle.load(stream)
    except Exception:  # an unreadable or older form is only a reason to build it again
        return None
    return found if isinstance(found, RuleSet) else None


def _keep(path: Path, rules: RuleSet) -> None:
    """Writes the compiled form in one step; a folder that cannot be written to is no error."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
            pickle.dump(rules, stream, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(stream.name, path)
    except OSError:
        return
