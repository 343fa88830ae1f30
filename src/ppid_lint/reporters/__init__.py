"""The output formats of a run: a table from format to what writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ppid_lint.reporters.run import Run

__all__ = ["FORMATS", "RENDERERS", "Run"]


def _json(run: Run) -> str:
    from ppid_lint.reporters import json_v1

    return json_v1.render(run.reports, version=run.version, rules_digest=run.rules_digest)


def _sarif(run: Run) -> str:
    from ppid_lint.reporters import sarif

    return sarif.render(run)


RENDERERS: Mapping[str, Callable[[Run], str]] = {
    "json": _json,
    "sarif": _sarif,
}
"""Formats that are written whole once every draft is done."""

FORMATS = ("text", "jsonl", *RENDERERS)
