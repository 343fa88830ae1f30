"""Tales: who is named in a legend or a fable is nobody whose facts are restricted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Lexicon

_NEAR = 10  # blocks on each side in which a tale is told
_ENOUGH = 2  # words of a tale that make one; one alone may be said of anything


def in_tale(draft: Draft, index: int, words: Lexicon) -> bool:
    """Whether several words of a tale stand in a block or in the blocks around it."""
    told = draft.once((in_tale, words.name), lambda: _told(draft, words)) if words else {}
    if not told:
        return False
    near = (told.get(at, frozenset()) for at in range(index - _NEAR, index + _NEAR + 1))
    return len(frozenset().union(*near)) >= _ENOUGH


def _told(draft: Draft, words: Lexicon) -> Mapping[int, frozenset[str]]:
    """The words of a tale by the block that holds them."""
    found: dict[int, set[str]] = defaultdict(set)
    for index, hit in draft.phrases(words):
        found[index].add(hit.entry.text)
    return {index: frozenset(entries) for index, entries in found.items()}
