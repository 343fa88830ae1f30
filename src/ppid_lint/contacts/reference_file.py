"""Reads the lists that ship with the product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ppid_lint.contacts.body_words import BodyWords
from ppid_lint.contacts.references import References
from ppid_lint.errors import RuleError
from ppid_lint.yamlfile import read_yaml


def load_references(folder: Path) -> References:
    """The references of a folder of lists (`rules/lists`)."""
    links = _read(folder / "contact-unofficial-links.yaml")
    official = _read(folder / "contact-official-domains.yaml")
    lines = _read(folder / "contact-national-lines.yaml")
    return References(
        area_codes=_tuples(_read(folder / "contact-area-codes.yaml")),
        free_mail=frozenset(_read(folder / "contact-free-mail.yaml")),
        shorteners=frozenset(links["shorteners"]),
        forms=frozenset(links["forms"]),
        pages=frozenset(links["pages"]),
        official_domains=frozenset(official["domains"]),
        official_suffixes=frozenset(official["suffixes"]),
        national_lines={line["number"]: line.get("written", line["number"]) for line in lines},
        bodies=BodyWords(**_tuples(_read(folder / "contact-bodies.yaml"))),
        maps=frozenset(links["maps"]),
    )


def _read(path: Path) -> Any:
    return read_yaml(path, RuleError).data


def _tuples(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in table.items()}
