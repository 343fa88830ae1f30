"""What a run knows beside the draft, made ready: its configuration, contact directories, the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ppid_lint.compiled import cache_folder, rules_folder
from ppid_lint.config import Config
from ppid_lint.errors import UsageError
from ppid_lint.rule import CONTACT, Rule
from ppid_lint.settings import Settings

if TYPE_CHECKING:
    from ppid_lint.contacts.names import Names
    from ppid_lint.contacts.references import References
    from ppid_lint.online.answer import Ask


def settings(
    config: Config,
    contacts: Sequence[str],
    rules: Iterable[Rule],
    *,
    slow: Callable[[], None] | None = None,
    online: bool = False,
) -> Settings:
    """The settings for some rules; the country's channels are read only where a rule asks for them."""
    return Settings(
        limits=config.limits,
        terms=frozenset(config.terms),
        names=_names(contacts, slow),
        references=_references() if any(rule.category == CONTACT for rule in rules) else None,
        online=_checker(config) if online else None,
    )


def _names(paths: Sequence[str], slow: Callable[[], None] | None) -> Names | None:
    if not paths:
        return None
    from ppid_lint.contacts.kept import kept_names

    each = {Path(path).resolve(): Path(path) for path in paths}  # named twice, it counts once
    return kept_names(list(each.values()), cache_folder(), slow=slow)


def _references() -> References:
    from ppid_lint.contacts.kept import kept_references

    return kept_references(rules_folder() / "lists", cache_folder())


def _checker(config: Config) -> Ask:
    try:
        from ppid_lint.online.checker import Checker
    except ModuleNotFoundError as missing:
        raise UsageError(
            "--online memerlukan dnspython; pasang dengan: pip install ppid-lint[online]"
        ) from missing
    from ppid_lint.online.policy import Policy

    return Checker(Policy(hosts=config.online_hosts))
