"""HTML reports: self-contained pages for people, readable without script, on screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ppid_lint.reporters.html.index import index
from ppid_lint.reporters.html.page import page
from ppid_lint.reporters.run import Run

__all__ = ["INDEX", "pages", "render"]

INDEX = "index.html"


def render(run: Run) -> str:
    """The page of a run over one draft; of a run over none, the empty index."""
    return page(run.reports[0], run) if run.reports else index(run, ())


def pages(run: Run) -> dict[str, str]:
    """The pages of a run by file name: one for each draft, and the index of all."""
    names = _names([report.path for report in run.reports])
    made = {name: page(report, run, index=INDEX) for name, report in zip(names, run.reports, strict=True)}
    return {INDEX: index(run, names), **made}


def _names(paths: Sequence[str]) -> list[str]:
    """A file name for each path, none twice."""
    names: list[str] = []
    taken = {INDEX}
    for path in paths:
        stem = re.sub(r"[^\w.-]+", "-", path).strip("-.") or "naskah"
        name, number = f"{stem}.html", 2
        while name.lower() in taken:
            name, number = f"{stem}-{number}.html", number + 1
        taken.add(name.lower())
        names.append(name)
    return names
