"""Machine formats: what a draft with emoji, CRLF and a byte order mark is written as, and read back."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ppid_lint.cli.output import format_of
from ppid_lint.finding import Severity
from ppid_lint.reporters import RENDERERS, Run, github, json_v1, rdjson, sarif, text
from ppid_lint.reporters.layout import laid_out
from reported import BROKEN, CELL, DATA, NIK, REPORT, TEXT, run

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))  # writes the files instead of comparing
SCHEMA = json.loads((HERE / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def as_text(run: Run) -> str:
    return text.render(run.reports, verbose=True)


FORMATS: dict[str, tuple[Callable[[Run], str], str]] = {
    "json": (RENDERERS["json"], "json"),
    "sarif": (RENDERERS["sarif"], "sarif"),
    "rdjson": (RENDERERS["rdjson"], "rdjson.json"),
    "github": (RENDERERS["github"], "github.txt"),
    "text": (as_text, "text.txt"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_output_is_the_golden_file(name: str) -> None:
    render, ending = FORMATS[name]
    path = GOLDEN / f"run.{ending}"
    out = render(run()) + "\n"
    if UPDATE:
        path.write_bytes(out.encode())
    assert out.encode() == path.read_bytes()
    assert NIK not in out


def golden(ending: str) -> Any:
    return json.loads((GOLDEN / f"run.{ending}").read_text(encoding="utf-8"))


# JSON


def test_json_offsets_slice_the_decoded_source() -> None:
    found = golden("json")["files"][0]["findings"]
    assert [TEXT[item["start"]["offset"] : item["end"]["offset"]] for item in found] == [NIK, "dalam rangka"]
    assert (found[0]["start"]["line"], found[1]["start"]["line"]) == (1, 3)


def test_json_is_what_a_report_says_of_itself() -> None:
    reports = run(REPORT, replace(REPORT, has_lines=False), replace(REPORT, findings=()), BROKEN).reports
    told = {**json_v1.document(reports, version="1", rules_digest="%"), "files": []}
    told["files"] = [report.model_dump() for report in reports]
    written = json_v1.render(reports, version="1", rules_digest="%")
    assert written == json.dumps(told, ensure_ascii=False, indent=2)


# SARIF


def test_sarif_is_valid_by_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    for log in (golden("sarif"), sarif.document(run(REPORT, language="en")), sarif.document(run(BROKEN))):
        assert [error.message for error in validator.iter_errors(log)] == []


def test_the_schema_would_notice_a_fault() -> None:
    log = golden("sarif")
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(log))


def test_sarif_says_what_the_schema_does_not_ask() -> None:
    one = golden("sarif")["runs"][0]
    assert one["columnKind"] == "unicodeCodePoints"  # 3.14.27
    assert one["redactionTokens"] == ["•" * 16]  # 3.14.28
    assert one["invocations"][0]["executionSuccessful"] is False
    for result in one["results"]:
        assert one["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert re.fullmatch(r"[0-9a-f]{16}", result["partialFingerprints"]["ppidLint/v1"])


def test_sarif_without_masked_values_names_no_token() -> None:
    log = sarif.document(run(replace(REPORT, findings=REPORT.findings[1:])))
    assert "redactionTokens" not in log["runs"][0]


def test_sarif_regions_and_fixes_lead_back_to_the_source() -> None:
    results = golden("sarif")["runs"][0]["results"]
    lines = TEXT.split("\r\n")
    for result, expected in zip(results[:3], [NIK, "dalam rangka", NIK], strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == expected
        at = region["charOffset"]
        assert TEXT[at : at + region["charLength"]] == expected
    replacement = results[1]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    at = replacement["deletedRegion"]["charOffset"]
    end = at + replacement["deletedRegion"]["charLength"]
    fixed = TEXT[:at] + replacement["insertedContent"]["text"] + TEXT[end:]
    assert "Rapat 50%, untuk 🎉 dalam rangka" in fixed


def test_sarif_leads_to_the_rule_pages_where_they_are_published() -> None:
    rules = sarif.document(run(REPORT))["runs"][0]["tool"]["driver"]["rules"]
    assert all("helpUri" not in rule for rule in rules)
    for pages in ("https://aturan.example/rules/", "https://aturan.example/rules/{rule}"):
        driver = sarif.document(replace(run(REPORT), rule_pages=pages))["runs"][0]["tool"]["driver"]
        found = {rule["id"]: rule["helpUri"] for rule in driver["rules"]}
        assert found["restricted/nik"] == "https://aturan.example/rules/restricted/nik"


def test_sarif_carries_an_allowance_with_its_reason() -> None:
    allowed = golden("sarif")["runs"][0]["results"][2]
    assert allowed["suppressions"] == [
        {
            "kind": "inSource",
            "status": "accepted",
            "justification": "penetapan pejabat",
            "properties": {"source": "comment", "until": "2030-01-01", "by": "PPID"},
        }
    ]


def test_sarif_of_a_format_without_lines_names_the_place() -> None:
    result = golden("sarif")["runs"][0]["results"][3]
    assert result["message"]["text"].startswith("Tabel 2 baris 4 kolom 3: ")
    assert (result["properties"]["textOffset"], result["properties"]["textLength"]) == (40, 16)
    location = result["locations"][0]
    assert "region" not in location["physicalLocation"]  # of a file that has no lines
    assert location["logicalLocations"][0]["name"] == "tabel 2 baris 4 kolom 3"
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "table:2/row:4/column:3"


# rdjson


def test_rdjson_columns_count_the_bytes_of_the_file() -> None:
    lines = DATA.split(b"\r\n")
    found = [item for item in golden("rdjson.json")["diagnostics"] if "range" in item["location"]]
    for item, expected in zip(found[:2], [NIK, "dalam rangka"], strict=True):
        start, end = item["location"]["range"]["start"], item["location"]["range"]["end"]
        line = lines[start["line"] - 1]
        assert line[start["column"] - 1 : end["column"] - 1].decode() == expected
    suggestion = found[1]["suggestions"][0]
    assert suggestion == {"range": found[1]["location"]["range"], "text": "untuk"}


def test_rdjson_keeps_to_its_fields() -> None:
    """The fields of reviewdog.rdf.Diagnostic that this writes, and their types."""
    document = golden("rdjson.json")
    assert set(document) == {"source", "diagnostics"}
    for item in document["diagnostics"]:
        assert set(item) <= {"message", "severity", "code", "location", "suggestions"}
        assert item["severity"] in {"ERROR", "WARNING", "INFO"}
        assert set(item["location"]) <= {"path", "range"}
    cell = document["diagnostics"][2]
    assert cell["location"] == {"path": "tabel.docx"}
    assert rdjson.document(run(CELL))["diagnostics"] == [cell]


# GitHub annotations

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def unescaped(value: str) -> str:
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        value = value.replace(code, char)
    return value


def commands(out: str) -> list[tuple[str, dict[str, str], str]]:
    """The workflow commands of an output as the runner reads them."""
    found = []
    for line in out.splitlines():
        if match := COMMAND.fullmatch(line):
            pairs = (part.partition("=") for part in match[2].split(","))
            found.append((match[1], {key: unescaped(value) for key, _, value in pairs}, unescaped(match[3])))
    return found


def test_github_commands_read_back() -> None:
    found = commands((GOLDEN / "run.github.txt").read_text(encoding="utf-8"))
    assert [level for level, _, _ in found] == ["error", "error", "error", "notice"]
    assert found[0][1] == {"title": "ppid-lint", "file": "rusak.md", "line": "2", "col": "7"}
    assert found[1][1]["file"] == "folder/draf é.md"
    assert found[1][1]["line"] == found[1][1]["endLine"] == "1"
    assert found[1][2].splitlines()[0] == "NIK ke-1 terbaca: tutup, 100% perlu."
    assert found[2][2].startswith("tabel 2 baris 4 kolom 3\n")


def test_github_escapes_a_path_with_its_own_signs() -> None:
    out = github.render(run(replace(REPORT, path="a,b:c%.md")))
    assert "file=a%2Cb%3Ac%25.md," in out
    assert commands(out)[0][1]["file"] == "a,b:c%.md"


def test_github_keeps_to_the_limits_and_counts_the_rest() -> None:
    many = replace(REPORT, findings=REPORT.findings * 13)
    out = github.render(run(many))
    found = commands(out)
    assert [level for level, _, _ in found] == ["error"] * 10 + ["notice"] * 10
    assert out.splitlines()[10].startswith("3 lagi setingkat error")
    assert out.splitlines()[-1].startswith("1 naskah: 13 galat, 13 saran")


def test_levels_map_to_the_words_of_each_format() -> None:
    for severity in Severity:
        report = replace(REPORT, findings=(replace(REPORT.findings[0], severity=severity),))
        levels = (
            sarif.document(run(report))["runs"][0]["results"][0]["level"],
            rdjson.document(run(report))["diagnostics"][0]["severity"],
            commands(github.render(run(report)))[0][0],
        )
        expected = {
            Severity.ERROR: ("error", "ERROR", "error"),
            Severity.WARNING: ("warning", "WARNING", "warning"),
            Severity.INFO: ("note", "INFO", "notice"),
        }
        assert levels == expected[severity]


def test_actions_get_annotations_unless_a_format_is_asked_for() -> None:
    assert format_of(None, {"GITHUB_ACTIONS": "true"}) == "github"
    assert format_of("json", {"GITHUB_ACTIONS": "true"}) == "json"
    assert format_of(None, {}) == "text"


def test_json_is_laid_out_as_the_standard_library_does_it() -> None:
    value = {"a": [], "b": {}, "c": [1, [True, None, 2.5], {"d": "é“\n\u0001🏠"}], "e": (1, {"f": False})}
    assert laid_out(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_a_generator_is_laid_out_as_a_list() -> None:
    assert laid_out({"a": (n for n in (1, 2))}) == json.dumps({"a": [1, 2]}, indent=2)
    assert laid_out({"a": (n for n in ())}) == json.dumps({"a": []}, indent=2)
