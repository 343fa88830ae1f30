"""Word lists and word sets: what they hold is the same before and after they are kept as bytes."""

from __future__ import annotations

import pickle

from ppid_lint.lexicon import Entry, Lexicon, Packed, WordSet

ENTRIES = (
    Entry("nik"),
    Entry("dalam rangka", to=("untuk",), safe=True, unless=("peringatan",)),
    Entry("ijin", inflect=True, note="KBBI"),
    Entry("akan ... nanti"),
    Entry(r"\d{2} hari", like=True),
)


def test_a_packed_lexicon_holds_the_same() -> None:
    lexicon = Lexicon("w", ENTRIES)
    again = pickle.loads(pickle.dumps(lexicon))
    twice = pickle.loads(pickle.dumps(again))
    for other in (again, twice):
        assert isinstance(other.entries, Packed)
        assert (other.likes, other.gapped) == (lexicon.likes, lexicon.gapped) == (ENTRIES[4:], ENTRIES[3:4])
        assert (len(other.entries), tuple(other.entries), other.entries[1]) == (5, ENTRIES, ENTRIES[1])
        assert other.entries[1:3] == ENTRIES[1:3]
        assert other.entries == ENTRIES
        assert other.entries != ENTRIES[1:]
    assert not pickle.loads(pickle.dumps(Lexicon("none")))


def test_lexicons_are_told_apart_by_name() -> None:
    assert pickle.loads(pickle.dumps(Lexicon("w", ENTRIES))) == Lexicon("w", ENTRIES)
    assert Lexicon("w") != Lexicon("v")


def test_a_word_set_holds_the_same_after_pickling() -> None:
    words = WordSet("w", "rumah sakit\ndesa\nkota")
    again = pickle.loads(pickle.dumps(words))
    assert again.words == words.words == {"rumah sakit", "desa", "kota"}
    assert "desa" in again
    assert "rumah" not in again
    assert not WordSet("none")
