"""Lines that differ from a git revision, and the findings that stand on them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ppid_lint.errors import UsageError
from ppid_lint.finding import Finding
from ppid_lint.report import Report
from ppid_lint.text import Span

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_SCHEME = ("-c", "core.quotePath=false", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false")


@dataclass(frozen=True, slots=True)
class Changes:
    """Ranges of changed lines by file, counted from 1 as git counts them; a whole file where it is new."""

    lines: Mapping[Path, Sequence[range]] = field(default_factory=dict)
    whole: frozenset[Path] = frozenset()

    def has(self, path: Path) -> bool:
        return path in self.lines or path in self.whole


def changes_since(revision: str, folder: Path) -> Changes:
    """What differs from a revision in the working tree, untracked files included, in the folder's repository.

    Raises UsageError where git is missing, the folder is in no repository, or the revision is unknown.
    """
    root = Path(_git(folder, "rev-parse", "--show-toplevel").strip())
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    ).strip()
    diff = _git(
        root, *_SCHEME, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--find-renames", commit, "--"
    )
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return Changes(parse_diff(diff, root), frozenset(root / name for name in new if name))


def parse_diff(diff: str, root: Path) -> dict[Path, list[range]]:
    """The changed lines of a unified diff without context, by file as it is named now."""
    found: dict[Path, list[range]] = {}
    current: list[range] = []
    in_hunk = False
    for line in diff.split("\n"):
        if line.startswith("diff --git "):
            in_hunk = False
        elif not in_hunk and line.startswith("+++ "):
            name = _name(line[4:])
            current = found.setdefault(root / name, []) if name else []
        elif match := _HUNK.match(line):
            in_hunk = True
            start, count = int(match[1]), int(match[2] or 1)
            current.append(range(start, start + count) if count else range(start, start + 2))
    return found


def on_changes(report: Report, changes: Changes) -> Report:
    """The report with only findings on changed lines, and file-level ones of changed drafts.

    A draft in a format without lines counts as changed wholly; errors of drafts stay.
    """
    path = Path(report.path).resolve()
    if path in changes.whole or report.errors:
        return report
    ranges = changes.lines.get(path, ())
    return replace(report, findings=tuple(item for item in report.findings if _stands(report, item, ranges)))


def _stands(report: Report, finding: Finding, ranges: Iterable[range]) -> bool:
    if not report.has_lines or finding.of_file:
        return True
    spans = (finding.span, *(item.span for item in finding.related))
    return any(_touches(report, span, part) for span in spans for part in ranges)


def _touches(report: Report, span: Span, lines: range) -> bool:
    first = report.lines.position(span.start).line
    last = report.lines.position(max(span.start, span.end - 1)).line
    return lines.start <= last and first < lines.stop


def _name(text: str) -> str:
    """A file's name after `+++ `, without git's prefix; '' for a file that was deleted."""
    text = text.rstrip("\t\r")
    if text.startswith('"') and text.endswith('"'):  # git quotes names with controls, quotes or backslashes
        text = text[1:-1].encode("latin-1", "backslashreplace").decode("unicode_escape")
    return "" if text == "/dev/null" else text.removeprefix("b/")


def _git(folder: Path, *args: str) -> str:
    try:
        run = subprocess.run(
            ["git", *args],
            cwd=folder,
            capture_output=True,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )
    except OSError:
        raise UsageError("--changed-since memerlukan git, yang tidak ditemukan") from None
    if run.returncode:
        raise UsageError(_reason(args, run.stderr.decode(errors="replace")))
    return run.stdout.decode(errors="surrogateescape")


def _reason(args: Sequence[str], said: str) -> str:
    if "--show-toplevel" in args:
        return "--changed-since: folder ini bukan bagian dari repositori git"
    if "--verify" in args:
        revision = args[-1].removesuffix("^{commit}")
        return f"--changed-since: revisi “{revision}” tidak ada di repositori ini"
    return f"--changed-since: git gagal: {said.strip().splitlines()[-1] if said.strip() else 'tanpa pesan'}"
