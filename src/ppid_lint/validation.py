"""Plain data from a YAML file held against a dataclass; what does not fit is told with its place."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from ppid_lint.errors import PpidLintError
from ppid_lint.yamlfile import YamlFile, nearest

T = TypeVar("T")

_UNKNOWN = frozenset({"extra_forbidden", "unexpected_keyword_argument"})

_MESSAGES = {
    "missing": "kunci “{key}” harus ada",
    "string_type": "harus berupa teks",
    "bool_type": "harus true atau false",
    "bool_parsing": "harus true atau false",
    "float_parsing": "harus berupa angka",
    "float_type": "harus berupa angka",
    "int_parsing": "harus berupa bilangan bulat",
    "int_type": "harus berupa bilangan bulat",
    "tuple_type": "harus berupa daftar",
    "list_type": "harus berupa daftar",
    "dict_type": "harus berupa pasangan kunci dan nilai",
    "dataclass_type": "harus berupa pasangan kunci dan nilai",
    "literal_error": "harus salah satu dari {expected}",
    "enum": "harus salah satu dari {expected}",
    "value_error": "{error}",
}


def validated(shape: type[T], file: YamlFile, data: Any, at: tuple[str | int, ...] = ()) -> T:
    """The data as an instance of the dataclass; the file's error, at the first misfit, where it is not."""
    try:
        valid: T = adapter(shape).validate_python(data)
        return valid
    except ValidationError as error:
        errors = error.errors(include_url=False)
        unknown = (item for item in errors if item["type"] in _UNKNOWN)  # a misspelt key also lacks
        raise _explained(shape, file, next(unknown, errors[0]), at) from None


def adapter(shape: Any) -> TypeAdapter[Any]:
    """The pydantic adapter of a dataclass, built once."""
    return _adapter(cast(Hashable, shape))


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def _explained(shape: type[Any], file: YamlFile, error: Any, at: tuple[str | int, ...]) -> PpidLintError:
    way = (*at, *error["loc"])
    kind = error["type"]
    if kind in _UNKNOWN:
        return unknown_key(file, way, _keys(shape, error["loc"][:-1]))
    key = way[-1] if way else ""
    context = {"key": key, **error.get("ctx", {})}
    message = _MESSAGES.get(kind, error["msg"]).format(**context)
    where = way[:-1] if kind == "missing" else way
    return file.fail(message if kind == "missing" else f"{message} ({key})", where)


def unknown_key(file: YamlFile, way: tuple[str | int, ...], known: tuple[str, ...]) -> PpidLintError:
    """An error at a key that nobody knows, with a hint at the nearest known one."""
    return file.fail(f"kunci “{way[-1]}” tidak dikenal; {nearest(str(way[-1]), known)}", (*way, "<key>"))


def _keys(shape: Any, loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """The known keys of the dataclass that a place in the data belongs to."""
    for step in loc:
        if isinstance(step, int) or not dataclasses.is_dataclass(shape):
            continue
        shape = _hint(shape, step)
    return tuple(field.name for field in dataclasses.fields(shape)) if dataclasses.is_dataclass(shape) else ()


def _hint(shape: Any, name: str) -> Any:
    """The dataclass inside a field's type, through optional and tuple types."""
    hint: Any = typing.get_type_hints(shape).get(name)
    while hint is not None and not dataclasses.is_dataclass(hint):
        inner = [part for part in typing.get_args(hint) if part not in (type(None), Ellipsis)]
        hint = inner[0] if inner else None
    return hint
