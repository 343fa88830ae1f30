"""The slim Indonesian spaCy pipeline: tokens and sentence starts, no model, some 40 ms to build.

Not `spacy.blank("id")`, whose 15,963 special cases cost over a second at every start.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc

from ppid_lint.nlp.abbreviations import ABBREVIATIONS
from ppid_lint.nlp.numerals import like_num
from ppid_lint.nlp.sentences import sentence_spans

_LETTER = r"[^\W\d_]"
_SPECIAL_CASES = {f"{form}.": [{"ORTH": f"{form}."}] for form in sorted(ABBREVIATIONS)}
_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}")
# A long run of marks is one token: spaCy takes marks off one by one, each time copying what is left.
_RUN = r"[\"'“”‘’«»()\[\]{}<>„*_~`•▪●§=/–—:;,!?…%.-]{9,}"
_NO_LIMIT = 2**31 - 1  # spaCy's limit on characters guards models, of which there are none here


def _is_address(token: str) -> bool:
    """Whether a token is an e-mail address or opens like a web address."""
    name, at, domain = token.partition("@")
    return token.startswith(("http://", "https://", "www.")) or bool(
        at and name and "." in domain and "@" not in domain
    )


class IndonesianDefaults(BaseDefaults):
    """How Indonesian official prose falls into tokens: KTP-nya, dan/atau, 123/PMK.06/2020 stay whole."""

    tokenizer_exceptions = _SPECIAL_CASES
    prefixes = (_RUN, r"[\"'“”‘’«»(\[{<„*_~`•▪●§=/–—:;,!?…]", r"\.+", r"-(?=\W)")
    suffixes = (_RUN, r"[\"'“”‘’«»)\]}>„*_~`;:,!?…%=/–—]", r"\.+", r"(?<=\d),-", r"-")
    # A stop that runs into a new sentence, dashes and marks between words.
    infixes = (
        r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z])",
        r"[–—…\"“”«»()\[\]]",
        r"\.{2,}",
        rf"(?<={_LETTER})[,;:](?={_LETTER})",
    )
    token_match = _INITIALS.fullmatch
    url_match = _is_address


class Indonesian(Language):  # type: ignore[no-untyped-call]
    """A language of words without a model; not registered, so that spaCy's own "id" stays what it is."""

    lang = "id"
    Defaults = IndonesianDefaults


@Language.component("ppid_lint_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """The document, each token that starts a sentence marked as `sentence_spans` has it."""
    offsets = doc.to_array("IDX").astype(np.int64)
    begins = np.searchsorted(offsets, [span.start for span in sentence_spans(doc.text)])
    marks: Any = np.full((len(doc), 1), -1, dtype=np.int64)
    marks[begins[begins < len(doc)]] = 1
    return doc.from_array(["SENT_START"], marks.view(np.uint64))


@cache
def pipeline() -> Language:
    """The pipeline, built at first need; threads may share it. Its tokens join to the text exactly."""
    language = Indonesian(max_length=_NO_LIMIT)
    language.vocab.add_flag(like_num, language.vocab.strings["LIKE_NUM"])
    language.add_pipe("ppid_lint_sentences")
    return language
