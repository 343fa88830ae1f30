"""What a draft lacks as a whole: words, expressions, words of a heading."""

from __future__ import annotations

from ppid_lint.draft import Draft
from ppid_lint.lexicon import Entry, Lexicon
from ppid_lint.matchers.presence import is_absent, is_said
from ppid_lint.readers import read_text
from ppid_lint.scan import Scanner
from ppid_lint.settings import Settings

SOUGHT = Lexicon("sought", (Entry("rahasia"), Entry(r"\d{3} persen", like=True)))


def draft(text: str) -> Draft:
    scanner = Scanner((), (SOUGHT,), beside=[entry.text for entry in SOUGHT.likes])
    return Draft(read_text(text, "a.md"), scanner, kind="umum", language="id", settings=Settings())


def test_words_are_absent_only_where_no_block_holds_one() -> None:
    assert is_absent(draft("Tarif naik.\n\nWarga tahu."), SOUGHT)
    assert not is_absent(draft("Tarif naik.\n\nItu rahasia."), SOUGHT)
    assert not is_absent(draft("# Rahasia\n\nTarif naik."), SOUGHT)
    assert not is_absent(draft("Tarif naik 120 persen."), SOUGHT)


def test_some_blocks_say_a_word() -> None:
    found = draft("Tarif naik.\n\nItu rahasia.\n\nNaik 120 persen.")
    assert [is_said(found, [index], SOUGHT) for index in range(3)] == [False, True, True]
    assert is_said(found, (0, 2), SOUGHT)
