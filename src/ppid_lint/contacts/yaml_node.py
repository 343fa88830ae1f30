"""Reads a YAML node tree with the place of every value, so that an error can say where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from ppid_lint.contacts.yaml_tree import quick_tree
from ppid_lint.errors import ConfigError

_LONG = 100_000  # code points; a shorter file is read at once without libyaml


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a YAML file; the readers raise ConfigError with path, line and column."""

    path: str
    node: Any

    def error(self, message: str) -> ConfigError:
        """The error to raise about this node."""
        mark = self.node.start_mark
        return ConfigError(message, path=self.path, line=mark.line + 1, column=mark.column + 1)

    @property
    def is_mapping(self) -> bool:
        return bool(self.node.id == "mapping")

    def mapping(self, known: Iterable[str], *, what: str) -> dict[str, Node]:
        """The values of a mapping by key; an unknown or repeated key is an error."""
        if not self.is_mapping:
            raise self.error(f"{what}: harus berupa pasangan kunci dan nilai")
        known = tuple(known)
        values: dict[str, Node] = {}
        for key, value in self.node.value:
            name = str(key.value)
            if name not in known:
                near = get_close_matches(name, known, n=1, cutoff=0.5)
                raise Node(self.path, key).error(
                    f"kunci “{name}” tidak dikenal{f'; mungkin maksudnya “{near[0]}”' if near else ''}"
                )
            if name in values:
                raise Node(self.path, key).error(f"kunci “{name}” ditulis dua kali")
            values[name] = Node(self.path, value)
        return values

    def pairs(self, *, what: str) -> Iterator[tuple[str, Node]]:
        """The keys and values of a mapping with free keys."""
        if not self.is_mapping:
            raise self.error(f"{what}: harus berupa pasangan kunci dan nilai")
        for key, value in self.node.value:
            yield str(key.value), Node(self.path, value)

    def items(self, *, what: str) -> list[Node]:
        """The items of a list."""
        if self.node.id != "sequence":
            raise self.error(f"{what}: harus berupa daftar")
        return [Node(self.path, item) for item in self.node.value]

    def text(self, *, what: str) -> str:
        """A text that is not empty; numbers are taken as written."""
        if not self._is_scalar or self.empty:
            raise self.error(f"{what}: harus berupa teks")
        return " ".join(str(self.node.value).split())

    def flag(self, *, what: str) -> bool:
        """A truth value."""
        if not self._is_scalar or self.node.value not in {"true", "false"}:
            raise self.error(f"{what}: harus true atau false")
        return bool(self.node.value == "true")

    def day(self, *, what: str) -> date | None:
        """A date, or null."""
        if self.empty:
            return None
        try:
            return date.fromisoformat(self.text(what=what))
        except ValueError:
            raise self.error(f"{what}: harus berupa tanggal seperti 2026-12-31") from None

    @property
    def empty(self) -> bool:
        return self._is_scalar and not self.node.style and self.node.value in {"", "null", "~"}

    @property
    def _is_scalar(self) -> bool:
        return bool(self.node.id == "scalar")


def read_yaml(path: Path) -> Node | None:
    """The root of a YAML file; None if it is empty. ConfigError if it cannot be read or parsed."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"tidak dapat dibaca: {getattr(error, 'strerror', None) or error}", path=str(path)
        ) from None
    try:
        node = _compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        place = {"line": mark.line + 1, "column": mark.column + 1} if mark else {}
        reason = f"bukan YAML yang sah: {error.problem or error.context}"
        raise ConfigError(reason, path=str(path), **place) from None
    except RecursionError:
        raise ConfigError("bukan YAML yang sah: bersarang terlalu dalam", path=str(path)) from None
    return Node(str(path), node) if node is not None else None


def _compose(text: str) -> Any:
    """The node tree of a text."""
    tree = quick_tree(text) if len(text) > _LONG else None
    return YAML(typ="safe", pure=True).compose(text) if tree is None else tree
