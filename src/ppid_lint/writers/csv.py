"""CSV written back: new text that holds a delimiter or a quote is quoted, every other byte stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ppid_lint.finding import Edit
from ppid_lint.readers.csv import Field, fields
from ppid_lint.readers.decoding import decode
from ppid_lint.text import Span
from ppid_lint.writers.text import rewrite_text

_RISKY = frozenset(',;\t|"\r\n')


def rewrite_csv(data: bytes, edits: Iterable[Edit], name: str) -> bytes:
    """The bytes with the edits applied; each edit lies within one field."""
    ordered = sorted(edits)
    if not any(_RISKY.intersection(edit.text) for edit in ordered):
        return rewrite_text(data, ordered, name)
    source = decode(data, name).text
    found = list(fields(source))
    return rewrite_text(data, sorted(_quoted(source, found, ordered)), name)


def _quoted(source: str, found: list[Field], edits: list[Edit]) -> Iterator[Edit]:
    """The edits with quotes doubled, and quotes put around fields that need them now."""
    needing: dict[Field, list[Span]] = {}
    for edit in edits:
        field = found[bisect_right(found, edit.span.start, key=lambda item: item.span.start) - 1]
        if field.quoted:
            yield Edit(edit.span, edit.text.replace('"', '""'))
        elif _RISKY.intersection(edit.text) or field in needing:
            needing.setdefault(field, []).append(edit.span)
            yield Edit(edit.span, edit.text.replace('"', '""'))
        else:
            yield edit
    for field, spans in needing.items():
        yield Edit(Span(field.span.start, field.span.start), '"')
        yield from _doubled(source, field.span, spans)
        yield Edit(Span(field.span.end, field.span.end), '"')


def _doubled(source: str, field: Span, edited: list[Span]) -> Iterator[Edit]:
    """A second quote for each that stays in a field."""
    for at in range(field.start, field.end):
        if source[at] == '"' and not any(span.start <= at < span.end for span in edited):
            yield Edit(Span(at, at), '"')
