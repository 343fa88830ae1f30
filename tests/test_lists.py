"""The word lists and the bases under rules/: their shapes, their sizes, and that none contradicts another."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

RULES = Path(__file__).parent.parent / "rules"
LISTS = RULES / "lists"
# Lists whose entries are found in a draft by their words alone: what one suggests, none of them may find.
FOUND = (
    "wordy",
    "redundancy",
    "jargon",
    "foreign",
    "nonstandard",
    "preposition",
    "negations",
    "misspellings",
)
BUREAUCRATIC = ("wordy", "redundancy", "jargon")
FIELDS = {"from", "to", "safe", "inflect", "unless", "note"}
TOKEN = re.compile(r"[\w'’-]+")


@cache
def load(name: str) -> dict[str, Any]:
    """A list file as its mapping."""
    data: dict[str, Any] = yaml.load((LISTS / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return data


def entries(name: str) -> list[dict[str, Any]]:
    """The entries of a list file."""
    found: list[dict[str, Any]] = load(name)["entries"]
    return found


@cache
def words(name: str) -> frozenset[str]:
    """The lines of a plain word list."""
    return frozenset((LISTS / f"{name}.txt").read_text(encoding="utf-8").split())


def tokens(text: str) -> tuple[str, ...]:
    """The lower-case words of a phrase."""
    return tuple(TOKEN.findall(text.lower()))


def phrases_in(text: str, known: dict[tuple[str, ...], str], longest: int) -> list[str]:
    """The known phrases that occur in a text as whole words."""
    found = tokens(text)
    spans = ((i, j) for i in range(len(found)) for j in range(i + 1, min(len(found), i + longest) + 1))
    return [known[found[i:j]] for i, j in spans if found[i:j] in known]


@pytest.mark.parametrize("name", [*FOUND, "nominalisation-verbs"])
def test_entry_has_the_agreed_fields(name: str) -> None:
    for entry in entries(name):
        assert entry.keys() <= FIELDS, entry
        assert isinstance(entry["from"], str), entry
        assert all(isinstance(text, str) and text for text in entry["to"]), entry
        assert all(isinstance(word, str) for word in entry.get("unless", [])), entry
        assert isinstance(entry.get("safe", False), bool), entry


@pytest.mark.parametrize("name", [*FOUND, "nominalisation-verbs"])
def test_from_is_lower_case_and_trimmed(name: str) -> None:
    for entry in entries(name):
        assert entry["from"] == " ".join(entry["from"].lower().split()), entry


@pytest.mark.parametrize("name", FOUND)
def test_safe_entry_has_one_suggestion(name: str) -> None:
    assert [e for e in entries(name) if e.get("safe") and len(e["to"]) != 1] == []


def test_no_word_is_listed_twice() -> None:
    counts = Counter(entry["from"] for name in FOUND for entry in entries(name))
    assert [word for word, count in counts.items() if count > 1] == []


def test_no_suggestion_is_itself_listed() -> None:
    known = {tokens(entry["from"]): entry["from"] for name in FOUND for entry in entries(name)}
    longest = max(map(len, known))
    suggested = [
        (entry["from"], text)
        for name in (*FOUND, "nominalisation-verbs")
        for entry in entries(name)
        for text in entry["to"]
    ]
    assert [(a, b, hit) for a, b in suggested if (hit := phrases_in(b, known, longest))] == []


def test_no_acronym_is_spelt_out_with_a_listed_word() -> None:
    known = {tokens(entry["from"]): entry["from"] for name in FOUND for entry in entries(name)}
    longest = max(map(len, known))
    plain = [text for text in load("acronyms")["spelt_out"].values() if text == text.lower()]
    assert [(text, hit) for text in plain if (hit := phrases_in(text, known, longest))] == []


def test_lists_reach_their_sizes() -> None:
    assert sum(len(entries(name)) for name in BUREAUCRATIC) >= 600
    assert len(entries("nonstandard")) >= 800
    assert len(entries("foreign")) >= 300
    assert len(entries("nominalisation-verbs")) >= 150
    assert len(words("dictionary")) >= 30_000


def test_right_spellings_are_in_the_dictionary() -> None:
    single = [t for e in entries("nonstandard") for t in e["to"] if re.fullmatch(r"[a-z]+(-[a-z]+)*", t)]
    assert [text for text in single if text not in words("dictionary")] == []


def test_wrong_spellings_are_not_in_the_dictionary() -> None:
    wrong = {entry["from"] for name in ("nonstandard", "preposition") for entry in entries(name)}
    preposition = load("preposition")
    wrong |= {f"di{place}" for place in preposition["di_apart"]}
    wrong |= {f"ke{place}" for place in preposition["ke_apart"]}
    assert wrong & words("dictionary") == set()


def test_everyday_and_official_words_are_in_the_dictionary() -> None:
    sample = (
        "dengan bahwa masyarakat pelayanan permohonan kecamatan izin jadwal aktivitas kerbau pisau bangku"
    )
    assert set(sample.split()) <= words("dictionary")


@pytest.mark.parametrize("name", ["dictionary", "place-names"])
def test_word_list_is_sorted_lower_case_and_small(name: str) -> None:
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert all(line == line.lower() and line.strip() == line != "" for line in lines)
    assert (LISTS / f"{name}.txt").stat().st_size <= 600 * 1024


def test_words_once_listed_by_mistake_stay_out() -> None:
    listed = {entry["from"] for entry in entries("nonstandard")}
    assert (
        listed & {"kasih", "spt", "pd", "mensyaratkan", "materiil", "sah", "saputangan", "khotbah"} == set()
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("ijin", "izin"),
        ("kerjasama", "kerja sama"),
        ("rapih", "rapi"),
        ("propinsi", "provinsi"),
        ("analisa", "analisis"),
    ],
)
def test_known_misspellings_are_corrected(wrong: str, right: str) -> None:
    assert {e["from"]: e["to"] for e in entries("nonstandard")}[wrong] == [right]


def test_acronyms_have_an_expansion_that_is_not_themselves() -> None:
    acronyms = load("acronyms")
    assert {"KTP", "NPWP", "WIB", "BPK", "RI", "DPR", "KPK", "PNS", "ASN"} <= set(acronyms["known"])
    assert all(isinstance(v, str) and v.lower() != k.lower() for k, v in acronyms["spelt_out"].items())


def test_plain_lists_hold_distinct_lower_case_texts() -> None:
    for name, key in [("passive-exceptions", "words"), ("vague-dates", "relative"), ("link-texts", "texts")]:
        texts = load(name)[key]
        assert len(texts) == len(set(texts)), name
        assert all(isinstance(text, str) and text == text.lower() for text in texts), name
    assert all(word.startswith("di") for word in load("passive-exceptions")["words"])


@cache
def bases() -> dict[str, dict[str, Any]]:
    """The bases that rules cite, by id."""
    data: dict[str, dict[str, Any]] = yaml.load(
        (RULES / "basis.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    return data


def test_basis_has_the_agreed_shape() -> None:
    for key, basis in bases().items():
        assert re.fullmatch(r"[A-Za-z0-9-]+", key), key
        assert basis["citation"], key
        assert basis["summary"].keys() == {"id", "en"}, key
        if basis.get("kind") == "linguistic":
            assert basis.keys() == {"kind", "citation", "summary"}, key
        else:
            assert basis["confidence"] in {"text_of_law", "secondary"}, key
            assert basis.keys() <= {"citation", "summary", "confidence", "status"}, key


def test_basis_leaves_out_what_is_no_longer_in_force() -> None:
    repealed = {"perki-1-2017", "perki-1-2010", "uu-36-2009-57", "uu-adminduk-84-1-2006", "uu-ite-28-3"}
    assert repealed & bases().keys() == set()
    assert {"uu-14-2008-17-h-2", "uu-27-2022-65-2", "perki-1-2021-50-2"} <= bases().keys()


def test_basis_prints_no_amount_of_a_penalty() -> None:
    amount = re.compile(r"Rp\s?\d[\d.]* ?(juta|jt|miliar|M|bn|m)\b|\bpenjara\b|\d+ (years|tahun) (dan|and)")
    assert [k for k, b in bases().items() if amount.search(" ".join(b["summary"].values()))] == []
