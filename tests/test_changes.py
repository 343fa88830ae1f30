"""Findings on lines that changed since a revision, in real repositories."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from command import run
from ppid_lint import Linter, UsageError
from ppid_lint.changes import Changes, changes_since, on_changes, parse_diff

NIK = "3271045508920003"
OTHER = "3271041204850001"
LINE = f"Peserta: Slamet (NIK {NIK}).\n\n"


def git(folder: Path, *args: str) -> str:
    who = ("-c", "user.name=Contoh", "-c", "user.email=contoh@instansi.go.id", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *args], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text("# Judul\n\n" + LINE * 2, encoding="utf-8")
    (tmp_path / "sama.md").write_text(LINE, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "awal")
    return tmp_path


def places(folder: Path, *args: str) -> list[tuple[str, int]]:
    """Path and line of each NIK that the command shows."""
    done = run("check", ".", "--format", "json", "--changed-since", *args, cwd=folder)
    return [
        (file["path"], item["start"]["line"])
        for file in json.loads(done.stdout)["files"]
        for item in file["findings"]
        if item["rule"] == "restricted/nik"
    ]


def test_only_changed_lines_count(repository: Path) -> None:
    with (repository / "a.md").open("a", encoding="utf-8") as stream:
        stream.write(f"Baru: Budi (NIK {OTHER}).\n")
    assert places(repository, "HEAD") == [("a.md", 7)]


def test_committed_changes_count_from_the_revision_on(repository: Path) -> None:
    (repository / "a.md").write_text("# Judul\n\n" + LINE.replace(NIK, OTHER) + LINE, encoding="utf-8")
    git(repository, "commit", "-qam", "ubah")
    assert places(repository, "HEAD~1") == [("a.md", 3)]
    assert places(repository, "HEAD") == []


def test_untracked_files_count_as_changed_and_renamed_ones_by_their_lines(repository: Path) -> None:
    git(repository, "mv", "a.md", "é baru.md")
    with (repository / "é baru.md").open("a", encoding="utf-8") as stream:
        stream.write(f"Baru: Budi (NIK {OTHER}).\n")
    (repository / "lain.md").write_text(LINE, encoding="utf-8")
    assert sorted(places(repository, "HEAD")) == [("lain.md", 1), ("é baru.md", 7)]


def test_it_works_from_a_folder_below(repository: Path) -> None:
    (repository / "bawah").mkdir()
    (repository / "bawah" / "b.md").write_text(LINE, encoding="utf-8")
    assert places(repository / "bawah", "HEAD") == [("b.md", 1)]


def test_file_level_findings_of_changed_files_stay() -> None:
    report = Linter().check_text("# Judul\n\n" + LINE, name="a.md")
    found = next(item for item in report.findings if item.rule == "restricted/nik")
    path = Path("a.md").resolve()
    far = Changes(lines={path: [range(90, 91)]})
    assert on_changes(report, far).findings == ()
    whole = replace(report, findings=(replace(found, of_file=True),))
    assert on_changes(whole, far).findings == whole.findings


def test_no_repository_and_no_such_revision_are_one_clear_error(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.raises(UsageError, match="“tiada” tidak ada"):
        changes_since("tiada", repository)
    with pytest.raises(UsageError, match="bukan bagian dari repositori git"):
        changes_since("HEAD", tmp_path_factory.mktemp("luar"))
    done = run("check", ".", "--changed-since", "--output=x", cwd=repository)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_revision_is_never_an_option_of_git(repository: Path) -> None:
    with pytest.raises(UsageError, match="tidak ada"):
        changes_since("--output=dicuri", repository)
    assert not (repository / "dicuri").exists()


def test_hunks_are_read_not_the_text_in_them() -> None:
    diff = (
        "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n"
        "@@ -1,0 +2,2 @@\n+++ b/palsu.md\n+isi\n@@ -9,2 +11,0 @@\n-hilang\n-hilang\n"
        'diff --git "a/x\\ty.md" "b/x\\ty.md"\n--- /dev/null\n+++ "b/x\\ty.md"\n@@ -0,0 +1 @@\n+isi\n'
        "diff --git a/h.md b/h.md\n--- a/h.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-isi\n"
    )
    assert parse_diff(diff, Path("/r")) == {
        Path("/r/a.md"): [range(2, 4), range(11, 13)],
        Path("/r/x\ty.md"): [range(1, 2)],
    }
