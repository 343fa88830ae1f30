"""`ppid-lint rules`: lists the active rules, runs their examples, prints the schema of a rule file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from ppid_lint.cli.linters import configured
from ppid_lint.compiled import rules_folder
from ppid_lint.errors import RuleError
from ppid_lint.examples import Failure
from ppid_lint.rule import Rule
from ppid_lint.selection import Selection


@click.group("rules", invoke_without_command=True)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="Bentuk daftar."
)
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="Berkas konfigurasi.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa judul.")
@click.pass_context
def command(ctx: click.Context, format_: str, config: Path | None, lang: Any) -> None:
    """Mendaftar aturan yang aktif."""
    if ctx.invoked_subcommand:
        return
    from ppid_lint.linter import Linter

    linter = Linter(configured(config))
    selection = Selection(linter.config.select, linter.config.ignore)
    rules = [rule for rule in linter.ruleset.rules if selection.has(rule.id)]
    if format_ == "json":
        click.echo(json.dumps([_plain(rule) for rule in rules], ensure_ascii=False, indent=2))
        return
    longest = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        click.echo(f"{rule.id:{longest}}  {rule.severity.value:7}  {rule.title.within(lang)}")


@command.command("test")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="Berkas konfigurasi.")
def test(paths: tuple[Path, ...], config: Path | None) -> int:
    """Menjalankan contoh setiap aturan. PATH: folder atau berkas aturan sendiri."""
    from dataclasses import replace

    from ppid_lint.examples import Examiner

    settings = configured(config)
    folders = [*map(Path, settings.rules), *(path for path in paths if path.is_dir())]
    each = dict.fromkeys(str(path.resolve()) for path in folders)  # one may be named in both places
    settings = replace(settings, rules=tuple(each))
    examiner = Examiner(settings)
    named = {path.with_suffix("").name for path in paths if path.is_file()}
    rules = [
        rule for rule in examiner.linter.ruleset.rules if not named or rule.id.rpartition("/")[2] in named
    ]
    failures = [failure for rule in rules for failure in examiner.failures(rule)]
    for failure in failures:
        click.echo(_located(failure, [rules_folder(), *map(Path, settings.rules)]), err=True)
    count = sum(len(rule.examples) for rule in rules)
    click.echo(f"{len(rules)} aturan, {count} contoh, {len(failures)} tidak cocok")
    return 2 if failures else 0


def _located(failure: Failure, folders: list[Path]) -> str:
    """A failure in one line, with the path, line and column of its example."""
    from ppid_lint.yamlfile import read_yaml

    path = next(p for folder in folders if (p := folder / f"{failure.rule}.yaml").exists())
    message = f"contoh {failure.example}: {failure.outcome}: {failure.message}"
    return str(read_yaml(path, RuleError).fail(message, ("examples", failure.example - 1)))


@command.command("schema")
def schema() -> None:
    """Mencetak JSON Schema sebuah berkas aturan, untuk penyunting."""
    from ppid_lint.catalog import rule_schema

    click.echo(json.dumps(rule_schema(), ensure_ascii=False, indent=2))


def _plain(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "category": rule.category,
        "severity": rule.severity.value,
        "kinds": [matcher.kind for matcher in rule.match],
        "languages": list(rule.languages),
        "title": {"id": rule.title.id, "en": rule.title.en},
        "basis": list(rule.basis),
        "fix": rule.fix,
    }
