"""Validated rules in a compiled form, kept by the content of their files, so that a start parses no YAML."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from pathlib import Path

from ppid_lint.rule import RuleSet

_INDEX = "index.pickle"
_FORMAT = f"5-{sys.version_info.major}{sys.version_info.minor}"


def rules_folder() -> Path:
    """Where the rules that ship stand: inside the installed package, else at the root of a checkout."""
    package = Path(__file__).resolve().parent
    packaged = package / "_rules"
    return packaged if packaged.is_dir() else package.parent.parent / "rules"


def cache_folder() -> Path:
    """Where compiled rules and results are kept: the user's cache folder for ppid-lint."""
    if sys.platform.startswith("linux"):  # what platformdirs says too, without the time it takes to import
        given = os.environ.get("XDG_CACHE_HOME", "").strip()
        return Path(given or os.path.expanduser("~/.cache")) / "ppid-lint"
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


def compiled_rules(
    folders: Sequence[Path], categories: Set[str] | None = None, *, slow: Callable[[], None] | None = None
) -> RuleSet:
    """The rules of the folders, of some categories or all: the compiled form, else read and kept.

    `slow` is called before they are read, which takes some seconds.
    """
    digest = content_digest(folders)
    kept = cache_folder() / f"rules-{_code_digest()}-{digest[:24]}"
    found = _load(kept, categories)
    if found is not None:
        return found
    from ppid_lint.catalog import load_rules

    if slow is not None:
        slow()
    rules = load_rules(folders, f"sha256:{digest}")
    _keep(kept, rules)
    return rules.only({rule.category for rule in rules.rules} if categories is None else categories)


def _code_digest() -> str:
    """Changes with the program's own files, whose shapes a compiled form depends on."""
    package = Path(__file__).resolve().parent
    shapes = [package / name for name in ("rule.py", "lexicon.py", "index.py", "atoms.py")]
    stats = [*shapes, *sorted((package / "matchers").glob("*.py"))]
    parts = [f"{path.name}:{path.stat().st_mtime_ns}:{path.stat().st_size}" for path in stats]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


def _load(folder: Path, categories: Set[str] | None) -> RuleSet | None:
    """The compiled form of the categories, joined; None where one is missing, broken or another user's."""
    try:
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
            return None
        parts = [_unpickled(folder / _INDEX)]
        known = {name.partition("/")[0] for name in parts[0].ids}
        names = sorted(known if categories is None else known & categories)
        parts += [_unpickled(folder / f"{name}.pickle") for name in names]
    except Exception:  # an unreadable or older form is only a reason to build it again
        return None
    rules = [rule for part in parts for rule in part.rules]
    bases = {name: basis for part in parts for name, basis in part.bases.items()}
    prefilters = {text: found for part in parts for text, found in part.prefilters.items()}
    rules.sort(key=lambda rule: rule.id)
    return replace(parts[0], rules=tuple(rules), bases=bases, prefilters=prefilters)


def _unpickled(path: Path) -> RuleSet:
    with path.open("rb") as stream:
        found = pickle.load(stream)
    if not isinstance(found, RuleSet):
        raise TypeError(path.name)
    return found


def _keep(folder: Path, rules: RuleSet) -> None:
    """Writes the compiled form, the index last; a folder that cannot be written to is no error."""
    import tempfile  # slow to import, and only needed once

    categories = sorted({rule.category for rule in rules.rules})
    parts = {f"{name}.pickle": replace(rules.only({name}), index=None) for name in categories}
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, part in {**parts, _INDEX: rules.only(set())}.items():
            with tempfile.NamedTemporaryFile(dir=folder, delete=False) as stream:
                pickle.dump(part, stream, protocol=pickle.HIGHEST_PROTOCOL)
            os.replace(stream.name, folder / name)
    except OSError:
        return
