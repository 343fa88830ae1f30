"""The front matter of a draft: `key: value` lines between two `---`, a plain subset of YAML."""

from __future__ import annotations

import re

from ppid_lint.document import Block, Role
from ppid_lint.readers.excerpt import Excerpt
from ppid_lint.readers.prose import Prose

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_KEY = re.compile(r"([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+|$)")
_MORE = re.compile(r"[ \t]*-[ \t]+|[ \t]+|#")  # a nested value, a list's item, a comment
_LONGEST = 200  # lines


def front_matter(source: str) -> tuple[dict[str, str], list[Block], int]:
    """The scalars, a hidden block for each line with a value, its key too, and where the draft begins.

    What is malformed, or never ends, is text: nothing, and 0.
    """
    first = _LINE.match(source)
    if not first or not _FENCE.fullmatch(first[1]):
        return {}, [], 0
    meta: dict[str, str] = {}
    blocks: list[Block] = []
    at = first.end()
    for _ in range(_LONGEST):
        line = _LINE.match(source, at)
        if not line or at >= len(source):
            break
        if _END.fullmatch(line[1]):
            return (meta, blocks, line.end()) if meta else ({}, [], 0)
        if not _take(line, meta, blocks):
            break
        at = line.end()
    return {}, [], 0


def _take(line: re.Match[str], meta: dict[str, str], blocks: list[Block]) -> bool:
    """Reads one line; False if it is no front matter."""
    text, start = line[1], line.start()
    key = _KEY.match(text)
    if not key:
        more = _MORE.match(text)
        if more and not more[0].startswith("#"):
            _add(line.string, start + more.end(), start + len(text), blocks)
        return not text.strip() or bool(more and meta)
    first, last = _scalar(text, key.end())
    if last > first:
        meta.setdefault(key[1], text[first:last])
        _add(line.string, start, start + last, blocks, key=len(key[1]))
    return True


def _scalar(text: str, start: int) -> tuple[int, int]:
    """The range of a value, without quotes, a comment, or space around it."""
    start += len(text[start:]) - len(text[start:].lstrip())
    if text[start : start + 1] in ("'", '"'):
        close = text.find(text[start], start + 1)
        if close > 0:
            return start + 1, close
    comment = text.find(" #", start)
    end = comment if comment >= 0 else len(text)
    return start, start + len(text[start:end].rstrip())


def _add(source: str, start: int, end: int, blocks: list[Block], *, key: int = 0) -> None:
    """Appends a line; the words of a key of that length stand apart: *no_rekening* is *no rekening*."""
    prose = Prose()
    prose.take(Excerpt(source), start, end)
    text, pieces, breaks = prose.finish()
    text = text[:key].replace("_", " ") + text[key:]
    if text:
        blocks.append(Block(Role.HIDDEN, text, pieces, name="front-matter", breaks=breaks))
