"""Whom the blocks above a fact name: the heading or lead-in of its list, the lines before a label."""

from __future__ import annotations

from ppid_lint.document import Role as Part
from ppid_lint.matchers.cast import Cast
from ppid_lint.matchers.tie import Tied
from ppid_lint.people.mention import NATURAL, Mention, Role

_LINE = 64  # code points; a longer block between a name and a label parts them
_UNDER = 8  # items below the one that names whom they tell of
_LIST = 16  # blocks of a list below its heading


def introduced(cast: Cast, index: int) -> Tied | None:
    """Whom the lead-in or the heading above a list item names, where that is one private person."""
    draft = cast.draft
    if draft.blocks[index].role is not Part.ITEM:
        return None
    own = _named_item(cast, index)
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
