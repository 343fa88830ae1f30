"""A configuration made in code, held to what a configuration file may say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from ppid_lint.config import LISTS, Config, FailLevel, Override
from ppid_lint.errors import ConfigError
from ppid_lint.finding import Severity
from ppid_lint.kind import KINDS, MEASURES
from ppid_lint.rule import Language
from ppid_lint.selection import check_rules, check_selectors


def fitted(config: Config) -> Config:
    """The configuration with text alone taken for a list of one, and severities for what they name.

    `ConfigError` names the first key whose value is of no use.
    """
    lists: dict[str, Any] = {name: _listed(name, getattr(config, name)) for name in LISTS}
    overrides = {glob: _override(glob, override) for glob, override in config.overrides.items()}
    config = replace(config, **lists, severity=_severities("severity", config.severity), overrides=overrides)
    for key, value, known in _named(config):
        _check_known(key, value, known)
    for key, number in _numbers(config):
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise ConfigError(f"{key}: harus berupa angka, bukan “{number}”")
    return config


def spoken(language: Any) -> Language:
    """The language of messages; `ConfigError` for one that they are not written in."""
    _check_known("language", language, get_args(Language))
    return "en" if language == "en" else "id"


def paths(given: str | Path | Iterable[str | Path]) -> tuple[str, ...]:
    """Paths as text; one alone counts as a list of one."""
    return (str(given),) if isinstance(given, str | Path) else tuple(map(str, given))


def check_names(config: Config, rule_ids: Collection[str]) -> None:
    """`UsageError` for a rule that the configuration names and that there is not."""
    each = _parts(config)
    check_selectors((name for part in each for name in (*part.select, *part.ignore)), rule_ids)
    check_rules("allow", (item.rule for item in config.allow), rule_ids)
    check_rules("severity", (name for part in each for name in part.severity), rule_ids)


def _check_known(key: str, value: Any, known: Collection[str]) -> None:
    """`ConfigError` for a value that is none of those known."""
    if value not in known:
        raise ConfigError(f"{key}: “{value}” tidak dikenal; ada: {', '.join(known)}")


def _override(glob: str, override: Override) -> Override:
    key = f"overrides.{glob}"
    return replace(
        override,
        select=_listed(f"{key}.select", override.select),
        ignore=_listed(f"{key}.ignore", override.ignore),
        severity=_severities(f"{key}.severity", override.severity),
    )


def _listed(key: str, value: Any) -> tuple[str, ...]:
    items = (value,) if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
        raise ConfigError(f"{key}: harus berupa daftar teks, bukan “{value}”")
    return tuple(items)


def _severities(key: str, given: Mapping[str, Any]) -> dict[str, Severity]:
    for value in given.values():
        _check_known(key, value, tuple(Severity))
    return {name: Severity(value) for name, value in given.items()}


def _named(config: Config) -> Iterator[tuple[str, Any, Collection[str]]]:
    """Each value that must be one of a few, with its key and those."""
    languages = get_args(Language)
    yield "fail_level", config.fail_level, get_args(FailLevel)
    yield from (("kinds", kind, KINDS) for kind in config.kinds.values())
    yield from (("limits", kind, KINDS) for kind in config.limits)
    yield from (("limits", measure, MEASURES) for limits in config.limits.values() for measure in limits)
    yield from (
        ("language", part.language, languages) for part in _parts(config) if part.language is not None
    )
    yield from (
        ("overrides", part.kind, KINDS) for part in config.overrides.values() if part.kind is not None
    )


def _parts(config: Config) -> Sequence[Config | Override]:
    return (config, *config.overrides.values())


def _numbers(config: Config) -> Iterator[tuple[str, Any]]:
    for kind, limits in config.limits.items():
        yield from ((f"limits.{kind}.{measure}", number) for measure, number in limits.items())
