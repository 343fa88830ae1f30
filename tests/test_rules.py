"""Every rule holds to its own examples, and the catalogue is complete."""

from __future__ import annotations

import pytest

from ppid_lint.catalog import load_rules, rule_files
from ppid_lint.compiled import rules_folder
from ppid_lint.examples import Examiner, unmark
from ppid_lint.rule import Rule
from ppid_lint.text import Span

RULESET = load_rules([rules_folder()])
EXAMINER = Examiner()


@pytest.mark.parametrize("rule", RULESET.rules, ids=lambda rule: rule.id)
def test_rule_holds_to_its_examples(rule: Rule) -> None:
    assert list(EXAMINER.failures(rule)) == []


def test_every_file_is_a_rule_and_every_rule_a_file() -> None:
    files = {
        path.relative_to(rules_folder()).with_suffix("").as_posix() for path in rule_files(rules_folder())
    }
    assert files == {rule.id for rule in RULESET.rules}


def test_unmark_gives_text_and_places() -> None:
    assert unmark("a [[b]] c [[dd]]") == ("a b c dd", (Span(2, 3), Span(6, 8)))


@pytest.mark.parametrize("rule", RULESET.rules, ids=lambda rule: rule.id)
def test_messages_fill_in_both_languages(rule: Rule) -> None:
    for text in (rule.message.id, rule.message.en):
        assert text.count("{") == text.count("}")
        assert len(text) <= 220
