"""Rule files that cannot be used: one line each, with path, line and column."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from ppid_lint.catalog import load_rules, rule_schema
from ppid_lint.compiled import compiled_rules, content_digest, rules_folder
from ppid_lint.errors import RuleError

GOOD = """\
id: own/word
severity: info
title: {id: Kata, en: Word}
message: {id: "Ganti {text}.", en: "Replace {text}."}
why: {id: Sebab., en: Reason.}
basis: [kbbi]
match: {kind: phrase, words: [lha]}
examples:
  - dont: "Ini [[lha]] itu."
  - do: "Ini itu."
"""


def folder(tmp_path: Path, text: str, name: str = "own/word.yaml") -> Path:
    path = tmp_path / "rules" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path / "rules"


def load(tmp_path: Path, text: str) -> None:
    load_rules([rules_folder(), folder(tmp_path, text)])


def test_a_gap_is_read_in_a_phrase_and_a_form_of_dots_in_an_expression(tmp_path: Path) -> None:
    dots = "{kind: disclosure, subjects: [lha], states: [{from: 'l...a', like: true}]}"
    match = f"match: [{{kind: phrase, words: [mana ... lha]}}, {dots}]"
    text = GOOD.replace("match: {kind: phrase, words: [lha]}", match)
    rules = load_rules([rules_folder(), folder(tmp_path, text)])
    assert rules.get("own/word") is not None


def test_a_good_rule_loads(tmp_path: Path) -> None:
    rules = load_rules([rules_folder(), folder(tmp_path, GOOD)])
    assert rules.get("own/word") is not None


OWN = "match: {kind: disclosure, patterns: [lists/own.yaml#forms, 'l+h']}"


def own_list(tmp_path: Path, entry: str) -> str:
    """A rule whose patterns stand in it and in a list beside it."""
    folder(tmp_path, f"forms:\n  - {entry}\n", "lists/own.yaml")
    return GOOD.replace("match: {kind: phrase, words: [lha]}", OWN).replace("[[lha]] itu.", "[[lha itu]].")


def test_expressions_stand_in_the_rule_and_in_lists_it_names(tmp_path: Path) -> None:
    text = own_list(tmp_path, "{from: 'l.a', like: true}")
    rule = load_rules([rules_folder(), folder(tmp_path, text)]).get("own/word")
    assert rule is not None
    assert rule.match[0].needs().expressions == ("l.a", "l+h")


def test_a_word_in_a_list_of_expressions_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="bukan ekspresi"):
        load(tmp_path, own_list(tmp_path, "lha"))


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("severity: info", "severity: fatal", ":2:11:", "harus salah satu dari"),
        ("severity: info", "severitas: info", ":2:1:", "mungkin maksudnya “severity”"),
        ("title: {id: Kata, en: Word}", "title: Kata", ":3:8:", "harus berupa pasangan"),
        ("why: {id: Sebab., en: Reason.}", "why: {id: Sebab.}", ":5:6:", "kunci “en” harus ada"),
        ("basis: [kbbi]", "basis: [kbi]", ":6:9:", "mungkin maksudnya “kbbi”"),
        ("basis: [kbbi]", "basis: []", ":6:8:", "sedikitnya satu dasar"),
        ("kind: phrase", "kind: phrases", ":7:15:", "mungkin maksudnya “phrase”"),
        ("words: [lha]", "word: [lha]", ":7:23:", "mungkin maksudnya “words”"),
        ("words: [lha]", "words: lists/none.yaml", ":7:30:", "tidak ada"),
        ("words: [lha]", "words: 3", ":7:30:", "daftar kata"),
        ("kind: phrase, words: [lha]", "kind: disclosure, subjects: [lha], states: [a, {from: mana ... lha}]", ":7:56:", "“mana ... lha” tidak akan dicari"),
        ("words: [lha]", "words: [lha], known: [mana ... lha]", ":7:45:", "tidak akan dicari"),
        ("kind: phrase, words: [lha]", "kind: disclosure, subjects: [lha], states: lists/own.yaml", ":7:52:", "“mana ... lha” tidak akan dicari"),
        ("id: own/word", "id: own/words", ":1:5:", "harus sama dengan letak berkasnya"),
        ('  - do: "Ini itu."\n', "", ":9:3:", "contoh “do”"),
        ("match: {kind: phrase, words: [lha]}", "match: {kind: pattern, patterns: ['(?=a)']}", ":7:35:", "RE2"),
        ("match: {kind: phrase, words: [lha]}", "match: {kind: pattern, patterns: [a], validator: nikk}", ":7:8:", "nikk"),
        ("severity: info", "severity: [info", ":3:6:", "bukan YAML"),
        ("title: {id: Kata, en: Word}", "title: &a {id: Kata, en: Word}", ":3:8:", "alias"),
        ("severity: info", "severity: info\nseverity: info", ":3:1:", "dua kali"),
    ],
)  # fmt: skip
def test_a_bad_rule_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, place: str, message: str
) -> None:
    text = GOOD.replace(old, new)
    if "&a" in new:
        text = text.replace('message: {id: "Ganti {text}.", en: "Replace {text}."}', "message: *a")
    folder(tmp_path, "entries: [lha, mana ... lha]", "lists/own.yaml")
    with pytest.raises(RuleError) as error:
        load(tmp_path, text)
    line = str(error.value)
    assert "\n" not in line
    assert message in line
    assert f"word.yaml{place}" in line


def test_an_alias_bomb_is_refused_at_once(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(30))
    with pytest.raises(RuleError, match="alias"):
        load(tmp_path, bomb)


def test_a_duplicate_id_is_refused(tmp_path: Path) -> None:
    nik = (rules_folder() / "restricted" / "nik.yaml").read_text(encoding="utf-8")
    with pytest.raises(RuleError, match="sudah dipakai"):
        load_rules([rules_folder(), folder(tmp_path, nik, "restricted/nik.yaml")])


def test_compiled_rules_are_the_same_and_follow_the_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    own = folder(tmp_path, GOOD)
    first = asdict(compiled_rules([rules_folder(), own]))
    assert list((tmp_path / "cache" / "ppid-lint").glob("rules-*/index.pickle"))
    assert asdict(compiled_rules([rules_folder(), own])) == first
    before = content_digest([own])
    folder(tmp_path, GOOD.replace("lha", "loh"))
    assert content_digest([own]) != before
    assert asdict(compiled_rules([rules_folder(), own])) != first


def test_a_broken_or_unwritable_cache_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = asdict(compiled_rules([rules_folder()]))
    for kept in (tmp_path / "ppid-lint").rglob("*.pickle"):
        kept.write_bytes(b"not a pickle")
    assert asdict(compiled_rules([rules_folder()])) == first
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/none")
    assert asdict(compiled_rules([rules_folder()])) == first


def test_the_schema_names_every_kind() -> None:
    schema = rule_schema()
    kinds = {
        part["properties"]["kind"]["const"] for part in schema["properties"]["match"]["oneOf"][0]["oneOf"]
    }
    assert {"pattern", "phrase", "tokens", "metric"} <= kinds
