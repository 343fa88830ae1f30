"""Results of earlier runs: a file that has not changed since costs a digest instead of a lint."""

from __future__ import annotations

import datetime
import hashlib
import os
from functools import cache, lru_cache
from hmac import compare_digest
from pathlib import Path

from ppid_lint import __version__
from ppid_lint.compiled import cache_folder
from ppid_lint.engine import Watch
from ppid_lint.errors import PpidLintError
from ppid_lint.linter import Linter
from ppid_lint.packing import needs_source, pack, unpack
from ppid_lint.readers.decoding import stored
from ppid_lint.report import Report

_KEY = "key"


def results_folder() -> Path:
    return cache_folder() / "results"


class Results:
    """Packed outcomes in a folder of the user, one a path, each good for one content and one linter.

    Names and digests are keyed with a secret of the folder, so that they tell nothing of drafts by
    themselves. A folder that cannot be written to, or is another user's, keeps nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._secret = _secret(folder)

    def digest(self, data: bytes, identity: str) -> str:
        """Of a draft's bytes under a linter."""
        return hashlib.blake2b(identity.encode() + b"\0" + data, key=self._secret, digest_size=24).hexdigest()

    def get(self, path: str, digest: str) -> str | None:
        """The packed outcome kept for the path, if it is of this digest."""
        if not self._secret:
            return None
        try:
            kept, _, packed = self._file(path).read_text(encoding="utf-8").partition("\n")
        except (OSError, UnicodeDecodeError):
            return None
        return packed if compare_digest(kept.encode(), digest.encode()) else None

    def put(self, path: str, digest: str, packed: str) -> None:
        if not self._secret:
            return
        import tempfile  # slow to import

        try:
            with tempfile.NamedTemporaryFile("w", dir=self._folder, delete=False, encoding="utf-8") as stream:
                stream.write(f"{digest}\n{packed}")
            os.replace(stream.name, self._file(path))
        except OSError:
            return

    def _file(self, path: str) -> Path:
        name = hashlib.blake2b(os.path.abspath(path).encode(), key=self._secret, digest_size=16).hexdigest()
        return self._folder / f"{name}.json"


@lru_cache(maxsize=64)
def identity(linter: Linter, kind: str | None) -> str:
    """Changes with everything an outcome depends on beside the draft: program, rules, settings, directory."""
    parts = [__version__, _program(), linter.ruleset.digest, repr(linter.config), repr(kind)]
    parts += [Path(path).read_text(encoding="utf-8", errors="replace") for path in linter.contacts]
    parts += [datetime.date.today().isoformat()] if linter.contacts else []  # channels run out by date
    parts += [hashlib.sha256(linter.key).hexdigest()]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def is_kept(linter: Linter, file: Path, *, kind: str | None, results: Results) -> bool:
    """Whether the outcome of a file is kept. Raises InputError where it cannot be read."""
    digest = results.digest(stored(file), identity(linter, kind))
    return results.get(str(file), digest) is not None


def check(
    linter: Linter,
    data: bytes,
    path: str,
    *,
    kind: str | None,
    results: Results | None,
    packed: str | None = None,
    watch: Watch | None = None,
) -> Report:
    """The report of a draft: of a packed outcome of these very bytes, else of one that is kept, else anew."""
    digest = results.digest(data, identity(linter, kind)) if results else ""
    kept = results.get(path, digest) if results else None
    for known in filter(None, (packed, kept)):
        try:
            report = _told(linter, known, data, path)
        except (ValueError, KeyError, TypeError, IndexError, PpidLintError):
            continue  # a broken or older form is only a reason to lint again
        if results and kept is None:
            results.put(path, digest, known)
        return report
    outcome, source = linter.judge(data, path, kind=kind, watch=watch)
    if results and not outcome.errors:
        results.put(path, digest, pack(outcome, source))
    return linter.report(outcome, source)


def _told(linter: Linter, packed: str, data: bytes, path: str) -> Report:
    source = linter.source(data, path) if needs_source(packed) else ""
    return linter.report(unpack(packed, path, source), source)


@cache
def _program() -> str:
    """Changes with the program's own files."""
    files = sorted(Path(__file__).resolve().parent.rglob("*.py"))
    stats = [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files]
    return hashlib.sha256(repr(stats).encode()).hexdigest()


def _secret(folder: Path) -> bytes:
    """The folder's secret, made when it is first asked for; empty where the folder is of no use."""
    file = folder / _KEY
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
            return b""
        if not file.exists():
            import tempfile

            with tempfile.NamedTemporaryFile(dir=folder, delete=False) as stream:
                stream.write(os.urandom(32))
            os.replace(stream.name, file)
        return file.read_bytes()
    except OSError:
        return b""


def clear(folder: Path) -> int:
    """Empties a cache folder; how many files went."""
    files = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    for path in files:
        path.unlink(missing_ok=True)
    return len(files)
