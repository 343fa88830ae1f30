"""Which rules count: ids, categories or prefixes that are selected, less those that are ignored."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ppid_lint.errors import UsageError
from ppid_lint.rule import RESTRICTED, Rule


@dataclass(frozen=True, slots=True)
class Selection:
    """Selectors as `--select` and `--ignore` take them; no `select` means every rule."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def has(self, rule_id: str) -> bool:
        return (not self.select or _fits(self.select, rule_id)) and not _fits(self.ignore, rule_id)


@lru_cache(maxsize=64)
def selected(selection: Selection, rule_ids: tuple[str, ...]) -> frozenset[str]:
    """The ids of those rules that a selection has."""
    return frozenset(name for name in rule_ids if selection.has(name))


def running(rules: Sequence[Rule], selection: Selection | None) -> tuple[Rule, ...]:
    """The rules to run: of every category chosen from all, for the contest; identifiers, for the mask.

    Without a selection, all.
    """
    if selection is None:
        return tuple(rules)
    categories = {rule.category for rule in rules if selection.has(rule.id)}
    return tuple(rule for rule in rules if rule.category in categories or _identifies(rule))


_IDENTIFYING = frozenset({"pattern", "assignment"})  # kinds whose values are never shown


def _identifies(rule: Rule) -> bool:
    return rule.category == RESTRICTED and any(matcher.kind in _IDENTIFYING for matcher in rule.match)


def _fits(selectors: tuple[str, ...], rule_id: str) -> bool:
    return any(rule_id == text or rule_id.startswith(text.rstrip("/") + "/") for text in selectors)


def check_selectors(selectors: Iterable[str], rule_ids: Iterable[str]) -> None:
    """`UsageError` for a selector that fits no rule, with the nearest that does."""
    known = set(rule_ids) | {rule_id.partition("/")[0] for rule_id in rule_ids}
    for text in selectors:
        if not any(_fits((text,), name) for name in known):
            from ppid_lint.yamlfile import nearest

            raise UsageError(f"aturan “{text}” tidak dikenal; {nearest(text, known)}")


def check_rules(key: str, names: Iterable[str], rule_ids: Collection[str]) -> None:
    """`UsageError` for a name under a key of the configuration that is no rule's full id."""
    for name in names:
        if name not in rule_ids:
            from ppid_lint.yamlfile import nearest

            raise UsageError(f"{key}: aturan “{name}” tidak dikenal; {nearest(name, rule_ids)}")
