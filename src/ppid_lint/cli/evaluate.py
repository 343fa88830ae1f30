"""`ppid-lint evaluate`: precision, recall and F1 per rule on labelled drafts."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from ppid_lint.errors import UsageError
from ppid_lint.evaluate import Score, by_category, evaluate


@click.command("evaluate")
@click.argument("corpus", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--contacts",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Direktori kontak resmi.",
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="Bentuk hasil."
)
def command(corpus: Path, contacts: tuple[Path, ...], format_: str) -> int:
    """Mengukur aturan pada naskah berlabel ([[aturan|teks]]) di folder CORPUS."""
    from ppid_lint.labelled import read_labelled
    from ppid_lint.linter import Linter

    drafts = list(read_labelled(corpus))
    if not drafts:
        raise UsageError(f"{corpus}: tidak ada naskah berlabel")
    scores = evaluate(drafts, Linter(contacts=contacts))
    if format_ == "json":
        click.echo(json.dumps({rule: asdict(score) for rule, score in scores.items()}, indent=2))
        return 0
    click.echo(
        f"{'aturan':40} {'label':>6} {'presisi':>8} {'recall':>8} {'tepat':>8} {'F1':>6} {'alarm palsu':>12}"
    )
    for name, score in [*scores.items(), *by_category(scores).items()]:
        click.echo(_row(name, score))
    click.echo(f"{len(drafts)} naskah")
    return 0


def _row(name: str, score: Score) -> str:
    exact = score.exact / score.labels if score.labels else None
    numbers = [_number(value) for value in (score.precision, score.recall, exact, score.f1)]
    return (
        f"{name:40} {score.labels:6} {numbers[0]:>8} {numbers[1]:>8} {numbers[2]:>8} {numbers[3]:>6}"
        f" {score.false_alarms:12}"
    )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
