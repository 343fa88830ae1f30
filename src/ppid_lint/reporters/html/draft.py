"""The draft as its readers will see it, with the findings in their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from html import escape
from itertools import groupby

from ppid_lint.document import Block, Document, Role
from ppid_lint.finding import Finding
from ppid_lint.mask import Covered
from ppid_lint.place import place_words
from ppid_lint.report import Report
from ppid_lint.reporters.html.marks import Segment, placed, segments, spans_of
from ppid_lint.text import Span

_UNSEEN = frozenset({Role.HIDDEN, Role.ATTRIBUTE})
_TAGS: Mapping[Role, tuple[str, str]] = {
    Role.HEADING: ('<p class="block heading level-{level}"{at}>', "</p>"),
    Role.PARAGRAPH: ('<p class="block"{at}>', "</p>"),
    Role.ITEM: ('<p class="block item depth-{level}"{at}>', "</p>"),
    Role.QUOTE: ('<blockquote class="block"{at}>', "</blockquote>"),
    Role.CODE: ('<p class="block code"{at}>', "</p>"),
}


class Drawing:
    """Draws the blocks of one draft; numbers of findings are their places in the report, from 1."""

    def __init__(self, report: Report, document: Document, words: Mapping[str, str]) -> None:
        self._report = report
        self._words = words
        shown = [block for block in document.blocks if block.role not in _UNSEEN and block.text.strip()]
        unseen = [block for block in document.blocks if block.role in _UNSEEN]
        self._shown = _Laid.of(shown, report)
        self._unseen = _Laid.of(unseen, report)

    @cached_property
    def drawn(self) -> frozenset[int]:
        """The findings that have a place in the drawing, counted from 0."""
        laid = (*self._shown.marks.values(), *self._unseen.marks.values())
        return frozenset(number for marks in laid for number, _ in marks)

    def shown(self) -> Iterator[str]:
        """The lines of HTML of what stands on the page."""
        blocks = self._shown.blocks
        numbered = list(enumerate(blocks))
        for table, group in groupby(numbered, key=lambda pair: pair[1].cell and pair[1].cell.table):
            pairs = list(group)
            yield from self._table(pairs) if table else map(self._block, pairs)

    def unseen(self) -> Iterator[str]:
        """The same of what a browser keeps to itself, where findings stand on it."""
        for at in sorted(self._unseen.marks):
            block = self._unseen.blocks[at]
            name = escape(self._place(block) if block.location else block.name or block.role.value)
            yield f"<dt>{name}</dt><dd>{self._text(self._unseen, at)}</dd>"

    def _block(self, pair: tuple[int, Block]) -> str:
        at, block = pair
        opening, closing = _TAGS.get(block.role, _TAGS[Role.PARAGRAPH])
        place = f' data-at="{escape(self._place(block))}"'
        return opening.format(level=block.level or 1, at=place) + self._text(self._shown, at) + closing

    def _table(self, cells: Sequence[tuple[int, Block]]) -> Iterator[str]:
        yield '<div class="scroll" tabindex="0" role="group"><table class="draft">'
        for _, row in groupby(cells, key=lambda pair: pair[1].cell and pair[1].cell.row):
            yield "<tr>" + "".join(map(self._cell, row)) + "</tr>"
        yield "</table></div>"

    def _cell(self, pair: tuple[int, Block]) -> str:
        at, block = pair
        tag = "th" if block.cell and block.cell.is_header else "td"
        return f"<{tag}>{self._text(self._shown, at)}</{tag}>"

    def _place(self, block: Block) -> str:
        if block.location:
            return place_words(block.location, self._report.message_language)
        return str(self._report.lines.position(block.pieces[0].source_start).line) if block.pieces else ""

    def _text(self, laid: _Laid, at: int) -> str:
        runs = segments(laid.blocks[at].text, laid.marks.get(at, ()), laid.covers(at))
        return "".join(map(self._run, runs))

    def _run(self, run: Segment) -> str:
        text = escape(run.text)
        if run.masked:
            label = f'<span class="unseen">[{self._words["masked"]}]</span>'
            text = f'<span class="masked">{label}<span aria-hidden="true">{text}</span></span>'
        if run.findings:
            gravest = min(
                (self._report.findings[at] for at in run.findings), key=lambda item: item.severity.rank
            )
            text = f'<mark class="{gravest.severity.value}">{text}</mark>'
        return text + "".join(map(self._number, run.ending))

    def _number(self, at: int) -> str:
        finding: Finding = self._report.findings[at]
        label = f"{self._words['finding']} {at + 1}"
        return (
            f'<a class="number {finding.severity.value}" href="#t{at + 1}" id="m{at + 1}"'
            f' aria-label="{label}">{at + 1}</a>'
        )


class _Laid:
    """Blocks in the order of the source, with what stands on each."""

    def __init__(
        self,
        blocks: Sequence[Block],
        marks: Mapping[int, list[tuple[int, Span]]],
        hidden: Mapping[int, list[tuple[int, Span]]],
        covers: Sequence[Covered],
    ) -> None:
        self.blocks = blocks
        self.marks = marks
        self._hidden = hidden
        self._covers = covers

    @classmethod
    def of(cls, blocks: Sequence[Block], report: Report) -> _Laid:
        ordered = sorted(blocks, key=lambda block: block.pieces[0].source_start if block.pieces else 0)
        marks = placed(ordered, spans_of(report.findings))
        hidden = placed(ordered, [item.span for item in report.covers])
        return cls(ordered, marks, hidden, report.covers)

    def covers(self, at: int) -> list[tuple[Covered, Span]]:
        return [(self._covers[number], span) for number, span in self._hidden.get(at, ())]
