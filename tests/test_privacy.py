"""No output of any kind holds a value that a rule found: reports, results kept, baselines, errors, reprs."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from office_files import docx, paragraph
from ppid_lint.baseline import Baseline, render, renewed
from ppid_lint.errors import PpidLintError
from ppid_lint.linter import Linter
from ppid_lint.packing import pack
from ppid_lint.readers import read
from ppid_lint.report import Report
from ppid_lint.reporters import RENDERERS, Original, Run, text

LINTER = Linter(key="kunci")
ENGLISH = Linter(language="en")
RULES = {rule.id: replace(rule, examples=()) for rule in LINTER.ruleset.rules}  # examples hold values
FIELDS = {  # labels, and values that nothing in the rules' own texts resembles
    "NIK": ("3319042203710002", "3310051207690004", "33.19.04.220371.0002"),
    "No. KK": ("3319041105090006",),
    "NPWP": ("07.445.891.5-121.000",),
    "No. Paspor": ("C7723419",),
    "SIM A": ("8507-1234-000211",),
    "BPJS Kesehatan": ("0001845672234",),
    "NIP": ("197802142008011009",),
    "Rekening BRI": ("0051-01-023456-53-7",),
    "NISN": ("0098123476",),
    "Kartu kredit": ("4532 0151 1283 0366",),
    "Tanggal lahir": ("7 Juli 1992", "12-05-1988", "Waikabubak, 9 September 1983"),
    "Alamat rumah": ("Jl. Kelud Raya No. 45", "Dukuh Ngerangan RT 02/RW 05"),
    "Nomor HP pribadi": ("0857 1122 8834", "+62 878-2233-4156"),
    "Surel pribadi": ("yuli.kusuma88@yahoo.co.id",),
    "Kata sandi": ("Rah4sia#Besar",),
}
FORMS = {  # by suffix, how fields are set
    "a.md": (
        "{label}: {value}",
        "- {label}: {value}",
        "| Uraian | Isi |\n| --- | --- |\n| {label} | {value} |",
    ),
    "a.txt": ("{label} : {value}", "{label} ............ {value}", "{label}\n{value}"),
    "a.html": (
        "<p>{label}: {value}</p>",
        "<dl><dt>{label}</dt><dd>{value}</dd></dl>",
        "<!-- {label}: {value} -->",
    ),
}
fields = st.sampled_from([(label, value) for label, values in FIELDS.items() for value in values])


def outputs(linter: Linter, source: str, name: str) -> Iterator[str]:
    """Everything that a run can print, keep, log or hand on."""
    report = linter.check_text(source, name=name)
    run = Run(
        reports=[report],
        version="0",
        rules=RULES,
        bases=linter.ruleset.bases,
        source=lambda _: Original(source),
        document=lambda _: linter.document(source.encode(), name),
    )
    yield from (render_one(run) for render_one in RENDERERS.values())
    yield text.render([report], verbose=True)
    yield render(renewed([report], Baseline(), lambda path, rule: True))
    outcome, seen = linter.judge(source.encode(), name)
    yield pack(outcome, seen)
    yield from spoken(report, outcome)
    yield linter.masked(source.encode(), name)


def spoken(*kept: object) -> Iterator[str]:
    """What Python itself shows or sends of objects."""
    for item in kept:
        yield repr(item)
        yield str(item)
        yield pickle.dumps(item).decode("latin-1")


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.sampled_from(sorted(FORMS)),
    st.lists(st.tuples(fields, st.integers(0, 2)), min_size=1, max_size=4, unique_by=lambda item: item[0][0]),
    st.sampled_from([LINTER, ENGLISH]),
)
def test_no_output_holds_a_value(
    name: str, chosen: list[tuple[tuple[str, str], int]], linter: Linter
) -> None:
    parts = [FORMS[name][form].format(label=label, value=value) for (label, value), form in chosen]
    source = "\n\n".join(["Nama: Bambang Hermanto", *parts, "Demikian."])
    report = linter.check_text(source, name=name)
    found = [source[item.span.start : item.span.end] for item in report.covers]
    values = [value for (_, value), _ in chosen if any(value in place for place in found)]
    assume(values)
    for output in outputs(linter, source, name):
        assert not any(value in output for value in values)


@pytest.mark.parametrize(("label", "value"), [(label, values[0]) for label, values in FIELDS.items()])
def test_every_kind_of_value_is_covered(label: str, value: str) -> None:
    source = f"Nama: Bambang Hermanto\n\n{label}: {value}\n"
    report: Report = LINTER.check_text(source, name="a.md")
    assert any(value in source[item.span.start : item.span.end] for item in report.covers)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.md"])
def test_an_error_says_nothing_of_what_it_could_not_read(name: str) -> None:
    broken = b"NIK 3319042203710002\x00\xff PK\x03\x04"
    with pytest.raises(PpidLintError) as caught:
        read(broken, name)
    report = LINTER.check_bytes(broken, name=name)
    assert report.errors
    for said in (*spoken(report), str(caught.value), repr(caught.value)):
        assert "3319042203710002" not in said


def test_an_office_file_gives_no_value_away() -> None:
    core = "<c xmlns:dc='d'><dc:creator>3319042203710002</dc:creator></c>"
    data = docx(paragraph("Nomor HP pribadi: 0857 1122 8834"), {"/docProps/core.xml": core})
    outcome, source = LINTER.judge(data, "a.docx")
    report = LINTER.report(outcome, source)
    assert {item.rule for item in report.findings} >= {"restricted/nik", "restricted/personal-phone"}
    for said in (*spoken(report, outcome), pack(outcome, source), report.model_dump_json()):
        assert "3319042203710002" not in said
        assert "0857 1122 8834" not in said
