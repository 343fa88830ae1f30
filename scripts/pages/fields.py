"""What a dataclass says of its fields: the comments beside them."""

from __future__ import annotations

import ast
import inspect
import typing
from textwrap import dedent
from typing import Any


def comments(shape: type[Any]) -> dict[str, str]:
    """The comments beside the fields."""
    source = dedent(inspect.getsource(shape))
    lines = source.splitlines()
    body = typing.cast(ast.ClassDef, ast.parse(source).body[0]).body
    notes = {}
    for node in body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            line = lines[(node.end_lineno or 1) - 1].encode()[node.end_col_offset or 0 :].decode()
            notes[node.target.id] = line.partition("#")[2].strip()
    return notes
