"""The node tree of a YAML text (1.2, core schema), with the place of every node."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

import yaml

from ppid_lint.errors import PpidLintError

_DEEPEST = 32  # levels; a directory has seven
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # by libyaml, where PyYAML was built with it
_STARTS = {"SequenceStartEvent": "sequence", "MappingStartEvent": "mapping"}
_ENDS = frozenset({"SequenceEndEvent", "MappingEndEvent"})
_NUMBER = re.compile(r"[-+]?(?:0x[0-9a-fA-F_]+|0b[01_]+|0o[0-7_]+|[0-9_]+)")
_FRACTION = re.compile(r"[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?")
_DAY = re.compile(
    r"\d{4}-\d\d-\d\d(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?)?)?"
)
_WORDS: Mapping[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Tree(NamedTuple):
    """A node: what it is, its text or its items or its pairs, and where it begins."""

    id: str  # "scalar", "sequence", "mapping"
    value: Any
    is_plain: bool  # a scalar without quotes: what it looks like is what it is
    place: tuple[int, int]  # line and column, from 1

    def plain(self) -> Any:
        """The value of a scalar: a number, a date, a truth value or None where it is written as one."""
        return _plain(self.value) if self.is_plain else self.value


def parse_tree(
    text: str, *, path: str, error: type[PpidLintError], with_aliases: bool = False
) -> Tree | None:
    """The root of the one document of a text, None where it is empty; `error` is raised with its place."""
    try:
        if unprintable := yaml.reader.Reader.NON_PRINTABLE.search(text):
            raise _RefusedError("aksara kendali tidak diterima", *_place_of(text, unprintable.start()))
        return _root(yaml.parse(text, _LOADER), with_aliases)
    except yaml.MarkedYAMLError as reason:
        place, message = reason.problem_mark or reason.context_mark, reason.problem or reason.context
        line, column = (place.line + 1, place.column + 1) if place else (1, 1)
    except _RefusedError as reason:
        line, column, message = reason.line, reason.column, reason.why
    raise error(f"bukan YAML yang sah: {message}", path=path, line=line, column=column) from None


class _RefusedError(Exception):
    """YAML that is right, and is not taken."""

    def __init__(self, why: str, line: int, column: int) -> None:
        super().__init__(why)
        self.why, self.line, self.column = why, line, column


def _root(events: Iterable[Any], with_aliases: bool) -> Tree | None:
    """The tree of the events of a text."""
    tops: list[Tree] = []
    unfinished: list[tuple[Tree, str | None]] = []
    anchored: dict[str, Tree] = {}
    for event in events:
        name, anchor = type(event).__name__, getattr(event, "anchor", None)
        if anchor and not with_aliases:
            raise _RefusedError("jangkar dan alias YAML (&, *) tidak diterima", *_begin(event))
        if name in _STARTS:
            unfinished.append((Tree(_STARTS[name], [], False, _begin(event)), anchor))
            if len(unfinished) > _DEEPEST:
                raise _RefusedError("bersarang terlalu dalam", *_begin(event))
            continue
        if name in _ENDS:
            node, anchor = _finished(*unfinished.pop())
        elif name == "ScalarEvent":
            node = Tree("scalar", event.value, not event.style and not event.tag, _begin(event))
        elif name == "AliasEvent":
            node = _named(event, anchored)
        else:
            continue
        if anchor:
            anchored[anchor] = node
        if tops:
            raise _RefusedError("lebih dari satu dokumen dalam satu berkas", *_begin(event))
        (unfinished[-1][0].value if unfinished else tops).append(node)
    return tops[0] if tops else None


def _named(event: Any, anchored: Mapping[str, Tree]) -> Tree:
    if event.anchor not in anchored:
        raise _RefusedError(f"alias “{event.anchor}” tidak dikenal", *_begin(event))
    return anchored[event.anchor]


def _finished(node: Tree, anchor: str | None) -> tuple[Tree, str | None]:
    """A node with all its parts; those of a mapping, keys and values in turn, as pairs."""
    if node.id == "mapping":
        node = node._replace(value=list(zip(node.value[::2], node.value[1::2], strict=True)))
    return node, anchor


def _begin(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1)


def _place_of(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _plain(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-+.0123456789":
        return text
    try:
        if _NUMBER.fullmatch(text):
            return int(text.replace("_", ""), 0)
        if _FRACTION.fullmatch(text):
            return float(text)
        return date.fromisoformat(text[:10]) if _DAY.fullmatch(text) else text
    except ValueError:
        return text
