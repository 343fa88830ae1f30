"""The configuration: which drafts are of which kind, which rules count, what is allowed."""

from __future__ import annotations

import datetime
import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, ClassVar, Literal

from ppid_lint.errors import ConfigError
from ppid_lint.finding import Severity
from ppid_lint.kind import KINDS, MEASURES
from ppid_lint.rule import Language
from ppid_lint.selection import Selection

FILE_NAME = "ppid-lint.yaml"
TABLE = "ppid-lint"

FailLevel = Literal["error", "warning", "info", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Allow:
    """A finding allowed in the configuration, for formats without comments."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    path: str
    rule: str
    reason: str
    fingerprint: str | None = None
    until: datetime.date | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What differs for the drafts of one glob."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    kind: str | None = None
    language: Language | None = None

    @property
    def selection(self) -> Selection:
        return Selection(self.select, self.ignore)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The keys of `ppid-lint.yaml`; paths in it are relative to its folder, `root`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    extends: str | None = None
    rules: tuple[str, ...] = ()  # folders with own rules
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    limits: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # kind: measure: number
    contacts: tuple[str, ...] = ()
    online_hosts: tuple[str, ...] = ()  # domains that `--online` may contact; none means any public one
    kinds: Mapping[str, str] = field(default_factory=dict)  # glob: kind
    language: Language | None = None
    fail_level: FailLevel = "error"
    terms: tuple[str, ...] = ()
    allow: tuple[Allow, ...] = ()
    overrides: Mapping[str, Override] = field(default_factory=dict)  # glob: what differs
    rule_pages: str | None = None  # address of the published rule pages; `{rule}` in it is a rule's id
    root: str = "."

    def for_path(self, path: str) -> Override:
        """What counts for one draft: selection, severities, kind and language, overrides applied in order."""
        at = relative(path, self.root) if self.kinds or self.overrides else path
        kind = next((kind for glob, kind in self.kinds.items() if matches(at, glob)), None)
        merged = Override(
            select=self.select, ignore=self.ignore, severity=self.severity, kind=kind, language=self.language
        )
        for glob, override in self.overrides.items():
            if matches(at, glob):
                merged = Override(
                    select=override.select or merged.select,
                    ignore=(*merged.ignore, *override.ignore),
                    severity={**merged.severity, **override.severity},
                    kind=override.kind or merged.kind,
                    language=override.language or merged.language,
                )
        return merged


def matches(path: str, glob: str) -> bool:
    """Whether a path with forward slashes fits a glob; a glob without a slash fits the name alone."""
    if "/" not in glob:
        return fnmatch.fnmatch(path.rpartition("/")[2], glob)
    return fnmatch.fnmatch(path, glob) or fnmatch.fnmatch(path, glob.replace("**/", ""))


def find_config(start: Path) -> Path | None:
    """The nearest configuration, in a folder or above: `ppid-lint.yaml`, or our table in a pyproject.toml."""
    for folder in (start, *start.parents):
        own = folder / FILE_NAME
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and _project_table(project) is not None:
            return project
    return None


def load_config(path: Path) -> Config:
    """The configuration of a file, with what it extends; `ConfigError` names file and line of a misfit."""
    return _load(path.resolve(), ())


def _load(path: Path, above: tuple[Path, ...]) -> Config:
    if path in above:
        raise ConfigError("extends berputar", path=str(path), line=1, column=1)
    from ppid_lint.validation import validated

    file = _read(path)
    data = file.data if file.data is not None else {}
    if not isinstance(data, dict):
        raise file.fail("konfigurasi harus berupa pasangan kunci dan nilai")
    if "root" in data:
        from ppid_lint.validation import unknown_key

        raise unknown_key(file, ("root",), tuple(f.name for f in fields(Config) if f.name != "root"))
    data = {key: [value] if key in LISTS and isinstance(value, str) else value for key, value in data.items()}
    config = replace(validated(Config, file, data), root=str(path.parent))
    _check_kinds(config, file)
    config = _with_absolute_paths(config)
    return (
        _extended(config, data, _load(path.parent / config.extends, (*above, path)))
        if config.extends
        else config
    )


LISTS = frozenset({"rules", "select", "ignore", "contacts", "online_hosts", "terms"})


def _read(path: Path) -> Any:
    from ppid_lint.yamlfile import YamlFile, read_yaml

    if path.suffix != ".toml":
        return read_yaml(path, ConfigError)
    table = _project_table(path)
    places = _toml_places(path.read_text(encoding="utf-8"))
    return YamlFile(str(path), table, places, ConfigError)


def _check_kinds(config: Config, file: Any) -> None:
    named: list[tuple[tuple[str, ...], str]] = [
        (("kinds", glob), kind) for glob, kind in config.kinds.items()
    ]
    named += [
        (("overrides", glob, "kind"), item.kind) for glob, item in config.overrides.items() if item.kind
    ]
    named += [(("limits", kind, "<key>"), kind) for kind in config.limits]
    for way, kind in named:
        if kind not in KINDS:
            raise file.fail(f"jenis naskah “{kind}” tidak dikenal; ada: {', '.join(KINDS)}", way)
    for kind, limits in config.limits.items():
        for measure in limits:
            if measure not in MEASURES:
                from ppid_lint.validation import unknown_key

                raise unknown_key(file, ("limits", kind, measure), MEASURES)


def _with_absolute_paths(config: Config) -> Config:
    root = Path(config.root)
    return replace(
        config,
        rules=tuple(str(root / name) for name in config.rules),
        contacts=tuple(str(root / name) for name in config.contacts),
    )


def _extended(config: Config, data: Mapping[str, Any], base: Config) -> Config:
    """The base with the keys that the extending file names itself."""
    named = {name: getattr(config, name) for name in data}
    return replace(base, **named, root=config.root)


def relative(path: str, root: str) -> str:
    """A path as globs see it: with forward slashes, from the configuration's folder where it lies in that."""
    try:
        return Path(path).resolve().relative_to(Path(root).resolve()).as_posix()
    except ValueError:
        return Path(path).as_posix()


def _project_table(path: Path) -> dict[str, Any] | None:
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigError(f"bukan TOML yang sah: {error}", path=str(path), line=1, column=1) from None
    table = data.get("tool", {}).get(TABLE)
    return table if isinstance(table, dict) else None


def _toml_places(text: str) -> dict[tuple[str | int, ...], tuple[int, int]]:
    """Where the keys of our table stand, for errors: TOML's parser does not tell."""
    places: dict[tuple[str | int, ...], tuple[int, int]] = {}
    inside: tuple[str, ...] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped.startswith("["):
            name = stripped.strip("[] ")
            ours = name == f"tool.{TABLE}" or name.startswith(f"tool.{TABLE}.")
            inside = tuple(name.split(".")[2:]) if ours else None
            if ours:
                places.setdefault(inside or (), (number, 1))
        elif inside is not None and "=" in stripped:
            key = stripped.partition("=")[0].strip().strip('"')
            places[(*inside, key)] = places[(*inside, key, "<key>")] = (number, line.index(key) + 1)
    return places
