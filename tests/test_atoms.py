"""Atoms: where an expression matches, one of its atoms stands."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_lint.atoms import atoms
from ppid_lint.compiled import compiled_rules, rules_folder
from ppid_lint.scan import Scanner, compile_expression

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
        (r"(?i)\b(?:Nota Dinas|nodin)\b", {"nota dinas", "nodin"}),
        (r"\bdata\b[^.]{0,40}\b(?:rahasia|tertutup)\b", {"rahasia", "tertutup"}),
        (r"(?P<value>(?i:surat) \d+)", {"surat"}),
        (r"akta(?: notaris)?", {"akta"}),
        (r"laporan?x", {"lapora"}),
        (r"(?:rahasia)+", {"rahasia"}),
        (r"ghp_[A-Z]{36}", {"ghp_"}),
        (r"home\.arpa", {"home.arpa"}),
        (r"[]a\]b]kunci", {"kunci"}),
        (r"\p{Lu}[[:alpha:]]sandi\x41", {"sandi"}),
        (r"(?:rahasia|\d{4})", set()),
        (r"(?:rahasia)?", set()),
        (r"(?:rahasia){0,2}", set()),
        (r"|rahasia", set()),
        (r"\d{16}", set()),
        (r"RT", set()),
        (r"\Qa|rahasia\E", set()),
        (r"kafé", {"kaf"}),
    ],
)
def test_atoms_of_an_expression(expression: str, expected: set[str]) -> None:
    assert atoms(expression) == expected


def test_every_match_of_a_rule_holds_an_atom() -> None:
    told = {text: found for text, found in RULES.atoms.items() if found}
    assert len(told) > 100
    for expression, needed in told.items():
        program = compile_expression(expression)
        for text in EXAMPLES:
            if program.search(text.encode()):
                assert any(atom in text.casefold() for atom in needed), expression


PARTS = st.recursive(
    st.sampled_from(["abc", "bca", "ſab", r"\d", "[ab]", ".", "b?", "c+", "kel", r"\.", "a{0,2}", "b{2}"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda branches: f"(?:{'|'.join(branches)})"),
        inner.map(lambda part: f"(?i:{part})"),
        inner.map(lambda part: f"(?:{part})?"),
    ),
    max_leaves=6,
)


@given(PARTS, st.text(alphabet="abcABC.0kKelſſ", max_size=14))
def test_a_match_holds_an_atom(expression: str, text: str) -> None:
    needed = atoms(expression)
    if needed and compile_expression(expression).search(text.encode()):
        assert any(atom in text.casefold() for atom in needed)


@pytest.mark.parametrize("text", EXAMPLES[::7])
def test_a_short_draft_is_searched_as_a_long_one(text: str) -> None:
    scanner = Scanner(RULES.atoms, [], known=RULES.atoms)
    first = set(scanner.present(text))
    scanner.present("lorem " * 20_000)
    assert set(scanner.present(text)) == first
    assert set(pickle.loads(pickle.dumps(scanner)).present(text)) == first
