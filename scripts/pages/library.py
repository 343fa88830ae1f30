"""The reference of the public names of the library, from their own docstrings."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import re
from collections.abc import Iterator
from typing import Any

import ppid_lint
from pages.fields import comments
from pages.markdown import GENERATED, code, page, table

_INTRO = """\
The names that `from ppid_lint import …` gives, as they describe themselves. How to use them: [for developers](developers.en.md).
Offsets are Unicode code points of the decoded draft, `end` is exclusive. Everything is typed (`py.typed`)."""

_GRAVEST_FIRST = ("Linter", "Report", "Finding", "Severity", "Fix", "Edit", "Applicability", "Config")


def library_page() -> str:
    """docs/library.md."""
    names = [name for name in ppid_lint.__all__ if not name.startswith("__")]
    ordered = sorted(names, key=lambda name: (_place(name), name))
    parts = ["# Library reference", GENERATED, _INTRO]
    for name in ordered:
        parts += _section(name, getattr(ppid_lint, name))
    return page(*parts)


def _place(name: str) -> int:
    return _GRAVEST_FIRST.index(name) if name in _GRAVEST_FIRST else len(_GRAVEST_FIRST)


def _section(name: str, shape: type[Any]) -> Iterator[str]:
    yield f"## {name}"
    if dataclasses.is_dataclass(shape):
        yield inspect.cleandoc(shape.__doc__ or "")
        yield table(["field", "type", "what"], _fields(shape))
    elif issubclass(shape, enum.Enum):
        yield inspect.cleandoc(shape.__doc__ or "")
        yield ", ".join(f"`{member.name}` (`{member.value!r}`)" for member in shape)
    elif hasattr(shape, "_fields"):
        yield inspect.cleandoc(shape.__doc__ or "")
        yield table(
            ["field", "type"], [[f"`{n}`", f"`{_bare(shape.__annotations__[n])}`"] for n in shape._fields]
        )
    else:
        yield code(f"{name}{_signature(shape)}", "text")
        yield inspect.cleandoc(shape.__doc__ or "")
    yield from _methods(shape)


def _fields(shape: type[Any]) -> list[list[str]]:
    told = comments(shape)
    return [[f"`{f.name}`", f"`{f.type}`", told.get(f.name, "")] for f in dataclasses.fields(shape)]


def _methods(shape: type[Any]) -> Iterator[str]:
    """The public methods and properties that a class defines itself."""
    for name, member in vars(shape).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property):
            yield f"### {shape.__name__}.{name}"
            yield inspect.cleandoc(member.__doc__ or "")
            continue
        function = getattr(member, "__func__", member)
        if inspect.isfunction(function):
            yield f"### {shape.__name__}.{name}"
            yield code(f"{name}{_signature(function)}", "text")
            yield inspect.cleandoc(function.__doc__ or "")


def _signature(of: Any) -> str:
    """The signature as it is written, without `self`, a parameter a line where it is long."""
    signature = inspect.signature(of)
    parameters = [item for item in signature.parameters.values() if item.name not in ("self", "cls")]
    text = _unquoted(str(signature.replace(parameters=parameters)))
    if len(text) < 90:
        return text
    inside = "".join(f"    {_unquoted(str(item))},\n" for item in _with_star(parameters))
    back = signature.return_annotation
    return f"(\n{inside})" + (f" -> {back}" if signature.return_annotation is not signature.empty else "")


def _unquoted(text: str) -> str:
    """The text with annotations bare; strings that are defaults keep their quotes."""
    return re.sub(r"(: |-> )(['\"])(.*?)\2", r"\1\3", text)


def _with_star(parameters: list[inspect.Parameter]) -> Iterator[Any]:
    starred = False
    for item in parameters:
        if item.kind is item.KEYWORD_ONLY and not starred:
            starred = True
            yield "*"
        yield item


def _bare(annotation: Any) -> str:
    return str(getattr(annotation, "__forward_arg__", annotation))
