"""Names that are listed together: what is known of one of them holds for the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ppid_lint.people.mention import NATURAL, Mention, Role

_JOINTS = frozenset({",", "dan", ", dan", "serta", ", serta", "and", ", and", "maupun", "&"})
_TOLD = frozenset({Role.VICTIM, Role.WITNESS})
_LEFT_OPEN = frozenset({Role.UNKNOWN, Role.PRIVATE})


def with_listed(found: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions of a text, each listed after a private person sure too, a victim after a victim."""
    result: list[Mention] = []
    for mention in found:
        result.append(_after(result[-1], mention, text) if result else mention)
    return tuple(result)


def _after(one: Mention, mention: Mention, text: str) -> Mention:
    if not one.sure or one.role not in NATURAL or mention.role not in NATURAL:
        return mention
    if text[one.end : mention.start].strip() not in _JOINTS:
        return mention
    role = one.role if one.role in _TOLD and mention.role in _LEFT_OPEN else mention.role
    return replace(mention, sure=True, role=role, why=mention.why if mention.sure else "listed")
