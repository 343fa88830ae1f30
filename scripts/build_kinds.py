"""Writes the kinds of rule and their fields into docs/writing-rules.md, from the dataclasses in matchers/.

Run from the repository: `python scripts/build_kinds.py`. A field's comment in the source describes it.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import typing
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from ppid_lint.compiled import compiled_rules
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matchers import kinds
from ppid_lint.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "writing-rules.md"
MARK = "<!-- From here on written by scripts/build_kinds.py. -->\n"
SHOWN_RULES = 3

_TYPES: Mapping[str, str] = {
    "Lexicon": "list",
    "WordSet": "words",
    "str": "text",
    "int": "number",
    "float": "number",
    "bool": "true or false",
    "tuple[str, ...]": "texts",
    "tuple[int, ...]": "numbers",
    "str | None": "text",
    "bool | None": "true or false",
    "Mapping[str, float]": "kind of draft: number",
    "tuple[tuple[dict[str, Any], ...], ...]": "token patterns",
}
_FIELD = re.compile(r"^    (\w+): (.+?)(?: = (.+?))?(?:  # (.+))?$", re.MULTILINE)


def render(rules: tuple[Rule, ...]) -> str:
    """All kinds in order of their names, and which rules show how each is used."""
    parts = (_kind(name, shape, rules) for name, shape in sorted(kinds().items()))
    return "\n".join(["", "## The kinds and their fields", "", *parts])


def _kind(name: str, shape: type[Any], rules: tuple[Rule, ...]) -> str:
    used = [rule.id for rule in rules if any(matcher.kind == name for matcher in rule.match)]
    links = ", ".join(f"[{rule}](rules/{rule}.md)" for rule in used[:SHOWN_RULES])
    said = re.sub(r"\s*\n\s*", " ", inspect.cleandoc(shape.__doc__ or "").replace("\n\n", "\n"))
    rows = "\n".join(_rows(shape))
    head = "| field | type | default | |\n|---|---|---|---|"
    return f"### {name}\n\n{said}\n\nSee {links}.\n\n{head}\n{rows}\n"


def _rows(shape: type[Any]) -> Iterator[str]:
    comments = {found[1]: found[4] or "" for found in _FIELD.finditer(inspect.getsource(shape))}
    for field in dataclasses.fields(shape):
        if field.name != "kind":
            comment = comments.get(field.name, "")
            yield f"| `{field.name}` | {_type(str(field.type), shape)} | {_default(field)} | {comment} |"


def _type(name: str, shape: type[Any]) -> str:
    """A type as the page says it: `Literal['a', 'b']` is "`a` or `b`"."""
    if literal := re.fullmatch(r"Literal\[(.+)\]", name):
        return " or ".join(f"`{value.strip(chr(39))}`" for value in literal[1].split(", ") if value != "''")
    if name in _TYPES:
        return _TYPES[name]
    several = re.fullmatch(r"tuple\[(\w+), \.\.\.\]", name)
    return f"some of: {_values(several[1], shape)}" if several else f"one of: {_values(name, shape)}"


def _values(name: str, shape: type[Any]) -> str:
    """What a type that the module of a kind names may be: the values of an enumeration, or its fields."""
    found: Any = getattr(import_module(shape.__module__), name)
    if dataclasses.is_dataclass(found):
        return "{" + ", ".join(field.name for field in dataclasses.fields(found)) + "}"
    values = typing.get_args(found) or [item.value for item in found]
    return " ".join(f"`{value}`" for value in values)


def _default(field: dataclasses.Field[Any]) -> str:
    if field.default is dataclasses.MISSING:
        return "**required**" if field.default_factory is dataclasses.MISSING else "–"
    if isinstance(field.default, Lexicon | WordSet) or field.default in (None, "", ()):
        return "–"
    if isinstance(field.default, tuple):
        return " ".join(f"`{value}`" for value in field.default)
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


def refreshed(text: str) -> str:
    """The page with the kinds as they are now; what stands above the mark is kept."""
    return text.partition(MARK)[0] + MARK + render(compiled_rules([ROOT / "rules"]).rules)


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
