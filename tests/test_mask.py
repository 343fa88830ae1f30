"""What is shown of a draft never holds a covered value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ppid_lint import Linter
from ppid_lint.mask import Covered, Veil, covered
from ppid_lint.text import Span

SECRET = "0987654321234567"


def test_styles() -> None:
    assert covered(SECRET, "full") == "•" * 16
    assert covered("081234567719", "tail") == "•" * 10 + "19"
    assert covered("12345", "tail") == "•••••"
    assert covered("Merdeka#45", "hidden") == "•••••"


@given(
    st.text(alphabet="ab \n", max_size=120),
    st.text(alphabet="ab \n", max_size=120),
    st.integers(min_value=0, max_value=260),
    st.integers(min_value=0, max_value=260),
)
def test_no_view_shows_a_part_of_a_value(before: str, after: str, one: int, two: int) -> None:
    source = f"{before}{SECRET}{after}"
    veil = Veil(source, [Covered(Span(len(before), len(before) + 16), "full")])
    span = Span(*sorted((min(one, len(source)), min(two, len(source)))))
    shown = (veil.show(span), veil.excerpt(span).text)
    assert not any(char.isdigit() for text in shown for char in text)


@given(st.text(alphabet="ab\n", min_size=1, max_size=80), st.integers(0, 79), st.integers(0, 79))
def test_excerpt_holds_the_finding_at_its_place(source: str, one: int, two: int) -> None:
    span = Span(*sorted((min(one, len(source)), min(two, len(source)))))
    excerpt = Veil(source, []).excerpt(span)
    inside = source[span.start : min(span.end, span.start + 72)].replace("\n", " ")
    assert excerpt.text[excerpt.start : excerpt.end].rstrip("…") == inside


def test_overlapping_values_are_covered_as_one() -> None:
    veil = Veil("ab123456cd", [Covered(Span(2, 6), "full"), Covered(Span(4, 8), "tail")])
    assert veil.show(Span(0, 10)) == "ab•••••cd"


def test_bare_shows_everything() -> None:
    assert Veil("a12b", [Covered(Span(1, 3), "full")], bare=True).show(Span(0, 4)) == "a12b"


def test_a_masked_name_is_masked_wherever_it_stands() -> None:
    draft = "Pelapor whistleblower, Rina Kartika pegawai keuangan, melaporkan dugaan korupsi.\n\nPIN Kartika: 4821.\n"
    report = Linter().check_text(draft, name="naskah.txt")
    assert {"restricted/witness-reporter", "restricted/credential"} <= {f.rule for f in report.findings}
    shown = report.model_dump_json()
    assert "Rina" not in shown
    assert "Kartika" not in shown
