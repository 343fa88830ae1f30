"""A gate opens where the telling words stand; what only everyday words could open is left to others."""

from __future__ import annotations

from ppid_lint.atoms import everyday, prefilter
from ppid_lint.gate import Gate

RARE = r"(?i)\brahasia (?:dapur|dagang)\b"
WEAK = r"(?i)\b(?:dan|yang) [A-Z]{2}\b"
BOTH = r"(?i)\b(?:dengan|untuk) \w+ (?:sandiman|penyadap)\b"


def test_everyday_atoms_are_told_from_rare_ones() -> None:
    assert everyday(frozenset({" dan ", " rahasia "}))
    assert everyday(frozenset({" me"}))
    assert everyday(frozenset({"2025"}))
    assert not everyday(frozenset({" jl ", " rahasia "}))


def test_an_expression_is_opened_by_its_rare_words_alone() -> None:
    gate = Gate({text: prefilter(text) for text in (RARE, WEAK, BOTH)})
    assert gate.weak == (WEAK,)
    met = {atom: bit for atoms, bit in gate.bits.items() for atom in atoms}
    assert not any(everyday(atoms) for atoms in gate.bits)
    assert gate.opened(0) == []
    rare = next(bit for atom, bit in met.items() if "sandiman" in atom)
    assert gate.opened(rare) == [BOTH]
    assert gate.opened(sum(gate.bits.values())) == [RARE, BOTH]


def test_a_short_text_is_tried_with_all_sets() -> None:
    gate = Gate({text: prefilter(text) for text in (RARE, WEAK, BOTH)})
    assert gate.tried(" bekerja dengan para sandiman ") == [BOTH]
    assert gate.tried(" sandiman ") == []
    assert gate.tried(" rahasia dagang dan xy ") == [RARE, WEAK]
