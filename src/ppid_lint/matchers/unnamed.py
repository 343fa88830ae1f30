"""Values of nobody in particular whose label is of people alone: *Tanggal lahir*, *Alamat korban*."""

from __future__ import annotations

import re

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.matchers.evidence import Label, Place, Value, naming
from ppid_lint.matchers.facts import Fact
from ppid_lint.matchers.tie import Tied
from ppid_lint.people.mention import Mention, Role
from ppid_lint.people.surroundings import is_verb
from ppid_lint.text import Span

BY_LABEL = "label of a person"
_OPENING = 12  # code points at the beginning of a sentence
_NEAR = 28  # code points from such a label to its value
# What stands between a value and its owner.
_OWNED = re.compile(r",? ?(?:milik|kepunyaan|punya|of) (?:si |sang |para )?")


def unnamed(draft: Draft, fact: Fact, labels: Lexicon, rivals: Lexicon, *, opening: bool) -> Tied | None:
    """Somebody whom only the label of a value tells of; None where another label is nearer.

    `opening`: whether such a label counts at the beginning of the sentence, too.
    """
    if not labels:
        return None
    value = Value(fact.block, *fact.span)
    if not _owned(draft, value, labels) and not (opening and _opened(draft, value, labels)):
        found = naming(draft, value, labels, rivals)
        if found.own is None or found.beaten or not _names(draft, value, found.own):
            return None
    return Tied(fact.block, Mention(*fact.span, *fact.span, Role.PRIVATE, True, "label"), BY_LABEL)


def _owned(draft: Draft, value: Value, owners: Lexicon) -> bool:
    """Whether the words behind a value say whose it is: *… milik korban*."""
    link = _OWNED.match(draft.folded(value.block), value.end)
    return link is not None and bool(draft.said_within(value.block, Span(link.end(), link.end() + 1), owners))


def _opened(draft: Draft, value: Value, labels: Lexicon) -> bool:
    """Whether its sentence begins with somebody in a part: *Terlapor diketahui tinggal di …*."""
    sentence = draft.sentence(value.block, value.start)
    opening = Span(sentence.start, min(sentence.start + _OPENING, value.start))
    return bool(draft.said_within(value.block, opening, labels))


def _names(draft: Draft, value: Value, label: Label) -> bool:
    """Whether the label stands right at its value, with no verb and no figure between them."""
    if label.place is not Place.BEFORE:
        return label.direct
    between = draft.blocks[value.block].text[value.start - label.distance : value.start]
    if len(between) > _NEAR or any(map(str.isdigit, between)):
        return False
    return not any(map(is_verb, between.lower().split()))
