"""Outcomes as JSON that holds no text of their draft: words that stand in it are kept as spans of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from ppid_lint.finding import Edit, Related, Severity
from ppid_lint.outcome import Outcome
from ppid_lint.report import Problem
from ppid_lint.ruling import Ruling
from ppid_lint.suppress import Directive
from ppid_lint.text import Span

Slicing = Callable[[str], str | Span]


def pack(outcome: Outcome, source: str) -> str:
    """The outcome as JSON."""
    sliced = _Slices(source).get
    return json.dumps(
        {
            "kind": outcome.kind,
            "language": outcome.language,
            "rulings": [_packed(ruling, sliced) for ruling in outcome.rulings],
            "directives": outcome.directives,
            "metrics": outcome.metrics,
            "notes": [sliced(note) for note in outcome.notes],
            "has_lines": outcome.has_lines,
            "errors": [[item.message, item.line, item.column] for item in outcome.errors],
        },
        separators=(",", ":"),
    )


def unpack(text: str, path: str, source: str) -> Outcome:
    """The outcome of a packed one, given the source of the same draft; any error means a broken pack."""
    data = json.loads(text)
    return Outcome(
        path=path,
        kind=data["kind"],
        language=data["language"],
        rulings=tuple(_unpacked(item, source) for item in data["rulings"]),
        directives=tuple(Directive(Span(*span), Span(*covers)) for span, covers in data["directives"]),
        metrics=data["metrics"],
        notes=tuple(_text(note, source) for note in data["notes"]),
        has_lines=data["has_lines"],
        errors=tuple(Problem(*item) for item in data["errors"]),
    )


def needs_source(text: str) -> bool:
    """Whether a packed outcome says anything that is worded from the draft."""
    data = json.loads(text)
    return bool(data["rulings"] or data["directives"] or data["notes"])


def _packed(ruling: Ruling, sliced: Slicing) -> dict[str, Any]:
    return {
        "rule": ruling.rule,
        "severity": ruling.severity.value,
        "confidence": ruling.confidence,
        "span": ruling.span,
        "number": ruling.number,
        "fingerprint": ruling.fingerprint,
        "evidence": [sliced(item) for item in ruling.evidence],
        "values": {name: sliced(value) for name, value in ruling.values.items()},
        "related": [[sliced(item.role), item.span] for item in ruling.related],
        "runs": ruling.runs,
        "replacement": None if ruling.replacement is None else sliced(ruling.replacement),
        "edits": [[edit.span, sliced(edit.text)] for edit in ruling.edits],
        "safe": ruling.safe,
        "internal": ruling.internal,
        "of_file": ruling.of_file,
        "location": None if ruling.location is None else _places(ruling.location, sliced),
    }


def _unpacked(data: dict[str, Any], source: str) -> Ruling:
    replacement, place = data["replacement"], data["location"]
    return Ruling(
        rule=data["rule"],
        severity=Severity(data["severity"]),
        confidence=data["confidence"],
        span=Span(*data["span"]),
        number=data["number"],
        fingerprint=data["fingerprint"],
        evidence=tuple(_text(item, source) for item in data["evidence"]),
        values={name: _text(value, source) for name, value in data["values"].items()},
        related=tuple(Related(_text(role, source), Span(*span)) for role, span in data["related"]),
        runs=tuple((Span(*span), length) for span, length in data["runs"]),
        replacement=None if replacement is None else _text(replacement, source),
        edits=tuple(Edit(Span(*span), _text(text, source)) for span, text in data["edits"]),
        safe=data["safe"],
        internal=data["internal"],
        of_file=data["of_file"],
        location=None if place is None else {key: _place(value, source) for key, value in place.items()},
    )


class _Slices:
    """Where texts stand in a draft; one that does not is a rule's or a directory's own.

    Each is looked for once: a list of recipients has a hundred thousand findings in the same few words.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._known: dict[str, str | Span] = {"": ""}

    def get(self, text: str) -> str | Span:
        known = self._known.get(text)
        if known is None:
            at = self._source.find(text)
            known = self._known[text] = text if at < 0 else Span(at, at + len(text))
        return known


def _text(kept: str | list[int], source: str) -> str:
    return kept if isinstance(kept, str) else source[kept[0] : kept[1]]


def _places(location: Mapping[str, int | str], sliced: Slicing) -> dict[str, int | str | Span]:
    """A location; the letters and number of a cell are no words of the draft, though they may stand in it."""
    return {key: at if key == "cell" or isinstance(at, int) else sliced(at) for key, at in location.items()}


def _place(kept: int | str | list[int], source: str) -> int | str:
    return kept if isinstance(kept, int) else _text(kept, source)
