"""The reference of the kinds of rule, from the dataclasses that are their definition."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import typing
from collections.abc import Iterator
from typing import Any

from pages.fields import comments
from pages.markdown import GENERATED, page, table
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matchers import kinds
from ppid_lint.rule import RuleSet

_INTRO = """\
What may stand under `match` in a rule file, one kind a section. A rule names a kind and fills in its fields; what is looked for
stands in the file, how in the program. [Writing rules](writing-rules.en.md) shows one step by step.
`ppid-lint rules schema` prints the same as a JSON Schema for your editor.

Of the types: a *word list* is `lists/NAME.yaml`, or a list of words, of `{from:, to:}` entries and of such names. *Words* is the same
without `to`. An *expression* is [RE2](https://github.com/google/re2/wiki/Syntax): no look-around, no back-references;
`\\s` does not fit a no-break space. Fields without a default must be given. `confidence` (0 to 1) settles which of two rules wins a value."""

_TYPES = {"Lexicon": "word list", "WordSet": "words", "tuple[str, ...]": "list of texts", "str": "text"}
_EMPTY: tuple[Any, ...] = ((), {}, "", None)


def kinds_page(rules: RuleSet) -> str:
    """docs/kinds.md."""
    parts = ["# Kinds of rule", GENERATED, _INTRO]
    for name, shape in sorted(kinds().items()):
        parts += [f"## {name}", _said(shape), _fields(shape), *_inner(shape), _used_by(name, rules)]
    return page(*parts)


def _said(shape: type[Any]) -> str:
    return inspect.cleandoc(shape.__doc__ or "")


def _fields(shape: type[Any]) -> str:
    notes = comments(shape)
    rows = [
        [f"`{field.name}`", _type(str(field.type)), _default(field), notes.get(field.name, "")]
        for field in dataclasses.fields(shape)
        if field.name != "kind"
    ]
    return table(["field", "type", "default", "what"], rows)


def _inner(shape: type[Any]) -> Iterator[str]:
    """Sections of the dataclasses that a kind's fields hold."""
    for hint in typing.get_type_hints(shape).values():
        for part in typing.get_args(hint):
            if dataclasses.is_dataclass(part) and isinstance(part, type):
                yield f"`{part.__name__}`: {_said(part)}"
                yield _fields(part)


def _type(text: str) -> str:
    named = _TYPES.get(text)
    if named:
        return named
    if text.startswith("Literal["):
        return " or ".join(f"`{value or '(empty)'}`" for value in ast.literal_eval(f"({text[8:-1]},)"))
    return f"`{text}`"


def _default(field: dataclasses.Field[Any]) -> str:
    if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
        return "**required**"
    value = field.default if field.default is not dataclasses.MISSING else field.default_factory()  # type: ignore[misc]
    if value in _EMPTY or (isinstance(value, Lexicon | WordSet) and not value):
        return "–"
    if isinstance(value, tuple):
        return ", ".join(f"`{item}`" for item in value)
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _used_by(name: str, rules: RuleSet) -> str:
    ids = [rule.id for rule in rules.rules if any(matcher.kind == name for matcher in rule.match)]
    return "Used by " + ", ".join(f"[`{rule}`](rules/{rule}.en.md)" for rule in ids) + "." if ids else ""
