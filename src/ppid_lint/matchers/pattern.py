"""Kind `pattern`: an expression, what validates it, and the evidence that it is what it looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import SHOWN, Draft
from ppid_lint.finding import Match
from ppid_lint.identifiers import VALIDATORS
from ppid_lint.identifiers.digits import DUMMY, compact, is_dummy, stripped
from ppid_lint.identifiers.verdict import Verdict
from ppid_lint.lexicon import Lexicon
from ppid_lint.matcher import Needs
from ppid_lint.matchers.broken import broken_values
from ppid_lint.matchers.channels import is_listed_account
from ppid_lint.matchers.evidence import Label, Naming, Place, Value, handed_on, naming
from ppid_lint.matchers.standing import is_coded, stands_alone, thing_numbered
from ppid_lint.matchers.surroundings import Scope, speaks
from ppid_lint.matchers.together import together
from ppid_lint.text import Span

_NOTHING = Lexicon("")
_UNCHECKED = Verdict("valid", 1.0, ())  # the expression says it all
_EVERYTHING = SHOWN | {Role.HIDDEN}
_LABELLED = {"valid": 0.99, "plausible": 0.95, "invalid": 0.8}
_BARE = 0.9  # the most that a value without any label is believed
_AGAIN = 0.85  # a value that is labelled elsewhere in the draft
_PLACES = {
    Place.BEFORE: "label before it",
    Place.AFTER: "label after it",
    Place.HEADER: "column header",
    Place.ROW: "label in the row",
    Place.LEAD: "label above it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """An RE2 expression, the value in it (`(?P<value>…)`), and what has to speak for it.

    A label of its own beats the check of the value; a nearer label of something else drops it, and
    so does a word of `unless` said of it. Where `beside` is given, one of its words must be.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["pattern"] = "pattern"
    patterns: tuple[str, ...]
    digits: tuple[int, ...] = ()  # how many the value may have, where the expression does not say
    validator: str | None = None  # a name of identifiers.VALIDATORS
    labels: Lexicon = _NOTHING
    against: Lexicon = _NOTHING  # labels of other things
    unless: Lexicon = _NOTHING  # words that clear the value
    beside: Lexicon = _NOTHING  # words without which it is nothing
    scope: Scope = "sentence"  # how far unless and beside reach
    unlabelled: Literal["valid", "plausible", "never"] = "valid"  # the least verdict without a label
    several: int = 0  # how many plausible ones without a label make each other believed; 0: none do
    labelled: Literal["invalid", "plausible", "valid"] = "invalid"  # the least verdict under a label
    loose: tuple[str, ...] = ()  # expressions that count under a label only
    listed: Literal["accounts", ""] = ""  # values that a contact directory may hold
    bearers: tuple[
        str, ...
    ] = ()  # words before *bernomor* that are not of a thing; without any, none is asked
    within: Literal["shown", "file"] = "shown"  # file: comments, front matter and attributes too
    confidence: float = 0.9

    def __post_init__(self) -> None:
        if self.validator is not None and self.validator not in VALIDATORS:
            raise ValueError(
                f"pemeriksa “{self.validator}” tidak dikenal; ada: {', '.join(sorted(VALIDATORS))}"
            )

    def needs(self) -> Needs:
        return Needs(
            expressions=(*self.patterns, *self.loose),
            words=(self.labels,),
            nearby=(self.against, self.unless, self.beside),
        )

    def find(self, draft: Draft) -> Iterator[Match]:
        named: set[str] = set()
        others: list[Value] = []
        unnamed: list[Value] = []
        for value, loose, label, beaten in self._named(draft):
            match = None if beaten else self._weigh(draft, value, label, loose=loose)
            if match is None:
                others.append(value)
                if not (label or beaten or loose):
                    unnamed.append(value)
                continue
            yield match
            if label:
                named.add(_written(draft, value))
        yield from self._again(draft, others, named)
        yield from self._several(draft, unnamed) if self.several else ()
        yield from self._broken(draft)

    def _named(self, draft: Draft) -> Iterator[tuple[Value, bool, Label | None, bool]]:
        """The values, whether under a label only, their label, and whether something else names them.

        A label, or a rival, is handed on to the numbers listed right behind the one it names.
        """
        last: tuple[Value, Label] | None = None
        other: tuple[Value, Label] | None = None
        for value, loose in sorted(self._values(draft).items()):
            found = naming(draft, value, self.labels, self.against)
            label = found.own or (last and handed_on(draft, *last, value))
            rival = found.rival or (other and handed_on(draft, *other, value))
            beaten = Naming(label, rival).beaten
            yield value, loose, label, beaten
            last = (value, label) if label and not beaten else last
            other = (value, rival) if rival and beaten else None

    def _values(self, draft: Draft) -> dict[Value, bool]:
        """What the expressions find that stands alone, and whether it counts under a label only."""
        roles = _EVERYTHING if self.within == "file" else SHOWN
        found: dict[Value, bool] = {}
        possible = [text for text in (*self.patterns, *self.loose) if draft.occurs(text)]
        labelled = bool(possible) and any(True for _ in draft.phrases(self.labels, _EVERYTHING))
        for expression in possible:
            loose = expression in self.loose
            if not labelled and (loose or self.unlabelled == "never"):
                continue
            for index, hit in draft.hits(expression, roles):
                value = Value(index, *hit.groups.get("value", (hit.start, hit.end)))
                text = draft.folded(index)
                whole = self.validator is None or stands_alone(text, value.start, value.end)
                if whole and self._sized(text[value.start : value.end]):
                    found[value] = loose and found.get(value, True)
        return found

    def _weigh(self, draft: Draft, value: Value, label: Label | None, *, loose: bool) -> Match | None:
        if label is None and (loose or self.unlabelled == "never"):
            return None
        text = draft.folded(value.block)
        if is_coded(text, value.start) and (label is None or label.distance > 1):
            return None
        if label is None and self.bearers and thing_numbered(text, value.start, self.bearers):
            return None
        verdict = self._verdict(text[value.start : value.end])
        if not self._suffices(verdict, label) or not self._allowed(draft, value):
            return None
        place = (_PLACES[label.place],) if label else ()
        return Match(*value, confidence=self._confidence(verdict, label), evidence=(*place, *verdict.reasons))

    def _again(self, draft: Draft, values: Iterable[Value], named: set[str]) -> Iterator[Match]:
        """Values that stand under a label of their own elsewhere in the draft."""
        for value in values if named else ():
            if _written(draft, value) in named and self._allowed(draft, value):
                yield Match(*value, confidence=_AGAIN, evidence=("labelled elsewhere in the draft",))

    def _several(self, draft: Draft, values: Iterable[Value]) -> Iterator[Match]:
        """Values without a label whose shape alone fits, where a column or a list holds nothing else."""
        for group in together(draft, values):
            verdicts = [self._verdict(draft.folded(item.block)[item.start : item.end]) for item in group]
            unlike = {_written(draft, item)[:-_SERIAL] for item in group}
            if len(unlike) < self.several or not all(verdict.passed for verdict in verdicts):
                continue
            for value, verdict in zip(group, verdicts, strict=True):
                if self._allowed(draft, value):
                    yield Match(*value, confidence=_AGAIN, evidence=("one of several", *verdict.reasons))

    def _broken(self, draft: Draft) -> Iterator[Match]:
        """Labelled values that lines break: the first part, the others along with it."""
        for parts in broken_values(draft, self.labels, self.digits) if self.digits else ():
            texts = (draft.folded(part.block)[part.start : part.end] for part in parts)
            verdict = self._verdict("".join(texts))
            if verdict.passed and self._allowed(draft, parts[0]):
                yield Match(
                    *parts[0],
                    confidence=_AGAIN,
                    evidence=("value broken by a line end", *verdict.reasons),
                    along=tuple((*part, "") for part in parts[1:]),
                )

    def _sized(self, text: str) -> bool:
        return not self.digits or sum(map(str.isdigit, text)) in self.digits

    def _verdict(self, text: str) -> Verdict:
        if is_dummy(compact(text)):
            return DUMMY
        return VALIDATORS[self.validator](text) if self.validator else _UNCHECKED

    def _suffices(self, verdict: Verdict, label: Label | None) -> bool:
        if not verdict.drawn:
            return False
        least = self.labelled if label and label.direct else "plausible" if label else self.unlabelled
        return _RANKS[verdict.status] >= max(_RANKS[least], _RANKS[self.labelled] if label else 0)

    def _allowed(self, draft: Draft, value: Value) -> bool:
        if self.listed and is_listed_account(draft, value.block, Span(value.start, value.end)):
            return False
        if speaks(draft, value.block, value.start, self.unless, self.scope):
            return False
        return not self.beside or speaks(draft, value.block, value.start, self.beside, self.scope)

    def _confidence(self, verdict: Verdict, label: Label | None) -> float:
        """High for a label, less with the distance and where the value fails its check."""
        if label is None:
            return self.confidence if self.validator is None else round(min(verdict.confidence, _BARE), 2)
        return round(_LABELLED[verdict.status] - label.distance / 1000, 3)


_RANKS = {"invalid": 0, "plausible": 1, "valid": 2, "never": 3}


def _written(draft: Draft, value: Value) -> str:
    """The value without separators, so that it is known again in another form."""
    return stripped(draft.folded(value.block)[value.start : value.end]).upper()


_SERIAL = 4  # digits at the end of a value that only count
