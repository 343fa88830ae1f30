"""One page a rule in each language, and the list of all rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from pages.markdown import GENERATED, code, example, page, plain, table
from pages.measured import Measured, number
from pages.words import CATEGORIES, INDEX, LEVELS, SAYS
from ppid_lint.evaluate import STRICT
from ppid_lint.rule import RESTRICTED, Example, Language, Rule, RuleSet

SUFFIXES: Mapping[Language, str] = {"id": ".md", "en": ".en.md"}


def rule_pages(rules: RuleSet, measured: Measured) -> dict[str, str]:
    """The pages by their path below docs/."""
    pages = {}
    for language, suffix in SUFFIXES.items():
        pages[f"rules/index{suffix}"] = _index(rules, measured, language)
        for rule in rules.rules:
            pages[f"rules/{rule.id}{suffix}"] = _page(rule, rules, measured, language)
    return pages


def _index(rules: RuleSet, measured: Measured, language: Language) -> str:
    say = INDEX[language]
    parts = [say["title"], GENERATED, say["other"], say["intro"].format(count=len(rules.rules))]
    for category, group in groupby(rules.rules, key=lambda rule: rule.category):
        parts += [f"## {CATEGORIES[language].get(category, category)}"]
        parts += [table(say["head"].split("|"), (_row(rule, measured, language) for rule in group))]
    return page(*parts)


def _row(rule: Rule, measured: Measured, language: Language) -> list[str]:
    return [
        f"[`{rule.id}`]({rule.id}{SUFFIXES[language]})",
        plain(rule.title.within(language)),
        LEVELS[language][rule.severity.value],
        number(measured.precision(rule.id), language),
        number(measured.recall(rule.id), language),
    ]


def _page(rule: Rule, rules: RuleSet, measured: Measured, language: Language) -> str:
    say = SAYS[language]
    name = rule.id.rpartition("/")[2]
    other = f"[{say['other']}]({name}{'.en.md' if language == 'id' else '.md'})"
    return page(
        f"# {plain(rule.title.within(language))}",
        GENERATED,
        f"`{rule.id}` · {LEVELS[language][rule.severity.value]} · {_languages(rule, language)} · {other}",
        f"## {say['what']}",
        f"> {plain(_message(rule, language))}",
        "\n".join(f"- {line}" for line in _facts(rule, language)),
        f"## {say['why']}",
        plain(rule.why.within(language)),
        f"## {say['dont']}",
        *_donts(rule, language),
        f"## {say['do']}",
        *_dos(rule, language),
        f"## {say['fix']}",
        plain(rule.suggestion.within(language)) if rule.suggestion else "",
        _fix(rule, language),
        f"## {say['allow']}",
        *_allow(rule, language),
        f"## {say['basis']}",
        "\n".join(_bases(rule, rules, language)),
        f"## {say['measured']}",
        _measured(rule, measured, language),
    )


def _languages(rule: Rule, language: Language) -> str:
    key = "any" if rule.category in STRICT or len(rule.languages) == 2 else rule.languages[0]
    return SAYS[language][f"in-{key}"]


def _message(rule: Rule, language: Language) -> str:
    """The message with an ellipsis for what the draft fills in."""
    return re.sub(r"\{\w+\}", "…", rule.message.within(language))


def _facts(rule: Rule, language: Language) -> Iterator[str]:
    say = SAYS[language]
    kinds = ", ".join(
        f"[`{kind}`](../../kinds.md#{kind})" for kind in dict.fromkeys(m.kind for m in rule.match)
    )
    yield say["kinds"].format(kinds=kinds)
    if rule.drafts:
        yield say["drafts"].format(drafts=", ".join(f"`{kind}`" for kind in rule.drafts))
    if rule.category == RESTRICTED:
        yield say[f"mask-{rule.mask}"]
    if rule.internal:
        yield say["internal"]


def _donts(rule: Rule, language: Language) -> Iterator[str]:
    say = SAYS[language]
    for item in rule.examples:
        if item.dont is None:
            continue
        yield _setting(item, language)
        yield example(item.dont)
        if item.expect == "file":
            yield say["file"]
        if item.do is not None:
            yield say["becomes"]
            yield example(item.do)


def _dos(rule: Rule, language: Language) -> Iterator[str]:
    alone = [item for item in rule.examples if item.dont is None and item.do is not None]
    for item in alone or [item for item in rule.examples if item.do is not None]:
        yield _setting(item, language)
        yield example(item.do or "")


def _setting(item: Example, language: Language) -> str:
    """What an example supposes beside its text."""
    say = SAYS[language]
    told = [
        say["as-kind"].format(kind=item.kind) if item.kind else "",
        say["as-format"].format(format=item.format) if item.format != "markdown" else "",
        say["as-contacts"] if item.contacts else "",
    ]
    text = "; ".join(part for part in told if part)
    return f"*{text[0].upper()}{text[1:]}:*" if text else ""


def _fix(rule: Rule, language: Language) -> str:
    say = SAYS[language]
    return say["bar"] if rule.category == RESTRICTED and rule.fix != "none" else say[f"fix-{rule.fix}"]


def _allow(rule: Rule, language: Language) -> Iterator[str]:
    say = SAYS[language]
    reason = say["reason"]
    yield say["allow-comment"]
    yield code(f'<!-- ppid-lint: allow {rule.id} reason="{reason}" until="2027-12-31" by="PPID" -->', "html")
    yield say["allow-config"]
    entry = f'allow:\n  - path: "lampiran/*.docx"\n    rule: {rule.id}\n    reason: {reason}\n'
    yield code(f"{entry}    until: 2027-12-31\n    by: PPID", "yaml")


def _bases(rule: Rule, rules: RuleSet, language: Language) -> Iterator[str]:
    say = SAYS[language]
    for name in rule.basis:
        basis = rules.bases[name]
        notes = [basis.status, say["secondary"] if basis.confidence == "secondary" else ""]
        told = " ".join(f"*{plain(note)}*" for note in notes if note)
        yield f"- **{plain(basis.citation)}**: {plain(basis.summary.within(language))} {told}".rstrip()


def _measured(rule: Rule, measured: Measured, language: Language) -> str:
    say = SAYS[language]
    precision, recall = measured.precision(rule.id), measured.recall(rule.id)
    if precision is None and recall is None:
        return say["unmeasured"]
    told = say["numbers"].format(precision=number(precision, language), recall=number(recall, language))
    score = measured.scores.get(rule.id)
    counts = say["counts"].format(found=score.found, labels=score.labels) if score and score.labels else ""
    if rule.category in STRICT:
        alarms = say["alarms"].format(alarms=score.false_alarms) if score else ""
    else:
        right, wrong = measured.verdicts.get(rule.id, (0, 0))
        alarms = say["judged"].format(right=right, judged=right + wrong) if right + wrong else ""
    return page(told, " ".join(part for part in (counts, alarms) if part), say["more"]).rstrip()
