"""The scanner finds what single searches find, at the same places."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.errors import RuleError
from ppid_lint.index import index_of
from ppid_lint.lexicon import Entry, Lexicon
from ppid_lint.phrases import Phrases
from ppid_lint.scan import Scanner, compile_expression
from ppid_lint.spacing import lowered
from ppid_lint.survey import Survey

EXPRESSIONS = [r"\d{4}", r"(?i)nik", r"[a-z]+ia", r"é+", r"(?P<value>\d+)-x"]
WORDS = Lexicon("words", (Entry("nik"), Entry("dalam rangka"), Entry("ijin", inflect=True)))
SCANNER = Scanner(EXPRESSIONS, [WORDS])
TEXTS = st.text(alphabet=st.sampled_from("0123 NnIiKkaxé-😀İ\u00a0.ijn"), max_size=80)


@given(TEXTS)
def test_prefilter_and_places_agree_with_a_plain_search(text: str) -> None:
    (trace,) = SCANNER.sweep.traces([text])
    survey = Survey(SCANNER.sweep, [text], [trace])
    for expression in EXPRESSIONS:
        plain = [(m.start(), m.end()) for m in re.finditer(expression, text, re.ASCII)]
        found = [(hit.start, hit.end) for hit in SCANNER.finditer(expression, text)]
        if expression != "(?i)nik":  # Python also folds the dotted and dotless i
            assert found == plain
        assert list(survey.matching(expression)) == [0] or not found


@given(TEXTS)
def test_entries_stand_where_they_say(text: str) -> None:
    for hits in SCANNER.phrases(text).values():
        for hit in hits:
            assert lowered(text)[hit.start : hit.end] == hit.entry.text
            around = text[hit.start - 1 : hit.start] + text[hit.end : hit.end + 1]
            assert hit.entry.inflect or not any(char.isalnum() for char in around)


def test_marks_in_entries_are_held_to() -> None:
    words = Lexicon("w", (Entry("no. ktp"), Entry("a.n."), Entry("rp."), Entry("e-ktp"), Entry("(humas)")))
    text = "No. KTP, no; ktp, A.n. Budi, a n, Rp.500, E-KTP, e ktp (Humas)"
    found = Scanner([], [words]).phrases(text)["w"]
    assert [text[hit.start : hit.end] for hit in found] == ["No. KTP", "A.n.", "Rp.", "E-KTP", "(Humas)"]


def test_many_expressions_miss_nothing_in_a_long_text() -> None:
    expressions = [rf"(?i)\bkata{number}\s+sandi\b.{{0,40}}\d{{4}}" for number in range(300)]
    text = "kata299 sandi " + "x" * 20 + " 1234 " + "lorem 12 " * 20_000 + "kata7   sandi 9999"
    sweep = Scanner(expressions, []).sweep
    survey = Survey(sweep, [text], sweep.traces([text]))
    assert [one for one in expressions if survey.matching(one)] == [expressions[7], expressions[299]]


def test_groups_and_code_points() -> None:
    (hit,) = SCANNER.finditer(EXPRESSIONS[4], "é 12-x")
    assert (hit.start, hit.end, hit.groups) == (2, 6, {"value": (2, 4)})


def test_whole_words_only_but_roots_anywhere() -> None:
    found = SCANNER.phrases("TEKNIK NIK-nya perijinan dalam rangka")["words"]
    assert [(hit.start, hit.entry.text) for hit in found] == [(7, "nik"), (18, "ijin"), (25, "dalam rangka")]


def test_a_scanner_survives_pickling() -> None:
    again = pickle.loads(pickle.dumps(SCANNER))
    assert again.phrases("nik 1234") == SCANNER.phrases("nik 1234")


def test_refused_expression_is_told() -> None:
    with pytest.raises(RuleError, match="RE2"):
        compile_expression(r"(?=a)b")


def test_of_an_index_of_more_lists_only_those_asked_for_are_found() -> None:
    others = Lexicon("others", (Entry("rangka"), Entry("nik"), Entry("dal", inflect=True)))
    index = index_of([others, WORDS])
    for long in (False, True):
        found = Phrases([WORDS], pickle.loads(pickle.dumps(index)), long=long).find("NIK dalam rangka")
        assert {name: [hit.entry.text for hit in hits] for name, hits in found.items()} == {
            "words": ["nik", "dalam rangka"]
        }
        assert list(found.maybe()) == ["words"]


@given(
    st.lists(
        st.sampled_from(["no. ktp", "NIK", " ", "-", "a.n.", "dalam", "rangka", "é", ".", "x1", "_", "İ"]),
        max_size=30,
    )
)
def test_looking_up_and_the_automaton_agree(parts: list[str]) -> None:
    entries = ("nik", "no. ktp", "a.n.", "dalam", "dalam rangka", "rangka x1", "x1", "é x1", "-x1")
    words = Lexicon("w", tuple(map(Entry, entries)))
    text = " ".join(parts)
    short, long = Phrases([words]).find(text), Phrases([words], long=True).find(text)
    assert short == long
    assert long.has("w") == bool(long) == ("w" in long)
