"""The command, as people and scripts call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ppid_lint.cli import group

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
        ("ppid-lint.yaml", "limits: {artikel: {sentense: 20}}\n", "ppid-lint.yaml:1:20: kunci “sentense” tidak dikenal; mungkin maksudnya “sentence”"),
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


def test_explain_knows_own_rules(tmp_path: Path) -> None:
    own_rule(tmp_path)
    (tmp_path / "ppid-lint.yaml").write_text("rules: [aturan]\n")
    explained = run("explain", "own/sekarang", cwd=tmp_path)
    assert explained.returncode == 0, text(explained)
    assert "Frasa panjang" in explained.stdout.decode()
    elsewhere = run("explain", "own/sekarang", "--config", tmp_path / "ppid-lint.yaml", cwd=Path("/"))
    assert elsewhere.returncode == 0


def test_a_message_may_name_only_what_its_kind_gives(tmp_path: Path) -> None:
    own_rule(tmp_path, message="Ganti “{teks}”.")
    process = run("rules", "test", "aturan", cwd=tmp_path)
    assert process.returncode == 2
    assert "sekarang.yaml:4:15: isian “{teks}” tidak dikenal; mungkin maksudnya “text”" in text(process)
    own_rule(tmp_path, message="Ganti “{text”.")
    assert "kurung kurawal tidak berpasangan" in text(run("rules", "test", "aturan", cwd=tmp_path))


def own_rule(folder: Path, *, message: str = "Ganti “{text}”.") -> None:
    (folder / "aturan" / "own").mkdir(parents=True, exist_ok=True)
    (folder / "aturan" / "own" / "sekarang.yaml").write_text(
        f"""id: own/sekarang
severity: info
title: {{id: Frasa panjang, en: Long phrase}}
message: {{id: "{message}", en: "{message}"}}
why: {{id: Singkat lebih jelas., en: Short is clearer.}}
basis: [uu-14-2008-9-4]
match: {{kind: phrase, words: [pada saat sekarang ini]}}
examples:
  - dont: "Layanan [[pada saat sekarang ini]] gratis."
  - do: "Layanan sekarang gratis."
""",
        encoding="utf-8",
    )


def test_folders_say_which_drafts_they_pass_over(drafts: Path) -> None:
    for name in ("lama.doc", "juga.DOC", "lembar.ods"):
        (drafts / name).write_text("x")
    (drafts / ".gitignore").write_text("lembar.ods\n")
    process = run("check", ".", cwd=drafts)
    lines = process.stderr.decode().splitlines()
    assert lines == [
        "dilewati karena bentuknya tidak dibaca: 2 .doc; simpan dahulu sebagai .docx, .xlsx, atau .pdf"
    ]
    assert not run("check", ".", "--quiet", cwd=drafts).stderr


def test_an_unknown_kind_is_told_of_a_clean_draft_too(drafts: Path) -> None:
    (drafts / "jenis.md").write_text("---\nkind: berita\n---\n\n" + CLEAN, encoding="utf-8")
    assert "catatan: jenis naskah “berita” tidak dikenal; diabaikan" in text(
        run("check", "jenis.md", cwd=drafts)
    )
    assert "catatan" not in text(run("check", "bersih.md", cwd=drafts))
    page = run("check", "jenis.md", "--format", "html", cwd=drafts).stdout.decode()
    assert "jenis naskah “berita” tidak dikenal; diabaikan" in page


def test_fix_says_what_it_wrote_and_what_is_left(drafts: Path) -> None:
    (drafts / "panjang.md").write_text(
        "# Judul\n\nAcara dalam rangka hari jadi; petugas dalm kantor.\n", encoding="utf-8"
    )
    process = run("check", "panjang.md", "--fix", cwd=drafts)
    assert process.stderr.decode().splitlines() == [
        "panjang.md: 1 perbaikan ditulis; 1 usulan perlu dibaca dulu, lihat --diff --unsafe-fixes"
    ]
    assert not run("check", "panjang.md", "--fix", "--quiet", cwd=drafts).stderr


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (("check", "--form", "text"), "ppid-lint check: opsi --form tidak dikenal; mungkin maksudnya --format"),
        (("check", "--format", "xml"), "ppid-lint check: --format: “xml” tidak dikenal; ada: text, jsonl, json, sarif, github, rdjson, html"),
        (("check", "--jobs", "0"), "ppid-lint check: --jobs: 0 di luar rentang x>=1"),
        (("cek",), "ppid-lint: perintah “cek” tidak dikenal"),
        (("explain",), "ppid-lint explain: ATURAN harus disebut"),
        (("explain", "a", "b"), "ppid-lint explain: terlalu banyak masukan: b"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_told_in_indonesian(tmp_path: Path, args: tuple[str, ...], line: str) -> None:
    process = run(*args, cwd=tmp_path)
    assert process.returncode == 2
    assert process.stderr.decode().splitlines() == [line, f"Bantuan: {line.partition(':')[0]} --help"]


def test_a_wrong_command_line_is_told_in_english(tmp_path: Path) -> None:
    process = run("check", "--lang", "en", "--form", "text", cwd=tmp_path)
    assert process.returncode == 2
    assert "No such option" in process.stderr.decode()


def test_wording_of_a_masked_word_is_not_told(drafts: Path) -> None:
    (drafts / "sandi.md").write_text("# Judul\n\nKata sandi: manajemn.\n", encoding="utf-8")
    said = text(run("check", "sandi.md", "--verbose", cwd=drafts))
    assert "restricted/credential" in said
    assert "manajem" not in said
    assert "readability/misspelling" not in said


@pytest.mark.parametrize("command", [[], ["redact"], ["rules"], ["rules", "test"]])
def test_help_has_indonesian_headings(command: list[str]) -> None:
    shown = CliRunner().invoke(group, [*command, "--help"], prog_name="ppid-lint").output
    assert shown.startswith("Pemakaian: ppid-lint")
    assert "Opsi:" in shown
    assert "Tampilkan bantuan ini." in shown
    assert not {"Usage:", "Options:", "Commands:", "OPTIONS", "COMMAND", "ARGS"} & set(
        shown.replace("[", " ").replace("]", " ").split()
    )
