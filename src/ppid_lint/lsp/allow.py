"""Where a comment has to stand that allows a finding, and the edit that puts it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ppid_lint.document import Block, Document, Role
from ppid_lint.errors import PpidLintError
from ppid_lint.finding import Edit, Finding
from ppid_lint.readers import read_text
from ppid_lint.suppress import allowances
from ppid_lint.text import Span

FORMATS = frozenset({"markdown", "html"})

_OPEN, _CLOSE = '<!-- ppid-lint: allow {} reason="', '" -->'
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")  # indentation and marks of a quotation
_BESIDE = frozenset({Role.HIDDEN, Role.ATTRIBUTE})


@dataclass(frozen=True, slots=True)
class Insertion:
    """A comment without its reason: where it goes, what stands before and after the reason."""

    at: int
    before: str
    after: str

    def edit(self, reason: str = "") -> Edit:
        return Edit(Span(self.at, self.at), f"{self.before}{reason}{self.after}")


def insertion(source: str, name: str, finding: Finding) -> Insertion | None:
    """The comment that allows a finding and nothing before it; None where no place for one is found.

    Each place is tried on a copy: the finding must be covered, and every block must read as before.
    """
    try:
        document = read_text(source, name)
    except PpidLintError:
        return None
    if document.format not in FORMATS:
        return None
    block = _holder(document, finding.span)
    places = _places(document, block, finding.rule) if block else iter(())
    return next((place for place in places if _works(document, name, place, finding)), None)


def _holder(document: Document, span: Span) -> Block | None:
    """The shown block that a place of the source belongs to: the last that begins at or before it."""
    found = None
    for block in document.blocks:
        if block.role in _BESIDE or not block.pieces:
            continue
        if block.pieces[0].source_start > span.start:
            break
        found = block
    return found


def _places(document: Document, block: Block, rule: str) -> Iterator[Insertion]:
    """Places for the comment, the best first: a line of its own, or inside where lines mean something."""
    opening = _OPEN.format(rule)
    start = block.pieces[0].source_start
    source = document.source
    if document.format == "html":
        yield Insertion(start, opening, _CLOSE)
        return
    line = _line_start(source, start)
    if block.cell is not None:
        bar = source.rfind("|", line, start)
        yield Insertion(bar + 1 if bar >= 0 else line, f" {opening}", _CLOSE)
        return
    for first in (line, _line_start(source, max(line - 1, 0))):
        prefix = _PREFIX.match(source, first)
        indent = prefix[0] if prefix else ""
        yield Insertion(first, indent + opening, _CLOSE + _line_end(source))


def _works(document: Document, name: str, place: Insertion, finding: Finding) -> bool:
    edit = place.edit("x")
    text = document.source[: place.at] + edit.text + document.source[place.at :]
    changed = read_text(text, name)
    shift = len(edit.text) if finding.span.start >= place.at else 0
    moved = Span(finding.span.start + shift, finding.span.end + shift)
    covered = any(
        finding.rule in item.rules and item.reason and item.covers.covers(moved)
        for item in allowances(changed)
        if item.span.start < moved.start
    )
    return covered and _shown(changed) == _shown(document)


def _shown(document: Document) -> list[tuple[Role, str]]:
    return [(block.role, block.text.strip()) for block in document.blocks if block.role is not Role.HIDDEN]


def _line_start(source: str, at: int) -> int:
    return max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1


def _line_end(source: str) -> str:
    """The line end that the source uses first."""
    found = re.search(r"\r\n|\n|\r", source)
    return found[0] if found else "\n"
