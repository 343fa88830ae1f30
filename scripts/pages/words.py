"""What rule pages say around the words of the rules, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, Mapping[str, str]]

LEVELS: Words = {
    "id": {"error": "galat", "warning": "peringatan", "info": "saran"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}

CATEGORIES: Words = {
    "id": {
        "contact": "Kontak",
        "readability": "Bahasa yang mudah dipahami",
        "restricted": "Informasi yang dikecualikan",
    },
    "en": {"contact": "Contacts", "readability": "Plain language", "restricted": "Restricted information"},
}

INDEX: Words = {
    "id": {
        "title": "# Semua aturan",
        "other": "[English](index.en.md)",
        "intro": "{count} aturan, menurut kategori. Tiap halaman ditulis dari berkas aturannya di `rules/`. "
        "Arti angka: [hasil pengukuran](../measurements.md).",
        "head": "Aturan|Judul|Tingkat|Presisi|Recall",
    },
    "en": {
        "title": "# All rules",
        "other": "[Bahasa Indonesia](index.md)",
        "intro": "{count} rules, by category. Each page is written from the rule's file in `rules/`. "
        "What the numbers mean: [measurements](../measurements.en.md).",
        "head": "Rule|Title|Severity|Precision|Recall",
    },
}

SAYS: Words = {
    "id": {
        "other": "English",
        "what": "Yang ditandai",
        "why": "Mengapa",
        "dont": "Jangan",
        "do": "Lakukan",
        "fix": "Cara memperbaiki",
        "allow": "Cara mengizinkan",
        "basis": "Dasar",
        "measured": "Hasil ukur",
        "in-any": "naskah Indonesia dan Inggris",
        "in-id": "naskah Indonesia",
        "in-en": "naskah Inggris",
        "kinds": "Cara mencari: {kinds}.",
        "drafts": "Hanya untuk jenis naskah {drafts}.",
        "mask-full": "Laporan tidak menampilkan satu karakter pun dari nilainya.",
        "mask-tail": "Laporan menampilkan paling banyak dua karakter terakhir dari nilainya.",
        "mask-hidden": "Laporan tidak menampilkan nilainya, juga tidak panjangnya.",
        "internal": "Naskah dengan temuan ini internal seluruhnya: `ppid-lint redact` menolak membuat salinan.",
        "becomes": "menjadi",
        "file": "*Temuan untuk seluruh naskah.*",
        "as-kind": "jenis naskah {kind}",
        "as-format": "format {format}",
        "as-contacts": "dengan direktori kontak contoh",
        "bar": "Salinan dengan bilah hitam: `ppid-lint redact NASKAH -o SALINAN`.",
        "fix-safe": "Perbaikan aman: `ppid-lint check --fix NASKAH`. "
        "Yang perlu dibaca dulu ditambahkan dengan `--unsafe-fixes`.",
        "fix-unsafe": "Ada usulan yang perlu dibaca dulu. Lihat dengan `ppid-lint check --diff --unsafe-fixes NASKAH`, "
        "terapkan dengan `--fix --unsafe-fixes`.",
        "fix-none": "Tidak ada perbaikan otomatis.",
        "reason": "alasan Anda",
        "allow-comment": "Di Markdown dan HTML, tepat sebelum bagian itu:",
        "allow-config": "Untuk Word, Excel, CSV, dan PDF, di `ppid-lint.yaml`:",
        "secondary": "Menurut sumber sekunder.",
        "unmeasured": "Naskah uji belum memuat contoh berlabel untuk aturan ini.",
        "numbers": "Presisi **{precision}**, recall **{recall}**.",
        "counts": "Pada naskah uji {found} dari {labels} tempat berlabel ditemukan.",
        "alarms": "Alarm palsu: {alarms}.",
        "judged": "Pada laman pemerintah {right} dari {judged} temuan dinilai benar.",
        "more": "Cara mengukur: [hasil pengukuran](../../measurements.md).",
    },
    "en": {
        "other": "Bahasa Indonesia",
        "what": "What is flagged",
        "why": "Why",
        "dont": "Don't",
        "do": "Do",
        "fix": "How to fix",
        "allow": "How to allow",
        "basis": "Basis",
        "measured": "Measured",
        "in-any": "Indonesian and English drafts",
        "in-id": "Indonesian drafts",
        "in-en": "English drafts",
        "kinds": "How it looks: {kinds}.",
        "drafts": "Only for drafts of kind {drafts}.",
        "mask-full": "Reports show no character of the value.",
        "mask-tail": "Reports show the last two characters of the value at most.",
        "mask-hidden": "Reports show neither the value nor its length.",
        "internal": "A draft with this finding is internal as a whole: `ppid-lint redact` refuses to make a copy.",
        "becomes": "becomes",
        "file": "*A finding of the whole draft.*",
        "as-kind": "kind of draft {kind}",
        "as-format": "format {format}",
        "as-contacts": "with the example contact directory",
        "bar": "A copy with black bars: `ppid-lint redact DRAFT -o COPY`.",
        "fix-safe": "A safe fix: `ppid-lint check --fix DRAFT`. Those that want a reader are added by `--unsafe-fixes`.",
        "fix-unsafe": "There are proposals to be read first. See them with `ppid-lint check --diff --unsafe-fixes DRAFT`, "
        "apply them with `--fix --unsafe-fixes`.",
        "fix-none": "There is no automatic fix.",
        "reason": "your reason",
        "allow-comment": "In Markdown and HTML, right before the place:",
        "allow-config": "For Word, Excel, CSV and PDF, in `ppid-lint.yaml`:",
        "secondary": "By a secondary source.",
        "unmeasured": "The test drafts hold no labelled case of this rule yet.",
        "numbers": "Precision **{precision}**, recall **{recall}**.",
        "counts": "On the test drafts {found} of {labels} labelled places are found.",
        "alarms": "False alarms: {alarms}.",
        "judged": "On government pages {right} of {judged} findings were judged right.",
        "more": "How it is measured: [measurements](../../measurements.en.md).",
    },
}
