"""The command, as people and scripts call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NIK = "3573012309780004"
LEAK = f"# Judul\n\nPeserta: Slamet (NIK {NIK}) hadir.\n"
CLEAN = "# Judul\n\nLoket buka setiap hari kerja.\n"


def run(*args: str | Path, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None):
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ppid_lint", *map(str, args)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**os.environ, "GITHUB_ACTIONS": "", "PYTHONIOENCODING": "utf-8", **(env or {})},
        timeout=120,
    )


def text(process: subprocess.CompletedProcess[bytes]) -> str:
    return (process.stdout + process.stderr).decode()


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "bocor.md").write_text(LEAK, encoding="utf-8")
    (tmp_path / "bersih.md").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def test_statuses_by_fail_level(drafts: Path) -> None:
    assert run("check", "bersih.md", cwd=drafts).returncode == 0
    assert run("check", "bocor.md", cwd=drafts).returncode == 1
    assert run("check", "bocor.md", "--fail-level", "never", cwd=drafts).returncode == 0
    assert run("check", "bocor.md", "--select", "readability", cwd=drafts).returncode == 0
    assert run("check", "bocor.md", "--ignore", "restricted", cwd=drafts).returncode == 0


def test_text_shows_place_excerpt_and_caret_masked(drafts: Path) -> None:
    out = text(run("check", "bocor.md", cwd=drafts))
    lines = out.splitlines()
    row = next(index for index, line in enumerate(lines) if "restricted/nik" in line)
    assert lines[row].startswith("  3:22")
    assert lines[row + 1].index("•") == lines[row + 2].index("^")
    assert NIK not in out
    assert NIK in text(run("check", "bocor.md", "--show-values", cwd=drafts))


def test_json_is_the_contract(drafts: Path) -> None:
    process = run("check", "bocor.md", "bersih.md", "--format", "json", cwd=drafts)
    document = json.loads(process.stdout)
    assert document["schema_version"] == "1.0"
    assert document["tool"]["name"] == "ppid-lint"
    assert document["tool"]["rules_digest"].startswith("sha256:")
    assert [file["path"] for file in document["files"]] == ["bocor.md", "bersih.md"]
    found = next(item for item in document["files"][0]["findings"] if item["rule"] == "restricted/nik")
    start = LEAK.index(NIK)
    assert found["start"] == {"offset": start, "line": 3, "column": 22}
    assert found["end"]["offset"] == start + 16
    assert set(found) == {
        "rule", "category", "severity", "confidence", "message", "start", "end", "location", "excerpt",
        "evidence", "related", "basis", "suggestion", "fixes", "fingerprint", "url",
    }  # fmt: skip
    assert found["fixes"][0]["edits"] == [{"start": start, "end": start + 16, "text": "█" * 16}]
    assert document["summary"]["files"] == 2
    assert NIK.encode() not in process.stdout


def test_jsonl_prints_one_object_a_draft(drafts: Path) -> None:
    lines = run("check", ".", "--format", "jsonl", cwd=drafts).stdout.decode().splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["bersih.md", "bocor.md"]


def test_output_goes_to_a_file_and_keeps_the_status(drafts: Path) -> None:
    process = run("check", "bocor.md", "--format", "json", "--output", "hasil.json", cwd=drafts)
    assert (process.returncode, process.stdout) == (1, b"")
    assert json.loads((drafts / "hasil.json").read_text())["summary"]["errors"] >= 1


def test_standard_input_with_and_without_a_name(drafts: Path) -> None:
    process = run(
        "check", "--format", "json", "--stdin-filename", "x.md", "-", cwd=drafts, stdin=LEAK.encode()
    )
    assert json.loads(process.stdout)["files"][0]["path"] == "x.md"
    assert process.returncode == 1
    assert run("check", "-", cwd=drafts, stdin=CLEAN.encode()).returncode == 0


def test_folders_respect_gitignore_and_an_ignored_folder_is_no_error(drafts: Path) -> None:
    (drafts / ".git").mkdir()
    (drafts / ".gitignore").write_text("bocor.md\n")
    assert run("check", cwd=drafts).returncode == 0
    (drafts / ".gitignore").write_text("*.md\n")
    assert run("check", cwd=drafts).returncode == 0
    assert run("check", "bocor.md", cwd=drafts).returncode == 1


def test_english_messages(drafts: Path) -> None:
    assert "The linter only flags it" in text(run("check", "bocor.md", "--lang", "en", cwd=drafts))


def test_explain_rules_schema_and_version(tmp_path: Path) -> None:
    assert "UU 27/2022" in text(run("explain", "restricted/nik", cwd=tmp_path))
    assert "Why" in text(run("explain", "restricted/nik", "--lang", "en", cwd=tmp_path))
    listed = json.loads(run("rules", "--format", "json", cwd=tmp_path).stdout)
    assert "restricted/nik" in {rule["id"] for rule in listed}
    assert "properties" in json.loads(run("rules", "schema", cwd=tmp_path).stdout)
    assert "0.1.0" in text(run("--version", cwd=tmp_path))


def test_init_writes_files_that_work_and_keeps_what_is_there(tmp_path: Path) -> None:
    assert run("init", cwd=tmp_path).returncode == 0
    (tmp_path / "a.md").write_text(CLEAN, encoding="utf-8")
    assert run("check", "a.md", cwd=tmp_path).returncode == 0
    (tmp_path / "kontak.yaml").write_text("organisation: kami\n")
    again = run("init", cwd=tmp_path)
    assert again.returncode == 2
    assert (tmp_path / "kontak.yaml").read_text() == "organisation: kami\n"


def test_own_rules_are_tested_with_their_place(tmp_path: Path) -> None:
    rule = (
        "id: own/lha\nseverity: info\ntitle: {id: a, en: a}\nmessage: {id: a, en: a}\nwhy: {id: a, en: a}\n"
        "basis: [kbbi]\nmatch: {kind: phrase, words: [lha]}\n"
        'examples:\n  - dont: "Ini [[loh]]."\n  - do: "Ini."\n'
    )
    (tmp_path / "aturan" / "own").mkdir(parents=True)
    (tmp_path / "aturan" / "own" / "lha.yaml").write_text(rule)
    bad = run("rules", "test", "aturan", cwd=tmp_path)
    assert bad.returncode == 2
    assert "lha.yaml:9:5: contoh 1: missing" in bad.stderr.decode()
    (tmp_path / "aturan" / "own" / "lha.yaml").write_text(rule.replace("loh", "lha"))
    assert run("rules", "test", "aturan", cwd=tmp_path).returncode == 0
    (tmp_path / "ppid-lint.yaml").write_text("rules: [aturan]\n")
    assert run("rules", "test", "aturan", cwd=tmp_path).returncode == 0


BAD_DRAFTS = {
    "biner.md": (b"\x7fELF\x02\x01\x01\x00\x00\x00" + bytes(range(256)), None),
    "nul.md": (b"Satu baris.\nDua \x00 baris.\n", None),
    "bita.md": ("Layanan “cepat” buka sampai sore. ".encode() * 20 + b"\nPukul \xff sembilan.\n", ":2:7:"),
}


@pytest.mark.parametrize("name", BAD_DRAFTS)
def test_a_bad_draft_is_one_line_and_the_others_are_linted(drafts: Path, name: str) -> None:
    data, place = BAD_DRAFTS[name]
    (drafts / name).write_bytes(data)
    process = run("check", name, "bocor.md", cwd=drafts)
    lines = [line for line in text(process).splitlines() if name in line]
    assert process.returncode == 2
    assert len(lines) == 1
    assert place is None or f"{name}{place}" in lines[0]
    assert "restricted/nik" in text(process)
    assert "Traceback" not in text(process)


def test_missing_path_empty_folder_and_large_file(drafts: Path) -> None:
    (drafts / "kosong").mkdir()
    with (drafts / "besar.txt").open("wb") as stream:
        stream.truncate((64 << 20) + 1)
    process = run("check", "tidak-ada.md", "kosong", "besar.txt", "bocor.md", cwd=drafts)
    out = text(process)
    assert process.returncode == 2
    for name, message in (
        ("tidak-ada.md", "tidak ada berkas"),
        ("kosong", "tidak ada naskah"),
        ("besar.txt", "64 MiB"),
    ):
        assert any(line.startswith(name) and message in line for line in out.splitlines())
    assert "restricted/nik" in out


def test_an_unreadable_file_is_told(drafts: Path) -> None:
    (drafts / "putus.md").symlink_to(drafts / "tak-ada-tujuan.md")
    (drafts / "folder.md").mkdir()
    (drafts / "folder.md" / "a.md").write_text(CLEAN)
    process = run("check", "putus.md", "bocor.md", "folder.md", cwd=drafts)
    assert process.returncode == 2
    assert "putus.md: " in text(process)
    assert "restricted/nik" in text(process)


def test_an_empty_file_is_clean(drafts: Path) -> None:
    (drafts / "kosong.md").write_bytes(b"")
    assert run("check", "kosong.md", cwd=drafts).returncode == 0


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("ppid-lint.yaml", "kontak: [a.yaml]\n", "ppid-lint.yaml:1:1: kunci “kontak” tidak dikenal"),
        ("ppid-lint.yaml", "fail_level: parah\n", "ppid-lint.yaml:1:13: harus salah satu dari"),
        ("ppid-lint.yaml", "kinds: {'*.md': berita}\n", "ppid-lint.yaml:1:17: jenis naskah “berita” tidak dikenal"),
        ("ppid-lint.yaml", "select: [restrictd]\n", "aturan “restrictd” tidak dikenal; mungkin maksudnya “restricted”"),
        ("pyproject.toml", "[tool.ppid-lint]\nselct = ['a']\n", "pyproject.toml:2:1: kunci “selct” tidak dikenal"),
    ],
)  # fmt: skip
def test_a_bad_configuration_is_one_line(drafts: Path, name: str, content: str, message: str) -> None:
    (drafts / name).write_text(content)
    process = run("check", "bersih.md", cwd=drafts)
    assert process.returncode == 2
    lines = process.stderr.decode().strip().splitlines()
    assert len(lines) == 1
    assert message in lines[0]


@pytest.mark.parametrize(
    "args",
    [
        ("check", "bersih.md", "--kind", "berita"),
        ("check", "bersih.md", "--select", "restrictd"),
        ("check", "bersih.md", "--format", "xml"),
        ("explain", "restricted/nikk"),
        ("check", "bersih.md", "--contacts", "tidak-ada.yaml"),
        ("check", "bersih.md", "--config", "tidak-ada.yaml"),
        ("check", "bersih.md", "--stdin-filename", "a.md"),
    ],
)
def test_bad_usage_is_status_two_without_a_traceback(drafts: Path, args: tuple[str, ...]) -> None:
    process = run(*args, cwd=drafts)
    assert process.returncode == 2
    assert "Traceback" not in text(process)


def test_the_nearest_configuration_counts(drafts: Path) -> None:
    below = drafts / "siaran"
    below.mkdir()
    (below / "a.md").write_text(LEAK)
    (drafts / "ppid-lint.yaml").write_text("ignore: [restricted]\n")
    assert run("check", "siaran/a.md", cwd=drafts).returncode == 0
    (below / "ppid-lint.yaml").write_text("terms: [KLD]\n")
    assert run("check", "siaran/a.md", cwd=drafts).returncode == 1
    (below / "ppid-lint.yaml").write_text("extends: ../ppid-lint.yaml\n")
    assert run("check", "siaran/a.md", cwd=drafts).returncode == 0


def test_a_read_only_home_is_no_error(drafts: Path) -> None:
    env = {"HOME": "/proc/none", "XDG_CACHE_HOME": "/proc/none"}
    assert run("check", "bocor.md", cwd=drafts, env=env).returncode == 1
