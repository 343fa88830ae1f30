"""Rule files, word lists and bases, read and validated; each misfit told by path, line and column."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import Any

from ppid_lint.errors import RuleError
from ppid_lint.lexicon import Lexicon, WordSet
from ppid_lint.matchers import fills, kinds
from ppid_lint.rule import Basis, Rule, RuleSet, indexed, prefilters_of
from ppid_lint.scan import compile_expression
from ppid_lint.validation import adapter, validated
from ppid_lint.wordlists import LISTS, WordLists, lexicon_schema
from ppid_lint.yamlfile import YamlFile, nearest, read_yaml

# Files under a rule folder that are not rules.
BASES = "basis.yaml"
TIERS = "precedence.yaml"
CONTACTS = "kontak-djkn.yaml"  # the directory of the examples

Kinds = Mapping[str, type[Any]]


def load_rules(folders: Sequence[Path], digest: str = "") -> RuleSet:
    """All rules of the folders, in order of their ids; `RuleError` at the first misfit."""
    bases = _bases(folders)
    rules: dict[str, Rule] = {}
    known = kinds()
    for folder in folders:
        lists = WordLists([folder, *folders])
        for path in rule_files(folder):
            rule = _rule(path, folder, bases, lists, known)
            if rule.id in rules:
                raise RuleError(f"id “{rule.id}” sudah dipakai aturan lain", path=str(path), line=1, column=1)
            rules[rule.id] = rule
    ordered = tuple(rules[name] for name in sorted(rules))
    tiers = _tiers(folders, rules)
    return RuleSet(
        ordered, bases, digest, tuple(sorted(rules)), tiers, prefilters_of(ordered), indexed(ordered)
    )


def rule_files(folder: Path) -> list[Path]:
    """The rule files of a folder, sorted; lists, bases, the precedence and the example directory left out."""
    found = sorted(folder.rglob("*.yaml"))
    return [p for p in found if p.relative_to(folder).parts[0] not in {LISTS, BASES, TIERS, CONTACTS}]


def _rule(path: Path, folder: Path, bases: dict[str, Basis], lists: WordLists, known: Kinds) -> Rule:
    file = read_yaml(path, RuleError)
    if not isinstance(file.data, dict):
        raise file.fail("berkas aturan harus berupa pasangan kunci dan nilai")
    rule_id = path.relative_to(folder).with_suffix("").as_posix()
    if file.data.get("id") != rule_id:
        raise file.fail(f"id harus sama dengan letak berkasnya: {rule_id}", ("id",))
    data = dict(file.data, match=_matchers(file, rule_id, lists, known))
    rule = validated(Rule, file, data)
    _check(rule, file, bases)
    _check_braces(rule, file)
    return rule


def _matchers(file: YamlFile, rule_id: str, lists: WordLists, known: Kinds) -> tuple[Any, ...]:
    """What stands under `match`: one matcher, or a list of them."""
    match = file.data.get("match")
    if isinstance(match, list):
        ways = [("match", index) for index in range(len(match))]
        return tuple(
            _matcher(file, rule_id, lists, known, item, at) for item, at in zip(match, ways, strict=True)
        )
    return (_matcher(file, rule_id, lists, known, match, ("match",)),)


def _matcher(
    file: YamlFile, rule_id: str, lists: WordLists, known: Kinds, match: Any, at: tuple[str | int, ...]
) -> Any:
    if not isinstance(match, dict):
        raise file.fail("kunci “match” harus ada dan berupa pasangan kunci dan nilai", at)
    shape = known.get(str(match.get("kind")))
    if shape is None:
        hint = nearest(str(match.get("kind")), known)
        raise file.fail(f"jenis aturan “{match.get('kind')}” tidak dikenal; {hint}", (*at, "kind"))
    hints = typing.get_type_hints(shape)
    name = ":".join([rule_id, *map(str, at[1:])])
    gaps: frozenset[str] = getattr(shape, "reads_gaps", frozenset())
    filled = {}
    for key, value in match.items():
        if hints.get(key) is Lexicon:
            value = lists.lexicon(file, (*at, key), f"{name}:{key}", value, gaps=key in gaps)
        elif hints.get(key) is WordSet:
            value = lists.word_set(file, (*at, key), f"{name}:{key}", value)
        elif _names_list(value):
            value = lists.expressions(file, (*at, key), value)
        filled[key] = value
    return validated(shape, file, filled, at)


def _names_list(value: Any) -> bool:
    """Whether a field is, or holds, the name of a list."""
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, str) and item.startswith(f"{LISTS}/") for item in items)


def _check(rule: Rule, file: YamlFile, bases: dict[str, Basis]) -> None:
    """What no shape can say: bases exist, expressions compile, both sides are shown."""
    if not rule.basis:
        raise file.fail("sedikitnya satu dasar harus disebut (basis)", ("basis",))
    for index, name in enumerate(rule.basis):
        if name not in bases:
            raise file.fail(f"dasar “{name}” tidak dikenal; {nearest_basis(name, bases)}", ("basis", index))
    for side in ("dont", "do"):
        if not any(getattr(example, side) for example in rule.examples):
            raise file.fail(f"sedikitnya satu contoh “{side}” harus ada", ("examples",))
    for expression in (text for matcher in rule.match for text in matcher.needs().expressions):
        try:
            compile_expression(expression)
        except RuleError as error:
            raise file.fail(error.message, _place_of(expression, file.data["match"], ("match",))) from None


def _check_braces(rule: Rule, file: YamlFile) -> None:
    """Messages and suggestions name in braces only what the rule's matchers give."""
    each = [fills(matcher.kind) for matcher in rule.match]
    if None in each:
        return
    known = frozenset().union(*(some for some in each if some is not None))
    for key in ("message", "suggestion"):
        for language, text in (file.data.get(key) or {}).items():
            try:
                names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
            except ValueError:
                raise file.fail("kurung kurawal tidak berpasangan", (key, language)) from None
            for name in sorted(names - known):
                hint = nearest(name, known)
                raise file.fail(f"isian “{{{name}}}” tidak dikenal; {hint}", (key, language))


def nearest_basis(name: str, bases: dict[str, Basis]) -> str:
    """A hint at one basis; the list of all would fill a screen."""
    hint = nearest(name, bases)
    return hint if len(hint) < 120 else "lihat rules/basis.yaml"


def _place_of(value: str, data: Any, way: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The way to the first scalar that equals the value; the way itself where there is none."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, item in items:
        found = _place_of(value, item, (*way, key))
        if item == value or found != (*way, key):
            return found
    return way


def _bases(folders: Sequence[Path]) -> dict[str, Basis]:
    bases: dict[str, Basis] = {}
    for path in (folder / BASES for folder in folders if (folder / BASES).exists()):
        file = read_yaml(path, RuleError)
        for name, data in (file.data or {}).items():
            if name in bases:
                raise file.fail(f"dasar “{name}” sudah ada", (name,))
            bases[name] = validated(Basis, file, data, (name,))
    return bases


def _tiers(folders: Sequence[Path], rules: dict[str, Rule]) -> dict[str, int]:
    """The tiers of precedence.yaml: `before` beat the rest, which beat `after`."""
    tiers: dict[str, int] = {}
    for path in (folder / TIERS for folder in folders if (folder / TIERS).exists()):
        file = read_yaml(path, RuleError)
        groups = [*file.data["before"], ["*"], *file.data["after"]]
        middle = groups.index(["*"])
        for place, group in enumerate(groups):
            tiers |= {name: place - middle for name in group if name in rules}
    return tiers


def rule_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file, for editors."""
    schema = adapter(Rule).json_schema()
    definitions = schema.setdefault("$defs", {})
    variants = []
    for name, shape in kinds().items():
        part = adapter(shape).json_schema()
        definitions |= part.pop("$defs", {})
        part["properties"]["kind"] = {"const": name}
        part["required"] = sorted({"kind", *part.get("required", ())})
        variants.append(part)
    definitions["Lexicon"] = definitions["WordSet"] = lexicon_schema()
    one = {"oneOf": variants}
    schema["properties"]["match"] = {"oneOf": [one, {"type": "array", "items": one}]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "ppid-lint rule", **schema}
