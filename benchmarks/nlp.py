"""Sentence borders and speed beside spaCy's sentencizer: `python benchmarks/nlp.py [folder of texts]`.

The folder holds .txt, .md and .html files; without one the project's own gold is repeated to 100,000 words.
"""

from __future__ import annotations

import html
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import nlp_gold
from ppid_lint.nlp.pipeline import pipeline
from ppid_lint.nlp.sentences import sentence_spans
from ppid_lint.nlp.syllables import count_syllables
from ppid_lint.nlp.words import count_words, words

WORDS = 100_000
TAG = re.compile(r"<[^>]*>")


def sentencizer() -> spacy.language.Language:
    """spaCy's rule splitter on its bare multi-language tokenizer."""
    language = spacy.blank("xx")
    language.add_pipe("sentencizer")
    return language


def texts(folder: Path | None) -> list[str]:
    """Paragraphs, tags stripped, repeated until there are enough words."""
    if folder is None:
        found = [paragraph.text for half in ("tuning", "test") for paragraph in nlp_gold.own(half)]
    else:
        files = (path for path in sorted(folder.rglob("*")) if path.suffix in {".txt", ".md", ".html"})
        plain = (html.unescape(TAG.sub(" ", path.read_text(encoding="utf-8"))) for path in files)
        found = [part for text in plain for part in re.split(r"\n\s*\n", text) if part.strip()]
    return found * (WORDS // max(sum(map(count_words, found)), 1) + 1)


def words_per_second(paragraphs: list[str], work: Callable[[str], object]) -> float:
    started = time.perf_counter()
    for paragraph in paragraphs:
        work(paragraph)
    return sum(map(count_words, paragraphs)) / (time.perf_counter() - started)


def say(name: str, values: Iterable[str]) -> None:
    sys.stdout.write(f"{name:<34}" + "".join(f"{value:>14}" for value in values) + "\n")


def quality(other: spacy.language.Language) -> None:
    splitters: dict[str, nlp_gold.Splitter] = {
        "ppid-lint": lambda text: [span.start for span in sentence_spans(text)],
        "sentencizer": lambda text: [sent.start_char for sent in other(text).sents],
    }
    golds = {half: nlp_gold.own(half) for half in ("tuning", "test")}
    if nlp_gold.REALDOCS.is_dir():
        golds["published"] = list(nlp_gold.published())
    say("F1 of borders", splitters)
    for name, gold in golds.items():
        say(name, (f"{nlp_gold.f_score(gold, splitter):.3f}" for splitter in splitters.values()))


def speed(other: spacy.language.Language, paragraphs: list[str]) -> None:
    started = time.perf_counter()
    ours = pipeline()
    say("pipeline start", [f"{1000 * (time.perf_counter() - started):.0f} ms"])
    jobs: dict[str, Callable[[str], object]] = {
        "tokens and sentences, first pass": ours,
        "tokens and sentences, again": ours,
        "sentencizer on blank xx": other,
        "sentence_spans": sentence_spans,
        "count_words": count_words,
        "syllables": lambda text: sum(map(count_syllables, words(text))),
    }
    say("words a second", [""])
    for name, job in jobs.items():
        say(name, [f"{words_per_second(paragraphs, job):,.0f}"])


if __name__ == "__main__":
    rival = sentencizer()
    quality(rival)
    speed(rival, texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
