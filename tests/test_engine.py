"""The contest among claims, what is said of the winners, and fixes that keep to their place."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ppid_lint import Linter
from ppid_lint.contest import Claim, contest
from ppid_lint.finding import Match
from ppid_lint.fix import apply_fixes
from ppid_lint.text import Span

LINTER = Linter()
NIK = "3573012309780004"


def claim(rule: str, start: int, end: int, confidence: float = 0.9, whole: bool = False) -> Claim:
    named: Any = SimpleNamespace(id=rule, category=rule.partition("/")[0])
    return Claim(named, Match(0, start, end, confidence, whole=whole), Span(start, end))


def winners(*claims: Claim, tiers: dict[str, int] | None = None) -> list[str]:
    return [item.rule.id for item in contest(claims, tiers or {})]


def test_the_surer_claim_on_one_value_wins() -> None:
    assert winners(claim("a/x", 0, 16, 0.7), claim("a/y", 0, 16, 0.9)) == ["a/y"]


def test_a_lower_tier_beats_confidence() -> None:
    assert winners(claim("a/x", 0, 16, 0.5), claim("a/y", 0, 16), tiers={"a/x": -1}) == ["a/x"]


def test_the_longer_span_wins_a_tie() -> None:
    assert winners(claim("a/x", 0, 12), claim("a/y", 0, 20)) == ["a/y"]


def test_categories_and_whole_findings_do_not_compete() -> None:
    assert winners(claim("a/x", 0, 16), claim("b/y", 0, 16)) == ["a/x", "b/y"]
    assert winners(claim("a/x", 0, 16), claim("a/y", 0, 90, whole=True)) == ["a/x", "a/y"]


def test_a_small_overlap_is_not_one_value() -> None:
    assert winners(claim("a/x", 0, 16), claim("a/y", 14, 30)) == ["a/x", "a/y"]


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from([0.5, 0.7, 0.9])), max_size=12)
)
def test_winners_never_claim_one_value_twice(parts: list[tuple[int, int, float]]) -> None:
    claims = [claim(f"a/r{n}", s, s + length, c) for n, (s, length, c) in enumerate(parts)]
    won = contest(claims, {})
    for n, one in enumerate(won):
        for two in won[n + 1 :]:
            shared = min(one.span.end, two.span.end) - max(one.span.start, two.span.start)
            shorter = min(one.span.end - one.span.start, two.span.end - two.span.start)
            assert shared * 2 < shorter or shared <= 0
    assert bool(won) == bool(claims)


def test_values_are_numbered_and_the_same_value_keeps_its_number() -> None:
    text = f"NIK {NIK}.\n\nNIK 3507110101650009.\n\nNIK {NIK}.\n"
    messages = [item.message for item in LINTER.check_text(text).findings if item.rule == "restricted/nik"]
    assert [message.split()[1] for message in messages] == ["ke-1", "ke-2", "ke-1"]


def test_bars_keep_to_the_text_inside_markup() -> None:
    text = "NIK 35730123**0978**0004 dan <b>lagi</b>.\n"
    fixes = [
        fix for item in LINTER.check_text(text).findings for fix in item.fixes if "█" in fix.edits[0].text
    ]
    assert apply_fixes(text, fixes)[0] == "NIK ████████**████**████ dan <b>lagi</b>.\n"


def test_fingerprints_survive_edits_elsewhere_and_hold_no_value() -> None:
    def mark(text: str) -> list[str]:
        return [
            item.fingerprint for item in LINTER.check_text(text).findings if item.rule == "restricted/nik"
        ]

    here = mark(f"Peserta NIK {NIK}.\n")
    assert mark(f"# Judul baru\n\nAlinea.\n\nPeserta NIK {NIK}.\n") == here
    assert mark("Peserta NIK 3507110101650009.\n") == here
    assert mark(f"Pemohon NIK {NIK}.\n") != here
