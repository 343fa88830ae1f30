"""A run made by hand for the tests of reporters: emoji, CRLF and a byte order mark, one of everything."""

from __future__ import annotations

import codecs

from ppid_lint.finding import Applicability, Edit, Excerpt, Finding, Fix, Related, Severity, Suppressed
from ppid_lint.report import Problem, Report
from ppid_lint.reporters import Original, Run
from ppid_lint.rule import Basis, Bilingual, Example, Rule
from ppid_lint.text import LineIndex, Span

NIK = "3271045508920003"
TEXT = (
    f"👩‍💼 é NIK {NIK} milik Sari.\r\n"
    "\r\n"
    "Rapat 50%, dalam rangka 🎉 dalam rangka uji: selesai.\r\n"
    f"Contoh {NIK}.\r\n"
)
DATA = codecs.BOM_UTF8 + TEXT.encode()
BASES = {
    "uu-1": Basis(citation="UU 1/2000 Pasal 1", summary=Bilingual(id="Ringkasan.", en="Summary.")),
}


def place(text: str, nth: int = 0) -> Span:
    """The span of the nth occurrence of a text in the draft."""
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(text, at + 1)
    return Span(at, at + len(text))


def rule(name: str, severity: Severity) -> Rule:
    return Rule(
        id=name,
        severity=severity,
        title=Bilingual(id=f"Judul {name}", en=f"Title of {name}"),
        message=Bilingual(id="", en=""),
        why=Bilingual(id="Karena <begitu> & begini.", en="Because <so> & so."),
        suggestion=Bilingual(id="Hapus.", en="Remove."),
        basis=("uu-1",),
        match=(),
        examples=(Example(dont="Salah [[ini]].", do="Benar."),),
    )


RULES = {
    item.id: item
    for item in (
        rule("restricted/nik", Severity.ERROR),
        rule("readability/wordy-phrase", Severity.INFO),
        rule("restricted/employee-id", Severity.WARNING),
    )
}
_NIK = place(NIK)
_WORDY = place("dalam rangka")
FINDINGS = (
    Finding(
        rule="restricted/nik",
        severity=Severity.ERROR,
        confidence=0.98,
        message="NIK ke-1 terbaca: tutup, 100% perlu.",
        span=_NIK,
        excerpt=Excerpt("👩‍💼 é NIK •••••••••••••••• milik Sari.", 10, 26),
        evidence=("label NIK on the line",),
        related=(Related("person", place("Sari")),),
        basis=("uu-1",),
        suggestion="Hapus NIK.",
        fixes=(Fix(Applicability.UNSAFE, "Tutup", (Edit(_NIK, "█" * 16),)),),
        fingerprint="a1b2c3d4e5f60718",
    ),
    Finding(
        rule="readability/wordy-phrase",
        severity=Severity.INFO,
        confidence=0.9,
        message="Ganti “dalam rangka”.",
        span=_WORDY,
        excerpt=Excerpt("Rapat 50%, dalam rangka 🎉 …", 11, 23),
        basis=("uu-1",),
        fixes=(Fix(Applicability.SAFE, "Ganti", (Edit(_WORDY, "untuk"),)),),
        fingerprint="0817f6e5d4c3b2a1",
    ),
)
SUPPRESSED = Suppressed(
    rule="restricted/employee-id",
    reason="penetapan pejabat",
    source="comment",
    span=place(NIK, 1),
    until="2030-01-01",
    by="PPID",
    fingerprint="ffffeeeeddddcccc",
)
REPORT = Report(
    path="folder/draf é.md",
    kind="umum",
    language="id",
    findings=FINDINGS,
    suppressed=(SUPPRESSED,),
    metrics={"words": 14, "sentences": 3, "readability": 8.1, "band": "easy"},
    notes=("tanpa direktori kontak",),
    bases=BASES,
    lines=LineIndex(TEXT),
)
CELL = Report(
    path="tabel.docx",
    kind="umum",
    language="id",
    findings=(
        Finding(
            rule="restricted/nik",
            severity=Severity.ERROR,
            confidence=0.98,
            message="NIK ke-1 terbaca.",
            span=Span(40, 56),
            excerpt=Excerpt("••••••••••••••••", 0, 16),
            basis=("uu-1",),
            location={"table": 2, "row": 4, "column": 3},
            fingerprint="1111222233334444",
        ),
    ),
    bases=BASES,
    has_lines=False,
)
BROKEN = Report(path="rusak.md", errors=(Problem("bita rusak", 2, 7),))


def run(*reports: Report, language: str = "id") -> Run:
    """A run over the reports, whose drafts all have the text above."""
    return Run(
        reports=reports or (REPORT, CELL, BROKEN),
        version="0.1.0",
        rules_digest="sha256:0",
        rules=RULES,
        bases=BASES,
        language=language,  # type: ignore[arg-type]
        source=lambda report: Original(TEXT, len(codecs.BOM_UTF8)),
    )
