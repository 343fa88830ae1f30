"""JSON laid out over lines, each level two spaces further in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from json.encoder import encode_basestring as quoted
from types import GeneratorType
from typing import Any


class Laid(str):
    """Text that is JSON, laid out already."""

    __slots__ = ()


def laid_out(value: Any, margin: str = "\n") -> str:
    """What `json.dumps(value, ensure_ascii=False, indent=2)` gives, in half its time.

    That one is written in Python where it indents, and a list of recipients fills a hundred megabytes.
    A generator stands for a list.
    """
    plain = _PLAIN.get(type(value))
    if plain:
        return plain(value)
    nested = _NESTED.get(type(value))
    return nested(value, margin) if nested else json.dumps(value, ensure_ascii=False)


def _object(value: Mapping[str, Any], margin: str) -> str:
    inner, plain = f"{margin}  ", _PLAIN.get
    parts = [
        f"{quoted(key)}: {write(item) if (write := plain(type(item))) else laid_out(item, inner)}"
        for key, item in value.items()
    ]
    return f"{{{inner}{f',{inner}'.join(parts)}{margin}}}" if parts else "{}"


def _array(value: Iterable[Any], margin: str) -> str:
    inner = f"{margin}  "
    parts = [laid_out(item, inner) for item in value]
    return f"[{inner}{f',{inner}'.join(parts)}{margin}]" if parts else "[]"


_PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: quoted,
    Laid: str,
    int: repr,
    type(None): {None: "null"}.__getitem__,
}
_NESTED: Mapping[type, Callable[[Any, str], str]] = {
    dict: _object,
    list: _array,
    tuple: _array,
    GeneratorType: _array,
}
