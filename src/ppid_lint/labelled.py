"""Labelled drafts: `[[rule|text]]` marks a violation, `%%` lines give the kind and whole-file findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ppid_lint.discover import SUFFIXES
from ppid_lint.errors import InputError
from ppid_lint.text import LineIndex, Span

_LABEL = re.compile(r"\[\[([a-z]+/[a-z-]+)\|((?:[^\[\]]|\[[^\[\]]*\])*)\]\]")


@dataclass(frozen=True, slots=True)
class Label:
    """A place that a rule must find."""

    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class LabelledDraft:
    """A draft without its marks, and what must be found in it; `expected` are findings of the whole file."""

    name: str
    text: str
    kind: str | None
    labels: tuple[Label, ...]
    expected: tuple[str, ...]


def parse_labelled(raw: str, name: str) -> LabelledDraft:
    """The draft of a labelled text; `InputError` for a mark that is not closed."""
    kind: str | None = None
    expected: list[str] = []
    lines = raw.splitlines(keepends=True)
    while lines and lines[0].startswith("%%"):
        key, _, value = lines.pop(0)[2:].partition(":")
        if key.strip() == "kind":
            kind = value.strip()
        elif key.strip() == "expect":
            expected += value.split()
    text, labels = _unmarked("".join(lines), name)
    return LabelledDraft(name, text, kind, labels, tuple(expected))


def read_labelled(folder: Path) -> Iterator[LabelledDraft]:
    """The labelled drafts of a folder and those below it, by path."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and path.name != "README.md":
            with path.open(encoding="utf-8", newline="") as stream:
                yield parse_labelled(stream.read(), str(path))


def _unmarked(body: str, name: str) -> tuple[str, tuple[Label, ...]]:
    parts: list[str] = []
    labels: list[Label] = []
    at = length = 0
    for match in _LABEL.finditer(body):
        parts += [body[at : match.start()], match[2]]
        length += match.start() - at
        labels.append(Label(match[1], Span(length, length + len(match[2]))))
        length += len(match[2])
        at = match.end()
    text = "".join([*parts, body[at:]])
    stray = re.search(r"\[\[[a-z]+/[a-z-]+\|", text)
    if stray:
        line, column = LineIndex(text).position(stray.start())
        raise InputError("tanda [[aturan|…]] tidak ditutup", path=name, line=line, column=column)
    return text, tuple(labels)
