"""Pieces of Markdown that read the same on a forge and on the built site."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

GENERATED = "<!-- generated: scripts/build_pages.py -->"

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the stroke inside a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def plain(text: str) -> str:
    """A text in which no sign is markup."""
    return re.sub(r"([\\*_<\[\]])", r"\\\1", text)


def example(text: str) -> str:
    """A text as it stands in a draft, the places of `[[…]]` marked."""
    inside = _MARK.sub(r"<mark>\1</mark>", html.escape(text, quote=False))
    return f"<pre><code>{inside}</code></pre>"


def code(text: str, language: str = "") -> str:
    """A block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def page(*parts: str) -> str:
    """A page of parts with an empty line between."""
    return "\n\n".join(part for part in parts if part) + "\n"
