"""People told of by whose they are, *putri sulung kepala desa*, or as the only one: *satu-satunya bidan*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ppid_lint.people.mention import Mention, Role
from ppid_lint.people.vocabulary import ROLES, Vocabulary
from ppid_lint.text import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ONLY = frozenset({"satu-satunya"})
_MANY = frozenset({"para", "setiap", "tiap", "seorang", "semua", "beberapa", "bagi", "calon"})
_FARTHEST = 4  # words from the relation to the office


def with_relations(
    found: Sequence[Mention], text: str, vocabulary: Vocabulary, spans: Iterable[Span]
) -> tuple[Mention, ...]:
    """The mentions of a text and those of people told of by whose they are, in order of their places.

    An office-holder of whose kin is spoken is left out for them: *istri Camat Sukorejo*.
    """
    if _ONLY.isdisjoint(words := _WORD.findall(text.lower())) and vocabulary.whose.isdisjoint(words):
        return tuple(found)
    told = (relation for start, end in spans for relation in relations(text, start, end, vocabulary))
    merged: list[Mention] = []
    waiting = iter(found)
    mention = next(waiting, None)
    for relation in told:
        while mention is not None and mention.end <= relation.start:
            merged.append(mention)
            mention = next(waiting, None)
        inside = []
        while mention is not None and mention.start < relation.end:
            inside.append(mention)
            mention = next(waiting, None)
        merged += _either(relation, inside)
    return (*merged, *([mention] if mention else []), *waiting)


def _either(relation: Mention, inside: Sequence[Mention]) -> Sequence[Mention]:
    """Somebody told of by relation, or those whose names stand in it."""
    if not all(mention.role is Role.OFFICIAL or not mention.sure for mention in inside):
        return inside
    last = max([relation.end, *(mention.end for mention in inside)])
    return [replace(relation, end=last, name_end=last)]


def relations(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Who a sentence tells of by kin or service to one office-holder, or as the only one of a kind."""
    words = list(_WORD.finditer(text, start, end))
    for at, word in enumerate(words):
        first = word[0].lower()
        if at and words[at - 1][0].lower() in _MANY:
            continue
        last = _only(words, at, vocabulary) if first in _ONLY else _kin(text, words, at, vocabulary)
        if last is not None:
            earlier = words[at - 1] if at and words[at - 1][0].lower() in vocabulary.which else word
            beside = not text[earlier.end() : word.start()].strip()
            span = (earlier if beside else word).start(), last.end()
            yield Mention(*span, *span, Role.PRIVATE, True, "relation")


def _only(words: Sequence[re.Match[str]], at: int, vocabulary: Vocabulary) -> re.Match[str] | None:
    """The word for a person after *satu-satunya*."""
    following = words[at + 1 : at + 2]
    note = vocabulary.note(following[0][0].lower()) if following else ""
    return following[0] if note in ROLES or note in {"office", "kin", "title"} else None


def _kin(text: str, words: Sequence[re.Match[str]], at: int, vocabulary: Vocabulary) -> re.Match[str] | None:
    """The office whose holder a word for kin or service is tied to, with only lower-case words between."""
    if words[at][0].lower() not in vocabulary.whose:
        return None
    for last, word in zip(words[at:], words[at + 1 : at + 1 + _FARTHEST], strict=False):
        if text[last.end() : word.start()].strip():
            return None
        if vocabulary.note(word[0].lower()) == "office" or word[0].lower() in vocabulary.posts:
            return word
        if word[0].lower() not in vocabulary.which and vocabulary.note(word[0].lower()) != "title":
            return None
    return None
