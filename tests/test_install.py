"""What travels: the wheel lints elsewhere, and the real pre-commit runs the hook."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from office_files import docx, paragraph

ROOT = Path(__file__).resolve().parent.parent
LEAK = "# Judul\n\nPeserta: Slamet (NIK 3573012309780004) hadir.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that holds the wheel; libraries come from the one that runs the tests."""
    place = tmp_path_factory.mktemp("elsewhere")
    venv.create(place / "venv", with_pip=False, symlinks=True)
    python = place / "venv" / "bin" / "python"
    site = next((place / "venv" / "lib").glob("python*/site-packages"))
    libraries = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        "--target",
        str(site),
    ]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    (site / "libraries.pth").write_text(f"{libraries}\n")
    return python


def test_the_wheel_lints_from_elsewhere_with_its_own_rules(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draf.md").write_text(LEAK)
    env = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": ""}
    where = subprocess.run(
        [installed, "-c", "from ppid_lint.compiled import rules_folder; print(rules_folder())"],
        capture_output=True, text=True, env=env, cwd=tmp_path, check=True,
    )  # fmt: skip
    assert str(installed.parents[1]) in where.stdout
    run = subprocess.run(
        [installed, "-m", "ppid_lint", "check", "draf.md"],
        capture_output=True,
        text=True,
        env=env,
        cwd=tmp_path,
    )
    assert run.returncode == 1, run.stderr
    assert "restricted/nik" in run.stdout
    tested = subprocess.run(
        [installed, "-m", "ppid_lint", "rules", "test"], capture_output=True, text=True, env=env, cwd=tmp_path
    )
    assert tested.returncode == 0, tested.stdout + tested.stderr


def test_the_real_pre_commit_installs_and_runs_the_hook(tmp_path: Path) -> None:
    (tmp_path / "bocor.md").write_text(LEAK)
    (tmp_path / "bersih.md").write_text("# Judul\n\nLoket buka setiap hari.\n")
    (tmp_path / "foto.png").write_bytes(b"\x89PNG\x00")
    (tmp_path / "rilis.docx").write_bytes(docx(paragraph(LEAK)))
    env = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / ".git" / "pre-commit"), "PYTHONPATH": ""}
    for command in (["git", "init", "-q"], ["git", "add", "-A"]):
        subprocess.run(command, cwd=tmp_path, check=True, env=env)
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "ppid-lint", "--all-files"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=env, timeout=300)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "restricted/nik" in run.stdout
    assert "bersih.md" not in run.stdout
    assert "rilis.docx" in run.stdout
    assert "paragraf 1" in run.stdout
    assert "foto.png" not in run.stdout
