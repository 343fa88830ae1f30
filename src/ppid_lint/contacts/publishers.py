"""Which of the organisations that a draft names publishes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import re2

from ppid_lint.contacts.bodies import Bodies, Body, Key
from ppid_lint.document import Block, Role

_ALIAS = re2.compile(r"^ ?\(([A-Z][A-Za-z0-9 /-]{1,24})\)")
_OPENS = (
    re2.compile(  # a dateline, and the title of whoever speaks for the name that a first sentence is about
        r"^(?:[A-Z][A-Za-z, ]*(?:[,(][^–—]{0,30})? ?[–—-] ?)?"
        r"(?:(?:Mulai|Sejak|Per|Pada|Terhitung|Hari) [A-Za-z0-9 ]{0,36}(?:\([0-9/]{3,10}\))?,? )?"
        r"((?:[A-Z][A-Za-z.]+ ){0,4})$"
    )
)
_FIRST_BLOCKS = 4
_LISTED = frozenset(",:(–-")
_HEADS = frozenset({Role.HEADING, Role.PARAGRAPH})


def publishers_of(bodies: Bodies, blocks: Sequence[Block], *, firms: bool = True) -> frozenset[Key]:
    """The organisations that the head of a draft names, by their keys: in its title, its letterhead, its
    first sentences; those of a list of offices are none. Else those that readers are told to turn to.

    Without `firms` only public bodies count.
    """
    shown = [block for block in blocks if block.role not in {Role.HIDDEN, Role.ATTRIBUTE}][:_FIRST_BLOCKS]
    return (
        frozenset(_heads(bodies, shown, firms))
        or frozenset(_offered(bodies, blocks, firms))
        or _only(bodies, blocks)
    )


def _only(bodies: Bodies, blocks: Iterable[Block]) -> frozenset[Key]:
    """The one public body that a draft names, where it names no other."""
    named = (body.name for block in blocks for body in bodies.named(block.text))
    keys = frozenset(bodies.key(name) for name in named if not bodies.is_private(name))
    return keys if len(keys) == 1 else frozenset()


def _heads(bodies: Bodies, blocks: Iterable[Block], firms: bool) -> Iterator[Key]:
    named = [
        (block, first)
        for block in blocks
        if (first := _first(bodies, block)) is not None and (firms or not bodies.is_private(first.name))
    ]
    listed = sum(_is_listed(block, first) for block, first in named) > 1
    headed = False
    for block, first in named:
        opens = not headed and _opens(bodies, block.text[: first.span.start])
        if _is_title(block, first) or (opens and not (listed and _is_listed(block, first))):
            headed = True
            yield bodies.key(first.name)
        alias = _ALIAS.match(block.text[first.span.end :])
        if headed and alias is not None:
            yield bodies.key(alias[1])


def _opens(bodies: Bodies, before: str) -> bool:
    """Whether a name opens a text, but for a dateline and a title; one of outsiders speaks for nobody."""
    match = _OPENS.match(before)
    return match is not None and set(match[1].split()).isdisjoint(bodies.words.outsiders)


def _offered(bodies: Bodies, blocks: Iterable[Block], firms: bool) -> Iterator[Key]:
    """Where no head names the publisher, the organisations that readers are told to turn to."""
    for block in blocks:
        for body in (*bodies.named(block.text), *bodies.initials(block.text)):
            if bodies.introduces(block.text, body) and (firms or not bodies.is_private(body.name)):
                yield bodies.key(body.name)


def _first(bodies: Bodies, block: Block) -> Body | None:
    """The first organisation that a title or paragraph names; of a title, the initials it begins with."""
    if block.role not in _HEADS:
        return None
    first = next(bodies.named(block.text), None)
    if block.role is Role.HEADING and (first is None or first.span.start) and not block.text.isupper():
        return bodies.opening_initials(block.text) or first
    return first


def _is_title(block: Block, body: Body) -> bool:
    return block.role is Role.HEADING or (body.name.isupper() and (" " in body.name or block.text.isupper()))


def _is_listed(block: Block, body: Body) -> bool:
    """Whether a block is about a body as one of a list is: `Dinas Sosial: (0341) …`."""
    return not body.span.start and block.text[body.span.end :].lstrip()[:1] in _LISTED
