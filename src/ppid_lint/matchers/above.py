"""Whom the blocks above a fact name: the heading or lead-in of its list, the lines before a label."""

from __future__ import annotations

from ppid_lint.document import Role as Part
from ppid_lint.matchers.cast import Cast
from ppid_lint.matchers.tie import Tied
from ppid_lint.people.mention import NATURAL, Mention, Role
from ppid_lint.text import Span

_LINE = 64  # code points; a longer block between a name and a label parts them
_UNDER = 8  # items below the one that names whom they tell of
_OPENING = 6  # code points before the name that an item opens with
_LIST = 16  # blocks of a list below its heading


def introduced(cast: Cast, index: int, offset: int) -> Tied | None:
    """Whom a list item opens with, or the lead-in or heading above it names: one private person."""
    draft = cast.draft
    if draft.blocks[index].role is not Part.ITEM:
        return None
    own = _opened(cast, index, offset) or _named_item(cast, index)
    if own is not None:
        return own
    lead = draft.lead_in(index)
    above = range(index - 1, max(index - _LIST, -1), -1)
    heading = next((at for at in above if draft.blocks[at].role is Part.HEADING), None)
    for at in (lead, heading):
        found = _named(cast, at) if at is not None else []
        if len(found) == 1 and found[0].role in NATURAL and not found[0].speaks:
            return Tied(at or 0, found[0], "named above")
        if found:
            return None
    return None


def _opened(cast: Cast, index: int, offset: int) -> Tied | None:
    """The private person whom an item opens with, where no other is named before an offset."""
    named = [m for m in cast.people(index, Span(0, offset)) if m.sure]
    alone = len(named) == 1 and named[0].start < _OPENING and named[0].role in NATURAL
    return Tied(index, named[0], "item about them") if alone else None


def _named_item(cast: Cast, index: int) -> Tied | None:
    """The private person whose bare name is the item above, as in *Pak Ponco* over what is told of him."""
    if not cast.draft.blocks[index].text[:1].islower():  # a label or a title: Akta perceraian
        return None
    for at in range(index - 1, max(index - _UNDER, -1), -1):
        block = cast.draft.blocks[at]
        if block.role is not Part.ITEM:
            return None
        found = _named(cast, at)
        if found:
            bare = len(found) == 1 and block.text.strip(" .:") == block.text[found[0].start : found[0].end]
            return Tied(at, found[0], "named above") if bare and found[0].role in NATURAL else None
    return None


def somebody_above(cast: Cast, index: int, reach: int = 3) -> Tied | None:
    """The private person last named in the few blocks above."""
    for at in range(index - 1, max(index - reach, 0) - 1, -1):
        block = cast.draft.blocks[at]
        if block.role is Part.HEADING or block.cell is not None:
            return None
        found = _named(cast, at)
        if found:
            return Tied(at, found[-1], "named above") if found[-1].role in NATURAL else None
        if len(block.text) > _LINE and ":" not in block.text[:_LINE]:
            return None
    return None


def _named(cast: Cast, index: int) -> list[Mention]:
    return [m for m in cast.everybody(index) if m.sure and m.role is not Role.COMPANY]
