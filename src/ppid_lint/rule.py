"""The shape of a rule: what it looks for, why, on what basis, and its own proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal

from ppid_lint.atoms import Prefilter, prefilter
from ppid_lint.finding import Severity
from ppid_lint.index import Index, index_of

Language = Literal["id", "en"]

CONTACT = "contact"
READABILITY = "readability"
RESTRICTED = "restricted"  # the category whose values are masked and barred


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """A text in Indonesian and in English."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    id: str
    en: str

    def within(self, language: Language) -> str:
        return self.id if language == "id" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text to find, `[[…]]` at the exact place (dont), or to leave alone (do); both together are a fix."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    dont: str | None = None
    do: str | None = None
    kind: str | None = None
    contacts: Literal["example"] | None = None
    format: Literal["text", "markdown", "html"] = "markdown"
    expect: Literal["file"] | None = None  # a finding of the whole file rather than a marked place


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """A law, standard or reference work that a rule rests on."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    citation: str
    summary: Bilingual
    confidence: Literal["text_of_law", "secondary"] | None = None
    status: str = ""
    kind: Literal["law", "linguistic"] = "law"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule file. `id` is its path under rules/; `match` one or more of the kinds of matchers/."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "arbitrary_types_allowed": True}

    id: str
    severity: Severity
    title: Bilingual
    message: Bilingual
    why: Bilingual
    basis: tuple[str, ...]
    match: tuple[Any, ...]  # Matchers of matcher.py, their fields checked by the catalog
    examples: tuple[Example, ...]
    languages: tuple[Language, ...] = ("id", "en")
    suggestion: Bilingual | None = None
    fix: Literal["safe", "unsafe", "none"] = "none"
    mask: Literal["full", "tail", "hidden"] = "hidden"  # of a restricted value, what may be shown
    drafts: tuple[str, ...] = ()  # kinds of draft it is for; none means all
    internal: bool = False  # whether a finding makes the whole paper internal

    @property
    def category(self) -> str:
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Validated rules in order of their ids, the bases they cite, the tiers of their claims.

    `ids` names every rule there is, also where only some categories were loaded.
    """

    rules: tuple[Rule, ...]
    bases: Mapping[str, Basis]
    digest: str
    ids: tuple[str, ...]
    tiers: Mapping[str, int] = field(default_factory=dict)  # by rule id, the strongest lowest; others 0
    prefilters: Mapping[str, Prefilter] = field(default_factory=dict)  # by the expressions of the rules
    index: Index | None = None  # of the word lists of all rules there are

    def get(self, rule_id: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def only(self, categories: Set[str]) -> RuleSet:
        """The same with the rules of some categories, and the bases that those cite."""
        rules = tuple(rule for rule in self.rules if rule.category in categories)
        cited = {name for rule in rules for name in rule.basis}
        bases = {name: self.bases[name] for name in sorted(cited)}
        return replace(self, rules=rules, bases=bases, prefilters=prefilters_of(rules))


def indexed(rules: Iterable[Rule]) -> Index:
    """The index of all word lists that some rules look for."""
    wanted = [matcher.needs() for rule in rules for matcher in rule.match]
    return index_of(words for want in wanted for words in (*want.words, *want.nearby))


def prefilters_of(rules: Iterable[Rule]) -> dict[str, Prefilter]:
    """The prefilters of all expressions that some rules look for."""
    wanted = [matcher.needs() for rule in rules for matcher in rule.match]
    scanned = (text for want in wanted for text in (*want.expressions, *want.details))
    likes = (entry.text for want in wanted for words in (*want.words, *want.nearby) for entry in words.likes)
    return {text: prefilter(text) for text in dict.fromkeys((*scanned, *likes))}
