"""Directories and reference lists in a compiled form, kept by the content of their files."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from ppid_lint.collector import paused
from ppid_lint.contacts.names import Names, build_names
from ppid_lint.contacts.references import References
from ppid_lint.errors import ConfigError

T = TypeVar("T")

_LISTS = (
    "contact-area-codes.yaml",
    "contact-bodies.yaml",
    "contact-free-mail.yaml",
    "contact-national-lines.yaml",
    "contact-official-domains.yaml",
    "contact-unofficial-links.yaml",
)
_LARGE = 1_000_000  # bytes; reading a larger directory for the first time takes seconds


def kept_names(paths: Sequence[Path], folder: Path, *, slow: Callable[[], None] | None = None) -> Names:
    """The directory of some files and the names in it; `ConfigError` where a file is malformed.

    `slow` is called before a large one is read for the first time, which takes seconds.
    """

    def read() -> Names:
        from ppid_lint.contacts.directory_file import load

        if slow is not None and sum(path.stat().st_size for path in paths) > _LARGE:
            slow()
        return build_names(load(paths))

    return _kept(Names, paths, folder, read)


def kept_references(lists: Path, folder: Path) -> References:
    """The references of the lists folder."""

    def read() -> References:
        from ppid_lint.contacts.reference_file import load_references

        return load_references(lists)

    return _kept(References, [lists / name for name in _LISTS], folder, read)


def _kept(shape: type[T], paths: Sequence[Path], folder: Path, read: Callable[[], T]) -> T:
    """What the folder keeps for this content of the files, else what is read, then kept."""
    place = folder / f"contacts-{shape.__name__.lower()}-{_digest(paths)}.pickle"
    with paused():
        found = _load(shape, place)
        if found is None:
            found = read()
            _keep(place, found)
    return found


def _load(shape: type[T], place: Path) -> T | None:
    """The compiled form; None where it is missing, broken or not the user's own."""
    try:
        if hasattr(os, "getuid") and place.stat().st_uid != os.getuid():
            return None
        with place.open("rb") as stream:
            found = pickle.load(stream)
    except Exception:  # an unreadable or older form is only a reason to build it again
        return None
    return found if isinstance(found, shape) else None


def _keep(place: Path, value: object) -> None:
    """Writes the compiled form whole or not at all; a folder that cannot be written to is no error."""
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as stream:
            pickle.dump(value, stream, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(stream.name, place)
    except OSError:
        return


def _digest(paths: Iterable[Path]) -> str:
    """Changes with the content of the files, and with the program's own, whose shapes a form depends on."""
    digest = hashlib.sha256(f"{sys.version_info.major}{sys.version_info.minor}".encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        stat = module.stat()
        digest.update(f"{module.name}:{stat.st_mtime_ns}:{stat.st_size}\n".encode())
    for path in paths:
        try:
            digest.update(f"{path}\n".encode() + path.read_bytes())
        except OSError as error:
            raise ConfigError(f"tidak dapat dibaca: {error.strerror}", path=str(path)) from None
    return digest.hexdigest()[:32]
