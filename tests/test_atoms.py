"""Prefilters: where an expression matches, one atom of each set of its prefilter stands."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.atoms import DIGITS, passes, prefilter
from ppid_lint.compiled import compiled_rules, rules_folder
from ppid_lint.scan import Scanner, compile_expression
from ppid_lint.spacing import between_spaces, held
from ppid_lint.survey import Survey

RULES = compiled_rules([rules_folder()])
EXAMPLES = [
    text
    for rule in RULES.rules
    for example in rule.examples
    for text in (example.dont, example.do)
    if text is not None
]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"(?i)\b(?:Nota Dinas|nodin)\b", [{" nota dinas ", " nodin "}]),
        (r"\bdata\b[^.]{0,40}\b(?:rahasia|tertutup)\b", [{" rahasia ", " tertutup "}, {" data "}]),
        (r"(?P<value>(?i:surat) \d+)", [{"surat "}, DIGITS]),
        (r"(?i:surat) ?\d+", [{"surat"}, DIGITS]),
        (r"(?i)\bdi (?:RT|desa)[ ]", [{" desa", " rt"}, {" di "}]),
        (r"akta(?: notaris)?", [{"akta"}]),
        (r"\.(?:corp|lan)(?::\d{2,5})?\b", [{" lan ", " corp "}]),
        (r"\.(?:corp|lan)(?::\d{2,5}|s)?\b", [{" lan", " corp"}]),
        (r"laporan?x", [{"lapora"}]),
        (r"(?:rahasia)+", [{"rahasia"}]),
        (r"\b(?:ab|cd)+\b", []),
        (r"ghp_[A-Z]{36}", [{"ghp_"}]),
        (r"home\.arpa", [{"home arpa"}]),
        (r"\.\bkunci", [{" kunci"}]),
        (r"[]a\]b]kunci", [{"kunci"}]),
        (r"\p{Lu}\pN[[:alpha:]]sandi\x41\101", [{"sandi"}]),
        (r"(?:rahasia|\d{4})", [{"rahasia", *DIGITS}]),
        (r"(?:rahasia)?", []),
        (r"(?:rahasia){0,2}", []),
        (r"|rahasia", []),
        (r"\d{16}", [DIGITS]),
        (r"RT", []),
        (r"\bRT\b", [{" rt "}]),
        (r"\Qa|rahasia\E", []),
        (r"kafé", [{"kaf"}]),
    ],
)
def test_prefilter_of_an_expression(expression: str, expected: list[set[str]]) -> None:
    assert [set(atoms) for atoms in prefilter(expression)] == expected


def _passes(expression: str, text: str) -> bool:
    return passes(held(between_spaces(text)), prefilter(expression))


def test_every_match_of_a_rule_passes_its_prefilter() -> None:
    told = [text for text, found in RULES.prefilters.items() if found]
    assert len(told) > 100
    for expression in told:
        program = compile_expression(expression)
        for text in EXAMPLES:
            if program.search(text.encode()):
                assert _passes(expression, text), expression


PARTS = st.recursive(
    st.sampled_from(
        ["abc", "bca", "ſab", r"\d", "[ab]", ".", "b?", "c+", "kel", r"\.", r"\b", " ", "a{0,2}", "b{2}"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda branches: f"(?:{'|'.join(branches)})"),
        inner.map(lambda part: f"(?i:{part})"),
        inner.map(lambda part: f"(?:{part})?"),
    ),
    max_leaves=6,
)


@given(PARTS, st.text(alphabet="abcABC.0kKelſſé _", max_size=14))
def test_a_match_passes_its_prefilter(expression: str, text: str) -> None:
    if compile_expression(expression).search(text.encode()):
        assert _passes(expression, text)


SHORT = Scanner(RULES.prefilters, [], prefilters=RULES.prefilters)
LONG = Scanner(RULES.prefilters, [], prefilters=RULES.prefilters)
LONG.expect(100_000)


@pytest.mark.parametrize("text", EXAMPLES[::7])
def test_a_short_draft_and_a_long_one_miss_no_expression(text: str) -> None:
    matching = {
        expression for expression in RULES.prefilters if any(True for _ in SHORT.finditer(expression, text))
    }
    for scanner in (SHORT, LONG, pickle.loads(pickle.dumps(SHORT))):
        survey = Survey(scanner.sweep, [text], scanner.sweep.traces([text]))
        possible = {expression for expression in RULES.prefilters if survey.matching(expression)}
        assert matching <= possible
        assert len(possible) < len(RULES.prefilters) / 8
