"""Passages: the wording of blocks and what follows from it alone, kept from one version to the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from ppid_lint.document import Block
from ppid_lint.phrases import Found
from ppid_lint.scan import Hit, Scanner
from ppid_lint.text import Span

T = TypeVar("T")

# One character for one, so that offsets stay: full-width forms, and dashes that stand for a hyphen.
_FOLD: dict[int, int | str] = {
    **{0xFF01 + offset: 0x21 + offset for offset in range(94)},
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-"),
}
_FOLDED = re.compile(f"[{''.join(map(chr, _FOLD))}]".replace("-", "\\-"))


class Wording(NamedTuple):
    """All of a block that its passage depends on; by it a passage is known again, wherever it stands."""

    text: str
    breaks: tuple[int, ...]
    code: tuple[Span, ...]

    @classmethod
    def of(cls, block: Block) -> Wording:
        return cls(block.text, block.breaks, block.code)


class Passage:
    """One wording, scanned; what else is known of it is computed once and only when asked for."""

    def __init__(self, wording: Wording, scanner: Scanner) -> None:
        self.text, self.breaks, self.code = wording
        self.folded = folded(self.text)  # for expressions
        self.phrases: Found = scanner.phrases(self.folded)  # the places of each word list's entries
        self.possible = scanner.possible(self.folded, self.phrases)  # the expressions that may occur in it
        self._scanner = scanner
        self._hits: dict[str, tuple[Hit, ...]] = {}
        self._made: dict[Hashable, Any] = {}

    def hits(self, expression: str) -> tuple[Hit, ...]:
        """The places of an expression."""
        if expression not in self._hits:
            self._hits[expression] = tuple(self._scanner.search(expression, self.folded, self.possible))
        return self._hits[expression]

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once; it may depend on nothing but this wording and the key."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences."""
        from ppid_lint.nlp.sentences import sentence_spans

        return tuple(sentence_spans(self.text))

    @cached_property
    def spared(self) -> tuple[Span, ...]:
        """What in it is not the writer's to word: quoted, a law's name, code, an address."""
        from ppid_lint.nlp.spared import spared_spans

        return spared_spans(self.text, self.code)

    @cached_property
    def tokens(self) -> Any:
        """Its spaCy Doc."""
        from ppid_lint.nlp.pipeline import pipeline

        return pipeline()(self.text)


def folded(text: str) -> str:
    """The text with full-width forms and dashes folded, each in its place."""
    plain = text.isascii() or not _FOLDED.search(text)
    return text if plain else text.translate(_FOLD)


class Memory:
    """The passages of a draft's last version, for its next: what did not change is not scanned again.

    For one draft and one thread at a time. It holds the draft's wording, so it is never written anywhere.
    """

    def __init__(self) -> None:
        self._scanner: Scanner | None = None
        self._known: dict[Wording, Passage] = {}

    def passages(self, blocks: Iterable[Block], scanner: Scanner) -> tuple[Passage, ...]:
        """The passage of each block, one for blocks that are alike; those of no block are forgotten."""
        before = self._known if self._scanner is scanner else {}
        wordings = [Wording.of(block) for block in blocks]
        distinct = dict.fromkeys(wordings)
        scanner.expect(sum(len(wording.text) for wording in distinct if wording not in before))
        now = {wording: before.get(wording) or Passage(wording, scanner) for wording in distinct}
        self._scanner, self._known = scanner, now
        return tuple(now[wording] for wording in wordings)


def blocks_by(passages: Iterable[Passage], names: Callable[[Passage], Iterable[str]]) -> dict[str, list[int]]:
    """The places of passages by the names that each gives; one that comes again is asked once."""
    places: dict[Passage, list[int]] = {}
    for index, passage in enumerate(passages):
        places.setdefault(passage, []).append(index)
    found: dict[str, list[int]] = {}
    for passage, indexes in places.items():
        for name in names(passage):
            found.setdefault(name, []).extend(indexes)
    alike = any(len(indexes) > 1 for indexes in places.values())
    return {name: sorted(indexes) for name, indexes in found.items()} if alike else found
