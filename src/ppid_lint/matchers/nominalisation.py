"""Kind `nominalisation`: a verb without meaning before a noun that hides one (melakukan pemeriksaan)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Literal

from ppid_lint.draft import PROSE, Draft
from ppid_lint.finding import Match
from ppid_lint.lexicon import Entries, Lexicon, WordSet
from ppid_lint.matcher import Needs
from ppid_lint.matchers.prose import quoted
from ppid_lint.matchers.wording import is_name, recased
from ppid_lint.nlp.voice import active_verb, passive_verb
from ppid_lint.phrases import PhraseHit

_NONE = WordSet("")
_NEXT = re.compile(r" ([a-z]{4,40})(?![\w-])(?: ([a-z]+)\b)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominalisation:
    """A support verb with a noun of an action; `verbs` tells the verb where no rule of affixes does.

    Nouns of `linked` may be a thing too (bantuan beras): they hide a verb only before a linker.

    `known` words are what a verb made by rule must be one of. A linker (terhadap, atas) goes too.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    kind: Literal["nominalisation"] = "nominalisation"
    support: Lexicon
    passive: Lexicon
    linkers: WordSet
    keep: WordSet = _NONE
    linked: WordSet = _NONE
    verbs: Lexicon
    known: WordSet
    confidence: float = 0.9

    def needs(self) -> Needs:
        return Needs(words=(self.support, self.passive))

    def find(self, draft: Draft) -> Iterator[Match]:
        for lexicon in (self.support, self.passive):
            for index, hit in draft.phrases(lexicon, PROSE):
                if not quoted(draft, index) and not draft.spared(index, hit.start, hit.end):
                    match = self._match(draft, index, hit, passive=lexicon is self.passive)
                    if match:
                        yield match

    def _match(self, draft: Draft, index: int, hit: PhraseHit, *, passive: bool) -> Match | None:
        text = draft.blocks[index].text
        noun = _NEXT.match(text, hit.end)
        if noun is None or noun[1] in self.keep or is_name(text, hit.start, hit.end):
            return None
        verb = self._verb(noun[1], passive)
        if verb is None:
            return None
        linked = noun[2] in self.linkers
        if noun[1] in self.linked and not linked:
            return None
        instead = recased(text[hit.start : hit.end], verb)
        return Match(
            block=index,
            start=hit.start,
            end=noun.end(2) if linked else noun.end(1),
            confidence=self.confidence,
            values={"suggestion": instead},
            replacement=instead if linked else None,
        )

    def _verb(self, noun: str, passive: bool) -> str | None:
        made = _first_words(Entries(self.verbs.entries)).get(noun)
        if made is None:
            made = active_verb(noun)
            if made is None or made not in self.known:
                return None
        if not passive:
            return made
        return passive_verb(made) if made.startswith("me") else None


@lru_cache(maxsize=4)
def _first_words(verbs: Entries) -> Mapping[str, str]:
    """What to say instead of each entry, where it says so."""
    return {entry.text: entry.to[0] for entry in verbs.entries if entry.to}
