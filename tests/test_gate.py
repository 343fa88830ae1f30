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


def test_an_expression_needs_its_rare_words_alone() -> None:
    gate = Gate({text: prefilter(text) for text in (RARE, WEAK, BOTH)})
    assert gate.weak == (WEAK,)
    met = {bit: atoms for atoms, bit in gate.bits.items()}
    assert not any(everyday(atoms) for atoms in met.values())
    assert {text: [met[bit] for bit in bits] for text, bits in gate.needed.items()} == {
        RARE: [frozenset({" rahasia "}), frozenset({" dapur ", " dagang "})],
        BOTH: [frozenset({" sandiman ", " penyadap "})],
    }
