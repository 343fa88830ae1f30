"""YAML as a tree: what plain scalars mean, what is refused, and where."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ppid_lint.errors import ConfigError
from ppid_lint.yamlfile import parse_yaml
from ppid_lint.yamltree import parse_tree


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("yes", "yes"),
        ("off", "off"),
        ("08:00", "08:00"),
        ("12_000", 12000),
        ("0x1F", 31),
        ("007", "007"),
        ("-2.5", -2.5),
        ("1e3", 1000.0),
        ("2026-12-31", date(2026, 12, 31)),
        ("2026-13-31", "2026-13-31"),
        ("2026-12-31 sampai 5", "2026-12-31 sampai 5"),
        ("'12'", "12"),
        ('"a\\u00e9"', "aé"),
        ("!!str 12", "12"),
        ("dua kata", "dua kata"),
    ],
)
def test_a_plain_scalar_is_what_it_looks_like(text: str, value: Any) -> None:
    assert parse_yaml(f"kunci: {text}\n", "a.yaml", ConfigError).data == {"kunci": value}


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: 1\nb: [1, 2\n", "3:1", "bukan YAML yang sah"),
        ("a: &x 1\n", "1:4", "jangkar dan alias"),
        ("a: *x\n", "1:4", "jangkar dan alias"),
        ("a: 1\n---\nb: 2\n", "3:1", "lebih dari satu dokumen"),
        (f"a: {'[' * 40}{']' * 40}\n", "1:35", "bersarang terlalu dalam"),
        ("a: 1\nbé: \x07\n", "2:5", "bukan YAML yang sah"),
        ("a: 1\na: 2\n", "2:1", "ditulis dua kali"),
        ("[1]: 2\n", "1:1", "kunci harus berupa teks"),
    ],
)
def test_what_is_refused_has_its_place(text: str, place: str, words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse_yaml(text, "a.yaml", ConfigError)
    assert str(raised.value).startswith(f"a.yaml:{place}: ")
    assert words in str(raised.value)


def test_aliases_stand_for_their_node_where_they_are_taken() -> None:
    tree = parse_tree("a: &x [1, 2]\nb: *x\n", path="a.yaml", error=ConfigError, with_aliases=True)
    assert tree is not None
    (_, first), (_, second) = tree.value
    assert second is first
    with pytest.raises(ConfigError, match="alias “y” tidak dikenal"):
        parse_tree("a: *y\n", path="a.yaml", error=ConfigError, with_aliases=True)
