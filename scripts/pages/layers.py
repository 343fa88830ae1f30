"""The layers of the house, from the import contract and from what the modules say of themselves."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

from pages.markdown import table

_TABLE = re.compile(r"(<!-- layers -->\n\n).*?(\n\n<!-- /layers -->)", re.DOTALL)


def layered(text: str, root: Path) -> str:
    """The text of architecture.md with its table of layers as it is now."""
    return _TABLE.sub(lambda match: match[1] + layers_table(root) + match[2], text)


def layers_table(root: Path) -> str:
    """A row a module, the lowest layer first."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    rows = []
    for number, layer in enumerate(reversed(layers)):
        for name in layer.split(" | "):
            rows.append([str(number), f"`{name}`", _summary(root / "src" / "ppid_lint", name)])
    return table(["layer", "module", "what"], rows)


def _summary(package: Path, name: str) -> str:
    """The first line of a module's docstring."""
    file = package / f"{name}.py"
    file = file if file.exists() else package / name / "__init__.py"
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return " ".join(said.partition("\n\n")[0].split())
