"""Fixes in files: what `check --fix` and `--diff` write, show and leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppid_lint.cli.check import command
from ppid_lint.config import Config
from ppid_lint.linter import Linter
from ppid_lint.repair import repair

LINTER = Linter(Config(select=("readability",)))
NIK = "3573012309780004"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], standalone_mode=False)


def fixed(text: str, *, name: str = "a.md", unsafe: bool = False) -> str:
    return repair(text.encode(), LINTER, name=name, unsafe=unsafe).data.decode()


def test_safe_fixes_are_written_and_the_rest_reported(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text("Mintalah ijin dihalaman kantor; biayanya Rp. 500. Isi di website.\n", encoding="utf-8")
    result = run(draft, "--fix", "--verbose", "--select", "readability", "--fail-level", "info")
    text = draft.read_text(encoding="utf-8")
    assert text == "Mintalah izin di halaman kantor; biayanya Rp500. Isi di website.\n"
    assert "foreign-term" in result.output
    assert "nonstandard-word" not in result.output
    assert result.return_value == 1


def test_unsafe_fixes_only_where_asked(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text("Isi formulir di website dinas.\n", encoding="utf-8")
    run(draft, "--fix", "--select", "readability")
    assert "website" in draft.read_text(encoding="utf-8")
    run(draft, "--fix", "--unsafe-fixes", "--select", "readability")
    assert draft.read_text(encoding="utf-8") == "Isi formulir di laman dinas.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, encoding: str, end: str) -> None:
    draft = tmp_path / "a.txt"
    text = f"Kafé Melati minta ijin.{end}{end}  Warga datang ke loket itu.{end}"
    draft.write_bytes(text.encode(encoding))
    run(draft, "--fix", "--select", "readability")
    assert draft.read_bytes() == text.replace("ijin", "izin").encode(encoding)


def test_a_file_without_fixes_is_not_touched(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text("Mintalah izin di loket.\n", encoding="utf-8")
    before = draft.stat()
    run(draft, "--fix")
    assert (draft.stat().st_mtime_ns, draft.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_no_fix_crosses_markup() -> None:
    for text in ("<p>Mintalah <b>ij</b>in dalam <i>rangka</i> lomba.</p>", "<p>di <b>buat</b> warga</p>"):
        assert fixed(text, name="a.html", unsafe=True) == text


def test_fixes_inside_markup_leave_it_standing() -> None:
    text = '<p class="ijin">Mintalah <b>ijin</b> &amp; <a href="/perijinan">kwitansi</a>.</p>'
    right = '<p class="ijin">Mintalah <b>izin</b> &amp; <a href="/perijinan">kuitansi</a>.</p>'
    assert fixed(text, name="a.html") == right


def test_restricted_values_are_never_touched(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    text = f"Pemohon: Slamet (NIK {NIK}) minta ijin.\n"
    draft.write_text(text, encoding="utf-8")
    result = run(draft, "--fix", "--unsafe-fixes")
    assert draft.read_text(encoding="utf-8") == text.replace("ijin", "izin")
    assert result.return_value == 1


def test_a_diff_writes_nothing_and_shows_no_value(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    text = f"NIK {NIK} minta ijin.\n"
    draft.write_text(text, encoding="utf-8")
    result = run(draft, "--diff", "--select", "readability")
    assert draft.read_text(encoding="utf-8") == text
    assert "minta izin." in result.output
    assert "+NIK" in result.output
    assert NIK not in result.output
    assert NIK[-4:] not in result.output


def test_a_cut_keeps_space_comma_and_capital() -> None:
    assert fixed("Pada prinsipnya, warga datang.", unsafe=True) == "Warga datang."
    assert fixed("Warga, pada prinsipnya, datang.", unsafe=True) == "Warga datang."
    assert fixed("Perlu diketahui bahwa loket tutup.", unsafe=True) == "Loket tutup."


@pytest.mark.parametrize(
    "arguments",
    [("--unsafe-fixes", "a.md"), ("--fix", "-"), ("--diff", "-")],
)
def test_options_that_do_not_fit(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert type(result.exception).__name__ == "UsageError"


PIECES = st.sampled_from(
    [
        "ijin",
        "diijinkan",
        "apabila",
        "dalam rangka",
        "dimana",
        "di buat",
        "dihalaman",
        "Rp 1.000",
        "10 %",
        "dan dan",
        "melakukan pemeriksaan terhadap",
        "pada prinsipnya,",
        "sangat baik sekali",
        "website",
        "1,000,000",
        "tidak boleh tidak",
        "agar supaya",
        "verifiksai",
        "Sebagai sebagai",
        "perlu diketahui bahwa",
        "kata",
        ".",
        ",",
        "\n\n",
        "\n",
        "(",
        ")",
        "“",
        "”",
        "Kantor",
        "terkait dengan",
        "pada saat ini",
        "<b>",
        "</b>",
        "**",
        "adalah merupakan",
    ]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30), st.sampled_from(["a.txt", "a.md", "a.html"]), st.booleans())
def test_fixing_twice_changes_nothing_more(pieces: list[str], name: str, unsafe: bool) -> None:
    once = repair(" ".join(pieces).encode(), LINTER, name=name, unsafe=unsafe).data
    assert repair(once, LINTER, name=name, unsafe=unsafe).data == once
