"""`ppid-lint contacts`: checks a contact directory; makes one of what an office has already."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ppid_lint.errors import InputError, UsageError

if TYPE_CHECKING:
    from ppid_lint.contacts.raw_unit import RawUnit


@click.group("contacts")
def command() -> None:
    """Memeriksa direktori kontak, atau membuatnya dari CSV, vCard, dan laman HTML."""


@command.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan.")
def check(paths: tuple[Path, ...], lang: Any) -> int:
    """Memeriksa satu direktori, atau beberapa berkas yang digabung."""
    from ppid_lint.compiled import cache_folder, rules_folder
    from ppid_lint.contacts.directory_file import load
    from ppid_lint.contacts.kept import kept_references
    from ppid_lint.contacts.remarks import remarks

    directory = load(paths)
    references = kept_references(rules_folder() / "lists", cache_folder())
    for remark in remarks(directory, references, datetime.date.today()):
        click.echo(f"{remark.unit}: {remark.id if lang == 'id' else remark.en}")
    channels = sum(len(unit.channels) for unit in directory.units)
    click.echo(_TOTALS[lang].format(units=len(directory.units), channels=channels))
    return 0


_TOTALS = {
    "id": "direktori sah: {units} unit, {channels} kanal",
    "en": "valid directory: {units} units, {channels} channels",
}


@command.command("import")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Tulis ke berkas ini.")
@click.option("--organisation", default="", help="Nama instansi; bawaan: nama unit pertama.")
@click.option("--force", is_flag=True, help="Timpa berkas yang sudah ada.")
def import_(path: Path, output: Path | None, organisation: str, force: bool) -> int:
    """Membuat direktori dari CSV, vCard, atau data schema.org di laman HTML."""
    from ppid_lint.contacts.directory_text import directory_text

    if output is not None and output.exists() and not force:
        raise UsageError(f"sudah ada: {output}; pakai --force untuk menimpa")
    units = _reader(path)(_text(path))
    if not units:
        raise InputError("tidak ada unit yang terbaca", path=str(path))
    text = directory_text(units, organisation=organisation)
    if output is None:
        click.echo(text, nl=False)
        return 0
    output.write_text(text, encoding="utf-8")
    click.echo(f"ditulis: {output} ({len(units)} unit)")
    return 0


def _reader(path: Path) -> Callable[[str], list[RawUnit]]:
    """What reads a file of this suffix."""
    from ppid_lint.contacts.csv_units import csv_units
    from ppid_lint.contacts.jsonld_units import jsonld_units
    from ppid_lint.contacts.vcard_units import vcard_units

    readers = {
        **dict.fromkeys((".csv", ".tsv", ".txt"), csv_units),
        **dict.fromkeys((".vcf", ".vcard"), vcard_units),
        **dict.fromkeys((".html", ".htm"), jsonld_units),
    }
    suffix = path.suffix.lower()
    if suffix not in readers:
        raise UsageError(f"{path.name}: bukan CSV, vCard (.vcf), atau HTML")
    return readers[suffix]


def _text(path: Path) -> str:
    from ppid_lint.readers.decoding import decode

    try:
        return decode(path.read_bytes(), str(path)).text
    except OSError as error:
        raise InputError(f"tidak dapat dibaca: {error.strerror}", path=str(path)) from None
