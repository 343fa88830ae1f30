"""Kind `assignment`: what is given as the value of a label, such as a password: *kata sandi: …*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, ClassVar, Literal

from ppid_lint.document import Role
from ppid_lint.draft import SHOWN, Draft
from ppid_lint.finding import Match, Severity
from ppid_lint.identifiers import VALIDATORS
from ppid_lint.identifiers.secret import DEFAULT_WORD, is_placeholder
from ppid_lint.identifiers.verdict import Verdict
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.advice import behind_alone, speaks_around
from ppid_lint.matchers.assigned import answers, labelled_cells, lines_below
from ppid_lint.matchers.evidence import Value
from ppid_lint.matchers.secrecy import (
    ends_line,
    is_apart,
    is_bracketed,
    is_count,
    is_drawn,
    is_mixed,
    is_passcode,
    run_at,
    runs,
    surely_secret,
    words_end,
)
from ppid_lint.matchers.surroundings import speaks
from ppid_lint.people.vocabulary import NO_WORDS

_NOTHING = Lexicon("")
_EVERYTHING = SHOWN | {Role.HIDDEN}
# From a label to its value: up to four words, then a sign or a word that gives it.
_GIVEN = re.compile(
    r"""(?:-?nya)?["'`\]]*(?:[^\S\n]+(?:\([^()\n]{0,30}\)|[^\W\d_][\w/&-]{0,24},?)){0,5}?[^\S\n]*"""
    r"""(?:[:=]>?|->|→|\b(?:adalah|ialah|yaitu|yakni|is)\b"""
    r"""|\b(?:disetel|diatur|diubah|diganti|direset|set|reset|changed)[^\S\n](?:ke|menjadi|jadi|to)\b)\s*["'`“‘(]*""",
    re.IGNORECASE,
)
# Quotation marks right behind a label, or behind some words and a sign.
_IN_QUOTES = re.compile(
    r"""(?:-?nya)?(?:(?:[^\S\n]+[^\W\d_][\w/&-]{0,24}){0,4}([:=,]|[^\S\n]+(?:adalah|ialah|yaitu|yakni|is)\b))?"""
    r"""[^\S\n]*["“]([^"“”\n]{4,64})["”]""",
    re.IGNORECASE,
)
_NEXT = re.compile(r"""(?:-?nya)?[^\S\n]+["'`“‘(]*""", re.IGNORECASE)
_OWN = re.compile(r"-?nya[,;.]?|[,;.]")
_BACK = re.compile(
    r"""(?:\A|(?<=[\s"'`“‘(]))([^\s"'`“”‘’<>|,;:()]{4,128})["'`”’)]*([^\S\n]+(?:adalah|ialah|itu|untuk|sebagai|is|the|as))?[^\S\n]+\(?\Z"""
)
_CLAUSE_END = re.compile(r"(?:-?nya)?[\"'”’)]*(?:[.,;!?]|\s*\Z|\n)")
_ALSO = re.compile(r"""["'`”’)]*,?[^\S\n]+(?:dan|and|atau|or)(?=\s)""", re.IGNORECASE)
_PAIR = re.compile(r"[^\S\n]*[/|][^\S\n]*")
_USER = re.compile(r"\b(?:user|username|nama pengguna|pengguna|login|akun)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\S\n]+[^\s/|]{1,40}){0,2}[^\S\n]*[/|][^\S\n]*")  # the rest of a user's name
_SET_OFF = (": ", ", ", "(", '"', "“", "`")  # what parts a secret from the words before it
_FAR, _FARTHEST = 12, 24  # words between a label and a value that nothing gives, one that is drawn
_NEAR, _APART = 3, 8  # the same for a PIN, and for one that marks part from the words around it
_BEFORE, _BEHIND, _QUOTED = "label before it", "some words behind its label", "in quotation marks"
_ANSWER = "answer to a question for it"
_CONFIDENCE = {"valid": 0.97, "plausible": 0.9, "invalid": 0.75}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Labels, what validates the value given after them, and the words that show it to be none."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["assignment"] = "assignment"
    labels: Lexicon
    validator: str
    unless: Lexicon = _NOTHING  # words of advice or description in the value's sentence
    handing: Lexicon = _NOTHING  # words of how it is handed out: no value follows, but one that surely is
    words: bool = False  # whether a plain word that stands alone after the label counts
    bare: bool = True  # whether the value may follow without a sign
    paired: bool = False  # whether a user's name stands before it: *masuk: operator / …*
    sure: bool = False  # whether only what can be nothing but a secret counts
    beside: Lexicon = _NOTHING  # words without which it is nothing
    ordinary: WordSet = (
        NO_WORDS  # words of the language: one in brackets that is none of them may be a secret
    )
    milder: Lexicon = _NOTHING  # words in the draft that make it a warning
    within: Literal["shown", "file"] = "shown"

    def __post_init__(self) -> None:
        if self.validator not in VALIDATORS:
            raise ValueError(
                f"pemeriksa “{self.validator}” tidak dikenal; ada: {', '.join(sorted(VALIDATORS))}"
            )

    def needs(self) -> Needs:
        return Needs(words=(self.labels, self.milder), nearby=(self.unless, self.handing, self.beside))

    def find(self, draft: Draft) -> Iterator[Match]:
        roles = _EVERYTHING if self.within == "file" else SHOWN
        mild = Severity.WARNING if speaks(draft, 0, 0, self.milder, "draft") else None
        seen: set[Value] = set()
        for value, verdict, place in self._given(draft, roles):
            text = draft.blocks[value.block].text[value.start : value.end]
            if self.sure and not is_drawn(text):
                continue
            if value not in seen and not self._is_advice(draft, value, verdict, place):
                seen.add(value)
                evidence = (place, *verdict.reasons)
                yield Match(*value, confidence=_CONFIDENCE[verdict.status], evidence=evidence, severity=mild)

    def _is_advice(self, draft: Draft, value: Value, verdict: Verdict, place: str) -> bool:
        """Whether the sentence around a value tells of passwords rather than a password."""
        if self.beside and not speaks(draft, value.block, value.start, self.beside, "block"):
            return True
        if speaks_around(draft, value, self.unless):
            return True
        text = draft.blocks[value.block].text[value.start : value.end]
        if place == _QUOTED or verdict is DEFAULT_WORD:
            return False
        likely = verdict.status == "valid" or is_mixed(text)
        if is_mixed(text) and draft.blocks[value.block].text[: value.start].endswith(_SET_OFF):
            return False
        sure = likely and (place != _BEHIND or is_drawn(text))
        if sure or behind_alone(draft, value, self.handing):
            return False
        return speaks_around(draft, value, self.handing)

    def _given(self, draft: Draft, roles: frozenset[Role]) -> Iterator[tuple[Value, Verdict, str]]:
        for index, hit in draft.phrases(self.labels, roles):
            text = draft.blocks[index].text
            found = list(self._after(text, hit.end)) or list(self._ahead(text, hit.start, hit.end))
            for given, verdict, place in found:
                yield Value(index, *given), verdict, place
        if self.paired:
            return
        for index, place in (*labelled_cells(draft, self.labels), *lines_below(draft, self.labels)):
            span = run_at(draft.blocks[index].text, 0)
            if span and span[1] - span[0] >= len(draft.blocks[index].text.strip()) - 2:
                verdict = VALIDATORS[self.validator](draft.blocks[index].text[span[0] : span[1]])
                if verdict.passed:
                    yield Value(index, *span), verdict, place
        for index, start, asked in answers(draft, self.labels, roles):
            text = draft.blocks[index].text
            answer = self._judged(text, start)
            if answer and surely_secret(text, *answer) and (asked or is_mixed(text[slice(*answer[0])])):
                yield Value(index, *answer[0]), answer[1], _ANSWER

    def _after(self, text: str, at: int) -> Iterator[tuple[tuple[int, int], Verdict, str]]:
        """The values that stand after a label, what they look like, and how they follow."""
        quoted = self._quoted(text, at) if self.words else None
        if quoted:
            yield *quoted, _QUOTED
            return
        link = _GIVEN.match(text, at, at + 160)
        found = self._judged(text, link.end(), linked=True) if link else None
        place = _BEFORE
        if found is None and self.paired:
            beside = _NEXT.match(text, at, at + 8)
            found = self._judged(text, beside.end(), linked=True) if beside else None
        if found is None and not self.bare and not self.paired:
            key = self._behind(text, at)
            found, place = (key, _BEHIND) if key and key[1].status == "valid" else (None, _BEFORE)
        if found is None and self.bare and not self.paired:
            beside = _NEXT.match(text, at, at + 8)
            found = self._judged(text, beside.end()) if beside else None
            if found and is_count(text[slice(*found[0])]):
                return
            if found is None:
                found, place = self._behind(text, at), _BEHIND
        if found is None:
            return
        yield *found, place
        also = _ALSO.match(text, found[0][1], found[0][1] + 12)
        for start, _, _ in islice(runs(text, also.end()), _NEAR) if also else ():
            other = self._judged(text, start)
            if other and surely_secret(text, *other):
                yield *other, place
                return

    def _quoted(self, text: str, at: int) -> tuple[tuple[int, int], Verdict] | None:
        """What stands in quotation marks after a label, words too where a sign gives them: *frasa: "…"*."""
        match = _IN_QUOTES.match(text, at, at + 200)
        if match is None or is_count(match[2]) or is_placeholder(match[2]):
            return None
        verdict = VALIDATORS[self.validator](match[2])
        plain = match[2].isalpha() if match[1] else match[2].replace(" ", "").isalpha()
        return None if plain and not verdict.passed else (match.span(2), verdict)

    def _ahead(self, text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], Verdict, str]]:
        """The word right before a label that ends its clause, where it can be nothing but a secret."""
        before = _BACK.search(text, max(start - 140, 0), start)
        if self.paired or before is None:
            return
        if _CLAUSE_END.match(text, words_end(text, end) if before[2] else end) is None:
            return
        found = self._judged(text, before.start(1))
        if found and surely_secret(text, *found):
            yield *found, _BEFORE

    def _behind(self, text: str, at: int) -> tuple[tuple[int, int], Verdict] | None:
        """The first word of the label's sentence, or soon after it, that can be nothing but a secret."""
        own = _OWN.match(text, at)
        stops = own[0][-1].strip("ya,") if own else ""
        for step, (start, end, stop) in enumerate(islice(runs(text, own.end() if own else at), _FARTHEST)):
            found = self._judged(text, start)
            close = (
                step <= _NEAR
                or not text[start:end].isdigit()
                or (step < _APART and is_apart(text, start, end))
            )
            drawn = is_drawn(text[start:end]) or ("." not in stops and is_mixed(text[start:end]))
            sure = drawn or (not stops and step < _FAR and close)
            if found and surely_secret(text, *found) and sure:
                return found
            if self.ordinary and not stops and is_bracketed(text, start, end, self.ordinary):
                return (start, end), DEFAULT_WORD
            stops += stop
        return None

    def _second(self, text: str, span: tuple[int, int]) -> tuple[tuple[int, int], Verdict] | None:
        """What stands behind a user's name and a stroke, where it can be nothing but a secret."""
        inside = text.find("/", *span)
        pair = _PAIR.match(text, inside) if inside > 0 else _NAME.match(text, span[1])
        found = self._judged(text, pair.end()) if pair else None
        return found if found and surely_secret(text, *found) else None

    def _judged(self, text: str, at: int, *, linked: bool = False) -> tuple[tuple[int, int], Verdict] | None:
        span = run_at(text, at)
        if span is None:
            return None
        if self.paired and linked:
            return self._second(text, span)
        verdict = VALIDATORS[self.validator](text[span[0] : span[1]])
        pair = _PAIR.match(text, span[1]) if linked and verdict.status != "valid" else None
        if pair and text[span[0] : span[1]].isalpha():  # a user's name, then the password
            return self._judged(text, pair.end()) or (span, verdict)
        if not linked and verdict is DEFAULT_WORD and _USER.search(text, max(at - 60, 0), at) is None:
            return None
        word = verdict.reasons == ("a plain word",) and ends_line(text, span[1])
        alone = (linked and self.words) or (word and is_passcode(text, span, linked=linked))
        return (span, verdict) if verdict.passed or (word and alone) else None
