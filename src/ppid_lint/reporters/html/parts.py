"""Parts of HTML pages: the frame, tables of counts, lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files

from ppid_lint.finding import Finding, Severity
from ppid_lint.reporters.own_page import MARK
from ppid_lint.rule import Language


def asset(name: str) -> str:
    """The text of a file of this package, put into each page: a report asks the network for nothing."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def frame(title: str, language: Language, body: Iterable[str], *, script: bool = False) -> str:
    """A whole page."""
    code = f"<script>{asset('filter.js')}</script>\n" if script else ""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n{MARK}\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>{asset('style.css')}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + f"\n{code}</body>\n</html>\n"
    )


def category_name(category: str, words: Mapping[str, str]) -> str:
    """What a category is called in the reader's language; one of the office's own keeps its name."""
    return escape(words.get(f"category-{category}", category))


def counts(findings: Sequence[Finding], words: Mapping[str, str]) -> str:
    """A table of findings by category and severity."""
    levels = list(Severity)
    head = "".join(f'<th scope="col">{words[level.value]}</th>' for level in levels)
    rows = []
    for category in sorted({item.category for item in findings}):
        of = [item for item in findings if item.category == category]
        numbers = [sum(item.severity is level for item in of) for level in levels]
        cells = "".join(f"<td>{number}</td>" for number in [*numbers, len(of)])
        rows.append(f'<tr><th scope="row">{category_name(category, words)}</th>{cells}</tr>')
    return (
        f'<table class="counts"><thead><tr><th scope="col">{words["category"]}</th>{head}'
        f'<th scope="col">{words["total"]}</th></tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )


def listing(items: Iterable[tuple[str, str]]) -> str:
    """A description list of labels and HTML; nothing of pairs without a value."""
    pairs = "".join(f"<div><dt>{escape(label)}</dt><dd>{html}</dd></div>" for label, html in items if html)
    return f"<dl>{pairs}</dl>"


def badge(severity: Severity, words: Mapping[str, str]) -> str:
    return f'<span class="badge {severity.value}">{words[severity.value]}</span>'
