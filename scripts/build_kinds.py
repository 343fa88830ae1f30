"""Writes the list of kinds into docs/writing-rules.md: each with its fields, from the dataclasses in matchers/.

Run from the repository: `python scripts/build_kinds.py`. A field's comment in the source is its description.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
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
            shown = str(field.type).replace("|", "or").replace("WordSet", "words").replace("Lexicon", "list")
            yield f"| `{field.name}` | {shown} | {_default(field)} | {comments.get(field.name, '')} |"


def _default(field: dataclasses.Field[Any]) -> str:
    if field.default is dataclasses.MISSING:
        return "**required**" if field.default_factory is dataclasses.MISSING else "–"
    if isinstance(field.default, Lexicon | WordSet) or field.default in (None, "", ()):
        return "–"
    return f"`{field.default}`"


def refreshed(text: str) -> str:
    """The page with the kinds as they are now; what stands above the mark is kept."""
    return text.partition(MARK)[0] + MARK + render(compiled_rules([ROOT / "rules"]).rules)


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
