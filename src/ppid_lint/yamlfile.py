"""YAML files as plain data that knows where each part stands, for errors exact to line and column."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ppid_lint.errors import PpidLintError
from ppid_lint.yamltree import Tree, parse_tree

Place = tuple[int, int]  # line and column, from 1
Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of a YAML file; `places` tells where each key's value, or each item, begins."""

    path: str
    data: Any
    places: dict[Path_, Place]
    error: type[PpidLintError]

    def fail(self, message: str, at: Iterable[str | int] = ()) -> PpidLintError:
        """An error at the deepest known place on the way to a value."""
        way = tuple(at)
        while way and way not in self.places:
            way = way[:-1]
        line, column = self.places.get(way, (1, 1))
        return self.error(message, path=self.path, line=line, column=column)


def read_yaml(path: Path, error: type[PpidLintError]) -> YamlFile:
    """The file's data and places; `error` is raised for what cannot be read or parsed."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as reason:
        raise error(f"tidak dapat dibaca: {_reason(reason)}", path=str(path)) from None
    return parse_yaml(text, str(path), error)


def parse_yaml(text: str, path: str, error: type[PpidLintError]) -> YamlFile:
    """The text's data and places; aliases and duplicate keys are refused."""
    root = parse_tree(text, path=path, error=error)
    places: dict[Path_, Place] = {}
    data = _Builder(path, error, places).build(root, ()) if root is not None else None
    return YamlFile(path, data, places, error)


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word, or all of them where none is near."""
    names = sorted(known)
    close = closest(word, names)
    return f"mungkin maksudnya “{close}”" if close else f"yang dikenal: {', '.join(names)}"


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant: `nik` for `restricted/nik` too; None where none is near."""
    ends = {name.rpartition("/")[2]: name for name in known}
    if word in ends:
        return ends[word]
    close = difflib.get_close_matches(word, sorted(ends.values()), n=1, cutoff=0.5)
    last = difflib.get_close_matches(word.rpartition("/")[2], sorted(ends), n=1, cutoff=0.6)
    return close[0] if close else ends[last[0]] if last else None


class _Builder:
    """Builds plain data from nodes and notes where each stands."""

    def __init__(self, path: str, error: type[PpidLintError], places: dict[Path_, Place]) -> None:
        self._path = path
        self._error = error
        self._places = places

    def build(self, node: Tree, way: Path_) -> Any:
        self._places.setdefault(way, node.place)
        if node.id == "scalar":
            return node.plain()
        if node.id == "mapping":
            return self._mapping(node, way)
        return [self.build(item, (*way, index)) for index, item in enumerate(node.value)]

    def _mapping(self, node: Tree, way: Path_) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if key_node.id != "scalar":
                raise self._fail("kunci harus berupa teks", key_node)
            key = key_node.value
            if key in data:
                raise self._fail(f"kunci “{key}” ditulis dua kali", key_node)
            data[key] = self.build(value_node, (*way, key))
            self._places[(*way, key, "<key>")] = key_node.place
        return data

    def _fail(self, message: str, node: Tree) -> PpidLintError:
        line, column = node.place
        return self._error(message, path=self._path, line=line, column=column)


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "bukan UTF-8"
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).splitlines()[0]
