"""What stands near a channel: where readers meet it, and the words with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon
from ppid_lint.text import Span

if TYPE_CHECKING:
    from ppid_lint.contacts.sighting import Sighting


def place(sighting: Sighting) -> tuple[int, Span]:
    """Where readers meet the channel: at the text of its link, if it is a target."""
    if sighting.opener is not None:
        return sighting.opener.block, sighting.opener.span
    return sighting.block, sighting.channel.span


def said_with(draft: Draft, sighting: Sighting, words: Lexicon) -> bool:
    """Whether an entry of a word list stands in the channel's sentence."""
    index, span = place(sighting)
    sentence = draft.sentence(index, span.start)
    return any(sentence.start <= hit.start < sentence.end for hit in draft.phrases_in(index, words))
