"""Passages: the wording of blocks and what follows from it alone, kept from one version to the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from ppid_lint.document import Block
from ppid_lint.lexicon import Entry, Lexicon
from ppid_lint.phrases import Found
from ppid_lint.scan import Hit, Scanner
from ppid_lint.survey import Survey
from ppid_lint.sweep import Sought, Sweep, Trace
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

    def __init__(
        self, wording: Wording, scanner: Scanner, sweep: Sweep, bits: int, weak: Collection[str]
    ) -> None:
        self.text, self.breaks, self.code = wording
        self.folded = folded(self.text)  # for expressions
        self.phrases = Found(sweep.phrases, self.folded, bits)  # the places of each word list's entries
        self.sought = Sought(self.folded, bits, weak)
        self._scanner = scanner
        self._sweep = sweep
        self._hits: dict[str, tuple[Hit, ...]] = {}
        self._made: dict[Hashable, Any] = {}

    def hits(self, expression: str) -> tuple[Hit, ...]:
        """The places of an expression."""
        found = self._hits.get(expression)
        if found is None:
            found = self._hits[expression] = tuple(self._found(expression))
        return found

    def _found(self, expression: str) -> Iterable[Hit]:
        if expression not in self._sweep.needed:
            return self._scanner.search(expression, self.folded)
        return self._scanner.finditer(expression, self.folded) if self.allows(expression) else ()

    def allows(self, expression: str) -> bool:
        """Whether an expression that the scanner knows may match."""
        return self._sweep.allows(expression, self.sought)

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
        self._last: Passages | None = None

    def passages(self, blocks: Iterable[Block], scanner: Scanner) -> Passages:
        """The passages of blocks, one for blocks that are alike; those of no block are forgotten."""
        self._last = Passages([Wording.of(block) for block in blocks], scanner, self._last)
        return self._last


class Passages:
    """The passages of a draft's blocks, each made when it is asked for, and which of them hold what."""

    def __init__(self, wordings: Iterable[Wording], scanner: Scanner, last: Passages | None) -> None:
        order: dict[Wording, int] = {}
        self._numbers = [order.setdefault(wording, len(order)) for wording in wordings]
        self._order = order
        self._scanner = scanner
        texts = [folded(wording.text) for wording in order]
        known = last._known(scanner) if last is not None else {}
        scanner.expect(sum(len(wording.text) for wording in order if wording not in known))
        self._sweep = scanner.sweep
        known = known if last is not None and last._sweep is self._sweep else {}
        self._traces = self._traced(texts, [known.get(wording) for wording in order])
        self._made = {order[one]: passage for one, (_, passage) in known.items() if one in order and passage}
        self._survey = Survey(self._sweep, texts, self._traces)
        self._holding: dict[str, Sequence[int]] = {}
        self._matching: dict[str, Sequence[int]] = {}
        self._likes: dict[str, dict[int, list[Entry]]] = {}
        self._saying: dict[str, Set[int]] = {}

    def _known(self, scanner: Scanner) -> dict[Wording, tuple[Trace, Passage | None]]:
        """What a next version need not find again."""
        if scanner is not self._scanner:
            return {}
        return {one: (self._traces[at], self._made.get(at)) for one, at in self._order.items()}

    def _traced(
        self, texts: Sequence[str], known: Sequence[tuple[Trace, Passage | None] | None]
    ) -> list[Trace]:
        new = self._sweep.traces([text for text, one in zip(texts, known, strict=True) if one is None])
        found = iter(new)
        return [one[0] if one is not None else next(found) for one in known]

    def at(self, index: int) -> Passage:
        """The passage of a block."""
        number = self._numbers[index]
        passage = self._made.get(number)
        if passage is None:
            passage = self._made[number] = Passage(
                self._wordings[number],
                self._scanner,
                self._sweep,
                self._survey.bits(number),
                self._traces[number].expressions,
            )
        return passage

    def bits(self, index: int) -> int:
        """The word lists of which something may stand in a block, a bit each."""
        made = self._made.get(self._numbers[index])
        return self._survey.bits(self._numbers[index]) if made is None else made.phrases.bits

    def holding(self, name: str) -> Sequence[int]:
        """The blocks in which an entry of the word list of a name may stand as words."""
        found = self._holding.get(name)
        if found is None:
            found = self._holding[name] = self._blocks(self._survey.holding(name))
        return found

    def matching(self, expression: str) -> Sequence[int]:
        """The blocks in which an expression may match."""
        found = self._matching.get(expression)
        if found is None:
            found = self._matching[expression] = self._blocks(self._survey.matching(expression))
        return found

    def likes(self, lexicon: Lexicon) -> Mapping[int, Sequence[Entry]]:
        """The entries of a word list that are expressions, by the blocks in which each may match."""
        found = self._likes.get(lexicon.name)
        if found is None:
            found = self._likes[lexicon.name] = {}
            for text, one in {one.text: one for one in lexicon.likes}.items():
                for index in self.matching(text):
                    found.setdefault(index, []).append(one)
        return found

    def saying(self, lexicon: Lexicon) -> Set[int]:
        """The blocks in which an entry of a word list may stand, as words or as an expression."""
        found = self._saying.get(lexicon.name)
        if found is None:
            found = frozenset((*self.holding(lexicon.name), *self.likes(lexicon)))
            self._saying[lexicon.name] = found
        return found

    def _blocks(self, numbers: Collection[int]) -> Sequence[int]:
        if len(self._order) == len(self._numbers):
            return tuple(numbers)
        return sorted(chain.from_iterable(self._places[number] for number in numbers))

    @cached_property
    def _places(self) -> list[list[int]]:
        """The blocks of each wording."""
        places: list[list[int]] = [[] for _ in self._order]
        for index, number in enumerate(self._numbers):
            places[number].append(index)
        return places

    @cached_property
    def _wordings(self) -> tuple[Wording, ...]:
        return tuple(self._order)
