"""The output formats of a run: a table from format to what writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ppid_lint.reporters.run import Original, Run

__all__ = ["FORMATS", "RENDERERS", "Original", "Run"]


def _json(run: Run) -> str:
    from ppid_lint.reporters import json_v1

    return json_v1.render(run.reports, version=run.version, rules_digest=run.rules_digest)


def _sarif(run: Run) -> str:
    from ppid_lint.reporters import sarif

    return sarif.render(run)


def _github(run: Run) -> str:
    from ppid_lint.reporters import github

    return github.render(run)


def _rdjson(run: Run) -> str:
    from ppid_lint.reporters import rdjson

    return rdjson.render(run)


def _html(run: Run) -> str:
    from ppid_lint.reporters import html

    return html.render(run)


RENDERERS: Mapping[str, Callable[[Run], str]] = {
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "rdjson": _rdjson,
    "html": _html,
}
"""Formats that are written whole once every draft is done."""

FORMATS = ("text", "jsonl", *RENDERERS)
