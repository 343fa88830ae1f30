"""`ppid-lint explain`: what a rule is about, why, on what basis, and how to put it right or allow it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ppid_lint.cli.linters import configured
from ppid_lint.errors import UsageError
from ppid_lint.rule import Example, Rule, RuleSet

_HEADS: dict[str, dict[str, str]] = {
    "id": {
        "why": "Mengapa",
        "dont": "Jangan",
        "do": "Lakukan",
        "basis": "Dasar",
        "fix": "Cara memperbaiki",
        "allow": "Cara mengizinkan",
        "none": "Tulis ulang bagian itu; tidak ada perbaikan otomatis.",
        "safe": "Perbaikan aman: ppid-lint check --fix.",
        "unsafe": "Ada usulan yang perlu dibaca dulu: ppid-lint check --fix --unsafe-fixes.",
        "bar": "Hapus nilainya, atau tutup dengan bilah hitam: ppid-lint redact.",
    },
    "en": {
        "why": "Why",
        "dont": "Don't",
        "do": "Do",
        "basis": "Basis",
        "fix": "How to fix",
        "allow": "How to allow",
        "none": "Rewrite the place; there is no automatic fix.",
        "safe": "A safe fix: ppid-lint check --fix.",
        "unsafe": "A proposal to be read first: ppid-lint check --fix --unsafe-fixes.",
        "bar": "Take the value out, or cover it with a black bar: ppid-lint redact.",
    },
}


@click.command("explain")
@click.argument("rule_id", metavar="ATURAN")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa penjelasan.")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="Berkas konfigurasi.")
def command(rule_id: str, lang: Any, config: Path | None) -> None:
    """Menjelaskan sebuah aturan: mengapa, contoh, dasar hukum, cara memperbaiki dan mengizinkan."""
    from ppid_lint.compiled import compiled_rules, rules_folder

    folders = configured(config).rules
    ruleset = compiled_rules([rules_folder(), *map(Path, folders)])
    rule = ruleset.get(rule_id)
    if rule is None:
        from ppid_lint.yamlfile import nearest

        ids = [rule.id for rule in ruleset.rules]
        raise UsageError(f"aturan “{rule_id}” tidak dikenal; {nearest(rule_id, ids)}")
    click.echo("\n".join(_lines(rule, ruleset, lang)))


def _lines(rule: Rule, ruleset: RuleSet, lang: Any) -> Iterator[str]:
    heads = _HEADS[lang]
    yield f"{rule.id}  ({rule.severity.value})"
    yield rule.title.within(lang)
    yield f"\n{heads['why']}\n  {rule.why.within(lang)}"
    for side in ("dont", "do"):
        yield f"\n{heads[side]}"
        yield from (f"  - {text}" for text in _shown(rule.examples, side))
    yield f"\n{heads['basis']}"
    for name in rule.basis:
        basis = ruleset.bases[name]
        yield f"  - {basis.citation}: {basis.summary.within(lang)}"
    yield f"\n{heads['fix']}\n  {rule.suggestion.within(lang) if rule.suggestion else _how(rule, heads)}"
    yield f"\n{heads['allow']}"
    yield f'  <!-- ppid-lint: allow {rule.id} reason="…" until="2027-12-31" by="PPID" -->'


def _shown(examples: tuple[Example, ...], side: str) -> Iterator[str]:
    texts = (getattr(example, side) for example in examples)
    return (" / ".join(text.strip().splitlines()) for text in texts if text is not None)


def _how(rule: Rule, heads: dict[str, str]) -> str:
    return heads["bar"] if rule.category == "restricted" else heads[rule.fix]
