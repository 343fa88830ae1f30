"""The library, as programs use it: typed, silent, thread-safe, picklable, masked."""

from __future__ import annotations

import json
import pickle
import unicodedata
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppid_lint import Config, Linter, PpidLintError, Report, UsageError

NIK = "3573012309780004"
LEAK = f"# Judul\n\nPeserta: Slamet (NIK {NIK}) hadir.\n"
LINTER = Linter()


def check(linter: Linter, text: str) -> Report:
    return linter.check_text(text, name="a.md")


def test_three_lines_are_enough() -> None:
    report = Linter().check_text(LEAK, kind="siaran-pers")
    assert "restricted/nik" in {finding.rule for finding in report.findings}
    assert json.loads(report.model_dump_json())["kind"] == "siaran-pers"


def test_files_come_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(LEAK)
    reports = LINTER.check_files([tmp_path / "a.md", tmp_path / "none.md"])
    first = next(reports)
    assert first.findings
    second = next(reports)
    assert second.errors
    assert not second.findings


def test_an_unknown_kind_is_refused_and_in_front_matter_a_note() -> None:
    with pytest.raises(UsageError, match="siaran-pers"):
        LINTER.check_text("Teks.", kind="siaran-per")
    report = LINTER.check_text("---\nkind: berita\n---\nTeks.\n")
    assert any("berita" in note for note in report.notes)
    assert report.kind == "umum"


def test_it_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    LINTER.check_text(LEAK)
    assert capfd.readouterr() == ("", "")


def test_threads_share_a_linter() -> None:
    texts = [f"{LEAK}\nBaris {number}.\n" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(LINTER.check_text, texts))
    assert [len(report.findings) for report in reports] == [
        len(check(LINTER, text).findings) for text in texts
    ]


def test_a_linter_and_its_reports_go_to_worker_processes() -> None:
    with ProcessPoolExecutor(1) as pool:
        report = pool.submit(check, pickle.loads(pickle.dumps(LINTER)), LEAK).result()
    assert report.model_dump() == check(LINTER, LEAK).model_dump()


def test_nothing_that_leaves_the_linter_holds_the_value() -> None:
    report = check(LINTER, LEAK)
    views = [repr(report), str(report), report.model_dump_json(), pickle.dumps(report).decode("latin-1")]
    assert not any(NIK in view or NIK[:6] in view or NIK[-4:] in view for view in views)


def test_rules_do_not_change_each_others_findings() -> None:
    from ppid_lint import Config

    everything = {(item.rule, item.span) for item in check(LINTER, LEAK).findings}
    alone = Linter(Config(select=("restricted/nik",)))
    for rule, span in {(item.rule, item.span) for item in check(alone, LEAK).findings}:
        assert (rule, span) in everything


SCRAPS = st.sampled_from(
    ["# ", "**", "_", "`", "[a](", ")", "<b>", "</b>", "<td>", "<table>", "| a | b |\n|---|---|\n| ", "&amp;", "&#x31;",
     "\\*", "\n", "\n\n", "\r\n", "> ", "- ", "1. ", "😀", "e\u0301", "\u00a0", "\u200b", "\u00ad", "NIK ", "NIK:\n", f" {NIK} ",
     " 3573 0123 0978 0004 ", "kata kata ", "sebagai sebagai", " dan ", "--- ", "<!-- x -->", "\ufeff", "\t"]
)  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SCRAPS, max_size=24).map("".join), st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_every_finding_stands_where_it_says(text: str, name: str) -> None:
    from ppid_lint.readers import read_text

    source = read_text(text, name).source
    for finding in LINTER.check_text(text, name=name).findings:
        place = source[finding.span.start : finding.span.end]
        if finding.rule == "restricted/nik":
            assert [char for char in place if char.isdigit() and char.isascii()][-16:] or "&#" in place
        if finding.rule == "readability/repeated-word":
            seen = "".join(char for char in place if unicodedata.category(char) != "Cf")
            words = [word.lower() for word in seen.split()]
            assert words[0].strip("*_`>") == words[-1].strip("*_`>") or "<" in place
        for fix in finding.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= len(source) for edit in fix.edits)
        assert NIK not in finding.message + finding.excerpt.text + finding.suggestion


@pytest.mark.parametrize(
    ("made", "message"),
    [
        ({"fail_level": "parah"}, "fail_level: “parah” tidak dikenal; ada: error, warning, info, never"),
        ({"language": "fr"}, "language: “fr” tidak dikenal"),
        ({"kinds": {"*.md": "berita"}}, "kinds: “berita” tidak dikenal"),
        ({"limits": {"artikel": {"kalimat": 20}}}, "limits: “kalimat” tidak dikenal; ada: sentence, paragraph, hard-text"),
        ({"limits": {"artikel": {"sentence": "dua"}}}, "limits.artikel.sentence: harus berupa angka"),
        ({"severity": {"restricted/nik": "parah"}}, "severity: “parah” tidak dikenal; ada: error, warning, info"),
        ({"severity": {"restricted/nikk": "info"}}, "severity: aturan “restricted/nikk” tidak dikenal"),
        ({"select": ("restrictd",)}, "aturan “restrictd” tidak dikenal; mungkin maksudnya “restricted”"),
        ({"terms": 3}, "terms: harus berupa daftar teks"),
    ],
)  # fmt: skip
def test_a_value_of_no_use_in_code_is_an_error(made: dict[str, Any], message: str) -> None:
    with pytest.raises(PpidLintError) as caught:
        Linter(Config(**made))
    assert str(caught.value).startswith(message)


def test_languages_of_messages_are_few() -> None:
    with pytest.raises(PpidLintError, match="language: “fr” tidak dikenal"):
        Linter(language="fr")


def test_text_alone_counts_as_a_list_of_one() -> None:
    linter = Linter(Config(select="restricted", severity={"restricted/nik": "info"}))
    found = linter.check_text("NIK: 3573012309780004").findings
    assert [(finding.rule, finding.severity.value) for finding in found] == [("restricted/nik", "info")]
