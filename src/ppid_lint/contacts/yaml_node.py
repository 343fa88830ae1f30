"""Reads a YAML node tree with the place of every value, so that an error can say where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from ppid_lint.errors import ConfigError
from ppid_lint.yamltree import Tree, parse_tree


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a YAML file; the readers raise ConfigError with path, line and column."""

    path: str
    node: Tree

    def error(self, message: str) -> ConfigError:
        """The error to raise about this node."""
        line, column = self.node.place
        return ConfigError(message, path=self.path, line=line, column=column)

    @property
    def is_mapping(self) -> bool:
        return self.node.id == "mapping"

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
        return self._is_scalar and self.node.is_plain and self.node.value in {"", "null", "~"}

    @property
    def _is_scalar(self) -> bool:
        return self.node.id == "scalar"


def read_yaml(path: Path) -> Node | None:
    """The root of a YAML file; None if it is empty. ConfigError if it cannot be read or parsed."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"tidak dapat dibaca: {getattr(error, 'strerror', None) or error}", path=str(path)
        ) from None
    node = parse_tree(text, path=str(path), error=ConfigError, with_aliases=True)
    return Node(str(path), node) if node is not None else None
