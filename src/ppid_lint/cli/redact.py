"""`ppid-lint redact`: writes a copy with restricted values under black bars."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import click

from ppid_lint.config import Config, find_config, load_config
from ppid_lint.errors import InputError, UsageError
from ppid_lint.redact import Redaction, redact
from ppid_lint.reporters.text import place

_SAYS = {
    "id": {
        "refused": "perlu uji konsekuensi: naskah internal seluruhnya ({rules}); tidak ada salinan",
        "barred": "{count} nilai ditutup di {out}",
        "row": "  {count:4} {rule}",
        "left": "  masih ada: {rule} ({place}): {message}",
        "clean": "Pemeriksaan kedua: tidak ada nilai yang dikecualikan. PPID yang memutuskan.",
    },
    "en": {
        "refused": "a consequence test is needed: the whole paper is internal ({rules}); no copy was written",
        "barred": "{count} values barred in {out}",
        "row": "  {count:4} {rule}",
        "left": "  still there: {rule} ({place}): {message}",
        "clean": "Second check: no restricted value. The PPID decides on publication.",
    },
}


@click.command("redact")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("-o", "--output", "out", required=True, type=click.Path(path_type=Path), help="Berkas salinan.")
@click.option("--contacts", multiple=True, type=click.Path(path_type=Path), help="Direktori kontak resmi.")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="Berkas konfigurasi.")
@click.option("--kind", help="Jenis naskah.")
@click.option("--force", is_flag=True, help="Tulis salinan walau naskah internal seluruhnya.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan.")
def command(
    path: Path,
    out: Path,
    contacts: tuple[Path, ...],
    config: Path | None,
    kind: str | None,
    force: bool,
    lang: Any,
) -> int:
    """Menulis salinan dengan nilai yang dikecualikan ditutup bilah hitam; naskah asal tidak disentuh."""
    data = _source(path, out)
    found = config or find_config(path.resolve().parent)
    from ppid_lint.linter import Linter

    linter = Linter(load_config(found) if found else Config(), language=lang, contacts=contacts)
    result = redact(data, linter, name=str(path), kind=kind)
    if result.before.errors:
        problem = result.before.errors[0]
        raise InputError(problem.message, path=str(path), line=problem.line, column=problem.column)
    if result.refusals and not force:
        rules = ", ".join(sorted({finding.rule for finding in result.refusals}))
        click.echo(f"{path}: {_SAYS[lang]['refused'].format(rules=rules)}", err=True)
        return 1
    _write(out, result.data)
    for line in _lines(result, out, lang):
        click.echo(line)
    return int(bool(result.left))


def _source(path: Path, out: Path) -> bytes:
    """The draft's bytes; the copy must be another file, of the same format."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"tidak dapat dibaca: {error.strerror}", path=str(path)) from None
    if out.exists() and os.path.samefile(path, out):
        raise UsageError("salinan tidak boleh menimpa naskah asal", path=str(out))
    if out.suffix.lower() != path.suffix.lower():
        raise UsageError(f"salinan harus berformat sama ({path.suffix})", path=str(out))
    return data


def _write(out: Path, data: bytes) -> None:
    """Writes the copy in one step, so that none is left half written."""
    try:
        with tempfile.NamedTemporaryFile(dir=out.parent, delete=False) as stream:
            stream.write(data)
        os.replace(stream.name, out)
    except OSError as error:
        raise UsageError(f"tidak dapat ditulis: {error.strerror}", path=str(out)) from None


def _lines(result: Redaction, out: Path, lang: Any) -> list[str]:
    says = _SAYS[lang]
    lines = [says["barred"].format(count=sum(result.barred.values()), out=out)]
    lines += [says["row"].format(count=count, rule=rule) for rule, count in sorted(result.barred.items())]
    lines += [
        says["left"].format(rule=item.rule, place=place(result.after, item, lang), message=item.message)
        for item in result.left
    ]
    return lines if result.left else [*lines, says["clean"]]
