"""Word lists under rules/lists/, read once each into lexicons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Required

from typing_extensions import TypedDict

from ppid_lint.errors import RuleError
from ppid_lint.lexicon import GAP, Entry, Lexicon, WordSet
from ppid_lint.validation import adapter, validated
from ppid_lint.yamlfile import YamlFile, read_yaml

LISTS = "lists"

EntryFile = TypedDict(
    "EntryFile",
    {
        "from": Required[str],
        "to": list[str],
        "safe": bool,
        "unless": list[str],
        "inflect": bool,
        "note": str,
        "like": bool,
        "conf": str,
    },
    total=False,
)
EntryFile.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]


class FormatFile(TypedDict):
    """A format that is told by its form: an expression, and what it is of."""

    id: str
    name: str
    expression: str


FormatFile.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]


class WordLists:
    """Word lists by their path under the rule folders, each read once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[str, tuple[Entry, ...]] = {}
        self._lexicons: dict[str, Lexicon] = {}
        self._sets: dict[str, WordSet] = {}

    def lexicon(
        self, file: YamlFile, at: tuple[str | int, ...], name: str, value: Any, *, gaps: bool = False
    ) -> Lexicon:
        """A word list from a path, or a list of words, entries and paths; `gaps`: whether `...` is read."""
        if isinstance(value, str):
            return self._shared(value, _readable(self._file(value, file, at), file, at, gaps=gaps))
        if not isinstance(value, list):
            raise file.fail("harus berupa daftar kata atau nama berkas daftar", at)
        items = [(self._item(item, file, (*at, i)), (*at, i)) for i, item in enumerate(value)]
        entries = [entry for item, way in items for entry in _readable(item, file, way, gaps=gaps)]
        shared = all(isinstance(item, str) and item.startswith(f"{LISTS}/") for item in value)
        return self._shared("+".join(value) if shared else name, tuple(entries))

    def _shared(self, name: str, entries: tuple[Entry, ...]) -> Lexicon:
        """The one lexicon of that name: rules that name the same lists hold the same object."""
        return self._lexicons.setdefault(name, Lexicon(name, entries))

    def word_set(self, file: YamlFile, at: tuple[str | int, ...], name: str, value: Any) -> WordSet:
        """The words of a list, or of several, as a set to look words up in; one file's is shared."""
        lexicon = self.lexicon(file, at, name, value)
        if lexicon.name not in self._sets:
            words = dict.fromkeys(entry.text for entry in lexicon.entries)
            self._sets[lexicon.name] = WordSet(lexicon.name, "\n".join(words))
        return self._sets[lexicon.name]

    def expressions(self, file: YamlFile, at: tuple[str | int, ...], value: Any) -> tuple[str, ...]:
        """The RE2 expressions of a field: those that stand in it, and all of the lists it names."""
        items = value if isinstance(value, list) else [value]
        named = [isinstance(item, str) and item.startswith(f"{LISTS}/") for item in items]
        return tuple(
            text
            for item, is_name in zip(items, named, strict=True)
            for text in (self._expressions(item, file, at) if is_name else (item,))
        )

    def _expressions(self, name: str, file: YamlFile, at: tuple[str | int, ...]) -> tuple[str, ...]:
        """The expressions of a list of formats, or of a word list that holds nothing else."""
        listed = read_yaml(self._path(name.partition("#")[0], file, at), RuleError)
        if isinstance(listed.data, list):
            shaped = (validated(FormatFile, listed, item, (i,)) for i, item in enumerate(listed.data))
            return tuple(item["expression"] for item in shaped)
        entries = self._file(name, file, at)
        plain = next((entry.text for entry in entries if not entry.like), None)
        if plain is not None:
            raise file.fail(f"“{plain}” dalam “{name}” bukan ekspresi (like: true)", at)
        return tuple(entry.text for entry in entries)

    def _item(self, item: Any, file: YamlFile, at: tuple[str | int, ...]) -> tuple[Entry, ...]:
        if isinstance(item, str) and item.startswith(f"{LISTS}/"):
            return self._file(item, file, at)
        return (_entry(item, file, at),)

    def _file(self, name: str, file: YamlFile, at: tuple[str | int, ...]) -> tuple[Entry, ...]:
        if name not in self._read:
            stem, _, key = name.partition("#")
            self._read[name] = _entries(self._path(stem, file, at), key or "entries")
        return self._read[name]

    def _path(self, name: str, file: YamlFile, at: tuple[str | int, ...]) -> Path:
        found = next((folder / name for folder in self._folders if (folder / name).exists()), None)
        if found is None:
            raise file.fail(f"daftar “{name}” tidak ada", at)
        return found


def _readable(
    entries: tuple[Entry, ...], file: YamlFile, at: tuple[str | int, ...], *, gaps: bool
) -> tuple[Entry, ...]:
    """The entries; `RuleError` where one has a gap that nothing reads: it would never be found."""
    gapped = Lexicon("", entries).gapped
    if gapped and not gaps:
        why = f"“{GAP}” hanya berlaku pada kunci “words” jenis phrase"
        raise file.fail(f"“{gapped[0].text}” tidak akan dicari: {why}", at)
    return entries


def _entries(path: Path, key: str) -> tuple[Entry, ...]:
    """The entries under a key of a list file: words, entries, or words with what they stand for."""
    if path.suffix == ".txt":
        lines = path.read_text(encoding="utf-8").splitlines()
        return tuple(Entry(line.strip()) for line in lines if line.strip() and not line.startswith("#"))
    file = read_yaml(path, RuleError)
    found = file.data.get(key) if isinstance(file.data, dict) else None
    if isinstance(found, dict):
        return tuple(Entry(word.lower(), tuple(map(str.strip, to.split(";")))) for word, to in found.items())
    if not isinstance(found, list):
        raise file.fail(f"daftar kata harus punya kunci “{key}” yang berupa daftar")
    return tuple(_entry(item, file, (key, i)) for i, item in enumerate(found))


def _entry(item: Any, file: YamlFile, at: tuple[str | int, ...]) -> Entry:
    if isinstance(item, str):
        return Entry(item.lower())
    data = validated(EntryFile, file, item, at)
    like = data.get("like", False)
    return Entry(
        data["from"] if like else data["from"].lower(),
        tuple(data.get("to", ())),
        data.get("safe", False),
        tuple(data.get("unless", ())),
        data.get("inflect", False),
        data.get("note", ""),
        like,
    )


def lexicon_schema() -> dict[str, Any]:
    """The JSON Schema of a field that takes a word list."""
    entry = {"oneOf": [{"type": "string"}, adapter(EntryFile).json_schema()]}
    return {
        "description": "the name of a word list under rules/, or words, entries and names of lists",
        "oneOf": [{"type": "string"}, {"type": "array", "items": entry}],
    }
