"""An entry of a word list as it is looked for: by a key of words and spaces; then its marks are held to."""

from __future__ import annotations

from typing import NamedTuple

from ppid_lint.index import looked_for, sought
from ppid_lint.lexicon import Entry, Lexicon
from ppid_lint.spacing import affixed, lowered, spaced


class Wanted(NamedTuple):
    """An entry, how far it begins before its key, and whether its marks must be checked."""

    entry: Entry
    lead: int
    exact: bool

    def place(self, text: str, start: int) -> tuple[int, int] | None:
        """Where the entry stands whose key begins at a place of a text; None where its marks differ."""
        entry = self.entry
        first = start - self.lead
        end = first + len(entry.text)
        if self.exact and (first < 0 or lowered(text[first:end]) != entry.text):
            return None
        return (first, end) if not entry.inflect or affixed(text, first, end) else None


def by_key(lexicon: Lexicon) -> dict[str, list[Wanted]]:
    """The entries of a list by what is looked for."""
    found: dict[str, list[Wanted]] = {}
    for entry in looked_for(lexicon):
        is_plain = entry.text.isalnum() and not entry.inflect
        key, wanted = (f" {entry.text} ", Wanted(entry, -1, False)) if is_plain else _marked(entry)
        known = found.get(key)
        if known is None:
            found[key] = [wanted]
        else:
            known.append(wanted)
    return found


def _marked(entry: Entry) -> tuple[str, Wanted]:
    """What is looked for of a phrase, a root, or a word with marks."""
    lead = 0 if entry.text[0].isalnum() else len(marked := spaced(entry.text)) - len(marked.lstrip())
    return sought(entry), Wanted(entry, lead - (not entry.inflect), not entry.text.isalnum())
