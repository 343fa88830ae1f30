"""The labelled corpus is well formed: marks, rule ids, balance of the halves, templates, directory."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

CORPUS = Path(__file__).parent.parent / "corpus"
HALVES = ("tuning", "test")
KINDS = {
    "siaran-pers",
    "pengumuman",
    "pengumuman-lelang",
    "artikel",
    "layanan",
    "ppid",
    "media-sosial",
    "umum",
}
RULES = {
    "restricted": """
        nik family-card npwp passport driving-licence bpjs employee-id bank-account education-id
        civil-registry payment-card vehicle-plate birth-date home-address personal-phone personal-email
        health family-history
        assessment-result biometric-genetic criminal-record personal-finance sensitive-trait child-identity
        victim-identity witness-reporter classification-mark internal-memo investigation trade-secret
        defence-security natural-wealth unreleased-policy foreign-relations private-deed audit-draft
        procurement tax-secrecy bank-secrecy credential internal-network hidden-content precise-location
        bulk-personal-data
    """,
    "readability": """
        long-sentence long-paragraph hard-text passive-voice nominalisation wordy-phrase redundancy jargon
        foreign-term undefined-acronym nonstandard-word misspelling repeated-word preposition-spelling
        number-format vague-date double-negative shouting inline-list link-text missing-alt-text
    """,
    "contact": """
        missing-contact missing-address missing-hours wrong-hours missing-complaint-channel wrong-phone
        wrong-email wrong-address wrong-url expired unverified-phone unverified-email unofficial-email
        unofficial-link malformed-phone malformed-email malformed-url phone-format area-code-mismatch
        postcode-mismatch link-mismatch inconsistent placeholder
    """,
}
RULE_IDS = {f"{category}/{name}" for category, names in RULES.items() for name in names.split()}
MARK = re.compile(r"\[\[([a-z]+/[a-z-]+)\|((?:[^\[\]]|\[[^\[\]]*\])*)\]\]")
SLOT = re.compile(r"\{([a-z_0-9]+?)\d*(?::\d+)?\}")
FORMS = {"prose": {"text"}, "label": {"text"}, "list": {"head", "row"}, "table": {"markup", "head", "row"}}


class Draft(NamedTuple):
    """A labelled draft: its head lines, its text without marks, the rule and text of each mark."""

    name: str
    kind: str | None
    expected: list[str]
    text: str
    marks: list[tuple[str, str]]

    @property
    def rules(self) -> list[str]:
        return self.expected + [rule for rule, _ in self.marks]


def parse(path: Path) -> Draft:
    with path.open(encoding="utf-8", newline="") as file:
        lines = file.read().splitlines(keepends=True)
    kind, expected = None, []
    while lines and lines[0].startswith("%%"):
        key, _, value = lines.pop(0)[2:].partition(":")
        if key.strip() == "kind":
            kind = value.strip()
        else:
            assert key.strip() == "expect", f"{path.name}: unknown head line {key!r}"
            expected += value.split()
    body = "".join(lines)
    return Draft(path.name, kind, expected, MARK.sub(r"\2", body), MARK.findall(body))


@cache
def drafts(half: str) -> tuple[Draft, ...]:
    return tuple(parse(path) for path in sorted((CORPUS / "drafts" / half).iterdir()))


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def templates(half: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load(CORPUS / "templates" / f"{half}.yaml")["templates"]
    return found


def wording(template: dict[str, Any]) -> str:
    return "\n".join(str(template[key]) for key in ("text", "head", "row", "tail") if key in template)


@pytest.mark.parametrize("half", HALVES)
def test_marks_are_balanced_and_name_known_rules(half: str) -> None:
    for draft in drafts(half):
        assert "[[" not in draft.text, draft.name
        assert "]]" not in draft.text, draft.name
        assert set(draft.rules) <= RULE_IDS, draft.name
        assert all(text.strip() for _, text in draft.marks), draft.name
        assert draft.kind is None or draft.kind in KINDS, draft.name


@pytest.mark.parametrize("half", HALVES)
def test_half_has_every_rule_three_times(half: str) -> None:
    counts = Counter(rule for draft in drafts(half) for rule in draft.rules)
    assert {rule: counts[rule] for rule in RULE_IDS if counts[rule] < 3} == {}


@pytest.mark.parametrize("half", HALVES)
def test_a_third_of_a_half_is_clean(half: str) -> None:
    clean = [draft for draft in drafts(half) if not draft.rules]
    assert len(drafts(half)) >= 75
    assert 3 * len(clean) >= len(drafts(half))


@pytest.mark.parametrize("half", HALVES)
def test_half_holds_every_format_and_hostile_bytes(half: str) -> None:
    texts = [draft.text for draft in drafts(half)]
    assert {Path(draft.name).suffix for draft in drafts(half)} == {".md", ".html", ".txt"}
    assert any("\r\n" in text for text in texts)
    assert any("\u00a0" in text for text in texts)
    assert any(re.search("[\uff10-\uff19]{2}", text) for text in texts)


def test_halves_share_no_sentence() -> None:
    """Lines of contact channels repeat, since they come from one directory; prose does not."""
    lines = [
        {line.strip() for draft in drafts(half) for line in draft.text.splitlines() if len(line.strip()) > 60}
        for half in HALVES
    ]
    shared = {line for line in lines[0] & lines[1] if not re.search(r"BSIR|KPKNL|lapor\.go\.id", line)}
    assert shared == set()


def test_halves_share_no_restricted_number() -> None:
    tuning, test = (
        {
            text
            for draft in drafts(half)
            for rule, text in draft.marks
            if rule.startswith("restricted/") and sum(map(str.isdigit, text)) >= 9
        }
        for half in HALVES
    )
    assert tuning & test == set()


@pytest.mark.parametrize("half", HALVES)
def test_templates_name_every_slot(half: str) -> None:
    slots = load(CORPUS / "templates" / "slots.yaml")
    for template in templates(half):
        used = set(SLOT.findall(wording(template)))
        violations, traps = set(template.get("violations", [])), set(template.get("traps", []))
        assert FORMS[template["form"]] <= template.keys(), template["id"]
        assert used == violations | traps | (used & slots["fillers"].keys()), template["id"]
        assert violations <= slots["personal"].keys(), template["id"]
        assert traps <= slots["traps"].keys(), template["id"]


@pytest.mark.parametrize("half", HALVES)
def test_half_has_sixty_templates_of_every_form(half: str) -> None:
    found = templates(half)
    assert len(found) >= 60
    assert len({template["id"] for template in found}) == len(found)
    assert {template["form"] for template in found} == FORMS.keys()


def test_halves_share_no_template() -> None:
    tuning, test = ({wording(template) for template in templates(half)} for half in HALVES)
    assert tuning & test == set()


def test_slots_name_known_rules() -> None:
    slots = load(CORPUS / "templates" / "slots.yaml")
    assert {slot["rule"] for slot in slots["personal"].values()} <= RULE_IDS
    assert len(slots["personal"].keys() & slots["traps"].keys()) == 0


def test_directory_units_have_names_and_channels() -> None:
    units = load(CORPUS / "kontak.yaml")["units"]
    assert len({unit["id"] for unit in units}) == len(units)
    assert all(unit["name"] and (unit.get("phones") or unit.get("emails")) for unit in units)


@pytest.mark.parametrize("half", HALVES)
def test_generated_drafts_leave_no_slot_unfilled(half: str, tmp_path: Path) -> None:
    script = CORPUS.parent / "scripts" / "generate_drafts.py"
    run = [sys.executable, str(script), half, str(tmp_path), "--count", "150"]
    subprocess.run(run, check=True, capture_output=True)
    assert [path.name for path in tmp_path.iterdir() if SLOT.search(path.read_text(encoding="utf-8"))] == []
