"""The mark by which an HTML report is known again, so that nobody lints a report as if it were a draft."""

from __future__ import annotations

from pathlib import Path

MARK = '<meta name="generator" content="ppid-lint">'

_HEAD = 400  # bytes of a page in which the mark stands
_SUFFIXES = frozenset({".html", ".htm"})


def is_own_page(file: Path) -> bool:
    """Whether a file is a report that this program wrote; one that cannot be read is none."""
    if file.suffix.lower() not in _SUFFIXES:
        return False
    try:
        with file.open("rb") as stream:
            return MARK.encode() in stream.read(_HEAD)
    except OSError:
        return False
