"""What is kept of an earlier version of a draft changes no finding in the next."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ppid_lint import Linter
from ppid_lint.document import Block, Piece, Role
from ppid_lint.draft import Draft
from ppid_lint.passage import Memory
from ppid_lint.scan import Scanner
from ppid_lint.sweep import Sweep, Trace
from ppid_lint.text import Span

PARTS = [
    "# Judul\n",
    "Peserta: Slamet (NIK 3573012309780004) hadir hadir.\n",
    "NIK\n3573012309780004 dan dan lain\n",
    "NIK 3573012309780004\ndan dan lain\n",
    "| Nama | NIK |\n|---|---|\n| Siti | 3573016309780004 |\n| Slamet | 3573012309780004 |\n",
    "- satu satu\n- dua\n",
    "Nama: Siti\nAlamat: Jalan Melati 5\n",
    "“Kami hadir hadir,” kata Siti. Ia adalah korban kekerasan. Warga diminta datang.\n",
    "Nomor ２３ – 😀 dalam rangka rangka hari jadi.\n",
    '<!-- ppid-lint: allow restricted/nik reason="contoh" -->\n',
    "> kutipan kutipan\n",
    "## Kontak\n",
    "Telepon (021) 3449230, surel humas@contoh.go.id atau layanan.contoh@gmail.com.\n",
    "| Telepon | Nama |\n|---|---|\n| 0812 3456 7890 | Siti |\n| 0813 9876 5432 | Slamet |\n",
    "[Situs kami](https://bit.ly/contoh) dan 0812-3456-7890.\n",
    "`dan dan` Kami `kata`.\n",
    "dan dan Kami kata.\n",
]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PARTS), max_size=6), min_size=2, max_size=4), st.booleans())
def test_memory_changes_no_report(linter: Linter, versions: list[list[str]], apart: bool) -> None:
    memory = Memory()
    for parts in versions:
        text = ("\n" if apart else "").join(parts)
        kept = linter.check_text(text, name="a.md", memory=memory)
        assert kept.model_dump() == linter.check_text(text, name="a.md").model_dump()


def test_a_memory_serves_several_linters_in_turn(linter: Linter) -> None:
    other, memory = Linter(language="en"), Memory()
    for each in (linter, other, linter):
        kept = each.check_text(PARTS[1], name="a.md", memory=memory)
        assert kept.model_dump() == each.check_text(PARTS[1], name="a.md").model_dump()


def block(text: str, *, code: tuple[Span, ...] = (), at: int = 0) -> Block:
    return Block(Role.PARAGRAPH, text, (Piece(0, len(text), at, at + len(text)),), code=code)


def test_unchanged_wording_is_scanned_once() -> None:
    class Counting(Sweep):
        scanned = 0

        def traces(self, texts: Sequence[str]) -> list[Trace]:
            Counting.scanned += len(texts)
            return super().traces(texts)

    scanner, memory = Scanner(["kata"], []), Memory()
    scanner.__dict__["_short"] = Counting(scanner.sweep.phrases, scanner.sweep.needed)
    first = memory.passages([block("satu kata"), block("dua kata"), block("satu kata", at=9)], scanner)
    assert first.matching("kata") == [0, 1, 2]
    then = memory.passages([block("baru"), block("satu kata", at=50)], scanner)
    assert list(then.matching("kata")) == [1]
    assert then.at(1).hits("kata") == first.at(2).hits("kata") != ()
    assert Counting.scanned == 3


def test_inline_code_is_part_of_the_wording() -> None:
    scanner, memory = Scanner([], []), Memory()
    found = memory.passages([block("a b c"), block("a b c", code=(Span(0, 1),))], scanner)
    assert (found.at(0).spared, found.at(1).spared) == ((), (Span(0, 1),))


def test_what_is_gone_is_forgotten() -> None:
    scanner, memory = Scanner([], []), Memory()
    first = memory.passages([block("rahasia")], scanner).at(0)
    assert memory.passages([block("rahasia", at=9)], scanner).at(0) is first
    memory.passages([block("lain")], scanner)
    assert memory.passages([block("rahasia")], scanner).at(0) is not first


def test_a_linter_takes_no_draft_along(linter: Linter) -> None:
    memory = Memory()
    linter.check_text("Kata sandi sandi rahasia.\n", memory=memory)
    assert b"sandi sandi" not in pickle.dumps(linter)
    assert Draft.__init__.__kwdefaults__ == {"memory": None}
