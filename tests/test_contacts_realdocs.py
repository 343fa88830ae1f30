"""Channels found in real published pages, against labels nobody of this project set."""

from __future__ import annotations

import csv
import html
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ppid_lint.contacts.channel import DIALLED, Channel, Kind
from ppid_lint.contacts.extraction import channels_in
from ppid_lint.contacts.urls import target_channel
from ppid_lint.text import Span

SHARED = Path(os.environ.get("PPID_LINT_SHARED") or Path(__file__).parents[2] / "shared")
GOV = SHARED / "realdocs" / "gov"
pytestmark = pytest.mark.skipif(not GOV.is_dir(), reason="the folder of real drafts is not here")

PHONES = {"PHONE_LANDLINE", "PHONE_MOBILE", "FAX", "SMS_SHORTCODE"}
EMAILS = {"EMAIL_GOV", "EMAIL_FREE"}
TAG = re.compile(r"<(?:!--.*?--|script\b.*?</script|style\b.*?</style|/?[a-zA-Z][^>]*)>", re.DOTALL)
HREF = re.compile(r'href="([^"]*)"')
ENTITY = re.compile(r"&#?\w+;")
INLINE = {"a", "b", "strong", "em", "i", "span", "br", "u", "small"}

Piece = tuple[str, int]  # a visible character and its offset in the source


def _pieces(source: str, markup: bool) -> Iterator[list[Piece]]:
    """Runs of visible characters, a block each."""
    run: list[Piece] = []
    at = 0
    while at < len(source):
        tag = TAG.match(source, at) if markup and source[at] == "<" else None
        if tag:
            name = re.match(r"</?(\w*)", tag[0])
            if name and name[1].lower() not in INLINE:
                yield run
                run = []
            elif name and name[1].lower() == "br":
                run.append((" ", at))
            at = tag.end()
            continue
        entity = ENTITY.match(source, at) if markup and source[at] == "&" else None
        letters = html.unescape(entity[0]) if entity else source[at]
        if not markup and letters == "\n":
            yield run
            run = []
        elif not (letters.isspace() and run and run[-1][0] == " "):
            run.append((" " if letters.isspace() else letters[0], at))
        at = entity.end() if entity else at + 1
    yield run


def _found(source: str, markup: bool) -> Iterator[tuple[Channel, Span]]:
    for run in _pieces(source, markup):
        for channel in channels_in("".join(letter for letter, _ in run)):
            yield channel, Span(run[channel.span.start][1], run[channel.span.end - 1][1] + 1)
    shown = re.sub(r"<!--.*?-->", lambda comment: " " * len(comment[0]), source, flags=re.DOTALL)
    for match in HREF.finditer(shown) if markup else ():
        channel = target_channel(match[1])
        if channel is not None:
            yield channel, Span(match.start(1) + channel.span.start, match.start(1) + channel.span.end)


def _labels(path: Path, source: str) -> list[tuple[str, Span]]:
    """The labels of a file that a reader of the page sees."""
    hidden = [Span(*match.span()) for match in re.finditer(r"<!--.*?-->", source, re.DOTALL)]
    with (SHARED / "realdocs" / "labels.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [
            row
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["file"] == f"gov/{path.name}"
        ]
    labels = [(row["label"], Span(int(row["start"]), int(row["end"]))) for row in rows]
    return [(label, span) for label, span in labels if not any(span.overlaps(other) for other in hidden)]


def _f1(labelled: set[str], kinds: frozenset[Kind]) -> tuple[float, list[str]]:
    """F1 by overlap over all files, and what was missed or invented."""
    hits, wrong = 0, []
    for path in sorted(GOV.iterdir()):
        source = path.open(encoding="utf-8", newline="").read()
        markup = path.suffix == ".html" or "</" in source
        wanted = [span for label, span in _labels(path, source) if label in labelled]
        found = [(channel, span) for channel, span in _found(source, markup) if channel.kind in kinds]
        known = {channel.value for channel, span in found if any(span.overlaps(other) for other in wanted)}
        for span in wanted:
            met = any(span.overlaps(other) for _, other in found)
            hits += met
            wrong += [] if met else [f"missed {path.name} {span}"]
        wrong += [
            f"invented {path.name} {channel.text}" for channel, _ in found if channel.value not in known
        ]
    return 2 * hits / (2 * hits + len(wrong)), wrong


def test_phones_and_emails_of_real_pages() -> None:
    score, wrong = _f1(PHONES | EMAILS, DIALLED | {Kind.EMAIL})
    assert score >= 0.97, wrong


def test_addresses_of_real_pages() -> None:
    score, wrong = _f1({"ADDRESS"}, frozenset({Kind.ADDRESS}))
    assert score >= 0.90, wrong


def test_traps_of_real_pages_are_left_alone() -> None:
    traps = {"TRAP_NOT_ADDRESS": frozenset({Kind.ADDRESS}), "TRAP_NOT_PHONE": DIALLED}
    for path in sorted(GOV.iterdir()):
        source = path.open(encoding="utf-8", newline="").read()
        found = list(_found(source, path.suffix == ".html"))
        for label, span in _labels(path, source):
            kinds = traps.get(label, frozenset())
            assert not [
                channel.text for channel, place in found if channel.kind in kinds and span.overlaps(place)
            ]
